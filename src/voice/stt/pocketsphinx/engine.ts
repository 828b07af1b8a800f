import { ShellError } from "../../../errors.ts";
import type { SpeechToText, SttEngine, SttEngineOptions } from "../../contracts.ts";
import type { Domain } from "./build-model.ts";
import { sphinxAvailable } from "./places.ts";
import { SphinxSpeech } from "./sphinx-speech.ts";

/** @param domains phrase files of the person's own, each a grammar by itself besides its words in the common model */
export function pocketSphinx(domains: readonly Domain[] = []): SttEngine {
  return {
    name: "pocketsphinx",
    available: () => sphinxAvailable(),
    async open(options: SttEngineOptions): Promise<SpeechToText> {
      const available = await sphinxAvailable();
      if (!available.ok) throw new ShellError("BACKEND_MISSING", available.reason, { remedy: available.remedy });
      if (!options.langs.includes("en"))
        throw new ShellError("BACKEND_MISSING", `PocketSphinx hears English, not ${options.langs.join(" or ")}`, { remedy: "name another engine for speech in config.toml" });
      return SphinxSpeech.open(options.cacheFolder, domains);
    },
  };
}
