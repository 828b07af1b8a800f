import { isAbsolute } from "node:path";
import type { FileKind, FilesDriver, Found } from "../../../../devices/drivers/files/files.ts";
import type { Powers } from "../../powers.ts";
import { say } from "../../say.ts";
import { fileThing, noSuchFile, optionOf } from "./file-words.ts";
import { type Picked, pathOf } from "./pick-folder.ts";

/** "them", "all three": everything that was listed is meant, not one of it. */
const SEVERAL =
  /^(?:them|these|those|all|both|(?:all|both)(?: (?:three|four|five))?(?: of)? (?:it|them|these|those)|them all|(?:these|those|all the|all) .+|les deux|ceux(?:-ci|-là)?|celles(?:-ci|-là)?|tous|toutes|les|(?:ces|tous (?:les|ces)|toutes (?:les|ces)) .+|它们|这些.*|那些.*|全部.*|所有.*|都)$/i;
/** Words that point at something named before; no file is called so. */
const POINTING =
  /^(?:it|this|that|them|these|those|the (?:first|second|third|last|other)(?: one)?|(?:this|that|the) (?:file|one)|le|la|les|l'|ça|cela|celui-ci|celui-là|ce fichier|le (?:premier|deuxième|dernier)|它|它们|这个|那个|这些|那些|第[一二三两]个|最后一个)$/iu;
/** A noun that says what kind of file is meant: "the budget spreadsheet". */
const NOUNS: readonly (readonly [RegExp, FileKind])[] = [
  [/\s*\b(?:files?|fichiers?)\b\s*(?:called|named|appelé|nommé)?\s*|(?:这个|那个)?文件$/giu, "any"],
  [
    /\s*\b(?:documents?|reports?|letters?|spreadsheets?|presentations?|pdfs?|rapport|lettre|tableau|présentation)\b(?:\s+(?:de|du|des|d'|sur))?\s*|(?:文档|报告|表格|信)$/giu,
    "document",
  ],
  [/\s*\b(?:photos?|pictures?|images?|pics?)\b(?:\s+(?:of|de|du|des|d'))?\s*|(?:照片|图片|相片)$/giu, "picture"],
  [/\s*\b(?:songs?|chanson|morceau)\b\s*|(?:歌曲|歌)$/giu, "music"],
  [/\s*\b(?:videos?|vidéos?|films?|movies?)\b\s*|(?:视频|电影)$/giu, "video"],
  [/\s*\b(?:folder|directory|dossier|répertoire)\b(?:\s+(?:de|des|du))?\s*|(?:文件夹|目录)$/giu, "folder"],
  [/\s*\b(?:archive|zip|tarball|zip file)\b\s*|(?:压缩包|压缩文件)$/giu, "archive"],
];

/**
 * The files that a reference means: a path, things of the turns before ("it", "the second one", "them"), a usual folder, else a
 * search by name. Several that fit are asked about.
 */
export async function pickFiles(words: string, arg: string, files: FilesDriver, powers: Powers): Promise<Picked> {
  const path = pathOf(words, files.home);
  if (path !== undefined) {
    try {
      return { paths: [(await files.stat(path)).path] };
    } catch (error) {
      const { code } = error as { code?: string };
      if (isAbsolute(words) || words.startsWith("~") || code === "FILE_OUTSIDE_HOME") throw error;
    }
  }

  const mentioned = [];
  for (const thing of powers.refs.resolve(words, ["file"])) {
    // What was trashed or moved since by other means is not meant any more.
    if (await files.stat(thing.id).catch(() => undefined)) mentioned.push(thing);
  }
  if (mentioned.length === 1 || (mentioned.length > 1 && SEVERAL.test(words.trim())))
    return { paths: mentioned.map((thing) => thing.id) };
  if (mentioned.length > 1)
    return choose(
      arg,
      mentioned.map((t) => ({ path: t.id, name: t.name })),
      files,
      powers,
    );

  if (POINTING.test(words.trim()))
    return {
      otherwise: {
        kind: "ask",
        arg,
        question: say(powers.lang, {
          en: "Which file do you mean?",
          fr: "De quel fichier parlez-vous ?",
          zh: "您指的是哪个文件？",
        }),
      },
    };

  const usual = files.usualFolder(words) ?? powers.config.folders[words];
  if (usual !== undefined) return { paths: [usual] };

  const found = await search(words, files, powers);
  const best = found.files.filter((file) => file.score >= (found.files[0]?.score ?? 0) - 0.05);
  if (best.length === 0) return { otherwise: noSuchFile(words, powers.lang) };
  if (best.length === 1) return { paths: [best[0]!.path] };
  return choose(arg, best, files, powers);
}

/** By the whole words first; then without the noun of the kind, among files of that kind. */
async function search(words: string, files: FilesDriver, powers: Powers): Promise<Found> {
  const asSaid = await files.find({ name: words, minScore: 0.75 }, powers.signal);
  if (asSaid.files.length > 0) return asSaid;
  for (const [noun, kind] of NOUNS) {
    const bare = words.replace(noun, " ").trim();
    if (bare === words || bare === "") continue;
    const found = await files.find({ name: bare, kind, minScore: 0.7 }, powers.signal);
    if (found.files.length > 0) return found;
  }
  return files.find({ name: words, minScore: 0.6 }, powers.signal);
}

function choose(
  arg: string,
  among: readonly { readonly path: string; readonly name: string }[],
  files: FilesDriver,
  { lang }: Powers,
): Picked {
  const options = among.slice(0, 10).map((file) => optionOf(file, among, files.home));
  return {
    otherwise: {
      kind: "choose",
      arg,
      question: say(lang, { en: "Which file?", fr: "Quel fichier ?", zh: "哪个文件？" }),
      options: options.length > 0 ? options : among.map((file) => fileThing(file.path)),
    },
  };
}
