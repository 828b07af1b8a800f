/** Lower case, without accents, punctuation as spaces, apostrophes as word borders: how words are compared. */
export function fold(words: string): string {
  return words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[^\p{L}\p{N}'%.+-]+/gu, " ")
    .replace(/(^|\s)[.'+-]+|[.'+-]+(?=\s|$)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** The words of a folded text; Chinese, which has no spaces, one character each. */
export function tokens(words: string): readonly string[] {
  return fold(words).match(/\p{Script=Han}|[^\s'\p{Script=Han}]+'?/gu) ?? [];
}
