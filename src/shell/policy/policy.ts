import { ShellError } from "../../errors.ts";
import type { Action, Risk } from "../../intents/actions/define-action.ts";

/** The policy section of config.toml, checked against the catalogue. Names are risks, domains or actions. */
export interface Policy {
  readonly rules: ReadonlyMap<string, "ask" | "deny">;
  /** door → name → rule. */
  readonly doors: ReadonlyMap<string, ReadonlyMap<string, "ask" | "deny">>;
  /** Actions that run without asking although they are dangerous or external. */
  readonly allowed: ReadonlySet<string>;
}

/** `[policy]` as it is written. */
export interface PolicySection {
  readonly [name: string]: unknown;
}

/** Nothing tightened, nothing loosened. */
export const DEFAULT_POLICY: Policy = { rules: new Map(), doors: new Map(), allowed: new Set() };

const RISKS: readonly Risk[] = ["read", "reversible", "external", "dangerous"];

/**
 * Reads `[policy]`. Tightening is free; the one way to loosen is
 * `[policy.i_understand_the_risk] allow = ["power_off"]`, action by action.
 * @throws ShellError CONFIG_INVALID for any other loosening and for names that do not exist (a misspelt "deny" must not pass).
 */
export function readPolicy(section: PolicySection, catalogue: ReadonlyMap<string, Action>): Policy {
  const names = new Set<string>([
    ...RISKS,
    ...catalogue.keys(),
    ...[...catalogue.values()].map((action) => action.domain),
  ]);
  const { i_understand_the_risk: accepted, door: doors, ...rules } = section;
  return {
    rules: readRules(rules, names, "policy"),
    doors: new Map(
      Object.entries(table(doors, "policy.door")).map(([door, of]) => [
        door,
        readRules(table(of, `policy.door.${door}`), names, `policy.door.${door}`),
      ]),
    ),
    allowed: readAllowed(table(accepted, "policy.i_understand_the_risk"), catalogue),
  };
}

function readRules(
  rules: Readonly<Record<string, unknown>>,
  names: ReadonlySet<string>,
  where: string,
): ReadonlyMap<string, "ask" | "deny"> {
  const read = new Map<string, "ask" | "deny">();
  for (const [name, rule] of Object.entries(rules)) {
    if (!names.has(name))
      throw invalid(
        `[${where}] ${name}: no action, domain or risk has that name`,
        "the names stand in docs/actions.md",
      );
    if (rule === "allow") {
      throw invalid(
        `[${where}] ${name} = "allow" would loosen the policy`,
        `remove it; for single actions write [policy.i_understand_the_risk] allow = ["${name}"]`,
      );
    }
    if (rule !== "ask" && rule !== "deny") {
      throw invalid(
        `[${where}] ${name} = ${JSON.stringify(rule)}: only "ask" and "deny" can stand here`,
        `write ${name} = "ask" or "deny"`,
      );
    }
    read.set(name, rule);
  }
  return read;
}

function readAllowed(
  section: Readonly<Record<string, unknown>>,
  catalogue: ReadonlyMap<string, Action>,
): ReadonlySet<string> {
  const { allow = [], ...others } = section;
  const stray = Object.keys(others)[0];
  const where = "[policy.i_understand_the_risk]";
  if (stray !== undefined)
    throw invalid(`${where} ${stray}: only "allow" can stand here`, `write allow = ["power_off"]`);
  if (!Array.isArray(allow)) throw invalid(`${where} allow is not a list`, `write allow = ["power_off"]`);
  for (const name of allow) {
    if (typeof name !== "string" || !catalogue.has(name)) {
      throw invalid(
        `${where} allow: ${JSON.stringify(name)} is no action`,
        "name single actions; risks and domains cannot be loosened",
      );
    }
  }
  return new Set<string>(allow);
}

function table(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (value === undefined) return {};
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw invalid(`[${where}] is not a table`, `write [${where}]`);
  return value as Readonly<Record<string, unknown>>;
}

function invalid(message: string, remedy: string): ShellError {
  return new ShellError("CONFIG_INVALID", message, { remedy });
}
