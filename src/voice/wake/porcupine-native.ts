import { createRequire } from "node:module";
import { toShellError } from "../../errors.ts";
import type { Availability, WakeEngine } from "../contracts.ts";
import { PorcupineBlocks, type PorcupineHandle } from "./porcupine-blocks.ts";
import { KNOWN_KEYWORDS, readKeywords } from "./porcupine-keywords.ts";

/** The last line of Porcupine that asks for no key and never looks for a network: 1.9.2, Apache-2.0, English. x86-64 and the 32-bit Pi. */
export const porcupineNative: WakeEngine = {
  name: "porcupine",

  async available(): Promise<Availability> {
    try {
      loadBinding();
      return { ok: true, detail: KNOWN_KEYWORDS };
    } catch (error) {
      const reason = `Porcupine 1.9 has no library for ${process.platform}-${process.arch}: ${toShellError(error).message}`;
      return { ok: false, reason, remedy: "use porcupine-wasm, which runs anywhere" };
    }
  },

  async open(options) {
    const settings = readKeywords(options);
    try {
      const { Porcupine, BUILTIN_KEYWORDS_STRING_TO_ENUM: numbers } = loadBinding();
      const porcupine = new Porcupine(
        settings.map((it) => numbers.get(it.keyword)!),
        settings.map((it) => it.sensitivity),
      );
      return new PorcupineBlocks(
        porcupine,
        settings.map((it) => it.keyword),
      );
    } catch (error) {
      throw toShellError(error, "BACKEND_MISSING");
    }
  },
};

interface Binding {
  readonly Porcupine: new (keywords: readonly number[], sensitivities: readonly number[]) => PorcupineHandle;
  readonly BUILTIN_KEYWORDS_STRING_TO_ENUM: ReadonlyMap<string, number>;
}

const load = createRequire(import.meta.url);

/** Loads the library of this system; throws where there is none (a 64-bit Pi is offered the 32-bit one, which does not load). */
function loadBinding(): Binding {
  const Porcupine = load("@picovoice/porcupine-node") as Binding["Porcupine"];
  return { Porcupine, ...(load("@picovoice/porcupine-node/builtin_keywords.js") as Omit<Binding, "Porcupine">) };
}
