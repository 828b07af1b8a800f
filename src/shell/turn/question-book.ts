import { randomUUID } from "node:crypto";
import type { Call } from "../../intents/plan.ts";
import type { Thing } from "../../intents/result.ts";
import type { SessionClock } from "../clock.ts";
import type { Confirmations } from "../policy/confirmations.ts";
import type { Question } from "./types.ts";

/** A third question about the same thing helps nobody. */
const MAX_QUESTIONS = 2;

const NOTHING: ReadonlySet<string> = new Set();

/** Makes questions, gives them tokens and deadlines, and counts how often each thing has been asked in this plan. */
export interface QuestionBook {
  /** Undefined: it has been asked often enough. */
  clarify(call: number, arg: string, question: string): Question | undefined;
  choose(call: number, arg: string, question: string, options: readonly Thing[]): Question | undefined;
  /** Opens a confirmation for exactly this call. */
  confirm(call: number, exact: Call, question: string): Question | undefined;
  /** What the person knows a chosen thing by: its name for its id; every other value as it is. */
  named(call: Call): Call;
  /** The action asked for this in the middle of its work (a network's password); no catalogue knows the argument. */
  noteUndeclared(call: number, arg: string): void;
  undeclared(call: number): ReadonlySet<string>;
  /** The same question once more, with a new deadline and token; undefined when it was the last time. */
  again(question: Question, exact: Call): Question | undefined;
  /** A new plan: nothing has been asked yet. */
  reset(): void;
}

export function createQuestionBook(
  clock: SessionClock,
  confirmations: Confirmations,
  { questionTimeoutMs }: { readonly questionTimeoutMs: number },
): QuestionBook {
  const asked = new Map<string, number>();
  const names = new Map<string, string>();
  const undeclared = new Map<number, Set<string>>();

  const count = (key: string): boolean => {
    const times = (asked.get(key) ?? 0) + 1;
    asked.set(key, times);
    return times <= MAX_QUESTIONS;
  };
  const open = (question: Omit<Question, "token" | "expiresAt">): Question => ({
    ...question,
    token: randomUUID(),
    expiresAt: new Date(clock.now() + questionTimeoutMs).toISOString(),
  });

  const book: QuestionBook = {
    clarify: (call, arg, question) =>
      count(`${call}.${arg}`) ? open({ kind: "clarify", call, arg, question }) : undefined,
    choose(call, arg, question, options) {
      for (const { id, name } of options) names.set(id, name);
      return count(`${call}.${arg}`) ? open({ kind: "choose", call, arg, question, options }) : undefined;
    },
    named: ({ action, args }) => ({
      action,
      args: Object.fromEntries(
        Object.entries(args).map(([name, value]) => [
          name,
          typeof value === "string" ? (names.get(value) ?? value) : value,
        ]),
      ),
    }),
    confirm(call, exact, question) {
      const { token, expiresAtMs } = confirmations.request(exact);
      return { kind: "confirm", call, question, token, expiresAt: new Date(expiresAtMs).toISOString() };
    },
    again(question, exact) {
      if (question.kind === "confirm") {
        confirmations.drop(question.token);
        return count(`${question.call} yes?`) && (asked.get(`${question.call} yes?`) ?? 0) < MAX_QUESTIONS
          ? book.confirm(question.call, exact, question.question)
          : undefined;
      }
      if (question.kind === "clarify") return book.clarify(question.call, question.arg!, question.question);
      return book.choose(question.call, question.arg!, question.question, question.options ?? []);
    },
    noteUndeclared(call, arg) {
      undeclared.set(call, new Set([...(undeclared.get(call) ?? []), arg]));
    },
    undeclared: (call) => undeclared.get(call) ?? NOTHING,
    reset() {
      asked.clear();
      undeclared.clear();
      names.clear();
    },
  };
  return book;
}
