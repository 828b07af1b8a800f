import { expect, test } from "vitest";
import type { EndpointHint } from "../../../src/voice/contracts.ts";
import { TurnClock } from "../../../src/voice/endpointing/turn-clock.ts";

const OPTIONS = { hangMs: 600, maxMs: 4_000, noSpeechMs: 2_000 };

/** "s40 .30": 40 frames of speech, then 30 without; what happens, and in which frame. */
function play(script: string, hint: EndpointHint = "unknown"): readonly string[] {
  const clock = new TurnClock(OPTIONS);
  clock.hint(hint);
  const events: string[] = [];
  let frame = 0;
  for (const [, kind, count] of script.matchAll(/([s.])(\d+)/g)) {
    for (let i = 0; i < Number(count); i++) {
      const event = clock.tick(kind === "s");
      frame++;
      if (event) events.push(`${event} ${frame}`);
    }
  }
  return events;
}

test.each<[what: string, script: string, hint: EndpointHint, events: readonly string[]]>([
  ["a turn ends after the wait", ".10 s50 .60", "unknown", ["speech-started 16", "ended 90"]],
  ["a pause shorter than the wait is part of it", "s20 .28 s20 .60", "unknown", ["speech-started 6", "ended 98"]],
  ["a click does not begin a turn", ".10 s4 .20", "unknown", []],
  ["nor does it begin the wait anew", "s20 .15 s1 .30", "unknown", ["speech-started 6", "ended 50"]],
  ["a whole command shortens the wait", "s20 .60", "complete", ["speech-started 6", "ended 35"]],
  ["an open one lengthens it", "s20 .70", "open", ["speech-started 6", "ended 80"]],
  ["nobody speaks", ".120", "unknown", ["gave-up 100"]],
  ["somebody never stops", "s300", "unknown", ["speech-started 6", "ended 206"]],
  ["after its end nothing happens any more", "s20 .30 s50 .200", "unknown", ["speech-started 6", "ended 50"]],
])("%s", (_, script, hint, events) => {
  expect(play(script, hint)).toEqual(events);
});

test("a hint that comes late ends the turn at once when that much silence has passed", () => {
  const clock = new TurnClock(OPTIONS);
  for (let i = 0; i < 20; i++) clock.tick(true);
  for (let i = 0; i < 20; i++) expect(clock.tick(false)).toBeUndefined();
  clock.hint("complete");
  expect(clock.tick(false)).toBe("ended");
});

test("after a reset it is as new, its hint forgotten", () => {
  const clock = new TurnClock(OPTIONS);
  clock.hint("complete");
  for (let i = 0; i < 60; i++) clock.tick(i < 20);
  clock.reset();
  const events = Array.from({ length: 60 }, (_, i) => clock.tick(i < 20));
  expect([events.indexOf("speech-started"), events.indexOf("ended")]).toEqual([5, 49]);
});
