import { z } from "zod";
import { type Lang, LANGS } from "../../intents/plan.ts";
import { badFrame, type WyomingEvent } from "./event.ts";

/** What the kinds of services are called in "info". */
export const SERVICES = ["asr", "tts", "wake", "intent", "handle"] as const;
export type Service = (typeof SERVICES)[number];

const text = z.string().max(1_000);
const model = z.object({
  name: text,
  languages: z.array(text).nullish(),
  installed: z.boolean().nullish(),
  /** Of wake words. */
  phrase: text.nullish(),
});
const program = z.object({
  name: text,
  installed: z.boolean().nullish(),
  models: z.array(model).nullish(),
  voices: z.array(model).nullish(),
});

/** A model, or a voice, of a program that is installed there. */
export interface Model {
  readonly program: string;
  readonly name: string;
  /** As the server writes them: "en", "en-US", "zh_CN" … */
  readonly languages: readonly string[];
  readonly phrase?: string;
}

/** The programs of one kind with their installed models, read from an "info" event. @throws ShellError PROTOCOL_BROKEN */
export function readInfo(
  event: WyomingEvent,
  service: Service,
): { readonly programs: readonly string[]; readonly models: readonly Model[] } {
  const parsed = z.array(program).nullish().safeParse(event.data[service]);
  if (!parsed.success)
    throw badFrame(`info: ${service}.${parsed.error.issues[0]?.path.join(".")} is not as it should be`);
  const installed = (parsed.data ?? []).filter((it) => it.installed !== false);
  return {
    programs: installed.map(({ name }) => name),
    models: installed.flatMap((it) =>
      [...(it.models ?? []), ...(it.voices ?? [])]
        .filter((each) => each.installed !== false)
        .map(({ name, languages, phrase }) => ({
          program: it.name,
          name,
          languages: languages ?? [],
          ...(phrase ? { phrase } : {}),
        })),
    ),
  };
}

/** "en-US", "en_GB" and "EN" are "en"; undefined for what the shell does not speak. */
export function langOf(tag: unknown): Lang | undefined {
  const primary = typeof tag === "string" ? tag.toLowerCase().split(/[-_]/, 1)[0] : undefined;
  return LANGS.find((lang) => lang === primary);
}
