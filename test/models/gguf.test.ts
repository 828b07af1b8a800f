import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ShellError } from "../../src/errors.ts";
import { parameterCount, readGguf } from "../../src/models/gguf.ts";

const MODEL = join(import.meta.dirname, "../../reflex/reflex.gguf");
const folder = mkdtempSync(join(tmpdir(), "saysh-gguf-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the head of a GGUF file", () => {
  const whole = readFileSync(MODEL);
  const path = join(folder, "model.gguf");
  const given = (bytes: Uint8Array) => {
    writeFileSync(path, bytes);
    return () => readGguf(path);
  };

  it("is read: metadata, tensors and where they lie", () => {
    const head = readGguf(MODEL);
    expect(head.metadata["general.architecture"]).toBe("llama");
    expect((head.metadata["tokenizer.ggml.tokens"] as string[])[0]).toBe("<s>");
    expect(head.tensors[0]).toMatchObject({ name: "token_embd.weight", type: 8 });
    expect(parameterCount(head)).toBeGreaterThan(1e6);
    expect(head.fileBytes).toBe(whole.length);
  });

  it("of a file cut anywhere is refused", () => {
    const end = readGguf(MODEL).tensors[0]!.offset;
    const cuts = [0, 3, 4, 7, 8, 23, 24, 31, 100, 5000, end - 1, end, end + 1000, whole.length - 1000, whole.length - 40];
    for (const cut of cuts) expect(given(whole.subarray(0, cut)), `${cut} bytes`).toThrow(expect.objectContaining({ code: "MODEL_DAMAGED" }));
  });

  it.each<[string, (bytes: Buffer) => void]>([
    ["another kind of file", (b) => b.write("PK\u0003\u0004")],
    ["a version to come", (b) => b.writeUInt32LE(9, 4)],
    ["more tensors than bytes", (b) => b.writeBigUInt64LE(1n << 60n, 8)],
    ["more metadata than bytes", (b) => b.writeBigUInt64LE(1n << 40n, 16)],
    ["a name longer than the file", (b) => b.writeBigUInt64LE(1n << 33n, 24)],
  ])("refuses %s", (_, damage) => {
    const bytes = Buffer.from(whole);
    damage(bytes);
    expect(given(bytes)).toThrow(ShellError);
  });

  it("never throws anything but a ShellError, whichever bit is flipped", () => {
    const end = readGguf(MODEL).tensors[0]!.offset;
    for (let i = 0; i < 80; i++) {
      const bytes = Buffer.from(whole.subarray(0, end + 64));
      const at = i < 60 ? i * 30 : (i * 7919) % end;
      bytes[at]! ^= 1 << i % 8;
      try {
        given(bytes)();
      } catch (error) {
        expect(error, `byte ${at}`).toBeInstanceOf(ShellError);
      }
    }
  });
});
