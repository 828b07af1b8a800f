/** What two spellings of the same name have in common: no case, accents, punctuation or doubled spaces. */
export function keyOf(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[’'"“”«»()[\]{}.,;:!?¿¡。，、；：！？「」『』《》]/gu, " ")
    .replaceAll(/[\s_-]+/gu, " ")
    .trim();
}
