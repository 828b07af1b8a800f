import { type Env, hasProgram, missingProgram, runProgram } from "../../../devices/drivers/run-program.ts";
import { because } from "../../reasons/reason.ts";

const PACKAGE = "pipewire-bin";

/**
 * The name of PipeWire's default microphone or output, for pw-record and pw-play.
 * @throws ShellError BACKEND_MISSING without pw-cat, without a server or without such a device
 */
export async function pipewireDefault(kind: "source" | "sink", env: Env): Promise<string> {
  if (!hasProgram("pw-cat", env)) throw missingProgram("pw-cat", PACKAGE);
  const options = { env, debianPackage: PACKAGE, timeoutMs: 2_000 };
  const text = await runProgram("pw-metadata", ["0", `default.audio.${kind}`], options).catch((cause: unknown) => {
    throw because("sound.no-server", {}, { cause });
  });
  const name = new RegExp(`key:'default\\.audio\\.${kind}' value:'\\{ *"name": *"([^"]+)"`).exec(text)?.[1];
  if (name === undefined) throw because(kind === "source" ? "sound.no-input" : "sound.no-output");
  return name;
}

/**
 * How this release of pw-cat is told that its standard stream is bare samples: newer ones have a flag for it, older ones take "-" so.
 * @throws ShellError BACKEND_MISSING
 */
export async function rawFlag(env: Env): Promise<readonly string[]> {
  const help = await runProgram("pw-cat", ["--help"], { env, debianPackage: PACKAGE });
  return /--raw\b/.test(help) ? ["--raw"] : [];
}
