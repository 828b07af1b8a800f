/** Signs of which file names, paths and addresses are made without a blank; Chinese is written without blanks and is no part of it. */
const SIGN = /[\p{Script=Latin}\p{M}\p{N}._~+@/-]/u;
const EXTENSION = /[^./]\.\p{Script=Latin}[\p{Script=Latin}\p{N}]{0,4}$/u;
const PATH = /^(?:~|\.{1,2})?\/./;

/** A span that begins with a figure is taken from its minus sign on: in "-5 plus 3" the model may leave it out. */
export function withSign(text: string, start: number): number {
  const isSigned = /\d/.test(text[start] ?? "") && /[-−]/.test(text[start - 1] ?? "");
  return isSigned && (start === 1 || /\s/.test(text[start - 2]!)) ? start - 1 : start;
}

/**
 * A span that ends inside a file name or a path ("report-2026" of "report-2026-02.txt") is taken to the ends of that name: a person
 * never means a part of it. Other words stay as they are. Offsets and result are UTF-16 units of `text`.
 */
export function wholeName(text: string, start: number, end: number): readonly [start: number, end: number] {
  let from = start;
  let to = end;
  while (from > 0 && SIGN.test(text[from - 1]!)) from--;
  while (to < text.length && SIGN.test(text[to]!)) to++;
  while (to > end && text[to - 1] === ".") to--;
  const name = text.slice(Math.max(from, text.lastIndexOf(" ", to - 1) + 1), to);
  return EXTENSION.test(name) || PATH.test(name) ? [from, to] : [withSign(text, start), end];
}
