import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shippedModel } from "../../../src/models/shipped-model.ts";
import { homeOfTest, noModel, type OwnHome, PATIENCE_MS, saysh } from "./own-home.ts";

describe("saysh models", { timeout: PATIENCE_MS }, () => {
  it("lists the model that comes with the shell, what was downloaded, and what cannot be read", async () => {
    const home = homeOfTest();
    const folder = modelsOf(home);
    writeFileSync(join(folder, "tiny.gguf"), ggufOf("qwen2"));
    writeFileSync(join(folder, "broken.gguf"), "GGUF");
    writeFileSync(join(folder, "notes.txt"), "");
    const listed = JSON.parse((await saysh(home, ["models", "--json"])).out);
    expect(listed).toMatchObject([
      { name: "reflex", role: "reflex", used: true, path: shippedModel() },
      { name: "broken", used: false, parameters: null, fault: expect.stringContaining("ends too early") },
      { name: "tiny", role: "local", used: true, path: join(folder, "tiny.gguf") },
    ]);
    const lines = (await saysh(home, ["models"])).out.trimEnd().split("\n");
    expect(lines).toEqual([
      expect.stringMatching(/^● reflex .*3\.\d M parameters/),
      expect.stringMatching(/^○ broken/),
      expect.stringMatching(/^● tiny/),
    ]);
  });

  it("takes the local model that config.toml names", async () => {
    const home = homeOfTest();
    const folder = modelsOf(home);
    for (const name of ["a", "b"]) writeFileSync(join(folder, `${name}.gguf`), ggufOf("qwen2"));
    writeFileSync(join(home.path, "config/saysh/config.toml"), '[models]\nlocal = "b"\n');
    const listed = JSON.parse((await saysh(home, ["models", "--json"])).out) as { name: string; used: boolean }[];
    expect(listed.filter(({ used }) => used).map(({ name }) => name)).toEqual(["reflex", "b"]);
  });

  it.skipIf(noModel)("recommends for the memory and the time that it is given, and says why", async () => {
    const home = homeOfTest();
    const { out, status } = await saysh(home, [
      "models",
      "recommend",
      "--memory",
      "3000",
      "--latency",
      "9000000",
      "--json",
    ]);
    expect(status).toBe(0);
    const { limits, speed, roles } = JSON.parse(out);
    expect(limits).toMatchObject({ memoryBytes: 3000 * 1024 * 1024, latencyMs: 9_000_000, memoryFrom: "option" });
    expect(speed.multiplyAddsPerSecond).toBeGreaterThan(1e8);
    expect(roles).toMatchObject([
      { role: "reflex", pick: { name: "reflex", isInstalled: true } },
      { role: "local", pick: { name: "Qwen3-4B" }, why: expect.stringContaining("fit") },
    ]);
    const tight = await saysh(home, ["models", "recommend", "--memory", "100"]);
    expect(tight.out).toMatch(/^local +none: none of \d+ fits: \d+ need more memory/m);
  });

  it.each([
    [["models", "pull", "qwen"], "is not in this version"],
    [["models", "sing"], "saysh models sing: list or recommend"],
    [["models", "recommend", "--memory", "much"], "--memory much: MiB"],
    [["models", "recommend", "--latency", "-1"], "--latency"],
  ])("refuses %j as wrong usage", async (args, message) => {
    const { status, err } = await saysh(homeOfTest(), args);
    expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining(message) });
  });
});

describe("saysh density", { timeout: 4 * PATIENCE_MS }, () => {
  it.skipIf(noModel)("puts the evals to the shipped model, keeps its row and draws the page", async () => {
    const home = homeOfTest();
    const plot = join(home.path, "density.svg");
    const { status, out, err } = await saysh(home, ["density", "--plot", plot, "--json"]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const { models, history } = JSON.parse(out);
    expect(models).toHaveLength(1);
    const [row] = models;
    expect(row).toMatchObject({ name: "reflex", n: expect.any(Number), calibration: expect.any(String) });
    expect(row.exact.share).toBeGreaterThan(0.5);
    expect(row.density.value).toBeCloseTo((1e9 * row.exact.share) / row.multiplyAdds, 1);
    expect(row.density.low).toBeLessThan(row.density.value);
    expect(row.energySource === null).toBe(row.joules === null);
    expect(history.map(({ sha256 }: { sha256: string }) => sha256)).toContain(row.sha256);
    expect(JSON.parse(readFileSync(join(home.data, "density-history.jsonl"), "utf8"))).toEqual(row);
    expect(readFileSync(plot, "utf8")).toContain("</svg>");
  });

  it.each<[string, (home: OwnHome) => readonly string[], string, RegExp]>([
    ["a model that is not there", () => ["--model", "nope.gguf"], "MODEL_MISSING", /saysh models lists/],
    [
      "a file that is no GGUF",
      (home) => ["--model", written(home, "x.gguf", "hello")],
      "MODEL_DAMAGED",
      /whole \.gguf file/,
    ],
    [
      "half a model",
      (home) => ["--model", written(home, "x.gguf", readFileSync(shippedModel()).subarray(0, 90_000))],
      "MODEL_DAMAGED",
      /whole \.gguf file/,
    ],
    [
      "a model of another architecture",
      (home) => ["--model", written(home, "x.gguf", ggufOf("qwen2"))],
      "MODEL_UNFIT",
      /leave --model out/,
    ],
    [
      "any of several",
      (home) => ["--model", copied(home), "--model", written(home, "x.gguf", ggufOf("gemma3"))],
      "MODEL_UNFIT",
      /reflex/,
    ],
    ["a folder for a plot", (home) => ["--plot", home.path], "FILE_EXISTS", /density\.svg/],
    [
      "a plot in no folder",
      (home) => ["--plot", join(home.path, "no/where.svg")],
      "FILE_NOT_FOUND",
      /mkdir -p .*\/no$/m,
    ],
  ])("refuses %s before it measures anything, with a remedy", async (_, args, code, remedy) => {
    const home = homeOfTest();
    const { status, err, out } = await saysh(home, ["density", ...args(home)]);
    expect({ status, out }).toEqual({ status: 5, out: "" });
    expect(err).toContain(`(${code})`);
    expect(err.split("\n")[1]).toMatch(remedy);
  });
});

function modelsOf(home: OwnHome): string {
  const folder = join(home.path, "cache/saysh/models");
  mkdirSync(folder, { recursive: true });
  return folder;
}

function written(home: OwnHome, name: string, content: string | Uint8Array): string {
  writeFileSync(join(home.path, name), content);
  return join(home.path, name);
}

function copied(home: OwnHome): string {
  copyFileSync(shippedModel(), join(home.path, "reflex.gguf"));
  return join(home.path, "reflex.gguf");
}

/** The smallest GGUF that there is: version 3, no tensors, one entry that names the architecture. */
function ggufOf(architecture: string): Buffer {
  const text = (words: string) => Buffer.concat([long(words.length), Buffer.from(words)]);
  const head = Buffer.alloc(8);
  head.write("GGUF");
  head.writeUInt32LE(3, 4);
  const type = Buffer.alloc(4);
  type.writeUInt32LE(8);
  return Buffer.concat([head, long(0), long(1), text("general.architecture"), type, text(architecture)]);
}

function long(n: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(n));
  return bytes;
}
