import { homedir, tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";

/** Where saysh keeps things: absolute folders, not made yet. XDG base directory specification 0.8. */
export interface Paths {
  /** config.toml and what else the person writes. */
  readonly config: string;
  /** The database and the calendar. */
  readonly data: string;
  /** Logs. */
  readonly state: string;
  /** Downloaded models; can be deleted. */
  readonly cache: string;
  /** Sockets; gone after a reboot. */
  readonly runtime: string;
  /** The file `config.toml`. */
  readonly configFile: string;
}

/**
 * `SAYSH_CONFIG_DIR`, `SAYSH_DATA_DIR`, `SAYSH_STATE_DIR`, `SAYSH_CACHE_DIR` and `SAYSH_RUNTIME_DIR` name a folder itself and
 * `SAYSH_CONFIG` the configuration file; else `saysh` in the XDG folder. A relative XDG path is ignored, as the specification demands.
 */
export function resolvePaths(env: NodeJS.ProcessEnv = process.env, home: string = homedir()): Paths {
  const folder = (name: string, fallback: string): string => {
    const own = env[`SAYSH_${name}_DIR`];
    if (own !== undefined && isAbsolute(own)) return own;
    const xdg = env[name === "RUNTIME" ? "XDG_RUNTIME_DIR" : `XDG_${name}_HOME`];
    return xdg !== undefined && isAbsolute(xdg) ? join(xdg, "saysh") : fallback;
  };
  const config = folder("CONFIG", join(home, ".config", "saysh"));
  return {
    config,
    data: folder("DATA", join(home, ".local", "share", "saysh")),
    state: folder("STATE", join(home, ".local", "state", "saysh")),
    cache: folder("CACHE", join(home, ".cache", "saysh")),
    runtime: folder("RUNTIME", join(tmpdir(), `saysh-${process.getuid?.() ?? 0}`)),
    configFile: env.SAYSH_CONFIG && isAbsolute(env.SAYSH_CONFIG) ? env.SAYSH_CONFIG : join(config, "config.toml"),
  };
}
