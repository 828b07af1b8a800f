const UNITS = new Map<string, number>([
  ["zero", 0],
  ["un", 1],
  ["une", 1],
  ...["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"].map((word, n) => [word, n + 2] as const),
]);
const TEENS = new Map(
  ["dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"].map((word, n) => [word, n + 10] as const),
);
const TENS = new Map([
  ["vingt", 20],
  ["trente", 30],
  ["quarante", 40],
  ["cinquante", 50],
  ["soixante", 60],
  ["septante", 70],
  ["huitante", 80],
  ["octante", 80],
  ["nonante", 90],
]);
const ORDINALS = new Map([
  ["premier", "1er"],
  ["premiere", "1er"],
  ["deuxieme", "2e"],
  ["troisieme", "3e"],
  ["quatrieme", "4e"],
  ["cinquieme", "5e"],
]);

/** French number words (accents already taken off) as digits: "quatre vingt dix sept" → "97", "deux virgule cinq" → "2.5". */
export function digitsFr(text: string): string {
  const tokens = text
    .replace(/(?<=\d),(?=\d)/g, ".")
    .replace(/(?<=\b\d{1,3}) (?=\d{3}\b)/g, "")
    .split(" ");
  const out: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    const found = numberAt(tokens, i);
    out.push(found ? found[0] : (ORDINALS.get(tokens[i]!) ?? tokens[i]!));
    i = found ? found[1] : i + 1;
  }
  return out.join(" ");
}

function numberAt(tokens: readonly string[], i: number): [string, number] | undefined {
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
        continue;
      }
    }
    if (/^cents?$/.test(token) && (current ?? 1) < 100) {
      current = (current ?? 1) * 100;
      j++;
    } else if (token === "mille") {
      total += (current ?? 1) * 1e3;
      current = undefined;
      j++;
      if (!under100(tokens, j) && !/^cents?$/.test(tokens[j] ?? "")) break;
    } else if (/^(million|milliard)s?$/.test(token) && current !== undefined) {
      total += current * (token.startsWith("milliard") ? 1e9 : 1e6);
      current = undefined;
      j++;
      if (!under100(tokens, j)) break;
    } else break;
  }
  if (j === i) return undefined;
  let text = String(total + (current ?? 0));
  if (tokens[j] === "virgule") {
    const decimals = under100(tokens, j + 1);
    if (decimals) {
      text += `.${decimals[0]}`;
      j = decimals[1];
    }
  }
  return [text, j];
}

function under100(tokens: readonly string[], i: number): [number, number] | undefined {
  const word = tokens[i] ?? "";
  const next = tokens[i + 1] ?? "";
  if (word === "quatre" && /^vingts?$/.test(next)) {
    const rest = under20(tokens, tokens[i + 2] === "et" ? i + 3 : i + 2);
    return rest && rest[0] > 0 ? [80 + rest[0], rest[1]] : [80, i + 2];
  }
  const tens = TENS.get(word);
  if (tens === undefined) return under20(tokens, i);
  const linked = next === "et";
  const rest = under20(tokens, linked ? i + 2 : i + 1);
  if (!rest || rest[0] === 0 || (rest[0] >= 10 && tens !== 60) || (linked && rest[0] !== 1 && rest[0] !== 11))
    return [tens, i + 1];
  return [tens + rest[0], rest[1]];
}

function under20(tokens: readonly string[], i: number): [number, number] | undefined {
  const unit = UNITS.get(tokens[i] ?? "");
  if (unit !== undefined) return [unit, i + 1];
  const teen = TEENS.get(tokens[i] ?? "");
  if (teen === undefined) return undefined;
  const more = teen === 10 ? UNITS.get(tokens[i + 1] ?? "") : undefined;
  return more !== undefined && more >= 7 ? [10 + more, i + 2] : [teen, i + 1];
}
