import type { Handle, SphinxLibrary } from "./library.ts";

/** What a search made of some sound. */
export interface Decoded {
  readonly text: string;
  /** The best path's logarithmic score, in the library's own base. */
  readonly score: number;
  /** Frames of 10 ms that it was scored over: silence is cut. */
  readonly frames: number;
  readonly alternatives: readonly string[];
}

const MAX_ALTERNATIVES = 8;
/** A lattice repeats a sentence often, with other silences: so many entries are looked at. */
const MAX_N_BEST = 60;

/** One decoder of the C library, with one or more searches. Every call is synchronous: it belongs into a process of its own. */
export class Decoder {
  readonly #library: SphinxLibrary;
  readonly #config: Handle;
  readonly #handle: Handle;

  /** @param options command-line options of PocketSphinx without their dash. @throws Error when the library refuses them; some mistakes end the process */
  constructor(library: SphinxLibrary, options: Readonly<Record<string, string>>) {
    this.#library = library;
    const words = ["pocketsphinx", "-logfn", "/dev/null", ...Object.entries(options).flatMap(([name, value]) => [`-${name}`, value])];
    this.#config = library.parseConfig(null, library.arguments(), words.length, words, 1);
    if (!this.#config) throw new Error(`PocketSphinx does not take the options ${words.slice(3).join(" ")}`);
    this.#handle = library.init(this.#config);
    if (!this.#handle) throw new Error(`PocketSphinx does not start with ${words.slice(3).join(" ")}`);
  }

  addModel(name: string, file: string): void {
    if (this.#library.setModel(this.#handle, name, file) < 0) throw new Error(`PocketSphinx does not read the language model ${file}`);
  }

  addGrammar(name: string, grammar: string): void {
    if (this.#library.setGrammar(this.#handle, name, grammar) < 0) throw new Error(`PocketSphinx does not read the grammar ${name}`);
  }

  /** @param search undefined: the only one. */
  start(search?: string): void {
    if (search !== undefined && this.#library.setSearch(this.#handle, search) < 0) throw new Error(`PocketSphinx has no search ${search}`);
    this.#library.startStream(this.#handle);
    if (this.#library.startUtterance(this.#handle) < 0) throw new Error("PocketSphinx does not begin an utterance");
  }

  feed(samples: Int16Array): void {
    if (samples.length > 0) this.#library.process(this.#handle, samples, samples.length, 0, 0);
  }

  /** @returns undefined before anything was recognised, also for silence */
  partial(): string {
    return words(this.#library.hypothesis(this.#handle, [0]));
  }

  end(): Decoded {
    this.#library.endUtterance(this.#handle);
    const score = [0];
    const text = words(this.#library.hypothesis(this.#handle, score));
    return { text, score: score[0]!, frames: this.#library.frames(this.#handle), alternatives: text ? this.#alternatives(text) : [] };
  }

  /** A second pass over sound that is there as a whole: its level is measured over all of it. */
  decode(samples: Int16Array, search?: string): Decoded {
    this.start(search);
    if (samples.length > 0) this.#library.process(this.#handle, samples, samples.length, 0, 1);
    return this.end();
  }

  free(): void {
    this.#library.free(this.#handle);
    this.#library.freeConfig(this.#config);
  }

  #alternatives(best: string): string[] {
    const found = new Set<string>();
    let entry = this.#library.nBest(this.#handle);
    for (let seen = 0; entry; seen++) {
      entry = this.#library.nBestNext(entry); // frees it after the last one
      if (!entry) break;
      const text = words(this.#library.nBestHypothesis(entry, [0]));
      if (text && text !== best) found.add(text);
      if (found.size >= MAX_ALTERNATIVES || seen >= MAX_N_BEST) {
        this.#library.nBestFree(entry);
        break;
      }
    }
    return [...found];
  }
}

/** The library marks silence and noise as words in brackets in some searches. */
function words(hypothesis: string | null): string {
  return (hypothesis ?? "").replace(/<[^>]*>|\[[^\]]*\]|\(\d+\)/g, " ").replace(/\s+/g, " ").trim();
}
