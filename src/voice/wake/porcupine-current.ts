import { existsSync } from "node:fs";
import { basename } from "node:path";
import { ShellError, toShellError } from "../../errors.ts";
import type { Availability, WakeEngine } from "../contracts.ts";
import { PorcupineBlocks, type PorcupineHandle } from "./porcupine-blocks.ts";
import { KNOWN_KEYWORDS, PORCUPINE_KEYWORDS, readSettings } from "./porcupine-keywords.ts";

const KEY = "PICOVOICE_ACCESS_KEY";
const GET_A_KEY = `set ${KEY} to an AccessKey from console.picovoice.ai, or unset it to use the line without a key`;

/**
 * The current line of Porcupine, 4.x: 64-bit Pi too, and words of one's own as .ppn files, each made for this kind of machine.
 * It asks for an AccessKey, which its library checks over the network, so it is only tried where the person set one.
 */
export const porcupineCurrent: WakeEngine = {
  name: "porcupine-current",

  async available(): Promise<Availability> {
    if (!accessKey()) return { ok: false, reason: `${KEY} is not set`, remedy: GET_A_KEY };
    try {
      (await loadBinding()).getBuiltinKeywordPath("computer");
      return { ok: true, detail: `${KNOWN_KEYWORDS}, and the path of any .ppn file` };
    } catch (error) {
      return { ok: false, reason: oneLine(error), remedy: `unset ${KEY} to use the line without a key` };
    }
  },

  async open(options) {
    const key = accessKey();
    if (!key) throw new ShellError("BACKEND_MISSING", `${KEY} is not set`, { remedy: GET_A_KEY });
    const settings = readSettings(options, isWordOrFile);
    try {
      const { Porcupine } = await loadBinding();
      const keywords = settings.map((it) => it.keyword);
      const sensitivities = settings.map((it) => it.sensitivity);
      // "best" would look for a graphics card first; a wake word has no use for one.
      return new PorcupineBlocks(new Porcupine(key, keywords, sensitivities, { device: "cpu:1" }), keywords.map(wordOf));
    } catch (error) {
      throw activationError(error, key);
    }
  },
};

const accessKey = (): string => process.env[KEY]?.trim() ?? "";

const wordOf = (keyword: string): string => basename(keyword, ".ppn");

function isWordOrFile(keyword: string): keyword is string {
  return (PORCUPINE_KEYWORDS as readonly string[]).includes(keyword) || (keyword.endsWith(".ppn") && existsSync(keyword));
}

/** By the names of the binding's errors. The library repeats the key in its message; ours never does. */
const REMEDIES: Readonly<Record<string, string>> = {
  PorcupineInvalidArgumentError: `the key or a .ppn file is not one that Porcupine accepts: ${GET_A_KEY}`,
  PorcupineActivationError: `the key could not be checked; is the network there? Else ${GET_A_KEY}`,
  PorcupineActivationLimitReachedError: `the key is used on as many devices as its plan allows: free one at console.picovoice.ai, or unset ${KEY}`,
  PorcupineActivationThrottledError: "the key was checked too often: wait a few minutes",
  PorcupineActivationRefusedError: `the key was refused: ${GET_A_KEY}`,
  PorcupineIOError: `a file of Porcupine cannot be read: npm ci, or unset ${KEY}`,
};

function activationError(error: unknown, key: string): ShellError {
  const name = error instanceof Error ? error.constructor.name : "";
  const reason = oneLine(error).replaceAll(key, "…");
  return new ShellError("BACKEND_FAILED", `Porcupine did not start (${name || "error"}): ${reason}`, {
    remedy: REMEDIES[name] ?? `unset ${KEY} to use the line without a key`,
  });
}

/** The library's messages are a stack over several lines; the one that says something is the second. */
function oneLine(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).split("\n").map((line) => line.trim());
  const telling = lines.find((line) => /^\[\d+\].*\b[A-Z][a-z]+.*\.$/.test(line) && !line.includes("Picovoice Error"));
  return (telling?.replace(/^\[\d+\]\s+(?:[0-9a-f]+\s+)?(?:[0-9A-F]+:\s*)?/, "") ?? lines[0] ?? "").replace(/:$/, "");
}

interface Binding {
  readonly Porcupine: new (
    accessKey: string,
    keywords: readonly string[],
    sensitivities: readonly number[],
    options: { readonly device: string },
  ) => PorcupineHandle;
  /** Throws where there is no library for this processor, sometimes a string. */
  getBuiltinKeywordPath(keyword: string): string;
}

async function loadBinding(): Promise<Binding> {
  try {
    return (await import("porcupine-current")) as unknown as Binding;
  } catch (error) {
    throw toShellError(error, "BACKEND_MISSING");
  }
}
