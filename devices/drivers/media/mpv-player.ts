import { basename, extname } from "node:path";
import type { ShellError } from "../../../src/errors.ts";
import { because } from "../../../src/reasons/reason.ts";
import type { MediaSnapshot, MediaState, Player, Repeat } from "./media.ts";
import type { MpvClient, MpvEvent } from "./mpv-client.ts";
import type { MpvProcess } from "./mpv-process.ts";

export interface MpvPlayer extends Player {
  /** Replaces the queue and plays it; resolves when sound is under way. @throws ShellError BACKEND_FAILED: it cannot be played */
  load(queue: readonly string[], options?: LoadOptions): Promise<void>;
  snapshot(): Promise<MediaSnapshot | undefined>;
}

export interface LoadOptions {
  readonly index?: number;
  readonly positionS?: number;
  readonly paused?: boolean;
  readonly repeat?: Repeat;
  readonly shuffle?: boolean;
}

/** mpv as a player: every method speaks to the mpv that runs, and `load` starts one. */
export function createMpvPlayer(mpv: MpvProcess): MpvPlayer {
  // playlist-shuffle acts once and is not remembered by mpv; its own `shuffle` option is set along, to be read back.
  const loaded = async (): Promise<MpvClient> => {
    const client = await mpv.client(false);
    if (!client || (await client.get<number>("playlist-count")) === 0) throw nothingPlays();
    return client;
  };
  return {
    name: "mpv",
    now: async () => {
      const client = await mpv.client(false);
      return client && stateOf(client);
    },
    pause: async () => (await loaded()).set("pause", true),
    resume: async () => (await loaded()).set("pause", false),
    stop: async () => {
      const client = await loaded();
      await client.quit();
    },
    next: async () => {
      const client = await loaded();
      await moved(client, () => client.command("playlist-next", "weak"));
    },
    previous: async () => {
      const client = await loaded();
      await moved(client, () => client.command("playlist-prev", "weak"));
    },
    seek: async (to) => {
      const client = await loaded();
      const arrived = client.event((e) => e.event === "playback-restart", MOVE_TIMEOUT_MS);
      arrived.catch(() => undefined);
      if ("positionS" in to) await client.command("seek", to.positionS, "absolute");
      else await client.command("seek", to.offsetS, "relative");
      await arrived;
    },
    setShuffle: async (on) => {
      const client = await loaded();
      await client.command(on ? "playlist-shuffle" : "playlist-unshuffle");
      await client.set("shuffle", on);
    },
    setRepeat: async (mode) => setRepeat(await loaded(), mode),
    load: async (queue, options = {}) => {
      const client = await mpv.client(true);
      await client.set("pause", options.paused ?? false);
      await client.set("shuffle", false);
      const index = Math.min(options.index ?? 0, queue.length - 1);
      const started = client.event(newPieceUnderWay(), LOAD_TIMEOUT_MS);
      started.catch(() => undefined);
      // As a property, since the place of loadfile's own options moved in mpv 0.38; taken back before the next file opens.
      if (options.positionS) await client.set("start", String(options.positionS));
      await client.command("loadfile", queue[index]!, "replace");
      const event = await started.finally(() => client.set("start", "none"));
      if (isError(event))
        throw because("media.unplayable", { file: queue[index] ?? "", line: event.file_error ?? "?" });
      for (const [at, path] of queue.entries()) {
        if (at !== index) await client.command("loadfile", path, "append");
      }
      // The first file loaded is at 0; put it where it belongs.
      if (index > 0) await client.command("playlist-move", 0, index + 1);
      if (options.shuffle) {
        await client.command("playlist-shuffle");
        await client.set("shuffle", true);
      }
      if (options.repeat) await setRepeat(client, options.repeat);
    },
    snapshot: async () => {
      const client = await mpv.client(false);
      const state = client && (await stateOf(client));
      if (!client || !state) return undefined;
      const playlist = (await client.get<readonly { filename: string }[]>("playlist")) ?? [];
      const index = await client.get<number>("playlist-pos");
      return {
        player: "mpv",
        status: state.status,
        queue: playlist.map((entry) => entry.filename),
        ...(index === undefined ? {} : { index: Math.max(0, index) }),
        ...(state.positionS === undefined ? {} : { positionS: state.positionS }),
        shuffle: state.shuffle ?? false,
        repeat: state.repeat ?? "off",
      };
    },
  };
}

/** Network streams may take several seconds to open. */
const LOAD_TIMEOUT_MS = 15_000;
const MOVE_TIMEOUT_MS = 5_000;

/** True at the first sound, or the failure, of a piece that begins from now on; a late event of the one before is not it. */
function newPieceUnderWay(): (event: MpvEvent) => boolean {
  let begun = false;
  return (event) => {
    begun ||= event.event === "start-file";
    return begun && (event.event === "playback-restart" || isError(event));
  };
}

function isError(event: MpvEvent): boolean {
  return event.event === "end-file" && event.reason === "error";
}

/** Waits until the other piece is under way, so that the state read next is that piece's. */
async function moved(client: MpvClient, move: () => Promise<unknown>): Promise<void> {
  const arrived = client.event(newPieceUnderWay(), MOVE_TIMEOUT_MS);
  arrived.catch(() => undefined);
  try {
    await move();
  } catch (cause) {
    throw because("media.no-other", {}, { cause });
  }
  await arrived;
}

async function setRepeat(client: MpvClient, mode: Repeat): Promise<void> {
  await client.set("loop-file", mode === "one" ? "inf" : "no");
  await client.set("loop-playlist", mode === "all" ? "inf" : "no");
}

async function stateOf(client: MpvClient): Promise<MediaState | undefined> {
  const path = await client.get<string>("path");
  if (path === undefined) return undefined;
  const [paused, tags, mediaTitle, positionS, durationS, loopFile, loopPlaylist, shuffle, count] = await Promise.all([
    client.get<boolean>("pause"),
    client.get<Record<string, string>>("metadata"),
    client.get<string>("media-title"),
    client.get<number>("time-pos"),
    client.get<number>("duration"),
    client.get<unknown>("loop-file"),
    client.get<unknown>("loop-playlist"),
    client.get<boolean>("shuffle"),
    client.get<number>("playlist-count"),
  ]);
  const tag = tagReader(tags ?? {});
  const title = tag("icy-title") ?? tag("title") ?? titleFromPath(mediaTitle ?? path);
  const artist = tag("artist") ?? tag("album_artist");
  const album = tag("album");
  return {
    player: "mpv",
    status: paused ? "paused" : "playing",
    title,
    ...(artist ? { artist } : {}),
    ...(album ? { album } : {}),
    ...(positionS === undefined ? {} : { positionS: Math.max(0, positionS) }),
    ...(durationS === undefined ? {} : { durationS }),
    shuffle: shuffle ?? false,
    repeat: on(loopFile) ? "one" : on(loopPlaylist) ? "all" : "off",
    ...(count === undefined ? {} : { count }),
  };
}

/** Tag names come in the container's own case. */
function tagReader(tags: Readonly<Record<string, string>>): (name: string) => string | undefined {
  const lower = new Map(Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value]));
  return (name) => lower.get(name) || undefined;
}

/** mpv's media-title is the file name where there is no title tag: "03 - Sinnerman.mp3" → "Sinnerman". */
function titleFromPath(path: string): string {
  const name = basename(path);
  const extension = extname(name);
  return (
    (extension.length <= 5 ? name.slice(0, name.length - extension.length) : name)
      .replace(/^\d{1,3}[ ._-]+/, "")
      .replaceAll("_", " ") || name
  );
}

/** mpv answers "inf", a number, true or false, by version. */
function on(loop: unknown): boolean {
  return loop !== undefined && loop !== false && loop !== "no" && loop !== 0;
}

export function nothingPlays(): ShellError {
  return because("media.silence");
}
