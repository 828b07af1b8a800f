import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { because } from "../../../src/reasons/reason.ts";
import type { Process } from "./system.ts";

const SAMPLE_MS = 333;
/** USER_HZ is 100 on every Linux port that Node runs on. */
const TICKS_PER_SECOND = 100;
const TERM_WAIT_MS = 3_000;
const KILL_WAIT_MS = 2_000;

/** From /proc (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html). @param root "/" or a test's folder */
export async function listProcesses(root: string, sort: "cpu" | "memory"): Promise<readonly Process[]> {
  const proc = join(root, "proc");
  const before = await snapshot(proc);
  const started = performance.now();
  await delay(SAMPLE_MS);
  const after = await snapshot(proc);
  const seconds = (performance.now() - started) / 1000;
  const own = ownPids(after);
  const list = [...after.values()]
    .filter((p) => !own.has(p.pid) && p.command !== "")
    .map(({ ticks, parent: _, ...p }): Process => {
      const past = before.get(p.pid);
      const spent = past?.startTicks === p.startTicks ? ticks - past.ticks : 0;
      return { ...p, cpuPercent: Math.round((100 * spent) / TICKS_PER_SECOND / seconds) };
    });
  const key = sort === "cpu" ? "cpuPercent" : "memoryBytes";
  return list.sort((a, b) => b[key] - a[key] || b.memoryBytes - a.memoryBytes);
}

export async function stopProcess(root: string, wanted: Process): Promise<"ended" | "killed"> {
  const proc = join(root, "proc");
  const all = await snapshot(proc);
  if (wanted.pid === 1 || ownPids(all).has(wanted.pid))
    throw because("process.ours", { name: wanted.name, pid: wanted.pid });
  const there = async () => (await readOne(proc, wanted.pid))?.startTicks === wanted.startTicks;
  if (!(await there())) throw because("process.gone", { name: wanted.name, pid: wanted.pid });
  signal(wanted, "SIGTERM");
  if (await goneWithin(there, TERM_WAIT_MS)) return "ended";
  signal(wanted, "SIGKILL");
  if (await goneWithin(there, KILL_WAIT_MS)) return "killed";
  throw because("process.stays", { name: wanted.name, pid: wanted.pid });
}

interface Sample extends Omit<Process, "cpuPercent"> {
  readonly ticks: number;
  readonly parent: number;
}

async function snapshot(proc: string): Promise<ReadonlyMap<number, Sample>> {
  const pids = (await readdir(proc)).filter((name) => /^\d+$/.test(name)).map(Number);
  const samples = await Promise.all(pids.map((pid) => readOne(proc, pid)));
  return new Map(samples.filter((s) => s !== undefined).map((s) => [s.pid, s]));
}

/** Undefined when the process is gone or only waits to be collected by its parent. */
async function readOne(proc: string, pid: number): Promise<Sample | undefined> {
  const folder = join(proc, String(pid));
  const files = await Promise.all([
    readFile(join(folder, "stat"), "utf8"),
    readFile(join(folder, "cmdline"), "utf8"),
    readFile(join(folder, "status"), "utf8"),
  ]).catch(() => undefined);
  if (!files) return undefined;
  const [stat, cmdline, status] = files;
  // The name stands in parentheses and may hold some itself: the last one closes it.
  const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return undefined;
  const args = cmdline.split("\0").filter((arg) => arg !== "");
  return {
    pid,
    name: nameOf(args, name),
    command: args.join(" "),
    parent: Number(fields[1]),
    ticks: Number(fields[11]) + Number(fields[12]),
    startTicks: Number(fields[19]),
    memoryBytes: Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024,
    uid: Number(/^Uid:\s+(\d+)/m.exec(status)?.[1] ?? -1),
  };
}

/** Programs that run another: the script is what the person knows. */
const INTERPRETERS = /^(python[\d.]*|node|nodejs|ruby|perl|bash|sh|dash|zsh|java|mono|electron)$/;

function nameOf(args: readonly string[], comm: string): string {
  const first = args[0] === undefined ? comm : basename(args[0].split(" ")[0]!).replace(/^-/, "");
  if (!INTERPRETERS.test(first)) return first || comm;
  const script = args.slice(1).find((arg) => !arg.startsWith("-"));
  return script?.includes("/") || /\.\w{1,4}$/.test(script ?? "") ? basename(script!) : first;
}

/** This process and all that it hangs on: its ancestors, pid 1 included. */
function ownPids(all: ReadonlyMap<number, Sample>): ReadonlySet<number> {
  const own = new Set([1]);
  for (let pid = process.pid; pid > 1 && !own.has(pid); pid = all.get(pid)?.parent ?? 0) own.add(pid);
  return own;
}

function signal(target: Process, name: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(target.pid, name);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ESRCH") return;
    throw because("process.others", { name: target.name, pid: target.pid }, { cause });
  }
}

async function goneWithin(there: () => Promise<boolean>, ms: number): Promise<boolean> {
  for (const deadline = performance.now() + ms; performance.now() < deadline; await delay(50))
    if (!(await there())) return true;
  return !(await there());
}
