import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Env } from "../run-program.ts";
import type { App } from "./desktop.ts";
import { readApp } from "./desktop-entry.ts";

/** All programs of the menu; of two with one id, the one of the person's own folder wins, also when it hides the other. */
export async function listApps(env: Env, home: string): Promise<readonly App[]> {
  const desktops = (env.XDG_CURRENT_DESKTOP ?? "").split(":").filter(Boolean);
  const seen = new Set<string>();
  const apps: App[] = [];
  for (const folder of applicationFolders(env, home)) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.name.endsWith(".desktop") || entry.isDirectory()) continue;
      const file = join(entry.parentPath, entry.name);
      const id = relative(folder, file).replaceAll("/", "-");
      if (seen.has(id)) continue;
      seen.add(id);
      const text = await readFile(file, "utf8").catch(() => "");
      const app = readApp(id, file, text, desktops);
      if (app) apps.push(app);
    }
  }
  return apps;
}

function applicationFolders(env: Env, home: string): readonly string[] {
  const own = env.XDG_DATA_HOME || join(home, ".local/share");
  const shared = (env.XDG_DATA_DIRS || "/usr/local/share:/usr/share").split(":").filter(Boolean);
  const flatpak = [join(home, ".local/share/flatpak/exports/share"), "/var/lib/flatpak/exports/share"];
  return [...new Set([own, ...shared, ...flatpak])].map((folder) => join(folder, "applications"));
}
