import type { ArgType } from "../../intents/args.ts";
import { catalogue } from "../../intents/catalogue.ts";
import type { Expecting } from "../../voice/contracts.ts";
import type { Answered } from "../../voice/hearing/index.ts";
import type { Turn } from "../turn/turn.ts";

const BY_TYPE: Partial<Readonly<Record<ArgType, Expecting>>> = {
  bool: "yes-no",
  int: "number",
  number: "number",
  percent: "number",
  duration: "time",
  datetime: "time",
  date: "time",
  time: "time",
  period: "time",
  recurrence: "time",
};

/** A turn as the hearing machine takes it: what to say, and what the answer to it will be like. */
export function answeredBy(turn: Turn): Answered {
  const expecting = expectingOf(turn);
  // the numbered things of a question are said; other rows are to be looked at
  const rows = turn.pending?.kind === "choose" ? turn.show : [];
  return {
    say: { text: [turn.reply, ...rows].join("\n"), lang: turn.lang },
    ...(expecting === undefined ? {} : { expecting }),
    isFailed: turn.pending === undefined && (turn.exitStatus === 3 || turn.exitStatus === 5),
    turn,
  };
}

export function expectingOf({ pending, calls }: Turn): Expecting | undefined {
  if (pending === undefined) return undefined;
  if (pending.kind === "confirm") return "yes-no";
  if (pending.kind === "choose") return "number";
  const action = catalogue.get(calls[pending.call]?.action ?? "");
  const type = action?.args[pending.arg ?? ""]?.type;
  return (type && BY_TYPE[type]) ?? "free-text";
}

/** The arguments without which an action cannot run. */
export function requiredArguments(action: string): readonly string[] | undefined {
  const spec = catalogue.get(action);
  return spec && Object.entries(spec.args).flatMap(([name, { optional }]) => (optional ? [] : [name]));
}
