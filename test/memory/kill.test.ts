import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openMemory } from "../../src/memory/open-memory.ts";
import { temporaryFolder } from "./temp-memory.ts";

/** Sets a timer, claims the one that is due, says so, and then waits to be killed in the middle of its work. */
const PROGRAM = `
  import { openMemory } from ${JSON.stringify(fileURLToPath(new URL("../../src/memory/open-memory.ts", import.meta.url)))};
  const now = () => new Date("2026-11-23T09:00:00Z");
  const memory = openMemory(process.argv[1], { now });
  memory.alerts.set({ kind: "timer", label: "due already", dueAt: now() });
  memory.alerts.set({ kind: "timer", label: "due later", dueAt: new Date("2026-11-23T09:05:00Z") });
  console.log(memory.alerts.claimDue(now()).ring.length);
  setInterval(() => {}, 1000);
`;

test("a timer outlives kill -9 and rings exactly once", async () => {
  const folder = temporaryFolder();
  const child = spawn(process.execPath, ["--input-type=module", "--eval", PROGRAM, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout, "data");
  expect(String(said).trim()).toBe("1");
  child.kill("SIGKILL");
  await once(child, "exit");

  const later = new Date("2026-11-23T09:06:00Z");
  using first = openMemory(folder, { now: () => later });
  using second = openMemory(folder, { now: () => later });
  const rung = [...first.alerts.claimDue(later).ring, ...second.alerts.claimDue(later).ring];
  expect(rung.map((alert) => alert.label)).toEqual(["due later"]);
  expect(first.alerts.list("timer").map((alert) => alert.state)).toEqual(["ringing", "ringing"]);
});
