import type { ChildProcess } from "node:child_process";
import { ShellError } from "../../../errors.ts";
import type { Frame, Heard, SpeechToText, SttOptions, SttStream } from "../../contracts.ts";
import type { Domain } from "./build-model.ts";
import { buildInChild, startChild } from "./child.ts";
import type { Answer, Request } from "./messages.ts";

interface Utterance {
  readonly id: number;
  text: string;
  failure?: ShellError;
  settle?: { resolve(heard: Heard): void; reject(error: ShellError): void };
}

/** Names that come in a row (a list is read at the start of a session) are built once. */
const LEARN_AFTER_MS = 2000;

/** Speech by a PocketSphinx in a process of its own, which is started anew when it ends. One utterance at a time: a new one ends the one before. */
export class SphinxSpeech implements SpeechToText {
  readonly #cacheFolder: string;
  readonly #domains: readonly Domain[];
  readonly #names = new Set<string>();
  #folder: string;
  #child: ChildProcess | undefined;
  #utterance: Utterance | undefined;
  #started = 0;
  #learning: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(cacheFolder: string, domains: readonly Domain[], folder: string) {
    this.#cacheFolder = cacheFolder;
    this.#domains = domains;
    this.#folder = folder;
  }

  /** Some seconds when the cache holds no model, else milliseconds. @throws ShellError when it cannot be built or loaded */
  static async open(cacheFolder: string, domains: readonly Domain[]): Promise<SphinxSpeech> {
    const folder = await buildInChild({ cacheFolder, names: [], domains });
    const speech = new SphinxSpeech(cacheFolder, domains, folder);
    await speech.#load();
    return speech;
  }

  start({ lang, expecting }: SttOptions): SttStream {
    if (this.#closed) throw new ShellError("BACKEND_FAILED", "this speech engine has been closed");
    if (lang !== "en")
      throw new ShellError("BACKEND_MISSING", `PocketSphinx hears English, not ${lang}`, { remedy: "name another engine for speech in config.toml" });
    if (this.#utterance) this.#end(new ShellError("BACKEND_FAILED", "another utterance began before this one was finished"));
    const utterance: Utterance = { id: ++this.#started, text: "" };
    this.#utterance = utterance;
    this.#send({ type: "start", id: utterance.id, expecting });
    return {
      feed: ({ samples }: Frame) => this.#feed(utterance, samples),
      partial: () => utterance.text,
      finish: () => this.#finish(utterance),
      cancel: () => this.#cancel(utterance),
    };
  }

  learn(names: readonly string[]): void {
    const before = this.#names.size;
    for (const name of names) if (name.trim() !== "") this.#names.add(name);
    if (this.#names.size === before || this.#closed) return;
    clearTimeout(this.#learning);
    this.#learning = setTimeout(() => void this.#rebuild(), LEARN_AFTER_MS).unref();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#learning);
    if (this.#utterance) this.#end(new ShellError("BACKEND_FAILED", "this speech engine has been closed"));
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.kill("SIGKILL");
    });
  }

  #feed(utterance: Utterance, samples: Int16Array): void {
    // A view of a larger buffer would be sent whole.
    if (this.#utterance === utterance) this.#send({ type: "feed", id: utterance.id, samples: samples.slice() });
  }

  #finish(utterance: Utterance): Promise<Heard> {
    if (utterance.failure) return Promise.reject(utterance.failure);
    if (this.#utterance !== utterance) return Promise.resolve({ text: "", confidence: 0, alternatives: [] });
    return new Promise((resolve, reject) => {
      utterance.settle = { resolve, reject };
      this.#send({ type: "finish", id: utterance.id });
    });
  }

  #cancel(utterance: Utterance): void {
    if (this.#utterance !== utterance) return;
    this.#send({ type: "cancel", id: utterance.id });
    this.#utterance = undefined;
    utterance.settle?.resolve({ text: "", confidence: 0, alternatives: [] });
  }

  #end(failure: ShellError): void {
    const utterance = this.#utterance!;
    this.#utterance = undefined;
    utterance.failure = failure;
    utterance.settle?.reject(failure);
  }

  async #rebuild(): Promise<void> {
    try {
      const folder = await buildInChild({ cacheFolder: this.#cacheFolder, names: [...this.#names], domains: this.#domains });
      if (this.#closed || folder === this.#folder) return;
      this.#folder = folder;
      this.#send({ type: "load", folder, domains: this.#domains });
    } catch {
      // The model that is loaded goes on hearing, without the new names.
    }
  }

  #load(): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = this.#running();
      const settle = (outcome: () => void): void => {
        child.off("message", answered).off("exit", gone);
        outcome();
      };
      const answered = (answer: Answer): void => {
        if (answer.type === "loaded") settle(resolve);
        else if (answer.type === "failed") settle(() => reject(new ShellError("BACKEND_FAILED", `the speech model cannot be loaded: ${answer.message}`, { remedy: REMEDY })));
      };
      const gone = (): void => settle(() => reject(new ShellError("BACKEND_FAILED", "PocketSphinx ended while it loaded its speech model", { remedy: REMEDY })));
      child.on("message", answered).on("exit", gone);
    });
  }

  /** The process, started anew where it has ended; messages wait until it has loaded. */
  #running(): ChildProcess {
    if (this.#child?.connected) return this.#child;
    const child = startChild("decode-process");
    this.#child = child;
    child.on("message", (answer: Answer) => this.#answered(answer));
    child.on("error", () => undefined);
    child.on("exit", () => {
      if (this.#child !== child) return;
      this.#child = undefined;
      if (this.#utterance) this.#end(new ShellError("BACKEND_FAILED", "PocketSphinx ended while it was listening; it is started again for the next words"));
    });
    child.send({ type: "load", folder: this.#folder, domains: this.#domains } satisfies Request);
    return child;
  }

  #answered(answer: Answer): void {
    const utterance = this.#utterance;
    if (!utterance || answer.type === "loaded" || answer.id !== utterance.id) return;
    if (answer.type === "partial") utterance.text = answer.text;
    else if (answer.type === "failed") this.#end(new ShellError("BACKEND_FAILED", answer.message));
    else {
      this.#utterance = undefined;
      utterance.text = answer.heard.text;
      utterance.settle?.resolve(answer.heard);
    }
  }

  #send(request: Request): void {
    this.#running().send(request, () => undefined); // a process that has just ended is told of by its exit
  }
}

const REMEDY = "apt install --reinstall libpocketsphinx3 pocketsphinx-en-us, or delete the folder `speech` of saysh's cache";
