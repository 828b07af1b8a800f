import type { Action, Risk } from "../../intents/actions/define-action.ts";
import type { Call } from "../../intents/plan.ts";
import type { Policy } from "./policy.ts";
import { strictest } from "./rules.ts";

export type Verdict = "allow" | "ask" | "deny";

/** Who the words come from. Anything that the person did not say or type themselves is untrusted. */
export type Origin = "user" | "untrusted";

/** What the policy says of one call. */
export interface Decision {
  readonly decision: Verdict;
  /** One sentence for logs, --json and --dry-run. */
  readonly reason: string;
  /** The rule that decided: "risk:dangerous", "config:network", "untrusted", "unknown-action", "schema", "error". */
  readonly rule: string;
}

export interface Circumstances {
  readonly config: Policy;
  readonly origin: Origin;
  /** Through which door the words came: "terminal", "voice", "socket", "mcp", "page" … */
  readonly door: string;
}

const BY_RISK: Readonly<Record<Risk, Verdict>> = {
  read: "allow",
  reversible: "allow",
  external: "ask",
  dangerous: "ask",
};

/**
 * Decides one call, outside of every model. It fails closed: an action that is not in the catalogue, arguments that its schema
 * refuses, and any error on the way are "deny". Nothing runs without passing here first.
 */
export function decide(call: Call, action: Action | undefined, circumstances: Circumstances): Decision {
  try {
    return decideOrThrow(call, action, circumstances);
  } catch (error) {
    const because = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    return { decision: "deny", reason: `the policy could not decide: ${because}`, rule: "error" };
  }
}

function decideOrThrow(call: Call, action: Action | undefined, circumstances: Circumstances): Decision {
  if (action === undefined || action.name !== call.action) {
    return { decision: "deny", reason: `there is no action "${call.action}"`, rule: "unknown-action" };
  }
  const parsed = action.schema.safeParse(call.args);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join(".") || "arguments";
    return { decision: "deny", reason: `${call.action}: ${where}: ${issue?.message ?? "invalid"}`, rule: "schema" };
  }
  return byRules(action, circumstances);
}

/** What the rules say of an action whatever its arguments. @throws Error for a risk that is none */
export function byRules(action: Action, { config, origin, door }: Circumstances): Decision {
  const byRisk = BY_RISK[action.risk];
  if (byRisk === undefined) throw new Error(`unknown risk "${action.risk}"`);
  if (origin !== "user" && action.risk === "dangerous") {
    return {
      decision: "deny",
      reason: `${action.name} is dangerous and the words are not the person's own`,
      rule: "untrusted",
    };
  }

  const trusted = origin === "user" && config.allowed.has(action.name);
  const base: Decision = trusted
    ? {
        decision: "allow",
        reason: `config.toml accepts the risk of ${action.name}`,
        rule: "config:i_understand_the_risk",
      }
    : { decision: byRisk, reason: `${action.name} is ${action.risk}`, rule: `risk:${action.risk}` };

  const named = [action.risk, action.domain, action.name];
  const tightened = named.flatMap((name): Decision[] => {
    const everywhere = config.rules.get(name);
    const here = config.doors.get(door)?.get(name);
    return [
      ...(everywhere
        ? [{ decision: everywhere, reason: `config.toml: ${name} = "${everywhere}"`, rule: `config:${name}` }]
        : []),
      ...(here
        ? [{ decision: here, reason: `config.toml: ${door}: ${name} = "${here}"`, rule: `config:door.${door}.${name}` }]
        : []),
    ];
  });
  return strictest([base, ...tightened]);
}
