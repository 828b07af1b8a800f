import { loadTokenModel, type TokenModel } from "../../../models/token-model.ts";
import type { Action } from "../../actions/define-action.ts";
import type { Call, Lang, Plan, TurnContext } from "../../plan.ts";
import { readValue } from "../../values/index.ts";
import { calibrated, type Calibration } from "./calibration.ts";
import { type Answer, Grammar, type Source } from "./grammar.ts";
import { Tokenizer } from "./tokenizer.ts";
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
  understand(utterance: string, options: ReflexOptions): Promise<Plan>;
  readonly residentBytes: number;
}

/** What the model said, before words become values: for measurements. */
export interface RawAnswer {
  readonly answer: Answer;
  readonly sources: readonly Source[];
  /** Product of the probabilities of all tokens, and the smallest among them. */
  readonly probability: number;
  readonly weakest: number;
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
  const model = await loadTokenModel(options.modelPath);
  const tokenizer = tokenizerOf(model);
  const grammar = new Grammar(tokenizer, options.catalogue);
  let queue: Promise<unknown> = Promise.resolve();

  async function answer(utterance: string, o: ReflexOptions): Promise<RawAnswer> {
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
    const state = grammar.start(sources, { maxCalls: MAX_CALLS, ...(o.lang ? { lang: o.lang } : {}) });
    let probability = 1;
    let weakest = 1;
    let tokensOut = 0;
    if (prompt.length > MAX_PROMPT_TOKENS || spoken.units.length === 0)
      return { answer: state, sources, probability: 0, weakest: 0, tokensIn: prompt.length, tokensOut };
    await model.keep(0);
    let next: readonly number[] = prompt;
    while (!state.done) {
      o.signal?.throwIfAborted();
      if (tokensOut >= MAX_ANSWER_TOKENS) {
        probability = 0;
        break;
      }
      const allowed = state.allowed();
      const p = await model.feed(next, allowed);
      let best = 0;
      for (let i = 1; i < p.length; i++) if (p[i]! > p[best]!) best = i;
      probability *= p[best]!;
      weakest = Math.min(weakest, p[best]!);
      tokensOut++;
      state.take(allowed[best]!);
      next = [allowed[best]!];
    }
    return { answer: state, sources, probability, weakest, tokensIn: prompt.length, tokensOut };
  }

  return {
    residentBytes: model.residentBytes,
    raw: (utterance, o) => {
      const run = queue.then(() => answer(utterance, o));
      queue = run.catch(() => undefined);
      return run;
    },
    async understand(utterance, o) {
      const started = performance.now();
      const raw = await this.raw(utterance, o);
      const lang = (raw.answer.lang || o.lang || "en") as Lang;
      const calls = toCalls(raw, lang, o, options.catalogue);
      const { confidence, sure } = calibrated(raw, calls, options.catalogue, options.calibration);
      return {
        utterance,
        lang,
        calls: sure ? calls : [],
        tier: sure ? "reflex" : "none",
        confidence,
        ms: performance.now() - started,
        ...(sure ? {} : { unsure: true, guess: calls }),
        tokens: { in: raw.tokensIn, out: raw.tokensOut },
      };
    },
    [Symbol.asyncDispose]: () => model[Symbol.asyncDispose](),
  };
}

function tokenizerOf(model: TokenModel): Tokenizer {
  const ggml = (model.metadata as { tokenizer: { ggml: { tokens: string[]; merges: string[] } } }).tokenizer.ggml;
  return new Tokenizer(ggml.tokens, ggml.merges);
}

/** Spans → words → typed canonical values; a value that cannot be read is left out, so that the turn asks for it. */
function toCalls(
  raw: RawAnswer,
  lang: Lang,
  o: ReflexOptions,
  catalogue: ReadonlyMap<string, Action>,
): Call[] {
  return raw.answer.calls.map(({ action, args }) => {
    const spec = catalogue.get(action)!;
    const words = new Map(args.map(([name, value]) => [name, wordsOf(value, raw.sources, lang)]));
    const out: Record<string, unknown> = {};
    const context = { lang, now: o.now, timeZone: o.timeZone, action };
    // recurrences first: a datetime beside one is that rule's first moment
    const names = [...words.keys()].sort((a, b) => rank(spec.args[a]!.type) - rank(spec.args[b]!.type));
    for (const name of names) {
      const { type, values } = spec.args[name]!;
      const said = words.get(name)!;
      const value =
        said === "*"
          ? wholeUtterance(raw.sources[0]!.text, lang)
          : readValue(type, said, {
              ...context,
              arg: name,
              ...(values ? { enumValues: values } : {}),
              ...(typeof out["recurrence"] === "string" ? { recurrence: out["recurrence"] } : {}),
            });
      if (value !== undefined && value !== "") out[name] = value;
    }
    return { action, args: Object.fromEntries(Object.keys(spec.args).flatMap((n) => (n in out ? [[n, out[n]]] : []))) };
  });
}

const rank = (type: string) => (type === "recurrence" ? 0 : 1);

function wordsOf(value: { constant?: string; spans: [number, number, number][] }, sources: readonly Source[], lang: Lang) {
  if (value.constant !== undefined) return value.constant;
  return value.spans
    .map(([source, from, to]) => {
      const { text, units } = sources[source]!;
      return text.slice(units[from]!.start, units[to - 1]!.end);
    })
    .join(lang === "zh" ? "" : " ");
}

/** The turn before, in the form in which the model was shown it: its actions, argument names and values. */
function encodeBefore(context: TurnContext, catalogue: ReadonlyMap<string, Action>, tok: Tokenizer) {
  const ids: number[] = [];
  const sources: Source[] = [];
  for (const { action, args } of context.calls) {
    const a = tok.find(`A:${action}`);
    if (a === undefined || !catalogue.has(action)) continue;
    ids.push(a);
    for (const [name, value] of Object.entries(context.words?.[context.calls.findIndex((c) => c.args === args)] ?? args)) {
      const k = tok.find(`K:${name}`);
      if (k === undefined) continue;
      const constant = tok.find(`V:${String(value)}`);
      ids.push(k);
      if (constant !== undefined && typeof value !== "string") ids.push(constant);
      else if (constant !== undefined && catalogue.get(action)!.args[name]?.type === "enum") ids.push(constant);
      else {
        const units = tok.encode(String(value));
        sources.push({ text: String(value), units });
        ids.push(...units.flatMap((u) => u.ids));
      }
    }
  }
  return ids.length > 0 ? { ids: [tok.id("<prev>"), ...ids].slice(0, 49), sources } : undefined;
}
