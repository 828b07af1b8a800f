import { readFile } from "node:fs/promises";
import { ShellError } from "../../../src/errors.ts";
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
  if (!url || !file)
    throw new ShellError("BACKEND_MISSING", "no home is connected", {
      remedy: "set url and token_file under [home] in config.toml (a Home Assistant and its long-lived access token)",
    });
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new ShellError("CONFIG_INVALID", `[home] url = ${JSON.stringify(url)} is no web address`, {
      remedy: 'write it as "http://homeassistant.local:8123"',
    });
  const token = await readFile(file, "utf8").catch((error) => {
    throw new ShellError("CONFIG_INVALID", `[home] token_file ${file} cannot be read`, {
      cause: error,
      remedy: `write the access token into ${file}, then: chmod 600 ${file}`,
    });
  });
  return createHomeAssistant({ url, token: token.trim() });
}
