import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Memory } from "../../src/memory/memory.ts";
import { openMemory } from "../../src/memory/open-memory.ts";

/** A folder of its own for this test, removed when it has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "saysh-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Real SQLite in a temporary folder, with a clock that the test sets. */
export function temporaryMemory(start = "2026-11-23T09:00:00Z"): {
  readonly memory: Memory;
  readonly folder: string;
  readonly clock: { now: Date; advance(ms: number): void };
} {
  const folder = temporaryFolder();
  const clock = {
    now: new Date(start),
    advance(ms: number) {
      clock.now = new Date(clock.now.getTime() + ms);
    },
  };
  const memory = openMemory(folder, { now: () => clock.now });
  onTestFinished(() => memory[Symbol.dispose]());
  return { memory, folder, clock };
}
