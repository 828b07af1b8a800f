import type { Config } from "../../config.ts";
import { toShellError } from "../../errors.ts";
import type { Availability } from "../../voice/contracts.ts";
import { isLoopback, parseAddress, serverAt, wyomingStt, wyomingTts, wyomingWake } from "../../voice/wyoming/index.ts";
import type { Check } from "./doctor.ts";

/** The servers that are configured, and whether the daemon serves where it should. */
export async function wyomingChecks(config: Config["voice"]["wyoming"]): Promise<readonly Check[]> {
  const checks = [
    config.stt && service("speech to text", wyomingStt(config.stt).available()),
    config.tts && service("text to speech", wyomingTts(config.tts).available()),
    config.wake && service("wake word", wyomingWake(config.wake).available()),
    config.serve && served(config.serve),
  ];
  return Promise.all(checks.filter((check) => check !== ""));
}

async function service(kind: string, asked: Promise<Availability>): Promise<Check> {
  const what = `wyoming: ${kind}`;
  const state = await asked;
  return state.ok
    ? { what, state: "works", detail: state.detail ?? "" }
    : { what, state: "broken", detail: state.reason, remedy: state.remedy };
}

async function served(serve: string): Promise<Check> {
  const what = "wyoming: server";
  try {
    const { host } = parseAddress(serve);
    const services = await serverAt(serve);
    const open = isLoopback(host) ? "" : "; open to the network, without any password";
    return { what, state: "works", detail: `${services.join(", ")} at ${serve}${open}` };
  } catch (error) {
    const { code, message, remedy } = toShellError(error);
    if (code !== "BACKEND_MISSING") return { what, state: "broken", detail: message, ...(remedy ? { remedy } : {}) };
    return { what, state: "missing", detail: `nobody listens at ${serve}: the daemon does`, remedy: "saysh daemon &" };
  }
}
