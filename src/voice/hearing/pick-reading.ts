import type { Lang } from "../../intents/plan.ts";
import type { Expecting, Heard } from "../contracts.ts";
import type { UnderstandOnly } from "./eager.ts";
import type { OpenedBy, Reading } from "./types.ts";

/** More readings cost more time than they save turns. */
const MOST_READINGS = 5;
/** A first reading that is understood as surely as this is not doubted. */
const PLAIN = 0.95;

/**
 * Of what the recogniser believes to have heard, the reading that is understood with the greatest confidence; among equals the one that it
 * put first. An answer to a question is taken as it was heard. In an open window, words that nobody understands were not for the shell.
 */
export async function pickReading(
  heard: Heard,
  how: {
    readonly by: OpenedBy;
    readonly expecting: Expecting;
    readonly lang: Lang;
    readonly keywords: readonly string[];
  },
  understand: UnderstandOnly | undefined,
): Promise<Reading> {
  const readings = [heard.text, ...heard.alternatives]
    .map((text) => withoutKeyword(text, how.keywords))
    .filter((text, i, all) => text !== "" && all.indexOf(text) === i)
    .slice(0, MOST_READINGS);
  if (readings.length === 0) return { kind: "nothing", heard };
  if (heard.offTopic) return { kind: "off-topic", heard };
  if (how.expecting !== "command" || understand === undefined) return { kind: "words", text: readings[0]!, heard };
  let best: { text: string; confidence: number } | undefined;
  for (const text of readings) {
    const plan = await understand(text, how.lang).catch(() => undefined);
    if (plan === undefined || plan.unsure || plan.calls.length === 0) continue;
    if (best === undefined || plan.confidence > best.confidence) best = { text, confidence: plan.confidence };
    if (best.confidence >= PLAIN) break;
  }
  if (best === undefined && how.by === "speech") return { kind: "off-topic", heard };
  return { kind: "words", text: best?.text ?? readings[0]!, heard };
}

/** The sound from before may hold the wake word itself. */
export function withoutKeyword(text: string, keywords: readonly string[]): string {
  const spoken = text.trim();
  const word = keywords.find((keyword) => {
    const start = spoken.slice(0, keyword.length).toLowerCase();
    return start === keyword.toLowerCase() && !/^[\p{L}\p{N}]/u.test(spoken.slice(keyword.length));
  });
  return word === undefined ? spoken : spoken.slice(word.length).replace(/^[\s,.!，。！]+/u, "");
}
