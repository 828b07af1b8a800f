import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openLlamaLibrary } from "../../src/models/llama-library.ts";
import { loadTokenModel } from "../../src/models/token-model.ts";

const MODEL = join(import.meta.dirname, "../../reflex/reflex.gguf");
const PROMPT = [0, 3, 500, 501, 502, 503, 504, 505, 506, 4];
const EVERY = Array.from({ length: 4000 }, (_, i) => i);
const folder = mkdtempSync(join(tmpdir(), "saysh-token-model-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a token model", () => {
  it("is called in llama.cpp's library itself on this machine", async () => {
    expect(await openLlamaLibrary()).toBeDefined();
  });

  it("gives the same probabilities through the library and through node-llama-cpp, position by position", async () => {
    await using direct = await loadTokenModel(MODEL);
    await using binding = await loadTokenModel(MODEL, { through: "node-llama-cpp" });
    for (const tokens of [PROMPT, [10], [11], [12, 13, 14]]) {
      const [a, b] = [await direct.feed(tokens, EVERY), await binding.feed(tokens, EVERY)];
      expect(Math.max(...a.map((p, i) => Math.abs(p - b[i]!)))).toBeLessThan(1e-3);
    }
  });

  it("goes back to a shorter text", async () => {
    await using model = await loadTokenModel(MODEL);
    const first = [...(await model.feed(PROMPT, [10, 11, 12]))];
    await model.feed([10], [11]);
    await model.keep(PROMPT.length - 1);
    expect([...(await model.feed([PROMPT.at(-1)!], [10, 11, 12]))].map((p) => p.toFixed(3))).toEqual(first.map((p) => p.toFixed(3)));
  });

  it("refuses a file that is not the one it should be, before llama.cpp sees it", async () => {
    const path = join(folder, "flipped.gguf");
    copyFileSync(MODEL, path);
    const bytes = readFileSync(path);
    bytes[bytes.length - 5]! ^= 1;
    writeFileSync(path, bytes);
    await expect(loadTokenModel(path, { sha256: "0".repeat(64) })).rejects.toMatchObject({ code: "MODEL_DAMAGED" });
  });
});
