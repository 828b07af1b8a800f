import type { Action } from "../intents/actions/define-action.ts";
import type { Call } from "../intents/plan.ts";
import type { UndoEntry } from "../memory/memory.ts";
import { fold } from "./text.ts";

/** What a row of the ledger says of a turn. */
export interface Recordable {
  readonly utterance: string;
  readonly calls: readonly Call[];
  readonly reply: string;
  readonly undo: readonly (UndoEntry | null)[];
}

const SECRET_WORDS =
  /\b(?:password|passwort|passcode|passphrase|pass phrase|pin|pin code|secret|api key|token|credentials?|private key|credit card|iban|mot de passe|mdp|code secret|code pin|code d'acces|cle (?:secrete|api|wifi|wi-fi|privee)|carte bancaire|numero de carte)\b|密\s*码|口\s*令|密\s*钥|验\s*证\s*码|银\s*行\s*卡|卡\s*号/;
const SECRET_IN_COMMAND =
  /(?:--?(?:password|passwd|pass|token|secret|api-?key)\b|\b\w*(?:PASSWORD|TOKEN|SECRET|API_?KEY)\w*=|:\/\/[^\s/]+:[^\s@]+@|\bsshpass\b)/i;
const SECRET_ARG = /password|passphrase|pin|secret|token|key/;

/** Actions whose words may hold a secret that no pattern can tell from other words. */
const SECRET_ACTIONS = new Set(["wifi_connect"]);

const REDACTED = "•••";

/**
 * What may be kept of a turn that a secret may be in: the names of the actions instead of the utterance, and no words of the person in
 * arguments, reply and undo data. Everything else is kept as it is.
 */
export function redact(turn: Recordable, catalogue: ReadonlyMap<string, Action>): Recordable {
  if (!mayHoldSecret(turn)) return turn;
  const words = turn.calls.flatMap(({ args }) => Object.values(args).filter((value) => typeof value === "string"));
  return {
    utterance: turn.calls.map(({ action }) => action).join(", ") || REDACTED,
    calls: turn.calls.map(({ action, args }) => ({ action, args: hide(args, catalogue.get(action)) })),
    reply: REDACTED,
    undo: turn.undo.map((entry) =>
      entry !== null &&
      words.some((word) => word.length > 2 && JSON.stringify(entry.data).includes(JSON.stringify(word).slice(1, -1)))
        ? null
        : entry,
    ),
  };
}

export function mayHoldSecret({ utterance, calls }: Pick<Recordable, "utterance" | "calls">): boolean {
  return (
    SECRET_WORDS.test(fold(utterance)) ||
    SECRET_IN_COMMAND.test(utterance) ||
    calls.some(
      ({ action, args }) =>
        SECRET_ACTIONS.has(action) ||
        Object.entries(args).some(
          ([name, value]) =>
            SECRET_ARG.test(name) ||
            (typeof value === "string" && (SECRET_WORDS.test(fold(value)) || SECRET_IN_COMMAND.test(value))),
        ),
    )
  );
}

function hide(args: Call["args"], action: Action | undefined): Call["args"] {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const type = action?.args[name]?.type;
      const isWords = typeof value === "string" && (type === undefined || type === "text" || type === "ref");
      return [name, isWords ? REDACTED : value];
    }),
  );
}
