import { loadTokenModel, type TokenModel } from "../../../models/token-model.ts";
import type { Action } from "../../actions/define-action.ts";
import type { ArgType } from "../../args.ts";
import type { Call, Lang, Plan, SaidWords, TurnContext } from "../../plan.ts";
import { readValue } from "../../values/index.ts";
import { type Calibration, chance, isSure, type Signs, UNCALIBRATED } from "./calibration.ts";
import { type Answer, Grammar, type Source } from "./grammar.ts";
import { Tokenizer } from "./tokenizer.ts";
import { wholeName } from "./whole-name.ts";
import { wholeUtterance } from "./whole-utterance.ts";

/** Longest utterance that the model was made for, in tokens; longer ones go to another tier. */
const MAX_PROMPT_TOKENS = 150;
const MAX_ANSWER_TOKENS = 90;
const MAX_CALLS = 6;

export interface ReflexOptions {
  readonly lang?: Lang;
  readonly now: Date;
  readonly timeZone: string;
  readonly context?: TurnContext;
  readonly signal?: AbortSignal;
}

export interface Reflex extends AsyncDisposable {
  understand(utterance: string, options: ReflexOptions): Promise<Plan & { readonly signs: Signs }>;
  readonly residentBytes: number;
}

/** What the model said, before words become values: for measurements. */
export interface RawAnswer {
  readonly answer: Answer;
  readonly sources: readonly Source[];
  readonly signs: Signs;
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/**
 * The reflex tier: our own model, in this process.
 * @throws ShellError MODEL_MISSING, MODEL_DAMAGED
 */
export async function createReflex(options: {
  readonly modelPath: string;
  readonly catalogue: ReadonlyMap<string, Action>;
  readonly calibration?: Calibration;
}): Promise<Reflex & { raw(utterance: string, options: ReflexOptions): Promise<RawAnswer> }> {
  const expected = options.calibration?.model;
  const model = await loadTokenModel(options.modelPath, expected === undefined ? {} : { sha256: expected });
  const tokenizer = tokenizerOf(model);
  const grammar = new Grammar(tokenizer, options.catalogue);
  const nothing = tokenizer.id("<none>");
  const calibration = options.calibration ?? UNCALIBRATED;
  let queue: Promise<unknown> = Promise.resolve();

  /** Asked again where the answer says the same thing twice ("eggs" and "eggs"): nobody asks for that. */
  async function answer(utterance: string, o: ReflexOptions): Promise<RawAnswer> {
    const first = await answerOnce(utterance, o, false);
    return first.answer.repeats ? await answerOnce(utterance, o, true) : first;
  }

  async function answerOnce(utterance: string, o: ReflexOptions, noRepeats: boolean): Promise<RawAnswer> {
    const spoken: Source = { text: utterance, units: tokenizer.encode(utterance) };
    const before = o.context ? encodeBefore(o.context, options.catalogue, tokenizer) : undefined;
    const prompt = [
      tokenizer.id("<s>"),
      ...(before?.ids ?? []),
      tokenizer.id("<u>"),
      ...spoken.units.flatMap((u) => u.ids),
      tokenizer.id("<a>"),
    ];
    const sources = before ? [spoken, ...before.sources] : [spoken];
    const state = grammar.start(sources, { maxCalls: MAX_CALLS, langs: o.lang ? [o.lang] : langsOf(utterance), noRepeats });
    let actions = 1;
    let rest = 1;
    let weakest = 1;
    let none = 0;
    let tokensOut = 0;
    if (prompt.length > MAX_PROMPT_TOKENS || spoken.units.length === 0)
      return { answer: state, sources, signs: { actions: 0, rest: 0, weakest: 0, none: 1 }, tokensIn: prompt.length, tokensOut };
    await model.keep(0);
    let next: readonly number[] = prompt;
    while (!state.done) {
      o.signal?.throwIfAborted();
      if (tokensOut >= MAX_ANSWER_TOKENS) {
        actions = 0;
        break;
      }
      const allowed = state.allowed();
      const p = await model.feed(next, allowed);
      const silent = state.calls.length === 0 ? allowed.indexOf(nothing) : -1;
      if (silent >= 0) none = p[silent]!;
      let best = 0;
      for (let i = 1; i < p.length; i++) if (p[i]! > p[best]!) best = i;
      if (state.choosesAction(allowed[best]!)) actions *= p[best]!;
      else rest *= p[best]!;
      weakest = Math.min(weakest, p[best]!);
      tokensOut++;
      state.take(allowed[best]!);
      next = [allowed[best]!];
    }
    return { answer: state, sources, signs: { actions, rest, weakest, none }, tokensIn: prompt.length, tokensOut };
  }

  const queued = (utterance: string, o: ReflexOptions) => {
    const run = queue.then(() => answer(utterance, o));
    queue = run.catch(() => undefined);
    return run;
  };

  return {
    residentBytes: model.residentBytes,
    raw: queued,
    async understand(utterance, o) {
      const started = performance.now();
      const raw = await queued(utterance, o);
      const lang = (raw.answer.lang || o.lang || "en") as Lang;
      const words = wordsOf(raw, options.catalogue);
      const calls = toCalls(raw, words, lang, o, options.catalogue);
      const confidence = chance(raw.signs, calibration.exact);
      const sure = isSure(raw.signs, calls, options.catalogue, calibration);
      return {
        utterance,
        lang,
        calls: sure ? calls : [],
        tier: sure ? "reflex" : "none",
        confidence,
        ms: performance.now() - started,
        ...(sure ? { words } : { unsure: true, guess: calls }),
        tokens: { in: raw.tokensIn, out: raw.tokensOut },
        signs: raw.signs,
      };
    },
    [Symbol.asyncDispose]: () => model[Symbol.asyncDispose](),
  };
}

/** Chinese is written in Chinese characters: the script decides that much, whatever the turn before was in; the model decides the rest. */
function langsOf(utterance: string): readonly Lang[] {
  return /\p{Script=Han}/u.test(utterance) ? ["zh"] : ["en", "fr"];
}

function tokenizerOf(model: TokenModel): Tokenizer {
  const { "tokenizer.ggml.tokens": tokens, "tokenizer.ggml.merges": merges } = model.metadata;
  return new Tokenizer((tokens ?? []) as string[], (merges ?? []) as string[]);
}

/** Spans → words → typed canonical values; a value that cannot be read is left out, so that the turn asks for it. */
function toCalls(
  raw: RawAnswer,
  words: readonly SaidWords[],
  lang: Lang,
  o: ReflexOptions,
  catalogue: ReadonlyMap<string, Action>,
): Call[] {
  return raw.answer.calls.map(({ action }, i) => {
    const spec = catalogue.get(action)!;
    const out: Record<string, unknown> = {};
    const context = { lang, now: o.now, timeZone: o.timeZone, action };
    // recurrences first: a datetime beside one is that rule's first moment
    const said = Object.entries(words[i]!).sort(([a], [b]) => rank(spec.args[a]!.type) - rank(spec.args[b]!.type));
    for (const [name, spans] of said) {
      const { type, values } = spec.args[name]!;
      const value =
        typeof spans === "string"
          ? constant(spans.slice(2), type, raw.sources[0]!.text, lang)
          : readValue(type, spans.join(lang === "zh" ? "" : " "), {
              ...context,
              arg: name,
              ...(values ? { enumValues: values } : {}),
              ...(typeof out.recurrence === "string" ? { recurrence: out.recurrence } : {}),
            });
      if (value !== undefined && value !== "") out[name] = value;
    }
    return { action, args: Object.fromEntries(Object.keys(spec.args).flatMap((n) => (n in out ? [[n, out[n]]] : []))) };
  });
}

/** A constant of the model's vocabulary is the value already, whatever the language; "*" is the whole utterance. */
function constant(word: string, type: ArgType, utterance: string, lang: Lang): unknown {
  if (word === "*") return wholeUtterance(utterance, lang);
  if (type === "bool") return word === "true";
  return type === "enum" ? word : Number(word);
}

const rank = (type: string) => (type === "recurrence" ? 0 : 1);

function wordsOf(raw: RawAnswer, catalogue: ReadonlyMap<string, Action>): SaidWords[] {
  return raw.answer.calls.map(({ action, args }) =>
    Object.fromEntries(
      args.map(([name, { constant, spans }]) => [
        name,
        constant === undefined
          ? spans.map(([source, from, to]) => {
              const { text, units } = raw.sources[source]!;
              const span = [units[from]!.start, units[to - 1]!.end] as const;
              const type = catalogue.get(action)?.args[name]?.type;
              return text.slice(...(type === "ref" || type === "text" ? wholeName(text, ...span) : span));
            })
          : (`V:${constant}` as const),
      ]),
    ),
  );
}

/** The turn before, in the form in which the model was shown it: its actions, argument names and words. */
function encodeBefore(context: TurnContext, catalogue: ReadonlyMap<string, Action>, tok: Tokenizer) {
  const ids: number[] = [];
  const sources: Source[] = [];
  context.calls.forEach(({ action, args }, i) => {
    const a = tok.find(`A:${action}`);
    const spec = catalogue.get(action);
    if (a === undefined || !spec) return;
    ids.push(a);
    const said =
      context.words?.[i] ?? Object.fromEntries(Object.entries(args).map(([n, v]) => [n, spoken(v, spec, n)]));
    for (const name of Object.keys(spec.args)) {
      const k = tok.find(`K:${name}`);
      const value = said[name];
      if (k === undefined || value === undefined) continue;
      ids.push(k);
      if (typeof value === "string") {
        ids.push(tok.find(value) ?? tok.id("V:*"));
        continue;
      }
      value.forEach((text, n) => {
        const units = tok.encode(text);
        sources.push({ text, units });
        ids.push(...(n > 0 ? [tok.id("<+>")] : []), ...units.flatMap((u) => u.ids));
      });
    }
  });
  // 48: as in training (reflex/examples.py), so that a long turn before cannot crowd out this one
  return ids.length > 0 ? { ids: [tok.id("<prev>"), ...ids].slice(0, 48), sources } : undefined;
}

/** A canonical value where the words are not known (a taught phrase): constants stay constants, the rest stands for itself. */
function spoken(value: unknown, spec: Action, name: string): readonly string[] | `V:${string}` {
  const { type } = spec.args[name] ?? { type: "text" };
  return type === "bool" || type === "enum" ? `V:${String(value)}` : [String(value)];
}
