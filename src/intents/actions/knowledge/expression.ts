import type { Lang } from "../../plan.ts";
import { tidy } from "../../values/words/tidy.ts";

/** A sum that people say is shorter; longer ones are not worth the evaluator's time. */
const MAX_LENGTH = 300;

/** A number, a call or a parenthesis: what "the square root of" and "percent of" take. */
const TERM = String.raw`(?:[a-z]+\d*\([^()]*\)|\([^()]*\)|-?\d+(?:\.\d+)?|pi\b)`;

type Rule = readonly [pattern: RegExp, replacement: string];

/**
 * Said sums in mathjs' notation: "fifteen percent of eighty" → `(15/100)*80`, « racine carrée de 144 » → `sqrt(144)`,
 * "三加五乘以二" → `3+5*2`. Undefined when any word is left that is no arithmetic: nothing else reaches the evaluator.
 */
export function toExpression(words: string, lang: Lang): string | undefined {
  if (words.length > MAX_LENGTH) return undefined;
  let text = withDigits(prepare(words, lang), lang);
  for (const [pattern, replacement] of [...RULES[lang], ...SYMBOLS]) text = text.replace(pattern, replacement);
  text = text.replace(/\s+/g, " ").trim();
  const names = text.match(/[a-z_][a-z_\d]*/gi) ?? [];
  const isArithmetic = /^[\d\s.+\-*/^%!(),a-z]+$/i.test(text) && /[\d]|pi|\be\b/.test(text);
  return isArithmetic && names.every((name) => NAMES.has(name)) ? text : undefined;
}

/** Number words as digits; brackets and other signs, which the cleaning of words takes out, stay where they are. */
function withDigits(text: string, lang: Lang): string {
  return text
    .split(/([()（）[\]{},，;:=^√²³'"]|\*\*)/u)
    .map((part, index) => (index % 2 === 1 ? part : part.trim() === "" ? part : ` ${tidy(part, lang).toLowerCase()} `))
    .join("")
    .replace(/，/g, ",")
    .replace(/(?<=\d) ?点 ?(?=\d)/g, ".")
    .replace(/ +/g, " ")
    .trim();
}

const NAMES: ReadonlySet<string> = new Set(
  "sqrt cbrt abs sin cos tan asin acos atan log log10 log2 exp pi e mean max min round floor ceil mod factorial deg".split(
    " ",
  ),
);

/** What must happen before number words become digits. */
function prepare(words: string, lang: Lang): string {
  const text = words.replace(/[?？=＝]+\s*$/u, "").replace(/(\d)[’'](?=\d{3})/g, "$1");
  if (lang === "zh") {
    return text.replace(/百分之/g, "pct").replace(/(\d),(?=\d{3}\b)/g, "$1");
  }
  if (lang === "fr") {
    return text.replace(/(\d)[\u202f\u00a0 .](?=\d{3}(?:\D|$))/g, "$1").replace(/(\d),(?=\d)/g, "$1.");
  }
  return text.replace(/(\d),(?=\d{3}(?:\D|$))/g, "$1");
}

const rule = (pattern: string, replacement: string): Rule => [new RegExp(pattern, "g"), replacement];
const of = (words: string, name: string): Rule => rule(`(?:${words}) (${TERM})`, `${name}($1)`);

const EN: readonly Rule[] = [
  rule("^(?:so |and )?(?:what is|what's|whats|how much is|how much are|calculate|compute|work out|tell me) ", ""),
  rule("\\bthe\\b ?", ""),
  rule("\\b(?:per cent|percent)\\b", "%"),
  rule(`(${TERM}) ?% off(?: of)? (${TERM})`, "($2*(1-$1/100))"),
  rule(`(${TERM}) ?% of `, "($1/100)*"),
  of("square root of|root of", "sqrt"),
  of("cube root of", "cbrt"),
  of("factorial of", "factorial"),
  rule(`(sin|cos|tan)(?:e|gent)?(?:ine)? of (${TERM}) degrees?`, "$1($2 deg)"),
  of("sine of|sin of", "sin"),
  of("cosine of|cos of", "cos"),
  of("tangent of|tan of", "tan"),
  of("natural log of|natural logarithm of|ln of?", "log"),
  of("log of|logarithm of", "log10"),
  of("absolute value of", "abs"),
  rule(`sum of (${TERM}) and (${TERM})`, "($1+$2)"),
  rule(`difference (?:between|of) (${TERM}) and (${TERM})`, "($1-$2)"),
  rule(`product of (${TERM}) and (${TERM})`, "($1*$2)"),
  rule("(?:average|mean) of ([\\d., and-]+)$", "mean($1)"),
  rule("(?<=mean\\([^)]*)\\s*,?\\s*and\\s+", ","),
  rule("\\b(?:a |one )?half of ", "0.5*"),
  rule("\\b(?:an? |one |1 )?(?:third|3rd|3th) of ", "(1/3)*"),
  rule("\\b(?:a |one |1 )?(?:quarter|fourth|4th) of ", "0.25*"),
  rule("\\b(\\d+) (?:thirds) of ", "($1/3)*"),
  rule("\\b(\\d+) (?:quarters|fourths) of ", "($1/4)*"),
  rule("\\b(?:twice|double) ", "2*"),
  rule("\\btriple ", "3*"),
  rule(`(${TERM}) squared`, "($1^2)"),
  rule(`(${TERM}) cubed`, "($1^3)"),
  rule(`(${TERM}) factorial`, "factorial($1)"),
  rule(" ?(?:raised )?to (?:the )?power(?: of)? ?| to (?:the )?(?=\\d)", "^"),
  rule("(?<=\\^\\d+)(?:st|nd|rd|th)(?: power)?", ""),
  rule("\\bplus\\b|\\badded to\\b|\\band\\b", "+"),
  rule("\\bminus\\b|\\bnegative\\b|\\bless\\b", "-"),
  rule("\\b(?:times|multiplied by|x|by)\\b", "*"),
  rule("\\b(?:divided \\*|divided by|over)", "/"),
  rule("\\bmod(?:ulo)?\\b", " mod "),
];

const FR: readonly Rule[] = [
  rule("^(?:combien (?:font|fait|ca fait|est-ce que font)|calcule|quel(?:le)? est|que (?:font|fait|vaut)) ", ""),
  rule("\\b(?:le|la|les)\\b ?|\\bl'", ""),
  rule("\\bpour ?cent\\b", "%"),
  rule(`(${TERM}) ?% (?:de reduction|de remise|de rabais) sur (${TERM})`, "($2*(1-$1/100))"),
  rule(`(${TERM}) ?% (?:de |d'|du |des )`, "($1/100)*"),
  of("racine cubique de", "cbrt"),
  of("racine carree de|racine de", "sqrt"),
  of("factorielle de", "factorial"),
  rule(`(sin|cos|tan)(?:us|inus|gente)? de (${TERM}) degres?`, "$1($2 deg)"),
  of("sinus de", "sin"),
  of("cosinus de", "cos"),
  of("tangente de", "tan"),
  of("logarithme naturel de|ln de", "log"),
  of("logarithme de|log de", "log10"),
  of("valeur absolue de", "abs"),
  rule(`somme de (${TERM}) et (?:de )?(${TERM})`, "($1+$2)"),
  rule(`difference entre (${TERM}) et (${TERM})`, "($1-$2)"),
  rule(`produit de (${TERM}) et (?:de )?(${TERM})`, "($1*$2)"),
  rule("moyenne de ([\\d., et-]+)$", "mean($1)"),
  rule("(?<=mean\\([^)]*)\\s*,?\\s*et\\s+", ","),
  rule("\\b(?:la )?moitie de ", "0.5*"),
  rule("\\b(?:un |1 )?tiers de ", "(1/3)*"),
  rule("\\b(?:un |1 )?quart de ", "0.25*"),
  rule("\\b(\\d+) tiers de ", "($1/3)*"),
  rule("\\b(\\d+) quarts? de ", "($1/4)*"),
  rule("\\bdouble de ", "2*"),
  rule("\\btriple de ", "3*"),
  rule(`(${TERM}) au carre`, "($1^2)"),
  rule(`(${TERM}) au cube`, "($1^3)"),
  rule(" ?(?:a la )?puissance (?:de )?", "^"),
  rule("\\bplus\\b|\\bet\\b", "+"),
  rule("\\bmoins\\b", "-"),
  rule("\\bdivise(?:e|es|s)? par\\b|\\bsur\\b", "/"),
  rule("\\b(?:fois|multiplie(?:e|es|s)? par|x)\\b", "*"),
  rule("\\bmodulo\\b", " mod "),
];

const ZH: readonly Rule[] = [
  rule("^(?:请问|请)?(?:算一下|算算|计算|帮我算一?下?)?", ""),
  rule("(?:是|等于)?(?:多少|几)$|等于$", ""),
  rule(`(${TERM})的 ?pct ?(-?[\\d.]+)`, "(($2/100)*$1)"),
  rule("pct ?(-?[\\d.]+)", "($1/100)"),
  rule(`(${TERM})的?(?:平方根|开平方|开方)`, "sqrt($1)"),
  rule(`根号(${TERM})`, "sqrt($1)"),
  rule(`(${TERM})的?立方根`, "cbrt($1)"),
  rule(`(${TERM})的?(-?\\d+)次方`, "($1^$2)"),
  rule(`(${TERM})的?平方`, "($1^2)"),
  rule(`(${TERM})的?立方`, "($1^3)"),
  rule(`(${TERM})的?阶乘`, "factorial($1)"),
  rule(`(${TERM})的一半`, "($1*0.5)"),
  rule(`(${TERM})的?(\\d+)分之(\\d+)`, "($1*$3/$2)"),
  rule("(\\d+)分之(\\d+)", "($2/$1)"),
  rule(`(${TERM})除(?!以)(${TERM})`, "($2/$1)"),
  rule("除以|÷", "/"),
  rule("乘以|乘上|乘", "*"),
  rule("加上|加", "+"),
  rule("减去|减|负", "-"),
  rule("的", "*"),
];

const RULES: Readonly<Record<Lang, readonly Rule[]>> = { en: EN, fr: FR, zh: ZH };

const SYMBOLS: readonly Rule[] = [
  [/[×·✕]/g, "*"],
  [/(?<=[\d)]) ?x ?(?=[\d(])/g, "*"],
  [/÷/g, "/"],
  [/[−–]/g, "-"],
  [/\*\*/g, "^"],
  [/（/g, "("],
  [/）/g, ")"],
  [/√ ?(\d+(?:\.\d+)?)/g, "sqrt($1)"],
  [/²/g, "^2"],
  [/³/g, "^3"],
  [/π/g, "pi"],
];
