import { type EndpointEvent, type EndpointerOptions, type EndpointHint, FRAME_MS } from "../contracts.ts";

/** Silence that ends a turn whose words are already a whole command, or plainly not one yet. Measured: docs/voice-figures.md. */
export const COMPLETE_HANG_MS = 300;
export const OPEN_HANG_MS = 1200;

/** Speech has started when so many of the last frames held it: 120 of 200 ms. */
const STARTING_WINDOW = 10;
const STARTING_FRAMES = 6;

/** Speech goes on when two of the last five frames held it: one alone is a click, and does not start the wait anew. */
const RESUMING_WINDOW = 5;
const RESUMING_FRAMES = 2;

/** When a turn starts and ends, told by nothing but which frames held speech. Counts frames, so it runs as fast as it is fed. */
export class TurnClock {
  readonly #options: EndpointerOptions;
  #state: "waiting" | "speaking" | "over" = "waiting";
  #recent: boolean[] = [];
  #elapsedMs = 0;
  #silentMs = 0;
  #hint: EndpointHint = "unknown";

  constructor(options: EndpointerOptions) {
    this.#options = options;
  }

  tick(speech: boolean): EndpointEvent | undefined {
    if (this.#state === "over") return undefined;
    this.#elapsedMs += FRAME_MS;
    this.#recent.push(speech);
    if (this.#recent.length > STARTING_WINDOW) this.#recent.shift();
    return this.#state === "waiting" ? this.#wait() : this.#follow(speech);
  }

  hint(hint: EndpointHint): void {
    this.#hint = hint;
  }

  reset(): void {
    this.#state = "waiting";
    this.#recent = [];
    this.#elapsedMs = 0;
    this.#silentMs = 0;
    this.#hint = "unknown";
  }

  #wait(): EndpointEvent | undefined {
    if (this.#recent.filter(Boolean).length >= STARTING_FRAMES) {
      this.#state = "speaking";
      this.#elapsedMs = 0;
      return "speech-started";
    }
    return this.#elapsedMs >= this.#options.noSpeechMs ? this.#end("gave-up") : undefined;
  }

  #follow(speech: boolean): EndpointEvent | undefined {
    const goesOn = speech && this.#recent.slice(-RESUMING_WINDOW).filter(Boolean).length >= RESUMING_FRAMES;
    this.#silentMs = goesOn ? 0 : this.#silentMs + FRAME_MS;
    const over = this.#silentMs >= this.#hangMs() || this.#elapsedMs >= this.#options.maxMs;
    return over ? this.#end("ended") : undefined;
  }

  #hangMs(): number {
    if (this.#hint === "complete") return Math.min(COMPLETE_HANG_MS, this.#options.hangMs);
    if (this.#hint === "open") return Math.max(OPEN_HANG_MS, this.#options.hangMs);
    return this.#options.hangMs;
  }

  #end(event: EndpointEvent): EndpointEvent {
    this.#state = "over";
    return event;
  }
}
