import { stripVTControlCharacters, styleText } from "node:util";
import type { Turn } from "../turn/turn.ts";

/** Where a door writes. Colours only where a person looks at a terminal that can show them (NO_COLOR respected by node). */
export interface Paper {
  readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly colours: boolean;
}

export function paperFor(stream: NodeJS.WriteStream): Paper {
  return { stream, colours: Boolean(stream.isTTY) && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb" };
}

type Style = Parameters<typeof styleText>[0];

export function paint({ colours }: Paper, style: Style, text: string): string {
  return colours ? styleText(style, text, { validateStream: false }) : text;
}

/** A reply as lines: what is said, then its rows. Control characters of file names and programs never reach the terminal. */
export function turnLines(turn: Turn, paper: Paper): string[] {
  const tone: Style =
    turn.pending !== undefined ? "cyan" : turn.exitStatus === 0 ? "green" : turn.exitStatus === 5 ? "red" : "yellow";
  const said = clean(turn.reply);
  return [
    ...(said === "" ? [] : [paint(paper, tone, said)]),
    ...turn.show.map((row) => paint(paper, "dim", `  ${clean(row)}`)),
  ];
}

/** What makes a failed call possible, as lines under the reply, where the reply does not tell it already. */
export function remedyLines(turn: Turn, paper: Paper): string[] {
  return turn.results.flatMap((result) =>
    (result.kind === "failed" || result.kind === "unavailable") && result.remedy && !turn.reply.includes(result.remedy)
      ? [paint(paper, "dim", `  → ${clean(result.remedy)}`)]
      : [],
  );
}

/** Text without control characters and without marks that turn the direction of writing; line feeds and tabs stay. */
export function clean(text: string): string {
  return stripVTControlCharacters(text).replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    "",
  );
}

/** One line of JSON that is safe to show: what `clean` removes stands in it as an escape, so that programs read the text unchanged. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** One JSON object per turn, for programs. Field names are part of the contract. */
export function turnJson(turn: Turn): string {
  return jsonLine({
    utterance: turn.utterance,
    lang: turn.lang,
    tier: turn.plan?.tier ?? "none",
    confidence: turn.plan ? Number(turn.plan.confidence.toFixed(4)) : 0,
    calls: turn.calls,
    decisions: turn.decisions,
    results: turn.results,
    reply: turn.reply,
    show: turn.show,
    ...(turn.pending ? { pending: turn.pending } : {}),
    outcome: turn.outcome,
    exit: turn.exitStatus,
    understandMs: turn.plan ? Number(turn.plan.ms.toFixed(2)) : 0,
    ms: Number(turn.ms.toFixed(2)),
  });
}
