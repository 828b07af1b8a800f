import { ShellError } from "../../errors.ts";
import type { WakeOptions } from "../contracts.ts";

/** The words that every build of Porcupine brings along, as people would type them. */
export const PORCUPINE_KEYWORDS = [
  "alexa",
  "americano",
  "blueberry",
  "bumblebee",
  "computer",
  "grapefruit",
  "grasshopper",
  "hey google",
  "hey siri",
  "jarvis",
  "ok google",
  "picovoice",
  "porcupine",
  "terminator",
] as const;
export type PorcupineKeyword = (typeof PORCUPINE_KEYWORDS)[number];

export const KNOWN_KEYWORDS = `knows ${PORCUPINE_KEYWORDS.join(", ")}`;

export interface KeywordSetting<Name extends string = PorcupineKeyword> {
  readonly keyword: Name;
  /** 0 to 1. */
  readonly sensitivity: number;
}

/**
 * What Porcupine is to listen for.
 * @throws ShellError CONFIG_INVALID for no keyword, one that is not built in, or a sensitivity outside 0 to 1
 */
export function readKeywords(options: WakeOptions): readonly KeywordSetting[] {
  return readSettings(options, (keyword): keyword is PorcupineKeyword =>
    (PORCUPINE_KEYWORDS as readonly string[]).includes(keyword),
  );
}

/** As {@link readKeywords}, for an engine that knows other words. */
export function readSettings<Name extends string>(
  options: WakeOptions,
  knows: (keyword: string) => keyword is Name,
): readonly KeywordSetting<Name>[] {
  if (options.keywords.length === 0)
    throw new ShellError("CONFIG_INVALID", "there is no wake word to listen for", { remedy: 'name one: "computer"' });
  return options.keywords.map((given) => {
    const keyword = given.endsWith(".ppn") ? given : given.trim().toLowerCase();
    if (!knows(keyword))
      throw new ShellError("CONFIG_INVALID", `${JSON.stringify(given)} is not a wake word that can be heard here`, {
        remedy: `use one of: ${PORCUPINE_KEYWORDS.join(", ")}`,
      });
    return { keyword, sensitivity: readSensitivity(options.sensitivities?.[given] ?? options.sensitivity, given) };
  });
}

function readSensitivity(value: number, keyword: string): number {
  if (value >= 0 && value <= 1) return value;
  throw new ShellError("CONFIG_INVALID", `the sensitivity of ${JSON.stringify(keyword)} is ${value}`, {
    remedy: "give a number from 0 to 1; 0.7 is usual",
  });
}
