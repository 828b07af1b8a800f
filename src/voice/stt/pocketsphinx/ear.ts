import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Expecting, type Heard, SAMPLE_RATE } from "../../contracts.ts";
import { seededRandom } from "../phrases/sample-phrase.ts";
import { wordsOfGrammar } from "../phrases/phrase-grammar.ts";
import { type Domain, domainSearch, MODEL_FILES } from "./build-model.ts";
import { type Decoded, Decoder } from "./decoder.ts";
import type { SphinxLibrary } from "./library.ts";
import { acousticModel } from "./places.ts";
import { STATE_GRAMMARS } from "./state-grammars.ts";

const COMMANDS = "commands";
/** What is said after so long is not listened to: an utterance is kept for the second pass. */
const MAX_SAMPLES = 60 * SAMPLE_RATE;

/**
 * How much worse a frame the words may explain the sound than any row of phones does, in the library's scores, before it is taken for off-topic.
 * Orders heard by their own grammar lie at -9 to 7; among the 7,000 words of all commands nearly every sound finds some that fit (commands -10 to
 * -29, orders of coffee that the shell knows nothing of -14 to -26), so that only the worst is told there. docs/voice-figures.md.
 */
const OFF_TOPIC = -32;
/** A grammar of a state or a domain has to fit better, since everybody is forced into its few words. */
const NARROW_FITS = -14;

/** Phones in any order, in context-independent form, beside the words: 27 ms of a core for each second, and nothing after the end. */
const PHONE_LOOP = { lw: "2.0", beam: "1e-20", pbeam: "1e-20", allphone_ci: "yes" };

/**
 * Sound made by a program has stretches of pure zeros, at which the cepstral features lose their footing: word error rate 66 % without and 41 %
 * with a floor of about 100, also played 6 dB softer (22 utterances of espeak-ng). In samples' own units.
 */
const FLOOR_AMPLITUDE = 60;

/** A built model, ready to hear one utterance after another. Synchronous: see Decoder. */
export class Ear {
  readonly #decoder: Decoder;
  readonly #phones: Decoder;
  readonly #domains: readonly { readonly search: string; readonly words: ReadonlySet<string> }[];
  readonly #random = seededRandom(1);
  #search = COMMANDS;
  readonly #samples = new Int16Array(MAX_SAMPLES);
  #length = 0;

  /** @param folder what buildModel gave */
  constructor(library: SphinxLibrary, folder: string, domains: readonly Domain[]) {
    const acoustic = acousticModel();
    const options = { hmm: acoustic.folder, dict: join(folder, MODEL_FILES.dictionary) };
    this.#decoder = new Decoder(library, options);
    this.#decoder.addModel(COMMANDS, join(folder, MODEL_FILES.commands));
    const grammars = JSON.parse(readFileSync(join(folder, MODEL_FILES.grammars), "utf8")) as Record<string, string>;
    for (const [name, grammar] of Object.entries(grammars)) this.#decoder.addGrammar(name, grammar);
    this.#phones = new Decoder(library, { ...options, allphone: acoustic.phones, ...PHONE_LOOP });
    this.#domains = domains.map(({ name }) => ({ search: domainSearch(name), words: wordsOfGrammar(grammars[domainSearch(name)] ?? "") }));
  }

  start(expecting: Expecting): void {
    this.#search = expecting in STATE_GRAMMARS ? expecting : COMMANDS;
    this.#length = 0;
    this.#decoder.start(this.#search);
    this.#phones.start();
  }

  /** @returns what is heard so far */
  feed(samples: Int16Array): string {
    const heard = this.#samples.subarray(this.#length, Math.min(MAX_SAMPLES, this.#length + samples.length));
    for (let at = 0; at < heard.length; at++)
      heard[at] = Math.max(-32_768, Math.min(32_767, samples[at]! + Math.round((this.#random() - 0.5) * 2 * FLOOR_AMPLITUDE)));
    this.#length += heard.length;
    this.#decoder.feed(heard);
    this.#phones.feed(heard);
    return this.#decoder.partial();
  }

  finish(): Heard {
    const first = this.#decoder.end();
    const loop = perFrame(this.#phones.end());
    const samples = this.#samples.subarray(0, this.#length);
    if (first.text === "" && this.#search === COMMANDS) return NOTHING;
    if (this.#search === COMMANDS) return this.#withDomains(first, samples, loop);
    if (first.text !== "" && perFrame(first) - loop >= NARROW_FITS) return heardOf(first, loop);
    const wide = this.#decoder.decode(samples, COMMANDS);
    return wide.text === "" ? NOTHING : heardOf(wide, loop);
  }

  cancel(): void {
    this.#decoder.end();
    this.#phones.end();
  }

  free(): void {
    this.#decoder.free();
    this.#phones.free();
  }

  /** A second pass with the grammar of the domain that the first pass' words come from; where it fits, it is heard better than by all words. */
  #withDomains(first: Decoded, samples: Int16Array, loop: number): Heard {
    const words = first.text.split(" ");
    const share = (domain: ReadonlySet<string>): number => words.filter((word) => domain.has(word)).length / words.length;
    const domain = this.#domains.toSorted((a, b) => share(b.words) - share(a.words))[0];
    if (!domain || share(domain.words) < DOMAIN_SHARE) return heardOf(first, loop);
    const second = this.#decoder.decode(samples, domain.search);
    if (second.text === "" || perFrame(second) - loop < NARROW_FITS) return heardOf(first, loop);
    const heard = heardOf(second, loop);
    return { ...heard, alternatives: [...heard.alternatives, first.text].filter((text) => text !== heard.text) };
  }
}

/** Of the first pass' words, how many a domain's grammar must know before it is tried. */
const DOMAIN_SHARE = 0.5;
const NOTHING: Heard = { text: "", confidence: 0, alternatives: [] };

function perFrame({ score, frames }: Decoded): number {
  return score / Math.max(1, frames);
}

function heardOf(decoded: Decoded, loop: number): Heard {
  const fit = perFrame(decoded) - loop;
  // 0.5 where off-topic begins; the posterior of PocketSphinx says nothing here.
  const confidence = 1 / (1 + Math.exp((OFF_TOPIC - fit) / 8));
  const heard = { text: decoded.text, confidence, alternatives: decoded.alternatives };
  return fit < OFF_TOPIC ? { ...heard, offTopic: true } : heard;
}
