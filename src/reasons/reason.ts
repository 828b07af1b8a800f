import { type ErrorCode, ShellError } from "../errors.ts";
import type { Lang } from "../intents/plan.ts";
import { FILE_REASONS } from "./file-reasons.ts";
import { MACHINE_REASONS } from "./machine-reasons.ts";
import { MEDIA_REASONS } from "./media-reasons.ts";
import { NETWORK_REASONS } from "./network-reasons.ts";
import { PROGRAM_REASONS } from "./program-reasons.ts";
import { SOURCE_REASONS } from "./source-reasons.ts";

/** Words in the three languages; one string where they are the same in all (a command to type). `{name}` stands for a value. */
export type Words = string | Readonly<Record<Lang, string>>;

/** Why something cannot be done. `why` is a clause that "That did not work: …." takes: lower case, no full stop. */
export interface Reason {
  readonly code: ErrorCode;
  readonly why: Words;
  readonly remedy?: Words;
}

/** Every reason that a driver or an action gives for what is missing; a driver says in no other words why it could not. */
export const REASONS = {
  ...PROGRAM_REASONS,
  ...MACHINE_REASONS,
  ...NETWORK_REASONS,
  ...MEDIA_REASONS,
  ...FILE_REASONS,
  ...SOURCE_REASONS,
} satisfies Record<string, Reason>;
export type ReasonName = keyof typeof REASONS;
export type ReasonValues = Readonly<Record<string, string | number>>;

/**
 * The error of a reason, to be thrown: `throw because("program.missing", { program: "mpv", package: "mpv" })`. Its message and remedy are
 * English, for logs and JSON; {@link inWords} gives them in another language.
 */
export function because(
  name: ReasonName,
  values: ReasonValues = {},
  options: { readonly cause?: unknown; readonly details?: Record<string, unknown> } = {},
): ShellError {
  const reason: Reason = REASONS[name];
  return new ShellError(reason.code, filled(reason.why, values, "en"), {
    ...options,
    ...(reason.remedy === undefined ? {} : { remedy: filled(reason.remedy, values, "en") }),
    reason: { name, values },
  });
}

/** What an error says, in a language; one that names no reason says what it says. */
export function inWords(error: ShellError, lang: Lang): { readonly why: string; readonly remedy?: string } {
  if (error.reason !== undefined) return reasonInWords(error.reason.name as ReasonName, lang, error.reason.values);
  return { why: error.message, ...(error.remedy === undefined ? {} : { remedy: error.remedy }) };
}

/** The remedy as a property of a result; nothing where there is none. */
export function remedyOf(error: ShellError, lang: Lang): { readonly remedy?: string } {
  const { remedy } = inWords(error, lang);
  return remedy === undefined ? {} : { remedy };
}

export function reasonInWords(name: ReasonName, lang: Lang, values: ReasonValues = {}) {
  const reason: Reason = REASONS[name];
  const remedy = reason.remedy === undefined ? {} : { remedy: filled(reason.remedy, values, lang) };
  return { why: filled(reason.why, values, lang), ...remedy };
}

function filled(words: Words, values: ReasonValues, lang: Lang): string {
  const text = typeof words === "string" ? words : words[lang];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
