import type { SpokenWords } from "./spoken-words.ts";

/** Endings of names that are said as words; others are spelled. */
const AS_WORDS = new Set([
  "zip",
  "doc",
  "text",
  "log",
  "local",
  "com",
  "org",
  "net",
  "info",
  "home",
  "bin",
  "conf",
  "toml",
  "json",
]);
const EXTENSION = "[A-Za-z][A-Za-z0-9]{0,4}|mp[34]|7z";

/** Web addresses, mail addresses, paths and file names as one says them: "example dot org", "report 2 dot P D F". */
export function sayPlaces(text: string, words: SpokenWords): string {
  return text
    .replace(
      /\b(?:https?|ftp|file):\/\/(?:www\.)?([^\s/?#,，。]+)[^\s,，。]*?(?=[.!?]?(?:\s|$)|[,，。])/gi,
      (_, host: string) =>
        host
          .replace(/^.*@|:\d+$/g, "")
          .split(".")
          .map(spelled)
          .join(` ${words.dot} `),
    )
    .replace(
      /(?<![\p{L}\p{N}])([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)/gu,
      (_, who: string, host: string) =>
        `${who.replace(/[.]/g, ` ${words.dot} `).replace(/[_+-]/g, " ")} ${words.at} ${host.split(".").map(spelled).join(` ${words.dot} `)}`,
    )
    .replace(/(?<![\p{L}\p{N}])(?:~|\.{1,2})?(?:\/[\w.+@-]+)+\/?/gu, (path) => lastOf(path) ?? path)
    .replace(
      new RegExp(
        `(?<![\\w.])([\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*(?:\\.[\\p{L}\\p{N}_-]+)*)\\.(${EXTENSION})(?![\\w])`,
        "gu",
      ),
      (name, stem: string, end: string) =>
        isNoName(stem, end)
          ? name
          : `${stem.replace(/[_-]+/g, " ").replace(/\./g, ` ${words.dot} `)} ${words.dot} ${spelled(end)}`,
    )
    .replace(/(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])/gu, " ");
}

function lastOf(path: string): string | undefined {
  return path.split("/").findLast((part) => part !== "" && !/^[~.]+$/.test(part));
}

/** "e.g", "3.5g" and the end of a sentence without its blank are no names of files. */
function isNoName(stem: string, end: string): boolean {
  return /^\p{L}$/u.test(stem) || (/^\d+$/.test(stem) && /^(k|m|g|h|s|l)$/i.test(end)) || /^\p{Lu}\p{Ll}+$/u.test(end);
}

function spelled(end: string): string {
  if (AS_WORDS.has(end.toLowerCase()) || end.length > 4 || /^\d+$/.test(end)) return end;
  return end.length <= 3 || !/[aeiouy]/i.test(end) ? [...end.toUpperCase()].join(" ") : end;
}
