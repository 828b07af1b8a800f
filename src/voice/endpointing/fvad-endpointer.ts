import { toShellError } from "../../errors.ts";
import type { Endpointer, EndpointerEngine } from "../contracts.ts";
import { openFvad } from "./fvad.ts";
import { LevelGate, levelOf } from "./level-gate.ts";
import { TurnClock } from "./turn-clock.ts";

/** Chosen on recordings of people: docs/voice-figures.md, "End of speech". */
const MODE = 2;
const GATE = { aboveNoise: 6, shareOfRoom: 0.4, belowVoice: 26 };

/** The WebRTC detector behind a gate on loudness, with a hard maximum. Comes with the program and needs no model. */
export const fvadEndpointer: EndpointerEngine = {
  name: "fvad",

  async available() {
    return { ok: true };
  },

  async open(options): Promise<Endpointer> {
    const fvad = await openFvad(MODE).catch((error: unknown) => {
      throw toShellError(error, "BACKEND_MISSING");
    });
    const gate = new LevelGate(GATE);
    const clock = new TurnClock(options);
    let speaking = false;
    return {
      feed(frame) {
        speaking = gate.passes(levelOf(frame.samples), fvad.isVoice(frame.samples));
        return clock.tick(speaking);
      },
      hint: (hint) => clock.hint(hint),
      get speaking() {
        return speaking;
      },
      reset() {
        clock.reset();
        gate.forgetVoice();
        fvad.reset();
        speaking = false;
      },
      async [Symbol.asyncDispose]() {
        fvad[Symbol.dispose]();
      },
    };
  },
};
