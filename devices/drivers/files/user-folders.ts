import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { plain } from "../../../src/match-name.ts";
import type { Env } from "../run-program.ts";

/** key of user-dirs.dirs, the folder's usual names on the disk, and what people call it, in `plain` spelling. */
const FOLDERS: readonly (readonly [key: string, names: readonly string[], words: RegExp])[] = [
  ["DOWNLOAD", ["Downloads", "Téléchargements", "下载"], /^(downloads?|telechargements?|下载(内容)?)$/],
  ["DOCUMENTS", ["Documents", "文档"], /^(documents?|docs?|文档|文件)$/],
  ["DESKTOP", ["Desktop", "Bureau", "桌面"], /^(desktop|bureau|桌面)$/],
  ["PICTURES", ["Pictures", "Images", "图片"], /^(pictures?|images?|photos?|图片|照片|相片)$/],
  ["MUSIC", ["Music", "Musique", "音乐"], /^(music|musiques?|音乐)$/],
  ["VIDEOS", ["Videos", "Vidéos", "视频"], /^(videos?|movies|films?|视频|影片)$/],
  ["PUBLICSHARE", ["Public", "公共"], /^(public|公共)$/],
  ["TEMPLATES", ["Templates", "Modèles", "模板"], /^(templates?|modeles?|模板)$/],
];
const HOME =
  /^(home|personal|personnel|dossier personnel|repertoire personnel|maison|accueil|主目录|主文件夹|家目录|个人)$/;
/** What only says that it is a folder, and articles. */
const AROUND =
  /^(?:(?:in|into|to|my|the|dans|mes|mon|ma|les?|la|des?|du|dossier|repertoire|我的|到)\s*)+(?=\S)|\s*(?:folder|directory|dossier|文件夹|目录|夹|里面?|中)$/gu;

/** The words without "my", "the", "folder" and their kind, in `plain` spelling; the words themselves where nothing else is left. */
export function bareFolderWords(words: string): string {
  const text = plain(words);
  return text.replace(AROUND, "").replace(AROUND, "").trim() || text;
}

/** The usual folder that the words name, real, where it exists; see https://www.freedesktop.org/wiki/Software/xdg-user-dirs/. */
export function usualFolder(words: string, home: string, env: Env): string | undefined {
  const text = bareFolderWords(words);
  if (words.trim() === "~" || HOME.test(text)) return home;
  const folder = FOLDERS.find(([, , pattern]) => pattern.test(text));
  if (!folder) return undefined;
  const [key, names] = folder;
  const set = configured(key, home, env);
  const path = [...(set === undefined ? [] : [set]), ...names.map((name) => join(home, name))].find(existsSync);
  return path === undefined ? undefined : realpathSync(path);
}

function configured(key: string, home: string, env: Env): string | undefined {
  let text = "";
  try {
    text = readFileSync(join(env.XDG_CONFIG_HOME || join(home, ".config"), "user-dirs.dirs"), "utf8");
  } catch {
    return undefined; // machines without a desktop have none
  }
  const value = new RegExp(`^XDG_${key}_DIR="?([^"\\n]*)"?`, "m").exec(text)?.[1];
  const path = value?.replace(/^\$HOME(?=\/|$)/, home).replace(/\/+$/, "");
  // The home folder itself stands for "switched off".
  return path?.startsWith("/") && path !== home ? path : undefined;
}
