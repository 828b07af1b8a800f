import { type Stamped, secondsOf } from "../../voice/hearing/index.ts";
import { clean, jsonLine, type Paper, paint, remedyLines, turnJson, turnLines } from "./print.ts";

/** One line of JSON per event: `at` in samples, `s` in seconds since listening began. */
export function eventJson(event: Stamped): string {
  const s = Number(secondsOf(event.at).toFixed(3));
  if (event.type !== "turn.ended") return jsonLine({ ...event, s });
  return jsonLine({ ...event, s, turn: JSON.parse(turnJson(event.turn)) as unknown });
}

/** What a person wants to see of an event. On a terminal the words appear as they are spoken. */
export function eventLines(event: Stamped, paper: Paper, how: { readonly opensWith: string }): readonly string[] {
  const dim = (text: string) => [paint(paper, "dim", text)];
  switch (event.type) {
    case "microphone.opened":
      return dim(`Listening. ${how.opensWith}`);
    case "microphone.muted":
      return dim("Muted: the microphone is closed.");
    case "microphone.lost":
      return [paint(paper, "yellow", clean(event.message))];
    case "capture.started":
      return dim("…");
    case "transcript.final":
      return [paint(paper, "bold", `› ${clean(event.text)}`)];
    case "transcript.ignored":
      return dim(event.text === undefined ? "(nothing heard)" : `(not for me: ${clean(event.text)})`);
    case "turn.ended":
      return [...turnLines(event.turn, paper), ...remedyLines(event.turn, paper)];
    case "turn.failed":
      return [paint(paper, "red", clean(event.message))];
    default:
      return [];
  }
}
