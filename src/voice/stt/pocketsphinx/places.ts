import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Availability } from "../../contracts.ts";

/** Where Debian's pocketsphinx-en-us lies; PocketSphinx knows no other place by itself. */
export interface AcousticModel {
  readonly folder: string;
  readonly dictionary: string;
  /** A bigram of phones, for telling speech that belongs to no grammar. */
  readonly phones: string;
}

const INSTALL = "apt install libpocketsphinx3 pocketsphinx-en-us espeak-ng";

/** `SAYSH_POCKETSPHINX_MODEL` names another folder of the same make. */
export function acousticModel(env: NodeJS.ProcessEnv = process.env): AcousticModel {
  const root = env["SAYSH_POCKETSPHINX_MODEL"] ?? "/usr/share/pocketsphinx/model/en-us";
  return { folder: join(root, "en-us"), dictionary: join(root, "cmudict-en-us.dict"), phones: join(root, "en-us-phone.lm.bin") };
}

/** Whether all that PocketSphinx reads is there: it ends its process over a file that is not. */
export async function sphinxAvailable(env: NodeJS.ProcessEnv = process.env): Promise<Availability> {
  const model = acousticModel(env);
  const files = [...["mdef", "means", "variances", "transition_matrices", "feat.params"].map((name) => join(model.folder, name)), model.dictionary, model.phones];
  const missing = files.find((file) => !existsSync(file));
  if (missing) return { ok: false, reason: `PocketSphinx's English model is not there: no ${missing}`, remedy: INSTALL };
  try {
    const { openSphinxLibrary } = await import("./library.ts");
    openSphinxLibrary();
  } catch (error) {
    return { ok: false, reason: `PocketSphinx's library cannot be loaded: ${(error as Error).message.split("\n", 1)[0]}`, remedy: INSTALL };
  }
  return { ok: true, detail: "English only: French and Chinese speech need another engine" };
}
