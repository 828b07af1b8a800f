import { because } from "../../../src/reasons/reason.ts";
import { type Env, hasProgram, missingProgram } from "../run-program.ts";
import { startDetached } from "./start-detached.ts";

/** Opens a file, folder or address with the program that the desktop has for it. @throws ShellError BACKEND_MISSING */
export async function openTarget(target: string, env: Env): Promise<void> {
  requireDisplay(env);
  if (hasProgram("xdg-open", env)) return startDetached("xdg-open", [target], env);
  if (hasProgram("gio", env)) return startDetached("gio", ["open", target], env);
  throw missingProgram("xdg-open", "xdg-utils");
}

/** @throws ShellError BACKEND_MISSING where no screen is there for windows */
export function requireDisplay(env: Env): void {
  if (env.WAYLAND_DISPLAY || env.DISPLAY) return;
  throw because("desktop.none");
}
