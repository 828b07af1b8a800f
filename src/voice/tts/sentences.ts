/** Takes a reply as it is written and gives back each sentence as soon as it is known to be whole. */
export interface SentenceSplitter {
  /** @returns the sentences that this piece completed */
  push(text: string): readonly string[];
  /** @returns what was left; the splitter is empty then */
  end(): readonly string[];
}

/** Dots after these end no sentence. Compared without case. */
const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof st vs etc approx no nr fig vol dept e.g i.e a.m p.m cf env max min tél mme mlle ex av bd p".split(
    " ",
  ),
);
/** A sentence that does not end is cut at a comma beyond this many letters, so that its sound does not wait for ever. */
const LONG = 280;

export function createSentenceSplitter(): SentenceSplitter {
  let rest = "";
  const take = (isLast: boolean): string[] => {
    const sentences: string[] = [];
    for (let end = endOf(rest, isLast); end !== undefined; end = endOf(rest, isLast)) {
      sentences.push(rest.slice(0, end).trim());
      rest = rest.slice(end);
    }
    return sentences.filter((sentence) => sentence !== "");
  };
  return {
    push(text) {
      rest += text;
      return take(false);
    },
    end() {
      const last = [...take(true), rest.trim()].filter((sentence) => sentence !== "");
      rest = "";
      return last;
    },
  };
}

/** All sentences of a whole text. Each line ends one. */
export function sentencesOf(text: string): readonly string[] {
  const splitter = createSentenceSplitter();
  return [...splitter.push(text), ...splitter.end()];
}

/** Where the first sentence ends, if that is certain: a full stop at the very end may still become "3.5". */
function endOf(text: string, isLast: boolean): number | undefined {
  for (const { 0: signs, index } of text.matchAll(/[.!?…]+["'”’»)\]]*|[。！？；]+["'”’」』）]*|\n+/gu)) {
    const end = index + signs.length;
    if (/^[。！？；\n]/u.test(signs)) return end;
    if (end === text.length) return isLast ? end : undefined;
    if (!/\s/u.test(text[end]!)) continue;
    if (signs.startsWith(".") && !signs.startsWith("..") && isInside(text.slice(0, index))) continue;
    return end;
  }
  if (text.length <= LONG) return undefined;
  const comma = text.slice(0, LONG).search(/[,;:，、：][^,;:，、：]*$/u);
  return comma > 0 ? comma + 1 : undefined;
}

/** The dot after these words belongs to them: an abbreviation, an initial, or the number of a list's row. */
function isInside(before: string): boolean {
  const word = /[^\s(«“"']*$/u.exec(before)?.[0] ?? "";
  if (/^\p{Lu}$/u.test(word)) return true;
  if (/^\d{1,2}$/.test(word)) return /^$|\n$/.test(before.slice(0, -word.length));
  return ABBREVIATIONS.has(word.toLowerCase());
}
