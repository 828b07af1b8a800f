import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Action } from "../../src/intents/actions/define-action.ts";
import { catalogue } from "../../src/intents/catalogue.ts";
import { LANGS } from "../../src/intents/plan.ts";

const actions = [...catalogue.values()];
const contractFile = new URL("../../../shared/design/actions.yaml", import.meta.url);

interface Contract {
  readonly domain: string;
  readonly args: Readonly<Record<string, string>>;
  readonly risk: string;
}

/** The lines `name: {args: {…}, risk: …}` under `domain:` of the contract; it is flat enough to be read as lines. */
function readContract(): ReadonlyMap<string, Contract> {
  const contract = new Map<string, Contract>();
  let domain = "";
  for (const line of readFileSync(contractFile, "utf8").split("\n")) {
    domain = /^(\w+):/.exec(line)?.[1] ?? domain;
    const match = /^ {2}(\w+):\s+\{args: \{(.*?)\}, risk: (\w+)/.exec(line);
    if (match === null) continue;
    const args = [...match[2]!.matchAll(/"?(\w+\??)"?: ("[^"]*"|\w+)/g)].map(([, name, type]) => [
      name!,
      type!.replaceAll('"', ""),
    ]);
    contract.set(match[1]!, { domain, args: Object.fromEntries(args), risk: match[3]! });
  }
  return contract;
}

function signatureOf(action: Action): Contract {
  const args = Object.entries(action.args).map(([name, arg]) => [
    arg.optional ? `${name}?` : name,
    arg.type === "enum" ? `enum(${arg.values!.join("|")})` : arg.type,
  ]);
  return { domain: action.domain, args: Object.fromEntries(args), risk: action.risk };
}

describe.skipIf(!existsSync(contractFile))(
  "the contract of the catalogue (skipped where its file is not beside the checkout)",
  () => {
    const contract = existsSync(contractFile) ? readContract() : new Map<string, Contract>();

    test("has the actions that were promised, and no others", () => {
      expect([...catalogue.keys()].sort()).toEqual([...contract.keys()].sort());
    });

    test.each(actions.map((action) => [action.name, action] as const))("%s takes what was promised", (name, action) => {
      expect(signatureOf(action)).toEqual(contract.get(name));
    });
  },
);

describe.each(actions.map((action) => [action.name, action] as const))("%s", (_, action) => {
  test.each(LANGS)("has examples and negatives in %s, and its examples pass its schema", (lang) => {
    expect(action.examples[lang].length).toBeGreaterThanOrEqual(2);
    expect(action.negatives[lang].length).toBeGreaterThanOrEqual(1);
    for (const [utterance, args] of action.examples[lang]) {
      const checked = action.schema.safeParse(args);
      expect(checked.error?.message, utterance).toBeUndefined();
    }
  });

  test.each(LANGS)("can be read back in %s for each of its examples", (lang) => {
    for (const [utterance, args] of action.examples[lang]) {
      const sentence = action.describe(args as never, lang);
      expect(sentence, utterance).toMatch(/\S/);
      expect(sentence, utterance).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test("refuses arguments that it does not have", () => {
    expect(action.schema.safeParse({ nonsense: 1 }).success).toBe(false);
  });

  test("names its arguments and ends its summary as a sentence", () => {
    expect(action.summary).toMatch(/^[A-Z].*\.$/);
    for (const arg of Object.values(action.args)) expect(arg.summary).toMatch(/\S/);
  });
});

test("no utterance is an example of one action and a negative of the same, nor an example of two", () => {
  const claimed = new Map<string, string>();
  for (const action of actions) {
    for (const lang of LANGS) {
      for (const [utterance] of action.examples[lang]) {
        const key = `${lang} ${utterance.toLowerCase()}`;
        expect(claimed.get(key), utterance).toBeUndefined();
        claimed.set(key, action.name);
        expect(action.negatives[lang]).not.toContain(utterance);
      }
    }
  }
});
