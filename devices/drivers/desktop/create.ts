import { because } from "../../../src/reasons/reason.ts";
import { type Env, hasProgram } from "../run-program.ts";
import { processesOf } from "./app-processes.ts";
import type { App, DesktopDriver } from "./desktop.ts";
import { commandOf } from "./desktop-entry.ts";
import { listApps } from "./list-apps.ts";
import { openTarget, requireDisplay } from "./open-target.ts";
import { startDetached } from "./start-detached.ts";

/** A desktop by its .desktop files. @throws ShellError BACKEND_MISSING where no screen is there for windows */
export async function createDesktopDriver({ env, home }: { env: Env; home: string }): Promise<DesktopDriver> {
  requireDisplay(env);
  return {
    backend: env.XDG_CURRENT_DESKTOP || (env.WAYLAND_DISPLAY ? "Wayland" : "X11"),
    apps: () => listApps(env, home),
    open: (app) => start(app, env, home),
    async close(app) {
      const pids = await processesOf(app);
      for (const pid of pids) {
        try {
          process.kill(pid, "SIGTERM");
        } catch (error) {
          // ESRCH: a child that ended with its parent just now.
          if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
        }
      }
      return pids.length;
    },
    async openAddress(url) {
      if (!/^https?:\/\//.test(url)) throw because("desktop.no-address", { url });
      await openTarget(url, env);
    },
  };
}

/** By the desktop's own launcher where there is one: it knows about D-Bus activation and startup feedback. */
async function start(app: App, env: Env, home: string): Promise<void> {
  if (!app.needsTerminal && hasProgram("gtk-launch", env)) return startDetached("gtk-launch", [app.id], env, home);
  if (!app.needsTerminal && hasProgram("gio", env)) return startDetached("gio", ["launch", app.file], env, home);
  const [program, ...args] = commandOf(app);
  if (program === undefined) throw because("desktop.no-command", { file: app.file });
  const cwd = app.path ?? home;
  if (!app.needsTerminal) return startDetached(program, args, env, cwd);
  const terminal = ["x-terminal-emulator", "foot", "xterm"].find((name) => hasProgram(name, env));
  if (!terminal) throw because("desktop.no-terminal", { app: app.name });
  return startDetached(terminal, ["-e", program, ...args], env, cwd);
}
