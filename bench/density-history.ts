import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readCalibration } from "../src/intents/understand/reflex/calibration.ts";
import { addToHistory, readHistory } from "../src/models/density/history.ts";
import { measureModel } from "../src/shell/doors/measure-model.ts";

/**
 * node bench/density-history.ts [--again]: brings bench/density-history.jsonl up to date with the git history of reflex/reflex.gguf. Every
 * committed model that is not in it yet is measured (docs/density.md), with the
 * calibration.json of its commit, one after the other; with
 * --again all of them, as after a change of the evals: figures compare only on the same ones.
 */
const { values } = parseArgs({ options: { again: { type: "boolean" } } });
const root = fileURLToPath(new URL("..", import.meta.url));
const file = join(root, "bench/density-history.jsonl");

for (const [commit, date] of commits()) {
  const known = readHistory(file).find((row) => row.commit === commit);
  if (known && !values.again) continue;
  const folder = mkdtempSync(join(tmpdir(), "saysh-density-"));
  try {
    for (const name of ["reflex.gguf", "calibration.json"]) checkOut(commit, `reflex/${name}`, join(folder, name));
    dropUnreadable(join(folder, "calibration.json"), commit);
    const at = new Date(date).toISOString();
    const row = await measureModel(join(folder, "reflex.gguf"), { name: "reflex", at, commit });
    addToHistory(file, [row]);
    const { exact, multiplyAdds, density } = row;
    console.log(`${commit.slice(0, 7)} ${at} exact ${(100 * exact.share).toFixed(1)} %, ${(multiplyAdds / 1e6).toFixed(1)} M multiply-adds, density ${density.value}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Oldest first. */
function commits(): readonly (readonly [commit: string, date: string])[] {
  return git("log", "--reverse", "--format=%H,%cI", "--", "reflex/reflex.gguf")
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(",") as [string, string]);
}

/** A file as it was; one that was not there yet is left out. */
function checkOut(commit: string, path: string, to: string): void {
  if (git("ls-tree", "--name-only", commit, "--", path).length > 0) writeFileSync(to, git("show", `${commit}:${path}`));
}

/** A calibration of an older form says nothing to today's code: the model is then measured without one, and its row says so. */
function dropUnreadable(calibration: string, commit: string): void {
  if (!existsSync(calibration)) return;
  try {
    readCalibration(calibration);
  } catch {
    console.log(`${commit.slice(0, 7)} has a calibration of an older form: measured without it`);
    rmSync(calibration);
  }
}

function git(...args: readonly string[]): Buffer {
  return execFileSync("git", args, { cwd: root, maxBuffer: 256 * 1024 * 1024 });
}
