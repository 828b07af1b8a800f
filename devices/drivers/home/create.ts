import { readFile } from "node:fs/promises";
import { because } from "../../../src/reasons/reason.ts";
import type { HomeDriver } from "./home.ts";
import { createHomeAssistant } from "./home-assistant.ts";

/** [home] of config.toml. */
export interface HomeConfig {
  readonly url?: string;
  /** Absolute. */
  readonly token_file?: string;
}

/** @throws ShellError BACKEND_MISSING when no home is configured, CONFIG_INVALID for a token that cannot be read */
export async function createHomeDriver({ config }: { config: HomeConfig | undefined }): Promise<HomeDriver> {
  const { url, token_file: file } = config ?? {};
  if (!url || !file) throw because("home.none");
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw because("home.no-address", { url: JSON.stringify(url) });
  const token = await readFile(file, "utf8").catch((error) => {
    throw because("home.no-token", { file }, { cause: error });
  });
  return createHomeAssistant({ url, token: token.trim() });
}
