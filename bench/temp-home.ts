import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TempHome extends Disposable {
  /** The environment of this process with every folder of the user replaced. */
  readonly env: NodeJS.ProcessEnv;
  /** Where the daemon's socket will be. */
  readonly runtime: string;
}

/** A home of its own, so that a measurement neither reads nor changes what saysh keeps for the person. Removed when disposed. */
export function createTempHome(): TempHome {
  const home = mkdtempSync(join(tmpdir(), "saysh-bench-"));
  const folder = (name: string) => {
    const path = join(home, name);
    mkdirSync(path, { mode: 0o700 });
    return path;
  };
  const runtime = folder("runtime");
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: folder("config"),
    XDG_DATA_HOME: folder("data"),
    XDG_STATE_HOME: folder("state"),
    XDG_CACHE_HOME: folder("cache"),
    XDG_RUNTIME_DIR: runtime,
    SAYSH_NO_BACKGROUND: "1",
  };
  for (const name of Object.keys(env)) {
    if (/^SAYSH_(CONFIG|.*_DIR)$/.test(name)) delete env[name];
  }
  return {
    env,
    runtime: join(runtime, "saysh"),
    [Symbol.dispose]: () => rmSync(home, { recursive: true, force: true }),
  };
}
