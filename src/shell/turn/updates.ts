import type { Plan } from "../../intents/plan.ts";
import type { Outcome } from "../../memory/memory.ts";
import { contextOf } from "./common-transitions.ts";
import { outcomeOf } from "./outcome.ts";
import type { Alert, Deed, Question, Reply, Request, Road, Ruling } from "./types.ts";

/** How the machine's context changes, as plain functions: each takes the road as it is and returns what is new in it. */
type Update = Partial<Road>;

/** A road with nothing on it yet. */
export function emptyRoad(lang: Road["lang"]): Road {
  return {
    turn: 0,
    request: { utterance: "", dryRun: false, origin: "user", door: "" },
    lang,
    plan: null,
    calls: [],
    decisions: [],
    limitsMs: [],
    cursor: 0,
    from: 0,
    results: [],
    question: null,
    outcome: null,
    because: null,
    thenUndo: false,
    reply: null,
    previous: null,
    alerts: [],
  };
}

/** A new utterance on an empty road. What the turn before left for follow-ups stays. */
export function begin(road: Road, request: Request): Update {
  return {
    ...emptyRoad(request.lang ?? road.lang),
    turn: road.turn + 1,
    request,
    previous: road.previous,
    alerts: road.alerts,
  };
}

/** An utterance after a question: the calls stay, and what was done before it is not replied to again. */
export function beginAnswer(road: Road, request: Request): Update {
  return {
    turn: road.turn + 1,
    // The turn's clock and whose words these are do not change in its middle; distrust can only grow.
    request: {
      ...request,
      ...(request.now === undefined && road.request.now !== undefined ? { now: road.request.now } : {}),
      origin: road.request.origin === "untrusted" ? "untrusted" : request.origin,
    },
    lang: request.lang ?? road.lang,
    from: road.cursor,
    outcome: null,
    because: null,
    reply: null,
  };
}

/** `undo` from a door, without words to understand. */
export function beginUndo(road: Road, door: string): Update {
  const request: Request = { utterance: "undo", dryRun: false, origin: "user", door, lang: road.lang };
  return { ...begin(road, request), ...takePlan(road, undoPlan(request.utterance, road.lang)) };
}

/** "undo" is understood before any mind is asked: it must work on the worst day of a model. */
export function undoPlan(utterance: string, lang: Plan["lang"]): Plan {
  return { utterance, lang, calls: [{ action: "undo", args: {} }], tier: "taught", confidence: 1, ms: 0 };
}

export function takePlan(_road: Road, plan: Plan): Update {
  return {
    plan,
    lang: plan.lang,
    calls: plan.calls,
    decisions: [],
    limitsMs: [],
    cursor: 0,
    from: 0,
    results: [],
    question: null,
  };
}

export function takeRuling(_road: Road, ruling: Ruling): Update {
  return {
    decisions: ruling.decisions,
    limitsMs: ruling.limitsMs,
    ...(ruling.next.kind === "refuse" ? { outcome: ruling.next.outcome, because: ruling.next.because } : {}),
    ...(ruling.next.kind === "rehearse" ? { outcome: "done" as const } : {}),
  };
}

export function takeQuestion(_road: Road, question: Question): Update {
  return { question, outcome: "asked" };
}

/** The answer's arguments go into the call that was asked about. */
export function fillIn(road: Road, args: Readonly<Record<string, unknown>>): Update {
  const about = road.question?.call ?? road.cursor;
  return {
    calls: road.calls.map((call, index) => (index === about ? { ...call, args: { ...call.args, ...args } } : call)),
    question: null,
  };
}

/** One call was tried. */
export function takeDeed(road: Road, deed: Deed): Update {
  if (deed.result === null) return { outcome: "refused", because: deed.refused ?? null };
  const results = [...road.results, deed.result];
  const done = deed.result.kind === "done";
  return {
    results,
    cursor: done ? road.cursor + 1 : road.cursor,
    outcome: outcomeOf(deed.result),
  };
}

export function conclude(_road: Road, end: { outcome: Outcome; because?: string }): Update {
  return { outcome: end.outcome, because: end.because ?? null, question: null };
}

/** After the reply the turn is history: its calls are what a follow-up may refer to. */
export function takeReply(road: Road, reply: Reply): Update {
  const previous = road.calls.length > 0 ? contextOf(road) : road.previous;
  return { reply, previous, question: null };
}

export function ring(road: Road, { id, kind, label }: Alert): Update {
  return { alerts: [...road.alerts.filter((alert) => alert.id !== id), { id, kind, label }] };
}

/** Without an id, all of them. */
export function silence(road: Road, id: string | undefined): Update {
  return { alerts: id === undefined ? [] : road.alerts.filter((alert) => alert.id !== id) };
}
