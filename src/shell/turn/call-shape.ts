import type { Action } from "../../intents/actions/define-action.ts";
import type { Arg } from "../../intents/args.ts";
import type { Call } from "../../intents/plan.ts";

/** The required arguments that a call does not have, in the order in which the action names them. */
export function missingArgs(call: Call, action: Action): readonly (readonly [name: string, arg: Arg])[] {
  return Object.entries(action.args).filter(([name, arg]) => !arg.optional && call.args[name] === undefined);
}

/**
 * The call as its schema knows it: without the arguments that the action itself asked for in the middle of its work (a network's
 * password), which stand in no catalogue. Policy and confirmation are about this part.
 */
export function declaredPart(call: Call, action: Action | undefined, askedFor: ReadonlySet<string>): Call {
  if (action === undefined || askedFor.size === 0) return call;
  const args = Object.entries(call.args).filter(([name]) => name in action.args || !askedFor.has(name));
  return { action: call.action, args: Object.fromEntries(args) };
}
