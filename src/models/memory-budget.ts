import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Memory that a model may take. */
export interface MemoryBudget {
  readonly bytes: number;
  /** Where the bound comes from: what the kernel calls available, or what is left of a control group's limit (containers, units). */
  readonly from: "available" | "cgroup";
}

/**
 * The smaller of MemAvailable and what every control group above this process leaves; version 2 and version 1 of control groups.
 * Memory that a group keeps as a cache of files can be given back and counts as free. Undefined where /proc does not tell.
 *
 * @param root where /proc and /sys lie
 */
export function memoryBudget(root = "/"): MemoryBudget | undefined {
  const kilobytes = /^MemAvailable:\s+(\d+) kB/m.exec(textIn(join(root, "proc/meminfo")))?.[1];
  const groups = [...unified(root), ...older(root)];
  const left = Math.min(...groups);
  if (kilobytes === undefined) return Number.isFinite(left) ? { bytes: left, from: "cgroup" } : undefined;
  const available = Number(kilobytes) * 1024;
  return left < available ? { bytes: left, from: "cgroup" } : { bytes: available, from: "available" };
}

function unified(root: string): readonly number[] {
  const own = /^0::(.*)$/m.exec(textIn(join(root, "proc/self/cgroup")))?.[1] ?? "/";
  return upwards(own).flatMap((path) => {
    const folder = join(root, "sys/fs/cgroup", path);
    return room(folder, "memory.max", "memory.current", /^inactive_file (\d+)$/m);
  });
}

function older(root: string): readonly number[] {
  const own = /^\d+:(?:[^:]*,)?memory(?:,[^:]*)?:(.*)$/m.exec(textIn(join(root, "proc/self/cgroup")))?.[1];
  if (own === undefined) return [];
  return upwards(own).flatMap((path) => {
    const folder = join(root, "sys/fs/cgroup/memory", path);
    return room(folder, "memory.limit_in_bytes", "memory.usage_in_bytes", /^total_inactive_file (\d+)$/m);
  });
}

function room(folder: string, limitFile: string, usageFile: string, reclaimable: RegExp): readonly number[] {
  const limit = Number(textIn(join(folder, limitFile)).trim() || Number.NaN); // "max" is not a number: no limit
  const usage = Number(textIn(join(folder, usageFile)).trim() || Number.NaN);
  if (Number.isNaN(limit) || Number.isNaN(usage)) return [];
  const cached = Number(reclaimable.exec(textIn(join(folder, "memory.stat")))?.[1] ?? 0);
  return [Math.max(0, limit - usage + cached)];
}

/** A group and all that hold it: "/a/b" → /a/b, /a, /. In a container the own path may not be visible; what is, counts. */
function upwards(path: string): readonly string[] {
  const all = [path];
  while (all.at(-1) !== "/" && all.at(-1) !== ".") all.push(dirname(all.at(-1)!));
  return all;
}

function textIn(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // this machine does not have it
  }
}
