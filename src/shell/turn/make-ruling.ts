import type { Call } from "../../intents/plan.ts";
import { byRules, type Decision, decide } from "../policy/decide.ts";
import type { DecideInput } from "./actor-inputs.ts";
import { callLimitMs } from "./call-limit.ts";
import { declaredPart, missingArgs } from "./call-shape.ts";
import type { ActorContext } from "./context.ts";
import { lookFirst } from "./look-first.ts";
import { clarifyingQuestion, confirmingQuestion } from "./questions.ts";
import type { Ruling } from "./types.ts";

/**
 * Looks at every call that is not done yet before any of them runs. In this order: a denied call refuses the plan, a dry run
 * stops here, a missing argument is asked for, a call that needs a yes (and can be done) is read back.
 */
export async function makeRuling(
  { calls, cursor, request, lang }: DecideInput,
  shell: ActorContext,
  signal: AbortSignal,
): Promise<Ruling> {
  const exact = calls.map((call, index) =>
    declaredPart(call, shell.catalogue.get(call.action), shell.questions.undeclared(index)),
  );
  const decisions = exact.map((call, index) => (index < cursor ? DONE : ruleOn(call, request, shell)));
  const limitsMs = calls.map((call) => callLimitMs(call, shell.catalogue.get(call.action), shell.commandTimeoutMs));
  const ruling = (next: Ruling["next"]): Ruling => ({ decisions, limitsMs, next });

  if (request.dryRun) return ruling({ kind: "rehearse" });

  const denied = decisions.find(({ decision }) => decision === "deny");
  if (denied) return ruling({ kind: "refuse", outcome: "refused", because: denied.rule });

  for (const [index, call] of calls.entries()) {
    if (index < cursor) continue;
    const action = shell.catalogue.get(call.action)!;
    const [missing] = missingArgs(call, action);
    if (missing === undefined) continue;
    const question = shell.questions.clarify(
      index,
      missing[0],
      clarifyingQuestion(action, missing[0], missing[1], lang),
    );
    return ruling(
      question ? { kind: "question", question } : { kind: "refuse", outcome: "cancelled", because: "GAVE_UP" },
    );
  }

  for (const [index, call] of exact.entries()) {
    if (decisions[index]?.decision !== "ask" || index < cursor || shell.confirmations.holds(call)) continue;
    const action = shell.catalogue.get(call.action)!;
    // What cannot be done anyway is not asked about; when its turn comes, the gate in front of it says so.
    if (await lookFirst(call, action, (limit) => shell.powersFor(request, lang, limit), signal)) continue;
    const question = shell.questions.confirm(
      index,
      call,
      confirmingQuestion(shell.questions.named(call), action, lang),
    );
    return ruling(
      question ? { kind: "question", question } : { kind: "refuse", outcome: "refused", because: "GAVE_UP" },
    );
  }
  return ruling({ kind: "act" });
}

const DONE: Decision = { decision: "allow", reason: "it has been done already", rule: "done" };

function ruleOn(call: Call, { origin, door }: DecideInput["request"], shell: ActorContext): Decision {
  const action = shell.catalogue.get(call.action);
  const missing = action && missingArgs(call, action)[0]?.[0];
  const decision = decide(call, action, { config: shell.policy, origin, door });
  if (missing === undefined || decision.rule !== "schema") return decision;
  const ruled = byRules(action!, { config: shell.policy, origin, door });
  if (ruled.decision === "deny") return ruled;
  // Only what is missing was wrong with it: judge the rest of the arguments, then ask for this one.
  const rest = action!.schema.safeParse(call.args);
  const otherwiseWrong = rest.success
    ? undefined
    : rest.error.issues.find(({ path }) => call.args[String(path[0])] !== undefined || path.length === 0);
  if (otherwiseWrong) return decision;
  return { decision: "ask", reason: `${call.action}: ${missing} is missing`, rule: "missing" };
}
