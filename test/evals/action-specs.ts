import { existsSync, readFileSync } from "node:fs";
import { type Arg, type ArgType, arg, maybe, maybeOneOf, oneOf } from "../../src/intents/args.ts";
import { catalogue } from "../../src/intents/catalogue.ts";

export type ArgSpecs = Readonly<Record<string, Arg>>;

const DESIGN = new URL("../../../shared/design/actions.yaml", import.meta.url);

/** Arguments by action: of the design's list where it lies beside the checkout, else of the catalogue. */
export function actionSpecs(): ReadonlyMap<string, ArgSpecs> {
  if (existsSync(DESIGN)) return readDesign(readFileSync(DESIGN, "utf8"));
  return new Map([...catalogue].map(([name, action]) => [name, action.args]));
}

/** One action a line: `  timer_start:  {args: {"duration": duration, "label?": text}, risk: reversible, …}`. */
function readDesign(yaml: string): ReadonlyMap<string, ArgSpecs> {
  const actions = [...yaml.matchAll(/^ {2}(\w+):\s+\{args: \{(.*?)\}, risk:/gm)];
  return new Map(actions.map(([, name, args]) => [name!, readArgs(args!)]));
}

function readArgs(text: string): ArgSpecs {
  const args = [...text.matchAll(/"(\w+)(\??)": "?(\w+)(?:\(([^)]*)\))?/g)];
  return Object.fromEntries(
    args.map(([, name, optional, type, words]) => [name!, readArg(type!, optional === "?", words?.split("|"))]),
  );
}

function readArg(type: string, isOptional: boolean, words: readonly string[] | undefined): Arg {
  if (words) {
    const [first, ...others] = words;
    return isOptional ? maybeOneOf([first!, ...others], "") : oneOf([first!, ...others], "");
  }
  const plain = type as Exclude<ArgType, "enum">;
  return isOptional ? maybe(plain, "") : arg(plain, "");
}
