/** The process that decodes: PocketSphinx ends or aborts its process over some mistakes, and decoding would hold the daemon's events up. */
import { Ear } from "./ear.ts";
import { openSphinxLibrary } from "./library.ts";
import type { Answer, Request } from "./messages.ts";

const library = openSphinxLibrary();
let ear: Ear | undefined;
let current: { readonly id: number; text: string } | undefined;
/** A model that came while an utterance was heard is taken afterwards. */
let next: Extract<Request, { type: "load" }> | undefined;

process.on("message", (request: Request) => {
  const id = request.type === "load" ? undefined : request.id;
  try {
    handle(request);
  } catch (error) {
    if (id !== undefined) current = undefined;
    send({ type: "failed", ...(id === undefined ? {} : { id }), message: (error as Error).message });
  }
});
process.on("disconnect", () => process.exit(0));

function handle(request: Request): void {
  if (request.type === "load") {
    next = request;
  } else if (request.type === "start") {
    if (!ear) throw new Error("no speech model is loaded");
    if (current) ear.cancel();
    ear.start(request.expecting);
    current = { id: request.id, text: "" };
  } else if (ear && current?.id === request.id) {
    listen(ear, current, request);
  }
  if (!current && next) takeNext();
}

function listen(hearing: Ear, utterance: { readonly id: number; text: string }, request: Request): void {
  if (request.type === "feed") {
    const text = hearing.feed(request.samples);
    if (text !== utterance.text) send({ type: "partial", id: utterance.id, text });
    utterance.text = text;
    return;
  }
  current = undefined;
  if (request.type === "finish") send({ type: "heard", id: utterance.id, heard: hearing.finish() });
  else hearing.cancel();
}

function takeNext(): void {
  const { folder, domains } = next!;
  next = undefined;
  const loaded = new Ear(library, folder, domains);
  ear?.free();
  ear = loaded;
  send({ type: "loaded", folder });
}

function send(answer: Answer): void {
  process.send?.(answer);
}
