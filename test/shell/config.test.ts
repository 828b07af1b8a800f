import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { configSchema, configTemplate, expandPath, loadConfig, parseConfig } from "../../src/config.ts";
import { ShellError } from "../../src/errors.ts";
import { resolvePaths } from "../../src/paths.ts";

const errorOf = (text: string): ShellError => {
  try {
    parseConfig(text);
  } catch (error) {
    return error as ShellError;
  }
  throw new Error("it was accepted");
};

describe("config.toml", () => {
  it("is all defaults when it is not there", () => {
    expect(loadConfig("/nowhere/config.toml")).toMatchObject({ lang: "auto", session: { confirm_timeout_s: 30 } });
  });

  it("has a documented default file that parses to the defaults, also with every comment sign taken away", () => {
    const template = configTemplate();
    expect(parseConfig(template)).toEqual(configSchema.parse({}));
    const [keys] = template.split("# Reading and reversible");
    const active = keys!.replace(/^# ([\w.]+ = )/gm, "$1");
    expect(active).toContain("confirm_timeout_s = 30");
    expect(parseConfig(active)).toEqual(configSchema.parse({}));
  });

  it.each([
    ["lang = ", /^config\.toml:1:/, 1],
    ['lang = "de"', /config\.toml:1: lang = "de": expected one of/, 1],
    [
      'units = "metric"\n\n[session]\nfollow_up_s = "long"',
      /config\.toml:4: session\.follow_up_s = "long": expected number/,
      4,
    ],
    ["[session]\nfolow_up_s = 3", /config\.toml:2: there is no key session\.folow_up_s/, 2],
    ['time_zone = "Paris"', /config\.toml:1: time_zone = "Paris": not an IANA time zone/, 1],
    ["kiosk.port = 99999", /config\.toml:1: kiosk\.port = 99999/, 1],
  ])("names file, line and value of %j", (text, message, line) => {
    const error = errorOf(text);
    expect(error).toBeInstanceOf(ShellError);
    expect(error.code).toBe("CONFIG_INVALID");
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain("\n");
    expect(error.remedy).toContain(`line ${line}`);
  });

  it("is read from a file, and a folder in its place is an error with a remedy", () => {
    const folder = mkdtempSync(join(tmpdir(), "saysh-config-"));
    const file = join(folder, "config.toml");
    writeFileSync(file, '[folders]\nwork = "~/work"\n');
    expect(loadConfig(file).folders).toEqual({ work: "~/work" });
    expect(expandPath("~/work", "/home/ann")).toBe("/home/ann/work");
    expect(() => loadConfig(folder)).toThrow(/cannot be read/);
  });
});

describe("paths", () => {
  it("follow XDG, and ignore relative XDG folders", () => {
    const paths = resolvePaths(
      { XDG_DATA_HOME: "/data", XDG_CONFIG_HOME: "relative", XDG_RUNTIME_DIR: "/run/user/1" },
      "/home/ann",
    );
    expect(paths).toMatchObject({
      data: "/data/saysh",
      config: "/home/ann/.config/saysh",
      configFile: "/home/ann/.config/saysh/config.toml",
      runtime: "/run/user/1/saysh",
      cache: "/home/ann/.cache/saysh",
      state: "/home/ann/.local/state/saysh",
    });
  });

  it("can be set one by one", () => {
    const env = { SAYSH_DATA_DIR: "/kiosk/data", SAYSH_CONFIG: "/etc/saysh.toml", XDG_DATA_HOME: "/data" };
    expect(resolvePaths(env, "/home/ann")).toMatchObject({ data: "/kiosk/data", configFile: "/etc/saysh.toml" });
  });
});
