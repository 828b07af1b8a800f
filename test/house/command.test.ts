import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "./sources.ts";

const COMMAND = join(ROOT, "bin/saysh.mjs");
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
let home: string;
let env: NodeJS.ProcessEnv;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "saysh-command-"));
  env = { ...process.env, HOME: home, SAYSH_NO_BACKGROUND: "1" };
  for (const name of ["CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"]) env[`XDG_${name}`] = home;
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test("tells its version and its usage", () => {
  expect(saysh("--version")).toMatchObject({ status: 0, stdout: `${version}\n` });
  expect(saysh("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("Exit status: 0 done") });
});

test("hands its exit status on", () => {
  expect(saysh("--no-such-option").status).toBe(2);
});

// The Node of the system is often older than 24; the packaged one then does the work. Node 24 stands in for it here by its own
// version string, read before anything else.
test("on an older Node it goes on with the packaged one", () => {
  const older = `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.0.0"})`;
  const result = spawnSync(process.execPath, ["--import", older, COMMAND, "--version"], { env, encoding: "utf8" });
  expect(result).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
});

function saysh(...args: readonly string[]) {
  return spawnSync(process.execPath, [COMMAND, ...args], { env, encoding: "utf8" });
}
