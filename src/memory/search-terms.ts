import { keyOf } from "./text-key.ts";

/**
 * The words of a text as the full-text index keeps them: words of alphabets as they are, runs of Han characters as
 * overlapping pairs ("无线密码" → "无线 线密 密码"), since SQLite's tokenizer takes a whole run for one word.
 */
export function searchTerms(text: string): readonly string[] {
  const terms: string[] = [];
  for (const run of keyOf(text).match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) terms.push(run);
    else if (run.length === 1) terms.push(run);
    else for (let i = 0; i + 1 < run.length; i += 1) terms.push(run.slice(i, i + 2));
  }
  return terms;
}

/**
 * FTS5 queries for the telling words of `query`, to be tried in order until one finds something: the words
 * themselves, then what is left of them without their endings ("allergies" finds "allergic"). None: it has no words.
 */
export function matchExpressions(query: string): readonly string[] {
  const all = searchTerms(query);
  const telling = all.filter((term) => !STOP_WORDS.has(term));
  const terms = (telling.length > 0 ? telling : all).map((term) => term.replaceAll('"', ""));
  if (terms.length === 0) return [];
  const stems = terms.filter((term) => term.length >= 6).map((term) => term.slice(0, Math.max(5, term.length - 3)));
  const expressions = [terms.map((term) => `"${term}"`).join(" OR ")];
  if (stems.length > 0) expressions.push(stems.map((stem) => `"${stem}"*`).join(" OR "));
  return expressions;
}

/** Words that are in every sentence and find everything. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the is are was were am be been do does did i me my mine you your we our it its of in on at to for from with and or " +
    "what when where who whose which how that this about have has had s m t re can could please note fact " +
    "le la les l un une des du de d et ou est sont etait suis ai as avons mon ma mes ton ta tes son sa ses notre nos ce cette " +
    "que qu quel quelle quels quelles quand qui comment je j tu il elle on nous vous me m au aux en dans sur pour avec " +
    "我 我的 是什 什么 的是 多少 哪里 在哪"
  ).split(" "),
);
