/** Longest input looked at, in UTF-16 units; a span of an utterance is far shorter, and every reader stays linear in it. */
const MAX_LENGTH = 240;

/**
 * Words as the readers want them: NFKC, lower case, without accents, quotes or idle punctuation, hyphens between
 * letters opened ("week-end" → "week end"), one space between words and none between Chinese characters.
 */
export function clean(words: string): string {
  return words
    .slice(0, MAX_LENGTH)
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .normalize("NFC")
    .replace(/œ/g, "oe")
    .replace(/[’‘`´]/g, "'")
    .replace(/[–—−]/g, "-")
    .replace(/\u2044/g, "/")
    .replace(/["\u201c\u201d«»()[\]!?;\u3001\u3002~]/g, " ")
    .replace(/,(?!\d)|(?<!\d),|\.(?![\da-z])|(?<![\p{L}\d])\.(?!\d)/gu, " ")
    .replace(/(?<=\p{L})-(?=[\p{L}\d])|(?<=\d)-(?=\p{L})/gu, " ")
    .replace(/(?<=\p{Script=Han})\s+(?=[\p{Script=Han}\d])|(?<=\d)\s+(?=\p{Script=Han})/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
