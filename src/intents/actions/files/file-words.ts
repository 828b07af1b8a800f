import { basename } from "node:path";
import type { FileEntry } from "../../../../devices/drivers/files/files.ts";
import { ShellError } from "../../../errors.ts";
import { remedyOf } from "../../../reasons/reason.ts";
import type { Lang } from "../../plan.ts";
import type { Result, Thing } from "../../result.ts";
import { say } from "../../say.ts";
import { sayList } from "../../values/index.ts";

/** A path as a person would write it: `~/Documents/report.pdf`. */
export function homely(path: string, home: string): string {
  if (path === home) return "~";
  return path.startsWith(`${home}/`) ? `~/${path.slice(home.length + 1)}` : path;
}

/** A folder as one says it: the home folder by its name, others as a path. `start`: it begins the sentence. */
export function sayPlace(path: string, home: string, lang: Lang, start = false): string {
  if (path !== home) return homely(path, home);
  return start
    ? say(lang, { en: "Your home folder", fr: "Votre dossier personnel", zh: "您的主文件夹" })
    : say(lang, { en: "your home folder", fr: "votre dossier personnel", zh: "您的主文件夹" });
}

/** "report.pdf", "a, b and c", "12 files": names up to three, then how many. */
export function sayNames(paths: readonly string[], lang: Lang): string {
  if (paths.length <= 3) {
    return sayList(
      paths.map((path) => basename(path)),
      lang,
    );
  }
  return say(lang, { en: `${paths.length} files`, fr: `${paths.length} fichiers`, zh: `${paths.length}个文件` });
}

export function fileThing(path: string): Thing {
  return { kind: "file", id: path, name: basename(path) };
}

/** An option of a question: where two go by one name, the folder tells them apart. */
export function optionOf(
  file: Pick<FileEntry, "path" | "name">,
  all: readonly { name: string }[],
  home: string,
): Thing {
  const isAlone = all.filter((other) => other.name === file.name).length === 1;
  return { kind: "file", id: file.path, name: isAlone ? file.name : homely(file.path, home) };
}

export function noSuchFile(words: string, lang: Lang): Result {
  return {
    kind: "failed",
    code: "FILE_NOT_FOUND",
    say: say(lang, {
      en: `I find no file called ${words}.`,
      fr: `Je ne trouve pas de fichier « ${words} ».`,
      zh: `没有找到名为${words}的文件。`,
    }),
  };
}

export function noSuchFolder(words: string, lang: Lang): Result {
  return {
    kind: "failed",
    code: "FILE_NOT_FOUND",
    say: say(lang, {
      en: `I find no folder called ${words}.`,
      fr: `Je ne trouve pas de dossier « ${words} ».`,
      zh: `没有找到名为${words}的文件夹。`,
    }),
    remedy: say(lang, {
      en: `say: create a folder called ${words}`,
      fr: `dites : crée un dossier ${words}`,
      zh: `请说：新建文件夹${words}`,
    }),
  };
}

export function nameTaken(name: string, lang: Lang): Result {
  return {
    kind: "failed",
    code: "FILE_EXISTS",
    say: say(lang, {
      en: `There is already something called ${name} there, and I do not replace it.`,
      fr: `Il y a déjà quelque chose qui s'appelle ${name}, je ne le remplace pas.`,
      zh: `那里已经有${name}，我不会覆盖它。`,
    }),
    remedy: say(lang, {
      en: "rename one of the two, or throw the other one away",
      fr: "renommez l'un des deux, ou jetez l'autre",
      zh: "请给其中一个改名，或先删除另一个",
    }),
  };
}

/** What commonly goes wrong with files, in the person's words; everything else is thrown on. */
export async function inWords<R extends Result | undefined>(lang: Lang, work: () => Promise<R>): Promise<Result | R> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    const path = typeof error.details.path === "string" ? basename(error.details.path) : undefined;
    if (error.code === "FILE_EXISTS") return nameTaken(path ?? "…", lang);
    if (error.code === "FILE_OUTSIDE_HOME")
      return {
        kind: "failed",
        code: error.code,
        say: say(lang, {
          en: "That leads out of your home folder, where I change and read nothing.",
          fr: "Cela mène hors de votre dossier personnel ; je n'y lis ni ne change rien.",
          zh: "那在你的主文件夹之外，我不会读取或改动。",
        }),
        ...remedyOf(error, lang),
      };
    if (error.code === "FILE_NOT_FOUND" && path !== undefined)
      return {
        kind: "failed",
        code: error.code,
        say: say(lang, {
          en: `${path} is no longer there.`,
          fr: `${path} n'est plus là.`,
          zh: `${path}已经不在了。`,
        }),
      };
    throw error;
  }
}
