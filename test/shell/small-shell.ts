import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SimulatedClock } from "xstate";
import type { Drivers } from "../../devices/drivers/drivers.ts";
import { ShellError } from "../../src/errors.ts";
import { type Action, defineAction, defineDomain } from "../../src/intents/actions/define-action.ts";
import { arg, maybe, oneOf } from "../../src/intents/args.ts";
import type { Call, Lang, Plan } from "../../src/intents/plan.ts";
import type { Thing } from "../../src/intents/result.ts";
import type { Memory } from "../../src/memory/memory.ts";
import { openMemory } from "../../src/memory/open-memory.ts";
import { createSession, type Session, type SessionOptions } from "../../src/shell/session.ts";
import type { Understand } from "../../src/shell/turn/context.ts";

const none = { en: [], fr: [], zh: [] };

/** A machine of a few values, with real actions on it: enough to see what was really done. */
export interface SmallMachine {
  volume: number;
  isOn: boolean;
  sent: string[];
  timers: string[];
  /** Every run, in order: `name {"args"}`. */
  ran: string[];
  /** Lets a `slow` call end. */
  release: () => void;
}

export const LAMPS: readonly Thing[] = [
  { kind: "device", id: "lamp-1", name: "desk lamp" },
  { kind: "device", id: "lamp-2", name: "floor lamp" },
  { kind: "device", id: "lamp-3", name: "Bob's lamp" },
];

export function smallMachine(): SmallMachine {
  return { volume: 40, isOn: true, sent: [], timers: [], ran: [], release: () => undefined };
}

export function smallCatalogue(machine: SmallMachine): ReadonlyMap<string, Action> {
  const ran = (name: string, args: unknown) => machine.ran.push(`${name} ${JSON.stringify(args)}`);
  const actions = [
    ...defineDomain("sound", [
      defineAction({
        name: "volume_set",
        summary: "set the volume",
        args: { level: arg("percent", "how loud") },
        risk: "reversible",
        examples: { ...none, en: [["set the volume to 30", { level: 30 }]] },
        negatives: none,
        describe: ({ level }, lang) => (lang === "en" ? `set the volume to ${level} percent` : `volume ${level} %`),
        async run(input) {
          ran("volume_set", input);
          const before = machine.volume;
          machine.volume = input.level;
          return { kind: "done", say: `Volume ${input.level} percent.`, undo: { level: before } };
        },
        async undo(data) {
          machine.volume = Number(data.level);
          return { kind: "done", say: `Volume back to ${machine.volume} percent.` };
        },
      }),
      defineAction({
        name: "volume_get",
        summary: "how loud it is",
        args: {},
        risk: "read",
        examples: { ...none, en: [["how loud is it", {}]] },
        negatives: none,
        describe: () => "tell the volume",
        async run() {
          ran("volume_get", {});
          return { kind: "done", say: `It is at ${machine.volume} percent.` };
        },
      }),
    ]),
    ...defineDomain("timer", [
      defineAction({
        name: "timer_start",
        summary: "start a timer",
        args: { duration: arg("duration", "how long it runs"), label: maybe("text", "what it is for") },
        risk: "reversible",
        examples: { ...none, en: [["set a timer for ten minutes", { duration: "PT10M" }]] },
        negatives: none,
        describe: ({ duration }) => `start a timer of ${duration}`,
        async run(input) {
          ran("timer_start", input);
          machine.timers.push(input.label ?? input.duration);
          const id = String(machine.timers.length);
          return {
            kind: "done",
            say: "The timer runs.",
            things: [{ kind: "timer", id, name: input.label ?? "timer" }],
            undo: { id },
          };
        },
        async undo() {
          machine.timers.pop();
          return { kind: "done", say: "The timer is gone." };
        },
      }),
    ]),
    ...defineDomain("home", [
      defineAction({
        name: "lamp_set",
        summary: "turn a lamp on or off",
        args: { device: arg("text", "which lamp"), on: arg("bool", "on or off") },
        risk: "reversible",
        examples: { ...none, en: [["turn on the desk lamp", { device: "desk lamp", on: true }]] },
        negatives: none,
        describe: ({ device, on }) => `turn ${device} ${on ? "on" : "off"}`,
        async run(input) {
          ran("lamp_set", input);
          const fitting = LAMPS.filter(({ name, id }) => name.includes(input.device) || id === input.device);
          if (fitting.length === 1)
            return { kind: "done", say: `The ${fitting[0]!.name} is ${input.on ? "on" : "off"}.`, things: fitting };
          if (fitting.length === 0) return { kind: "failed", code: "NOT_FOUND", say: `There is no ${input.device}.` };
          return { kind: "choose", arg: "device", question: "Which lamp?", options: fitting };
        },
      }),
    ]),
    ...defineDomain("system", [
      defineAction({
        name: "power_off",
        summary: "turn the machine off",
        args: { in: maybe("duration", "after how long") },
        risk: "dangerous",
        examples: { ...none, en: [["turn the machine off", {}]] },
        negatives: none,
        describe: (input, lang) =>
          lang === "fr" ? "éteindre la machine" : `turn the machine off${input.in ? ` in ${input.in}` : ""}`,
        async run(input) {
          ran("power_off", input);
          machine.isOn = false;
          return { kind: "done", say: "Good night." };
        },
      }),
      defineAction({
        name: "slow",
        summary: "take a long time",
        args: {},
        risk: "read",
        examples: none,
        negatives: none,
        describe: () => "take a long time",
        async run(_input, { signal }) {
          ran("slow", {});
          await new Promise<void>((resolve, reject) => {
            machine.release = resolve;
            signal.addEventListener("abort", () => reject(new ShellError("TIMEOUT", "aborted")));
          });
          return { kind: "done", say: "At last." };
        },
      }),
      defineAction({
        name: "broken",
        summary: "fail",
        args: { how: oneOf(["throw", "missing"], "in which way") },
        risk: "read",
        examples: none,
        negatives: none,
        describe: () => "fail",
        async run({ how }) {
          ran("broken", { how });
          if (how === "missing") throw new ShellError("BACKEND_MISSING", "no lamp here", { remedy: "buy a lamp" });
          throw new Error("the wire is cut");
        },
      }),
    ]),
    ...defineDomain("people", [
      defineAction({
        name: "message_send",
        summary: "send a message",
        args: { person: arg("text", "to whom"), text: arg("text", "what it says") },
        risk: "external",
        examples: { ...none, en: [["text Ann that I am late", { person: "Ann", text: "I am late" }]] },
        negatives: none,
        describe: ({ person, text }) => `send “${text}” to ${person}`,
        async look({ person }) {
          if (person === "nobody") return { kind: "failed", code: "NOT_FOUND", say: "I know nobody of that name." };
          if (person === "everybody") throw new ShellError("BACKEND_MISSING", "the post is closed");
          if (person === "somebody") return new Promise(() => undefined);
          if (person !== "Lee") return undefined;
          const options = ["Ann Lee", "Bob Lee"].map((name) => ({ kind: "text", id: name, name }) as const);
          return { kind: "choose", arg: "person", question: "Which Lee?", options };
        },
        async run(input) {
          ran("message_send", input);
          machine.sent.push(`${input.person}: ${input.text}`);
          return { kind: "done", say: "Sent." };
        },
      }),
      defineAction({
        name: "wifi_connect",
        summary: "join a network",
        args: { network: arg("text", "its name") },
        risk: "external",
        examples: none,
        negatives: none,
        describe: ({ network }) => `join ${network}`,
        async run(input) {
          ran("wifi_connect", { network: input.network });
          const password = (input as { password?: string }).password;
          if (password === undefined) return { kind: "ask", arg: "password", question: "What is the password?" };
          return { kind: "done", say: `Connected with ${password.length} letters.` };
        },
      }),
    ]),
    ...defineDomain("dialogue", [
      defineAction({
        name: "undo",
        summary: "undo the last thing",
        args: { what: maybe("text", "what to undo") },
        risk: "reversible",
        examples: none,
        negatives: none,
        describe: () => "undo the last thing",
        run: ({ what }, powers) => powers.dialogue.undo(what),
      }),
      defineAction({
        name: "cancel",
        summary: "stop",
        args: {},
        risk: "read",
        examples: none,
        negatives: none,
        describe: () => "stop",
        run: async () => ({ kind: "done", say: "" }),
      }),
      defineAction({
        name: "repeat",
        summary: "say it again",
        args: {},
        risk: "read",
        examples: none,
        negatives: none,
        describe: () => "say it again",
        run: async (_input, powers) => ({ kind: "done", say: powers.dialogue.lastReply() ?? "Nothing yet." }),
      }),
    ]),
  ];
  return new Map(actions.map((action) => [action.name, action]));
}

/** Understands `action {"arg": 1}; action2 {}` literally, and nothing else: what is tested is what comes after. */
export const literal: Understand = async (utterance, { lang = "en" }) => planOf(utterance, lang);

export function planOf(utterance: string, lang: Lang = "en"): Plan {
  const calls = utterance.split(";").map(callOf);
  const understood = calls.every((call) => call !== undefined);
  return {
    utterance,
    lang,
    calls: understood ? (calls as Call[]) : [],
    tier: understood ? "reflex" : "none",
    confidence: understood ? 0.97 : 0,
    ms: 1,
  };
}

function callOf(text: string): Call | undefined {
  const match = /^\s*([a-z]+(?:_[a-z]+)+|undo|cancel|repeat|slow|broken|nonsense)\s*(\{.*\})?\s*$/.exec(text);
  return match ? { action: match[1]!, args: JSON.parse(match[2] ?? "{}") } : undefined;
}

/** No action of the small machine asks for a driver. */
export const NO_DRIVERS = new Proxy({} as Drivers, {
  get: (_target, name) => {
    throw new ShellError("BACKEND_MISSING", `no ${String(name)} here`);
  },
});

export interface SmallShell {
  readonly session: Session;
  readonly machine: SmallMachine;
  readonly memory: Memory;
  readonly clock: SimulatedClock;
  readonly folder: string;
}

/** A session on the small machine, with a simulated clock and a real database in a fresh folder. */
export function smallShell(
  options: Partial<SessionOptions> & { machine?: SmallMachine; folder?: string } = {},
): SmallShell {
  const machine = options.machine ?? smallMachine();
  const clock = new SimulatedClock();
  clock.set(Date.parse("2026-11-23T09:00:00Z"));
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "saysh-shell-"));
  const memory = options.memory ?? openMemory(folder, { now: () => new Date(clock.now()) });
  const session = createSession({
    understand: literal,
    catalogue: smallCatalogue(machine),
    drivers: NO_DRIVERS,
    memory,
    door: "terminal",
    config: { units: "metric", folders: {}, commandTimeoutMs: 60_000 },
    home: folder,
    timeZone: "Europe/Paris",
    clock,
    ...options,
  });
  return { session, machine, memory, clock, folder };
}
