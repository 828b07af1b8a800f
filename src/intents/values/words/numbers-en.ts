const SMALL = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, n) => [word, n] as const),
);
const TENS = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, n) => [word, 20 + 10 * n] as const),
);
const SCALES = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
]);
const ORDINALS = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    .split(" ")
    .map((word, n) => [word, n + 1] as const)
    .concat([["thirtieth", 30] as const]),
);
const MONTH = /^(jan|feb|mar|apr|may|june?$|july?$|aug|sep|oct|nov|dec)/;

/** Number words as digits: "twenty five past six" → "25 past 6", "the twenty first" → "the 21th", "seven oh five" → "7 05". */
export function digitsEn(text: string): string {
  const tokens = text
    .replace(/\b(?:a )?couple(?: of)?\b/g, "2")
    .replace(/\bhalf a dozen\b/g, "6")
    .replace(/\b(?:a )?dozen\b/g, "12")
    .replace(/\b(\d+)(?:st|nd|rd|th)\b/g, "$1th")
    .replace(/(?<=\d),(?=\d{3}\b)/g, "")
    .split(" ");
  const out: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    const [text, next] = numberAt(tokens, i);
    out.push(text);
    i = next;
  }
  return out.join(" ");
}

/** The number (or plain word) at `i`, and where the next one starts. */
function numberAt(tokens: readonly string[], i: number): [string, number] {
  const word = tokens[i]!;
  const next = tokens[i + 1] ?? "";
  if ((word === "oh" || word === "o") && (SMALL.get(next) ?? 10) < 10) return [`0${SMALL.get(next)}`, i + 2];
  const single = ordinal(tokens, i, tokens[i - 1]);
  if (single !== undefined) return [`${single}th`, i + 1];
  if (word === "thirds") return ["3ths", i + 1];
  if (word === "fifths") return ["5ths", i + 1];
  let total = 0;
  let current: number | undefined;
  let j = i;
  for (;;) {
    const token = tokens[j] ?? "";
    if (current === undefined || (current >= 100 && current % 100 === 0)) {
      const group = under100(tokens, j);
      if (group) {
        current = (current ?? 0) + group[0];
        j = group[1];
        const last = ordinal(tokens, j, tokens[i - 1]);
        if (last !== undefined && last < 10 && TENS.has(tokens[j - 1]!)) return [`${total + current + last}th`, j + 1];
        continue;
      }
      if (
        current === undefined &&
        (token === "a" || token === "an") &&
        /^(hundred|thousand|million)$/.test(tokens[j + 1] ?? "")
      ) {
        current = 1;
        j++;
        continue;
      }
      if (
        current === undefined &&
        total === 0 &&
        /^\d+(\.\d+)?$/.test(token) &&
        /^(hundred|thousand|million|billion)$/.test(tokens[j + 1] ?? "")
      ) {
        current = Number(token);
        j++;
        continue;
      }
    }
    if (current !== undefined && token === "hundred" && current < 100) {
      current *= 100;
      j++;
    } else if (current !== undefined && SCALES.has(token)) {
      total += current * SCALES.get(token)!;
      current = undefined;
      j++;
      if (!under100(tokens, tokens[j] === "and" ? j + 1 : j)) break;
    } else if (
      token === "and" &&
      j > i &&
      /^(hundred|thousand|million)$/.test(tokens[j - 1]!) &&
      under100(tokens, j + 1)
    )
      j++;
    else break;
  }
  if (j === i) return [word, i + 1];
  let text = String(total + (current ?? 0));
  if (tokens[j] === "point" && under100(tokens, j + 1)) {
    text += ".";
    for (j++; (SMALL.get(tokens[j] ?? "") ?? 10) < 10; j++) text += SMALL.get(tokens[j]!);
  }
  return [text, j];
}

function under100(tokens: readonly string[], i: number): [number, number] | undefined {
  const small = SMALL.get(tokens[i] ?? "");
  if (small !== undefined) return [small, i + 1];
  const tens = TENS.get(tokens[i] ?? "");
  if (tens === undefined) return undefined;
  const unit = SMALL.get(tokens[i + 1] ?? "");
  return unit !== undefined && unit > 0 && unit < 10 ? [tens + unit, i + 2] : [tens, i + 1];
}

/** "second" is a unit of time unless an article stands before it or a month after it. */
function ordinal(tokens: readonly string[], i: number, before: string | undefined): number | undefined {
  const n = ORDINALS.get(tokens[i] ?? "");
  if (n !== 2) return n;
  const next = tokens[i + 1] ?? "";
  return /^(the|every|each|this|last)$/.test(before ?? "") ||
    next === "of" ||
    MONTH.test(next) ||
    MONTH.test(before ?? "")
    ? n
    : undefined;
}
