import { readFileSync } from "node:fs";
import { join } from "node:path";

/** XDG user-dirs key → the names under which people mean that folder, in the three languages. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  DESKTOP: ["desktop", "bureau", "桌面"],
  DOWNLOAD: ["downloads", "download", "téléchargements", "téléchargement", "下载", "下载文件夹"],
  DOCUMENTS: ["documents", "docs", "文档", "文稿", "文件"],
  MUSIC: ["music", "musique", "音乐"],
  PICTURES: ["pictures", "photos", "images", "图片", "照片"],
  VIDEOS: ["videos", "movies", "vidéos", "视频", "影片"],
  TEMPLATES: ["templates", "modèles", "模板"],
  PUBLICSHARE: ["public"],
};
const USUAL: Readonly<Record<string, string>> = {
  DESKTOP: "Desktop",
  DOWNLOAD: "Downloads",
  DOCUMENTS: "Documents",
  MUSIC: "Music",
  PICTURES: "Pictures",
  VIDEOS: "Videos",
  TEMPLATES: "Templates",
  PUBLICSHARE: "Public",
};

/** The person's folders by the names they go by, absolute. `user-dirs.dirs` (xdg-user-dirs) decides, else the usual English names. */
export function userFolders(env: NodeJS.ProcessEnv, home: string): Record<string, string> {
  const own = readUserDirs(join(env.XDG_CONFIG_HOME ?? join(home, ".config"), "user-dirs.dirs"), home);
  const folders: Record<string, string> = {
    home,
    "home folder": home,
    maison: home,
    "dossier personnel": home,
    主目录: home,
  };
  for (const [key, names] of Object.entries(NAMES)) {
    const path = own.get(key) ?? join(home, USUAL[key]!);
    for (const name of names) folders[name] = path;
  }
  return folders;
}

function readUserDirs(file: string, home: string): ReadonlyMap<string, string> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return new Map(); // no such file: the usual names hold
  }
  return new Map(
    [...text.matchAll(/^XDG_([A-Z]+)_DIR="(?:\$HOME\/)?([^"]*)"/gm)].map(([, key, path]) => [
      key!,
      path!.startsWith("/") ? path! : join(home, path!),
    ]),
  );
}
