import type { Lang, Plan } from "../../intents/plan.ts";
import type { Turn } from "../turn/turn.ts";
import { connectDaemon } from "./client.ts";
import type { AlertEvent } from "./wire.ts";

export interface TalkOptions {
  readonly lang?: Lang;
  /** ISO 8601; fixes the clock of the turns. */
  readonly now?: string;
  readonly dryRun?: boolean;
}

/** A conversation, wherever the mind is: in the daemon or in this process. */
export interface Talk extends AsyncDisposable {
  readonly where: "daemon" | "here";
  turn(utterance: string): Promise<Turn>;
  /** What words could mean, without a turn: acts on nothing, remembers nothing. */
  understand(utterance: string, lang: Lang): Promise<Plan>;
  cancel(): void;
  onAlert(listener: (event: AlertEvent) => void): void;
  /** Words that answer no turn: a question ran out. They may also be those of the turn under way, which `turn` gives as well. */
  onUnasked(listener: (words: string) => void): void;
  /** The connection to the daemon is gone. */
  onLost(listener: () => void): void;
}

/** Talks to the running daemon; undefined when there is none. Imports nothing heavy: this is the warm start of a one-shot command. */
export async function talkToDaemon(
  runtimeFolder: string,
  options: TalkOptions & { readonly session: string; readonly door: string; readonly alerts?: boolean },
): Promise<Talk | undefined> {
  const client = await connectDaemon(runtimeFolder);
  if (!client) return undefined;
  const { session, door, alerts, ...fixed } = options;
  const heard: AlertEvent[] = [];
  const listeners: ((event: AlertEvent) => void)[] = [];
  client.onEvent((message) => {
    if (message.type !== "event" || message.event.type !== "alert.due") return;
    const event = message.event as AlertEvent;
    if (listeners.length === 0) heard.push(event);
    for (const listener of listeners) listener(event);
  });
  // what rings already is told at once, maybe before anybody listens here
  if (alerts) await client.ask({ type: "subscribe" });
  return {
    where: "daemon",
    async turn(utterance) {
      const message = await client.ask({ type: "turn", utterance, session, door, ...fixed });
      return (message as Extract<typeof message, { type: "turn" }>).turn;
    },
    async understand(utterance, lang) {
      const message = await client.ask({ type: "understand", utterance, lang });
      return (message as Extract<typeof message, { type: "plan" }>).plan;
    },
    cancel: () => void client.ask({ type: "cancel", session }).catch(() => undefined),
    onAlert(listener) {
      listeners.push(listener);
      for (const event of heard.splice(0)) listener(event);
    },
    onUnasked: (listener) =>
      client.onEvent((message) => {
        if (message.type === "event" && message.session === session && message.event.type === "turn.replied")
          listener(message.event.reply.text);
      }),
    onLost: (listener) => client.onClose(listener),
    async [Symbol.asyncDispose]() {
      client[Symbol.dispose]();
    },
  };
}

/** Talks in this process: the model is loaded here, and alerts ring here for as long as the conversation lasts. */
export async function talkHere(
  options: TalkOptions & { readonly session: string; readonly door: string; readonly alerts?: boolean },
): Promise<Talk> {
  const { openHouse } = await import("../house.ts");
  const house = openHouse();
  const session = house.session(options.door, options.session);
  const listeners: ((event: AlertEvent) => void)[] = [];
  const ringer = options.alerts
    ? (await import("./ringer.ts")).createRinger({
        house,
        sessions: () => [session],
        onAlert: (event) => {
          for (const listener of listeners) listener(event);
        },
        onError: () => undefined,
        lang: () => (house.config.lang === "auto" ? (options.lang ?? "en") : house.config.lang),
        ...(house.config.voice.mute_alerts ? { silent: true } : {}),
      })
    : undefined;
  if (options.alerts) house.understanding().catch(() => undefined); // the first turn will say what is wrong
  return {
    where: "here",
    turn: (utterance) =>
      session.handle(utterance, {
        ...(options.lang ? { lang: options.lang } : {}),
        ...(options.now ? { now: new Date(options.now) } : {}),
        ...(options.dryRun ? { dryRun: true } : {}),
      }),
    understand: async (utterance, lang) =>
      (await house.understanding()).understand(utterance, { now: new Date(), timeZone: house.timeZone, lang }),
    cancel: () => session.cancel(),
    onAlert: (listener) => listeners.push(listener),
    onUnasked: (listener) =>
      session.events.on((event) => {
        if (event.type === "turn.replied") listener(event.reply.text);
      }),
    onLost: () => undefined,
    async [Symbol.asyncDispose]() {
      ringer?.[Symbol.dispose]();
      const waiting = house.memory.alerts.nextDue() !== undefined;
      await house[Symbol.asyncDispose]();
      if (waiting) (await import("./background.ts")).startInBackground(house.paths);
    },
  };
}
