import { describe, expect, it } from "vitest";
import { catalogue } from "../../../../src/intents/catalogue.ts";
import { Grammar, type Source } from "../../../../src/intents/understand/reflex/grammar.ts";
import { Tokenizer } from "../../../../src/intents/understand/reflex/tokenizer.ts";

const args = new Set([...catalogue.values()].flatMap((a) => Object.keys(a.args)));
const constants = new Set(["*", "true", "false", "0", "50", "100"]);
for (const action of catalogue.values())
  for (const a of Object.values(action.args)) for (const v of a.values ?? []) constants.add(v);
const BYTES = Array.from({ length: 256 }, (_, b) => `<0x${b.toString(16).toUpperCase().padStart(2, "0")}>`);
const tok = new Tokenizer(
  [
    ..."<s> </s> <pad> <u> <a> <prev> <none> <+> L:en L:fr L:zh".split(" "),
    ...[...catalogue.keys()].map((a) => `A:${a}`),
    ...[...args].map((a) => `K:${a}`),
    ...[...constants].map((v) => `V:${v}`),
    ...BYTES,
    ..."abcdefghijklmnopqrstuvwxyz",
    ...[..."abcdefghijklmnopqrstuvwxyz"].map((c) => `##${c}`),
  ],
  [],
);
const grammar = new Grammar(tok, catalogue);
const source = (text: string): Source => ({ text, units: tok.encode(text) });
const named = (ids: readonly number[]) => ids.map((id) => tok.tokens[id]!);

describe("what may come next", () => {
  it("is a language, the told one when told", () => {
    expect(named(grammar.start([source("hi")], { maxCalls: 3 }).allowed())).toEqual(["L:en", "L:fr", "L:zh"]);
    expect(named(grammar.start([source("hi")], { maxCalls: 3, langs: ["fr"] }).allowed())).toEqual(["L:fr"]);
  });

  it("is nothing or an action, then that action's arguments in their order", () => {
    const answer = grammar.start([source("set it")], { maxCalls: 1 });
    answer.take(tok.id("L:en"));
    expect(named(answer.allowed())).toContain("<none>");
    answer.take(tok.id("A:timer_start"));
    expect(named(answer.allowed())).toEqual(["</s>", "K:duration", "K:label"]);
    answer.take(tok.id("K:label"));
    expect(named(answer.allowed())).toEqual(["V:*", "s", "i"]);
  });

  it("is a word of the list for an enumeration, yes or no for a boolean", () => {
    const answer = grammar.start([source("louder")], { maxCalls: 2 });
    for (const t of ["L:en", "A:volume_change", "K:direction"]) answer.take(tok.id(t));
    expect(named(answer.allowed()).sort()).toEqual(["V:down", "V:up"]);
    answer.take(tok.id("V:up"));
    expect(named(answer.allowed())).toContain("K:amount");
    answer.take(tok.id("A:volume_mute"));
    answer.take(tok.id("K:on"));
    expect(named(answer.allowed()).sort()).toEqual(["V:false", "V:true"]);
  });

  it("ends a span at a unit's border only", () => {
    const answer = grammar.start([source("ab c")], { maxCalls: 1 });
    for (const t of ["L:en", "A:list_add", "K:item", "a"]) answer.take(tok.id(t));
    expect(named(answer.allowed())).toEqual(["##b"]);
    answer.take(tok.id("##b"));
    expect(new Set(named(answer.allowed()))).toEqual(new Set(["</s>", "<+>", "K:list", "c"]));
  });
});

it("any walk that it allows gives calls of the catalogue whose words stand in the utterance", () => {
  let seed = 20261123;
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const texts = ["put oat milk on the shopping list", "a b a b a", "remind me to call mum at nine", "x"];
  for (let n = 0; n < 400; n++) {
    const utterance = texts[n % texts.length]!;
    const sources = n % 3 === 0 ? [source(utterance), source("ten minutes")] : [source(utterance)];
    const answer = grammar.start(sources, { maxCalls: 3 });
    for (let step = 0; !answer.done && step < 60; step++) {
      const allowed = answer.allowed();
      expect(allowed.length).toBeGreaterThan(0);
      answer.take(allowed[Math.floor(random() * allowed.length)]!);
    }
    expect(answer.calls.length).toBeLessThanOrEqual(3);
    for (const call of answer.calls) {
      const spec = catalogue.get(call.action)!;
      const order = call.args.map(([name]) => Object.keys(spec.args).indexOf(name));
      expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
      for (const [, value] of call.args)
        for (const [s, from, to] of value.spans) {
          expect(to).toBeGreaterThan(from);
          expect(sources[s]!.units[to - 1]).toBeDefined();
        }
    }
  }
});
