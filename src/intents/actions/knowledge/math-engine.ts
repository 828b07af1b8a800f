import { createRequire } from "node:module";
import type { MathJsInstance, Unit as MathUnit } from "mathjs";

/** Functions of mathjs through which an expression could reach beyond arithmetic or define things; all throw. */
const FORBIDDEN = [
  "import",
  "createUnit",
  "evaluate",
  "parse",
  "compile",
  "parser",
  "simplify",
  "simplifyConstant",
  "simplifyCore",
  "derivative",
  "rationalize",
  "resolve",
  "reviver",
  "replacer",
  "config",
  "chain",
  "help",
] as const;

export interface MathEngine {
  /** The value of an expression that `toExpression` made. NaN where it has none among the real numbers. */
  calculate(expression: string): number;
  /** `value` of the one unit in the other, both in mathjs' notation. Throws where they measure different things. */
  convert(value: number, from: string, to: string): number;
}

let engine: Promise<MathEngine> | undefined;

/** mathjs, loaded when it is first needed and kept. */
export function mathEngine(): Promise<MathEngine> {
  engine ??= load();
  return engine;
}

const require = createRequire(import.meta.url);

/** The package's single file: its thousand modules take 1,040 ms of processor time and 124 MB to load, this one 165 ms and 38 MB. */
async function load(): Promise<MathEngine> {
  const { all, create } = require("mathjs/lib/browser/math.js") as typeof import("mathjs");
  const math: MathJsInstance = create(all!, { predictable: true });
  const { evaluate, unit } = math;
  const refuse = (name: string) => () => {
    throw new Error(`${name} is not allowed in a sum`);
  };
  math.import(Object.fromEntries(FORBIDDEN.map((name) => [name, refuse(name)])), { override: true });
  return {
    calculate(expression) {
      const value: unknown = evaluate(expression);
      return typeof value === "number" ? value : Number.NaN;
    },
    convert(value, from, to) {
      const converted: MathUnit = unit(value, from).to(to);
      return converted.toNumber(to);
    },
  };
}
