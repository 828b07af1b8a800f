import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "../run-program.ts";

export type UserFolder = "MUSIC" | "VIDEOS" | "PICTURES";

/** The usual names where the desktop keeps none: English first, then the other languages of the shell. */
const NAMES: Readonly<Record<UserFolder, readonly string[]>> = {
  MUSIC: ["Music", "Musique", "音乐"],
  VIDEOS: ["Videos", "Vidéos", "视频"],
  PICTURES: ["Pictures", "Images", "图片"],
};

/**
 * The person's folder as user-dirs.dirs says (https://www.freedesktop.org/wiki/Software/xdg-user-dirs/), else the first
 * usual name that exists, else the English one, which may not exist.
 */
export function userFolder(folder: UserFolder, home: string, env: Env): string {
  const config = env.XDG_CONFIG_HOME || join(home, ".config");
  const line = readText(join(config, "user-dirs.dirs"))
    .split("\n")
    .find((text) => text.startsWith(`XDG_${folder}_DIR=`));
  const value = line?.slice(line.indexOf("=") + 1).replace(/^"|"$/g, "");
  if (value) {
    const path = value.replace(/^\$HOME(?=\/|$)/, home);
    if (path.startsWith("/") && path !== home && path !== `${home}/`) return path;
  }
  const found = NAMES[folder].map((name) => join(home, name)).find((path) => existsSync(path));
  return found ?? join(home, NAMES[folder][0]!);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // most machines without a desktop have none
  }
}
