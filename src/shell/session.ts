import { randomUUID } from "node:crypto";
import { createActor } from "xstate";
import type { Drivers } from "../../devices/drivers/drivers.ts";
import { type ShellError, toShellError } from "../errors.ts";
import type { Action } from "../intents/actions/define-action.ts";
import type { ArgType } from "../intents/args.ts";
import type { Lang } from "../intents/plan.ts";
import type { ActionConfig, Powers } from "../intents/powers.ts";
import { say } from "../intents/say.ts";
import type { Memory } from "../memory/memory.ts";
import { type SessionClock, SYSTEM_CLOCK } from "./clock.ts";
import { createDialogue, isAboutTheConversation } from "./dialogue.ts";
import { heardLanguage } from "./heard-language.ts";
import { measureFile } from "./measure-file.ts";
import { CONFIRMATION_TTL_MS, createConfirmations } from "./policy/confirmations.ts";
import type { Origin } from "./policy/decide.ts";
import { DEFAULT_POLICY, type Policy } from "./policy/policy.ts";
import { preferred } from "./preferred.ts";
import { createReferences } from "./references.ts";
import { composeReply } from "./replies.ts";
import { turnActors } from "./turn/actors.ts";
import { readUndo, saysCancel } from "./turn/cancel-words.ts";
import { type ActorContext, nowOf, type ReadValue, type Understand } from "./turn/context.ts";
import { turnMachine } from "./turn/machine.ts";
import { createQuestionBook } from "./turn/question-book.ts";
import { recordOf } from "./turn/record.ts";
import { type Turn, turnOf } from "./turn/turn.ts";
import type { Alert, Emitted, Reply, Request, Road, RoadEvent } from "./turn/types.ts";
import { undoPlan } from "./turn/updates.ts";

export type { Understand } from "./turn/context.ts";
export type { Turn } from "./turn/turn.ts";
export type { Alert, Emitted, Question } from "./turn/types.ts";

export interface SessionOptions {
  readonly understand: Understand;
  readonly catalogue: ReadonlyMap<string, Action>;
  readonly drivers: Drivers;
  readonly memory: Memory;
  /** Default: nothing tightened, nothing loosened. */
  readonly policy?: Policy;
  /** Which conversation this is, over restarts: its own acts are undone before those of others. Default: a new one. */
  readonly name?: string;
  /** Which door this session stands behind: "terminal", "voice", "socket", "page", "mcp" … A turn may name another. */
  readonly door: string;
  /** What the person prefers goes before it. */
  readonly config: ActionConfig;
  /** The person's home folder, absolute and real. */
  readonly home: string;
  /** IANA zone. */
  readonly timeZone: string;
  /** The one language in which it listens and answers. Default: detected per utterance. A preferred one goes before both. */
  readonly lang?: Lang;
  readonly clock?: SessionClock;
  readonly readValue?: ReadValue;
  /** Milliseconds. Defaults: 30 000, 120 000, 60 000, 60 000. */
  readonly confirmTimeoutMs?: number;
  readonly questionTimeoutMs?: number;
  readonly followUpMs?: number;
  readonly understandTimeoutMs?: number;
}

export interface HandleOptions {
  /** Default: detected. */
  readonly lang?: Lang;
  /** Fixes the clock of this turn. */
  readonly now?: Date;
  /** Says what would be done and what the policy says to it; does nothing. */
  readonly dryRun?: boolean;
  /** Aborting it cancels the turn. */
  readonly signal?: AbortSignal;
  /** Answers the pending confirmation by its token (a button) instead of by words. A wrong or late token is a no. */
  readonly confirm?: { readonly token: string; readonly yes: boolean };
  /** "untrusted": the words come from a program, a page or a message, not from the person. Default "user". */
  readonly origin?: Origin;
  /** Default: the session's. */
  readonly door?: string;
}

export interface Session {
  readonly id: string;
  /**
   * One utterance, to its reply or to the question that it raises. A pending question is answered by the next call. Utterances are
   * handled one after the other; "cancel" while another is being handled stops that one. Never rejects.
   */
  handle(utterance: string, options?: HandleOptions): Promise<Turn>;
  /** Undoes the last turn without words; stops what is under way and takes back what it did. */
  undo(): Promise<Turn>;
  /** Stops what is under way, or drops the pending question. */
  cancel(): void;
  readonly events: {
    /** Every event of the machine; returns the function that ends it. */
    on(listener: (event: Emitted) => void): () => void;
  };
  readonly alerts: {
    /** It is due: rings until it is stopped, snoozed or missed. */
    ring(alert: Alert): void;
    stop(id?: string): void;
    snooze(id?: string): void;
    ringing(): readonly Alert[];
  };
  /** Whether words from the "voice" door count. */
  mute(on: boolean): void;
  /** Cancels what is under way and ends all timers. The memory and the drivers stay open: they belong to the caller. */
  close(): void;
}

/** What is known of the utterance that is being handled. */
interface Handling {
  readonly startedMs: number;
  readonly cpu: NodeJS.CpuUsage;
}

/** One run of the shell behind one door: the turn machine with real actors, and the ledger row of every utterance. */
export function createSession(options: SessionOptions): Session {
  const { catalogue, memory, timeZone, door, clock = SYSTEM_CLOCK } = options;
  const {
    confirmTimeoutMs = CONFIRMATION_TTL_MS,
    questionTimeoutMs = 120_000,
    followUpMs = 60_000,
    understandTimeoutMs = 60_000,
  } = options;
  const id = options.name ?? randomUUID();
  const confirmations = createConfirmations(clock, confirmTimeoutMs);
  const references = createReferences(measureFile);
  let handling: Handling | undefined;
  let last: ReturnType<typeof remembered> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let busy = 0;
  let unwritten: ShellError | undefined;

  const powersFor = (request: Request, lang: Lang, signal: AbortSignal): Powers => {
    const { units = options.config.units } = preferred(memory.preferences);
    const powers: Powers = {
      lang,
      now: () => nowOf(request, clock),
      timeZone,
      signal,
      home: options.home,
      drivers: options.drivers,
      memory,
      refs: references,
      config: { ...options.config, units },
      dialogue: createDialogue(
        memory,
        catalogue,
        id,
        () => powers,
        () => last,
        async (words) => {
          const plan = await options.understand(words, { now: powers.now(), timeZone, signal });
          return plan.unsure ? [] : plan.calls;
        },
      ),
    };
    return powers;
  };

  /** A ledger that cannot be written (a full disk) does not undo what was done: the person hears of it with the reply. */
  const append = (row: Parameters<Memory["ledger"]["append"]>[0]): void => {
    try {
      memory.ledger.append(row);
    } catch (error) {
      unwritten = toShellError(error, "DATABASE_DAMAGED");
    }
  };

  const record = (road: Road, end: { outcome: Road["outcome"]; reply: string }): void => {
    if (handling === undefined) return;
    const cpu = process.cpuUsage(handling.cpu);
    append(
      recordOf(
        road,
        { outcome: end.outcome ?? "failed", reply: end.reply },
        {
          at: new Date(clock.now()).toISOString(),
          session: id,
          understandMs: road.plan?.ms ?? 0,
          totalMs: performance.now() - handling.startedMs,
          cpuSeconds: (cpu.user + cpu.system) / 1e6,
        },
        catalogue,
      ),
    );
  };

  const reply = async ({ road }: { road: Road }): Promise<Reply> => {
    let composed = composeReply(road, catalogue);
    if (!road.request.dryRun) {
      record(road, { outcome: road.outcome, reply: composed.text });
      if (unwritten) composed = { ...composed, text: `${composed.text} ${notWritten(unwritten, road.lang)}` };
      unwritten = undefined;
      if (!isAboutTheConversation(road.calls)) last = remembered(road, composed);
    }
    if (!road.thenUndo) return composed;
    const undone = await powersFor(road.request, road.lang, new AbortController().signal).dialogue.undo();
    return "say" in undone ? { ...composed, text: `${composed.text} ${undone.say}` } : composed;
  };

  /** The language to answer in, where it is not the one that is heard. */
  const speaks = (): Lang | undefined => preferred(memory.preferences).lang ?? options.lang;

  /** A language that a turn names goes before all; one fixed by the configuration is also the only one listened for. */
  const understand: Understand = async (utterance, how) => {
    const undone = catalogue.has("undo") ? readUndo(utterance) : undefined;
    if (undone) return undoPlan(utterance, how.lang ?? speaks() ?? undone);
    if (how.lang !== undefined) return options.understand(utterance, how);
    const lang = speaks();
    const heard = lang === undefined || options.lang === undefined ? how : { ...how, lang };
    const plan = await options.understand(utterance, heard);
    if (lang !== undefined) return { ...plan, lang };
    return plan.unsure ? { ...plan, lang: heardLanguage(utterance) ?? spoken() ?? plan.lang } : plan;
  };

  /** The language of the turns before this one. */
  const spoken = (): Lang | undefined => {
    const road = actor.getSnapshot().context;
    return road.turn > 1 ? road.lang : undefined;
  };

  const shell: ActorContext = {
    session: id,
    understand,
    readValue: options.readValue ?? readAnyValue,
    catalogue,
    policy: options.policy ?? DEFAULT_POLICY,
    confirmations,
    questions: createQuestionBook(clock, confirmations, { questionTimeoutMs }),
    references,
    clock,
    timeZone,
    commandTimeoutMs: options.config.commandTimeoutMs,
    powersFor,
    finishedLate(call, result, request, lang) {
      if (result.kind !== "done" || result.undo === undefined) return;
      const road: Road = { ...actor.getSnapshot().context, request, lang, calls: [call], results: [result], from: 0 };
      const measured = {
        at: new Date(clock.now()).toISOString(),
        session: id,
        understandMs: 0,
        totalMs: 0,
        cpuSeconds: 0,
      };
      append(recordOf(road, { outcome: "done", reply: result.say }, measured, catalogue));
    },
  };

  const actor = createActor(
    turnMachine.provide({
      actors: turnActors(shell, reply, (): boolean => actor.getSnapshot().context.alerts.length > 0),
      delays: {
        confirmTimeout: confirmTimeoutMs,
        questionTimeout: questionTimeoutMs,
        followUpWindow: followUpMs,
        understandTimeout: understandTimeoutMs,
      },
    }),
    { input: { lang: speaks() ?? "en" }, clock },
  );
  actor.on("turn.asked", () => {
    const road = actor.getSnapshot().context;
    if (!road.request.dryRun) record(road, { outcome: "asked", reply: turnOf(road, 0).reply });
  });
  actor.start();

  /** Sends the event and waits for the reply or the question that it leads to. */
  const settle = async (event: RoadEvent, signal?: AbortSignal): Promise<Turn> => {
    handling = { startedMs: performance.now(), cpu: process.cpuUsage() };
    const startedMs = handling.startedMs;
    if (!actor.getSnapshot().can(event)) return unheard(event, actor.getSnapshot().context);
    const stops: { unsubscribe(): void }[] = [];
    const settled = new Promise<void>((resolve) => {
      stops.push(
        actor.on("turn.asked", () => resolve()),
        actor.on("turn.replied", () => resolve()),
      );
    });
    const abort = () => actor.send({ type: "turn.cancel" });
    signal?.addEventListener("abort", abort, { once: true });
    try {
      actor.send(event);
      if (signal?.aborted) abort();
      await settled;
      return turnOf(actor.getSnapshot().context, performance.now() - startedMs);
    } finally {
      for (const subscription of stops) subscription.unsubscribe();
      signal?.removeEventListener("abort", abort);
      handling = undefined;
    }
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    busy += 1;
    const run = queue.then(work).finally(() => {
      busy -= 1;
    });
    queue = run.catch(() => undefined);
    return run;
  };

  return {
    id,
    async handle(
      utterance,
      { lang, now, dryRun = false, signal, confirm, origin = "user", door: through = door } = {},
    ) {
      if (busy > 0 && saysCancel(utterance)) {
        const stopped = queue as Promise<Turn | undefined>;
        actor.send({ type: "turn.cancel" });
        const turn = await stopped;
        if (turn) return { ...turn, utterance };
      }
      const request: Request = {
        utterance,
        dryRun,
        origin,
        door: through,
        ...(lang === undefined ? {} : { lang }),
        ...(now === undefined ? {} : { now: now.toISOString() }),
        ...(confirm === undefined ? {} : { confirm }),
      };
      return inTurn(() => settle({ type: "utterance.received", ...request }, signal));
    },
    async undo() {
      if (busy > 0) {
        const stopped = queue as Promise<Turn | undefined>;
        actor.send({ type: "turn.undo", door });
        const turn = await stopped;
        if (turn) return turn;
      }
      return inTurn(() => settle({ type: "turn.undo", door }));
    },
    cancel: () => actor.send({ type: "turn.cancel" }),
    events: {
      on(listener) {
        const subscription = actor.on("*", listener);
        return () => subscription.unsubscribe();
      },
    },
    alerts: {
      ring: (alert) => actor.send({ type: "alert.due", ...alert }),
      stop: (alertId) => actor.send({ type: "alert.stop", ...(alertId === undefined ? {} : { id: alertId }) }),
      snooze: (alertId) => actor.send({ type: "alert.snooze", ...(alertId === undefined ? {} : { id: alertId }) }),
      ringing: () => actor.getSnapshot().context.alerts,
    },
    mute: (on) => actor.send({ type: on ? "hearing.mute" : "hearing.unmute" }),
    close() {
      actor.send({ type: "turn.cancel" });
      confirmations.clear();
      actor.stop();
    },
  };
}

function remembered(road: Road, reply: Reply) {
  return {
    utterance: road.request.utterance,
    calls: road.calls,
    tier: road.plan?.tier ?? "none",
    confidence: road.plan?.confidence ?? 0,
    reply: reply.text,
  };
}

function notWritten({ message }: ShellError, lang: Lang): string {
  return say(lang, {
    en: `But I could not write it down: ${message}.`,
    fr: `Mais je n'ai pas pu le consigner : ${message}.`,
    zh: `但没能记录下来：${message}。`,
  });
}

/** Muted, or nothing that could be undone now: the words were not taken, and a question that waits goes on waiting. */
function unheard(event: RoadEvent, road: Road): Turn {
  const utterance = event.type === "utterance.received" ? event.utterance : "";
  const none = { plan: null, calls: [], decisions: [], results: [], reply: "", show: [], ms: 0 };
  const pending = road.question === null ? {} : { pending: road.question, calls: road.calls };
  return { ...none, ...pending, utterance, lang: road.lang, outcome: "cancelled", exitStatus: 4 };
}

/** Loaded when the first answer is read: the readers of dates are heavy. */
const readAnyValue: ReadValue = async (type, words, context) => {
  const { readValue } = await import("../intents/values/index.ts");
  return readValue(type as ArgType, words, context);
};
