import { isAbsolute, join, normalize } from "node:path";
import type { FilesDriver } from "../../../../devices/drivers/files/files.ts";
import { matchNames, plain } from "../../../match-name.ts";
import type { Powers } from "../../powers.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";
import { noSuchFolder, optionOf } from "./file-words.ts";

export type Picked = { readonly paths: readonly string[] } | { readonly otherwise: Result };

/** Words that only say that a folder follows. */
const KIND =
  /^(?:the|my|le|la|les|mes|mon|ma|我的|dossier|répertoire|folder|directory)\s+|\s+(?:folder|directory)$|(?:文件夹|目录)$/giu;

/** The folder that the words name: a path, one of the configuration or of the desktop, one named before, one found in the home. */
export async function pickFolder(words: string, arg: string, files: FilesDriver, powers: Powers): Promise<Picked> {
  const path = pathOf(words, files.home);
  if (path !== undefined) {
    const entry = await files.stat(path).catch((error) => {
      if (isAbsolute(words) || words.startsWith("~") || error.code === "FILE_OUTSIDE_HOME") throw error;
      return undefined;
    });
    if (entry?.isFolder) return { paths: [path] };
  }
  const configured = matchNames(words, Object.entries(powers.config.folders), ([name]) => [name], 0.9)[0];
  if (configured) return { paths: [configured.thing[1]] };
  const usual = files.usualFolder(words);
  if (usual !== undefined) return { paths: [usual] };
  for (const thing of powers.refs.resolve(words, ["file"])) {
    const entry = await files.stat(thing.id).catch(() => undefined);
    if (entry?.isFolder) return { paths: [entry.path] };
  }

  const bare = words.replace(KIND, "").replace(KIND, "").trim() || words;
  const found = await files.find({ name: bare, kind: "folder", minScore: 0.75 }, powers.signal);
  const best = found.files.filter((file) => file.score >= (found.files[0]?.score ?? 0) - 0.05);
  // A name said in full and lying near the top is meant before others of its name that lie deep.
  const exact = best.filter((file) => plain(file.name) === plain(bare));
  const candidates = exact.length > 0 ? shallowest(exact) : best;
  if (candidates.length === 0) return { otherwise: noSuchFolder(words, powers.lang) };
  if (candidates.length === 1) return { paths: [candidates[0]!.path] };
  return {
    otherwise: {
      kind: "choose",
      arg,
      question: say(powers.lang, { en: "Which folder?", fr: "Quel dossier ?", zh: "哪个文件夹？" }),
      options: candidates.slice(0, 10).map((file) => optionOf(file, candidates, files.home)),
    },
  };
}

/** `~/x`, `/x` and `a/b` are paths, and so is a bare name that might lie in the home folder; undefined for words. */
export function pathOf(words: string, home: string): string | undefined {
  if (words === "~") return home;
  if (words.startsWith("~/")) return normalize(join(home, words.slice(2)));
  if (isAbsolute(words)) return normalize(words);
  return words.includes("\0") ? undefined : normalize(join(home, words));
}

function shallowest<T extends { readonly path: string }>(files: readonly T[]): readonly T[] {
  const depth = (file: T) => file.path.split("/").length;
  const least = Math.min(...files.map(depth));
  return files.filter((file) => depth(file) === least);
}
