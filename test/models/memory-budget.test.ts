import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { memoryBudget } from "../../src/models/memory-budget.ts";
import { temporaryFolder } from "../support/programs.ts";

const GIB = 1024 ** 3;
const MEMINFO = { "proc/meminfo": "MemTotal:       16777216 kB\nMemFree:  100 kB\nMemAvailable:    8388608 kB\n" };
const UNIT = "sys/fs/cgroup/system.slice/saysh.service";
const unified = { ...MEMINFO, "proc/self/cgroup": "0::/system.slice/saysh.service\n" };

test.each<[string, Readonly<Record<string, string>>, ReturnType<typeof memoryBudget>]>([
  ["without control groups", MEMINFO, { bytes: 8 * GIB, from: "available" }],
  ["a group without a limit", { ...unified, [`${UNIT}/memory.max`]: "max\n", [`${UNIT}/memory.current`]: "5\n" }, { bytes: 8 * GIB, from: "available" }],
  [
    "a unit's limit, its cache of files counted as free",
    { ...unified, [`${UNIT}/memory.max`]: `${GIB}\n`, [`${UNIT}/memory.current`]: `${GIB / 2}\n`, [`${UNIT}/memory.stat`]: `anon 1\ninactive_file ${GIB / 4}\n` },
    { bytes: 0.75 * GIB, from: "cgroup" },
  ],
  [
    "the limit of a group further up",
    { ...unified, "sys/fs/cgroup/system.slice/memory.max": `${2 * GIB}`, "sys/fs/cgroup/system.slice/memory.current": "0" },
    { bytes: 2 * GIB, from: "cgroup" },
  ],
  [
    "version 1",
    { ...MEMINFO, "proc/self/cgroup": "5:cpu,memory:/box\n", "sys/fs/cgroup/memory/box/memory.limit_in_bytes": `${GIB}`, "sys/fs/cgroup/memory/box/memory.usage_in_bytes": "0" },
    { bytes: GIB, from: "cgroup" },
  ],
  ["more used than allowed", { ...unified, [`${UNIT}/memory.max`]: "5", [`${UNIT}/memory.current`]: "9" }, { bytes: 0, from: "cgroup" }],
  ["a machine that tells nothing", {}, undefined],
])("%s", (_, files, budget) => {
  const root = temporaryFolder();
  onTestFinished(() => root[Symbol.dispose]());
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root.path, name)), { recursive: true });
    writeFileSync(join(root.path, name), text);
  }
  expect(memoryBudget(root.path)).toEqual(budget);
});

test("this machine tells", () => {
  expect(memoryBudget()?.bytes).toBeGreaterThan(0);
});
