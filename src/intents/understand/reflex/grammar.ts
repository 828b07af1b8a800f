import type { Action } from "../../actions/define-action.ts";
import type { Arg } from "../../args.ts";
import type { Tokenizer, Unit } from "./tokenizer.ts";

/**
 * What may stand next in an answer. The answer is: a language, then `<none>`, or actions each followed by its argument names (in
 * the catalogue's order) and their values; a value is one constant, or a span of units of the utterance (or of the turn before), or
 * several spans joined by `<+>`; then `</s>`. Free text can therefore only be copied, never made up.
 */
export interface Source {
  readonly units: readonly Unit[];
  /** The text that the offsets of `units` point into. */
  readonly text: string;
}

export interface AnswerValue {
  readonly constant?: string;
  /** [source, first unit, last unit + 1] */
  readonly spans: readonly (readonly [source: number, from: number, to: number])[];
}

export interface AnswerCall {
  readonly action: string;
  readonly args: readonly (readonly [name: string, value: AnswerValue])[];
}

export interface AnswerOptions {
  /** The languages that the utterance may be in; default: any. */
  readonly langs?: readonly string[];
  readonly maxCalls: number;
  /** The first value of a call may not be what an earlier call of the same action began with: for an answer that had said the same thing twice. */
  readonly noRepeats?: boolean;
}

interface Cursor {
  readonly source: number;
  readonly from: number;
  readonly unit: number;
  readonly piece: number;
}

export class Grammar {
  readonly #tok: Tokenizer;
  readonly #end: number;
  readonly #none: number;
  readonly #join: number;
  readonly #langs: ReadonlyMap<number, string>;
  readonly #actions: ReadonlyMap<number, Action>;
  readonly #args: ReadonlyMap<string, number>;
  readonly #constants: ReadonlyMap<number, string>;
  /** The constants that can be a value of an argument, made once. */
  readonly #fitting = new Map<Arg, readonly number[]>();

  constructor(tok: Tokenizer, catalogue: ReadonlyMap<string, Action>) {
    this.#tok = tok;
    this.#end = tok.id("</s>");
    this.#none = tok.id("<none>");
    this.#join = tok.id("<+>");
    const named = (prefix: string) =>
      tok.tokens.flatMap((t, id) => (t.startsWith(prefix) ? [[id, t.slice(prefix.length)] as const] : []));
    this.#langs = new Map(named("L:"));
    this.#actions = new Map(
      named("A:").flatMap(([id, name]) => (catalogue.has(name) ? [[id, catalogue.get(name)!] as const] : [])),
    );
    this.#args = new Map(named("K:").map(([id, name]) => [name, id]));
    this.#constants = new Map(named("V:"));
  }

  start(sources: readonly Source[], options: AnswerOptions): Answer {
    return new Answer(this, sources, options);
  }

  /** @internal the tables, for Answer */
  get tables() {
    return {
      tok: this.#tok,
      end: this.#end,
      none: this.#none,
      join: this.#join,
      langs: this.#langs,
      actions: this.#actions,
      args: this.#args,
      constants: this.#constants,
      constantsOf: (arg: Arg) => this.#constantsOf(arg),
    };
  }

  #constantsOf(arg: Arg): readonly number[] {
    let ids = this.#fitting.get(arg);
    if (!ids) {
      ids = [...this.#constants].filter(([, word]) => fits(arg, word)).map(([id]) => id);
      this.#fitting.set(arg, ids);
    }
    return ids;
  }
}

/** Whether a constant of the vocabulary can be a value of this argument. */
function fits({ type, values }: Arg, word: string): boolean {
  if (type === "enum") return values!.includes(word);
  if (type === "bool") return word === "true" || word === "false";
  if (type === "percent" || type === "int" || type === "number") return /^\d+$/.test(word);
  return type === "text" && word === "*";
}

/** An answer under construction: which tokens may come, and what has been said so far. */
export class Answer {
  readonly #t: Grammar["tables"];
  readonly #sources: readonly Source[];
  readonly #options: AnswerOptions;
  lang = "";
  done = false;
  readonly calls: { action: string; args: [string, { constant?: string; spans: [number, number, number][] }][] }[] = [];
  #state: "lang" | "first" | "args" | "value" | "constant" | "span" | "joined" = "lang";
  #spec: Action | undefined;
  #nextArg = 0;
  #cursors: Cursor[] = [];

  constructor(grammar: Grammar, sources: readonly Source[], options: AnswerOptions) {
    this.#t = grammar.tables;
    this.#sources = sources;
    this.#options = options;
  }

  /** The tokens that may come next. */
  allowed(): number[] {
    switch (this.#state) {
      case "lang":
        return [...this.#t.langs].filter(([, l]) => this.#options.langs?.includes(l) ?? true).map(([id]) => id);
      case "first":
        return [this.#t.none, ...this.#t.actions.keys()];
      case "args":
      case "constant":
        return this.#structure();
      case "value":
        return [...this.#constantsOf(), ...this.#spanStarts()];
      case "joined":
        return this.#spanStarts();
      case "span": {
        const next = new Set<number>();
        for (const c of this.#cursors) for (const id of this.#following(c)) next.add(id);
        if (this.#cursors.some((c) => this.#atUnitEnd(c))) {
          next.add(this.#t.join);
          for (const id of this.#structure()) next.add(id);
        }
        return [...next];
      }
    }
  }

  /** Takes a token that `allowed` listed. */
  take(token: number): void {
    switch (this.#state) {
      case "lang":
        this.lang = this.#t.langs.get(token)!;
        this.#state = "first";
        return;
      case "value":
      case "joined": {
        const constant = this.#state === "value" ? this.#t.constants.get(token) : undefined;
        if (constant !== undefined && this.#constantsOf().includes(token)) {
          this.calls.at(-1)!.args.at(-1)![1].constant = constant;
          this.#state = "constant";
          return;
        }
        this.#cursors = this.#openUnits().flatMap(({ source, unit, id }) => (id === token ? [{ source, from: unit, unit, piece: 0 }] : []));
        this.#state = "span";
        return;
      }
      case "span": {
        const moved = this.#cursors.flatMap((c) => {
          const to = this.#step(c);
          return to && this.#sources[to.source]!.units[to.unit]!.ids[to.piece] === token ? [to] : [];
        });
        if (moved.length > 0 && !this.#isStructure(token)) {
          this.#cursors = moved;
          return;
        }
        this.#closeSpan();
        if (token === this.#t.join) {
          this.#state = "joined";
          return;
        }
        this.#takeStructure(token);
        return;
      }
      default:
        this.#takeStructure(token);
    }
  }

  /** True when the token says what is to be done: an action, none, or that this was all. */
  choosesAction(token: number): boolean {
    return token === this.#t.end || token === this.#t.none || this.#t.actions.has(token);
  }

  #isStructure(token: number): boolean {
    const first = this.#t.tok.tokens[token]!;
    return token === this.#t.end || token === this.#t.join || token === this.#t.none || /^[AK]:/.test(first);
  }

  #structure(): number[] {
    const out = [this.#t.end];
    const spec = this.#spec;
    if (spec) {
      const names = Object.keys(spec.args);
      for (const name of names.slice(this.#nextArg)) {
        const id = this.#t.args.get(name);
        if (id !== undefined) out.push(id);
      }
    }
    if (this.calls.length < this.#options.maxCalls) out.push(...this.#t.actions.keys());
    return out;
  }

  #takeStructure(token: number): void {
    if (token === this.#t.end || token === this.#t.none) {
      this.done = true;
      return;
    }
    const action = this.#t.actions.get(token);
    if (action) {
      this.calls.push({ action: action.name, args: [] });
      this.#spec = action;
      this.#nextArg = 0;
      this.#state = "args";
      return;
    }
    const name = this.#t.tok.tokens[token]!.slice(2);
    this.#nextArg = Object.keys(this.#spec!.args).indexOf(name) + 1;
    this.calls.at(-1)!.args.push([name, { spans: [] }]);
    this.#state = "value";
  }

  #currentArg() {
    return this.#spec!.args[this.calls.at(-1)!.args.at(-1)![0]]!;
  }

  #constantsOf(): readonly number[] {
    return this.#t.constantsOf(this.#currentArg());
  }

  #spanStarts(): number[] {
    const { type } = this.#currentArg();
    if (type === "enum" || type === "bool") return [];
    return [...new Set(this.#openUnits().map(({ id }) => id))];
  }

  /** The units that a span may begin with, each with its first token. */
  #openUnits(): { source: number; unit: number; id: number }[] {
    const all = this.#sources.flatMap((s, source) => s.units.map((u, unit) => ({ source, unit, id: u.ids[0]! })));
    const call = this.calls.at(-1)!;
    if (!this.#options.noRepeats || call.args.length !== 1) return all;
    const spoken = this.calls.slice(0, -1).flatMap(({ action, args }) => (action === call.action && args[0]?.[0] === call.args[0]![0] ? args[0][1].spans : []));
    const open = all.filter(({ source, unit }) => !spoken.some(([s, from, to]) => s === source && from <= unit && unit < to));
    return open.length > 0 ? open : all;
  }

  /** Whether two calls are the same in everything: the model has copied one thing twice. */
  get repeats(): boolean {
    return new Set(this.calls.map((call) => JSON.stringify(call))).size < this.calls.length;
  }

  #step(c: Cursor): Cursor | undefined {
    const { units } = this.#sources[c.source]!;
    if (c.piece + 1 < units[c.unit]!.ids.length) return { ...c, piece: c.piece + 1 };
    return c.unit + 1 < units.length ? { ...c, unit: c.unit + 1, piece: 0 } : undefined;
  }

  #following(c: Cursor): number[] {
    const to = this.#step(c);
    return to ? [this.#sources[to.source]!.units[to.unit]!.ids[to.piece]!] : [];
  }

  #atUnitEnd(c: Cursor): boolean {
    return c.piece === this.#sources[c.source]!.units[c.unit]!.ids.length - 1;
  }

  #closeSpan(): void {
    const ends = this.#cursors.filter((c) => this.#atUnitEnd(c));
    // The same words may stand at several places: the utterance before the turn before, and the first not yet used.
    const used = this.calls.flatMap((c) => c.args.flatMap(([, v]) => v.spans));
    const free = ends.find((c) => !used.some(([s, from, to]) => s === c.source && from < c.unit + 1 && c.from < to));
    const c = free ?? ends[0]!;
    this.calls
      .at(-1)!
      .args.at(-1)![1]
      .spans.push([c.source, c.from, c.unit + 1]);
    this.#cursors = [];
  }
}
