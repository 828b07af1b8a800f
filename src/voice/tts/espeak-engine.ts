import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { type Env, hasProgram } from "../../../devices/drivers/run-program.ts";
import { ShellError } from "../../errors.ts";
import type { Lang } from "../../intents/plan.ts";
import type { Sound, TextToSpeech, TtsEngine, TtsOptions } from "../contracts.ts";
import { soundsOf } from "./wav-stream.ts";

const PROGRAM = "espeak-ng";
const REMEDY = "sudo apt install espeak-ng";
const VOICES: Readonly<Record<Lang, string>> = { en: "en-us", fr: "fr-fr", zh: "cmn" };
/** The program's own default is 175; commands' short answers are followed well a little slower. */
const WORDS_PER_MINUTE = 165;

type Program = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * espeak-ng, a program of every distribution: small, quick, in all three languages. One process per sentence; the next one of a language is
 * started beforehand and waits with its voice loaded, so that the first sound comes within milliseconds of the sentence.
 */
export function createEspeakEngine(env: Env): TtsEngine {
  return {
    name: PROGRAM,
    async available() {
      return hasProgram(PROGRAM, env)
        ? { ok: true, detail: "en, fr, zh" }
        : { ok: false, reason: "espeak-ng is not installed", remedy: REMEDY };
    },
    async open(options) {
      if (!hasProgram(PROGRAM, env))
        throw new ShellError("BACKEND_MISSING", "nothing here can speak: espeak-ng is not installed", {
          remedy: REMEDY,
        });
      return openEspeak(options, env);
    },
  };
}

function openEspeak(options: TtsOptions, env: Env): TextToSpeech {
  const waiting = new Map<Lang, Program>();
  const running = new Set<Program>();
  let disposed = false;

  const start = (lang: Lang): Program => {
    const args = ["--stdin", "--stdout", "-b", "1", "-v", voiceFor(lang, options.voice)];
    const program = spawn(PROGRAM, [...args, "-s", String(options.wordsPerMinute ?? WORDS_PER_MINUTE)], {
      stdio: ["pipe", "pipe", "pipe"],
      env,
    });
    running.add(program);
    program.once("close", () => running.delete(program));
    // told through its end; a pipe that broke says nothing more
    for (const part of [program, program.stdin, program.stdout]) part.on("error", () => undefined);
    return program;
  };
  const warm = (lang: Lang): void => {
    const ready = waiting.get(lang);
    if (ready === undefined || ready.exitCode !== null) waiting.set(lang, start(lang));
  };

  warm("en");
  return {
    async *speak(sentence, lang, signal): AsyncGenerator<Sound> {
      if (signal?.aborted || sentence.trim() === "") return;
      warm(lang);
      const program = waiting.get(lang)!;
      waiting.delete(lang);
      const stop = () => program.kill("SIGKILL");
      signal?.addEventListener("abort", stop, { once: true });
      let complaint = "";
      program.stderr.setEncoding("utf8").on("data", (text: string) => {
        complaint = (complaint + text).slice(-400);
      });
      const ended = once(program, "close") as Promise<[number | null]>;
      try {
        program.stdin.end(`${sentence}\n`);
        for await (const sound of soundsOf(program.stdout)) {
          if (signal?.aborted) return;
          yield sound;
        }
        const [status] = await ended;
        if (status !== 0 && !signal?.aborted) throw failed(complaint || `status ${status}`);
      } finally {
        signal?.removeEventListener("abort", stop);
        stop();
        if (!disposed) warm(lang);
      }
    },
    async [Symbol.asyncDispose]() {
      disposed = true;
      const ends = [...running].map((program) => (program.exitCode === null ? once(program, "close") : undefined));
      for (const program of running) program.kill("SIGKILL");
      await Promise.all(ends);
    },
  };
}

/** The voice of the configuration where it speaks this language ("en-gb", "fr-be"); a mere variant ("+f3") goes with every voice. */
export function voiceFor(lang: Lang, wanted = ""): string {
  if (wanted.startsWith("+")) return VOICES[lang] + wanted;
  const speaks = /^(cmn|yue|zh)/.test(wanted) ? "zh" : wanted.slice(0, 2);
  return wanted !== "" && speaks === lang ? wanted : VOICES[lang];
}

function failed(complaint: string): ShellError {
  return new ShellError("BACKEND_FAILED", `espeak-ng: ${complaint.trim().split("\n", 1)[0]}`, {
    remedy: "espeak-ng --voices lists the voices; `voice` in [voice] of config.toml names one",
  });
}
