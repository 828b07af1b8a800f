import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { because } from "../../../src/reasons/reason.ts";
import { type Env, hasProgram, runProgram } from "../run-program.ts";

interface Shooter {
  readonly program: string;
  readonly debianPackage: string;
  readonly needs: "WAYLAND_DISPLAY" | "DISPLAY";
  readonly args: (path: string) => readonly string[];
}

/** In the order in which they are tried. */
const SHOOTERS: readonly Shooter[] = [
  { program: "grim", debianPackage: "grim", needs: "WAYLAND_DISPLAY", args: (path) => [path] },
  { program: "scrot", debianPackage: "scrot", needs: "DISPLAY", args: (path) => ["--overwrite", path] },
  { program: "import", debianPackage: "imagemagick", needs: "DISPLAY", args: (path) => ["-window", "root", path] },
  { program: "gnome-screenshot", debianPackage: "gnome-screenshot", needs: "DISPLAY", args: (path) => ["-f", path] },
];

export function findShooter(env: Env): string | undefined {
  return SHOOTERS.find((s) => env[s.needs] && hasProgram(s.program, env))?.program;
}

/** @throws ShellError BACKEND_MISSING without a screen or a program for it */
export async function takeScreenshot(path: string, env: Env): Promise<void> {
  const fitting = SHOOTERS.filter((s) => env[s.needs]);
  if (fitting.length === 0) throw because("screen.not-graphical");
  const shooter = fitting.find((s) => hasProgram(s.program, env));
  if (!shooter) throw because("screen.no-shooter", { package: fitting[0]!.debianPackage });
  await mkdir(dirname(path), { recursive: true });
  await runProgram(shooter.program, shooter.args(path), {
    env,
    timeoutMs: 15_000,
    debianPackage: shooter.debianPackage,
  });
  const size = await stat(path).then(
    (s) => s.size,
    () => 0,
  );
  if (size === 0) throw because("screen.no-picture", { program: shooter.program });
}
