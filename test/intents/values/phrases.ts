import type { ArgType } from "../../../src/intents/args.ts";
import type { ValueContext } from "../../../src/intents/values/context.ts";
import { PHRASES_EN } from "./phrases-en.ts";
import { PHRASES_FR } from "./phrases-fr.ts";
import { PHRASES_ZH } from "./phrases-zh.ts";

/** Words, the value that they give at {@link NOW} (`undefined`: none), and what else the reader is told. */
export type Phrase = readonly [words: string, value: unknown, more?: Partial<ValueContext>];
export type Phrases = Readonly<Partial<Record<ArgType, readonly Phrase[]>>>;

/** A Monday, 10:00 in Paris. */
export const NOW = new Date("2026-11-23T10:00:00+01:00");
export const ZONE = "Europe/Paris";

export const PHRASES = { en: PHRASES_EN, fr: PHRASES_FR, zh: PHRASES_ZH } as const;
