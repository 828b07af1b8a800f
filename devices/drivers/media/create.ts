import { ShellError } from "../../../src/errors.ts";
import { matchNames } from "../../../src/match-name.ts";
import { because } from "../../../src/reasons/reason.ts";
import type { Buses } from "../dbus.ts";
import { type Env, hasProgram, runProgram } from "../run-program.ts";
import { userFolder } from "./folders.ts";
import { createLibrary } from "./library.ts";
import type { MediaDriver, MediaRequest, MediaState, Player } from "./media.ts";
import { listMprisPlayers } from "./mpris-player.ts";
import { createMpvPlayer, nothingPlays } from "./mpv-player.ts";
import { createMpvProcess } from "./mpv-process.ts";

export interface MediaOptions {
  readonly env: Env;
  readonly home: string;
  readonly buses: Buses;
  /** Where music and videos lie beside the person's own folders; absolute. */
  readonly folders?: readonly string[];
  /** Radio: the station's name → the address of its stream or playlist. */
  readonly stations?: Readonly<Record<string, string>>;
  /** mpv's --ao; default: mpv chooses. */
  readonly audioOutput?: string;
}

/** Our own mpv, and whatever other program plays. @throws ShellError BACKEND_MISSING where there is neither */
export async function createMediaDriver(options: MediaOptions): Promise<MediaDriver> {
  const { env, home, buses } = options;
  const others = async (): Promise<readonly Player[]> => {
    const bus = await buses.session().catch(() => undefined);
    return bus ? listMprisPlayers(bus).catch(() => []) : [];
  };
  if (!hasProgram("mpv", env) && (await others()).length === 0) throw because("media.no-player");

  const mpv = createMpvProcess(options.audioOutput ? { env, audioOutput: options.audioOutput } : { env });
  const own = createMpvPlayer(mpv);
  const library = createLibrary([
    userFolder("MUSIC", home, env),
    userFolder("VIDEOS", home, env),
    ...(options.folders ?? []),
  ]);

  /** The one that plays; else ours when it holds something; else another that waits. */
  async function inCharge(): Promise<{ player: Player; state: MediaState }> {
    const ours = await own.now();
    if (ours?.status === "playing") return { player: own, state: ours };
    for (const player of await others()) {
      const state = await player.now().catch(() => undefined);
      if (state && (state.status === "playing" || (state.status === "paused" && !ours))) return { player, state };
    }
    if (ours) return { player: own, state: ours };
    throw nothingPlays();
  }

  async function act(what: (player: Player) => Promise<void>): Promise<MediaState> {
    const { player, state } = await inCharge();
    await what(player);
    return (await player.now()) ?? { ...state, status: "stopped" };
  }

  async function queueFor(request: MediaRequest): Promise<readonly string[]> {
    for (const words of [request.query, request.source]) if (words && isAddress(words)) return [words];
    const station = matchStation(request, options.stations ?? {});
    if (station !== undefined) return [station];
    if (request.kind === "radio") return [];
    return library.find(request);
  }

  return {
    backend: hasProgram("mpv", env)
      ? /^mpv \S+/.exec(await runProgram("mpv", ["--version"], { env, debianPackage: "mpv" }))![0]
      : "MPRIS",
    play: async (request) => {
      if (request.source && !isAddress(request.source)) {
        const [named] = matchNames(request.source, await others(), (player) => [player.name], 0.7);
        if (named) return playIn(named.thing, request);
      }
      const queue = await queueFor(request);
      if (queue.length === 0)
        throw because(
          "media.nothing-fits",
          { request: JSON.stringify(request) },
          { details: { wanted: request.query ?? request.artist ?? request.source } },
        );
      for (const player of await others())
        if ((await player.now().catch(() => undefined))?.status === "playing") await player.pause();
      await own.load(queue);
      return (await own.now()) ?? { player: own.name, status: "playing" };
    },
    pause: () => act((player) => player.pause()),
    resume: () => act((player) => player.resume()),
    stop: () => act((player) => player.stop()).then((state) => ({ ...state, status: "stopped" })),
    next: () => act((player) => player.next()),
    previous: () => act((player) => player.previous()),
    seek: (to) => act((player) => player.seek(to)),
    setShuffle: (on) => act((player) => player.setShuffle(on)),
    setRepeat: (mode) => act((player) => player.setRepeat(mode)),
    now: async () => {
      try {
        return (await inCharge()).state;
      } catch (error) {
        if (error instanceof ShellError && error.code === "NOT_FOUND") return undefined;
        throw error;
      }
    },
    snapshot: async () => {
      const current = await inCharge().catch(() => undefined);
      if (!current) return undefined;
      if (current.player === own) return own.snapshot();
      const { player, status, positionS, shuffle, repeat } = current.state;
      return {
        player,
        status,
        ...(positionS === undefined ? {} : { positionS }),
        ...(shuffle === undefined ? {} : { shuffle }),
        ...(repeat === undefined ? {} : { repeat }),
      };
    },
    restore: async (snapshot) => {
      if (snapshot.queue?.length) {
        await own.load(snapshot.queue, {
          ...(snapshot.index === undefined ? {} : { index: snapshot.index }),
          ...(snapshot.positionS === undefined ? {} : { positionS: snapshot.positionS }),
          ...(snapshot.repeat === undefined ? {} : { repeat: snapshot.repeat }),
          paused: snapshot.status !== "playing",
        });
        return (await own.now()) ?? { player: own.name, status: snapshot.status };
      }
      if ((await own.now())?.status === "playing") await own.pause();
      const player = (await others()).find((p) => p.name === snapshot.player);
      if (!player) throw because("media.player-gone", { player: snapshot.player });
      if (snapshot.status === "playing") await player.resume();
      else if (snapshot.status === "paused") await player.pause();
      return (await player.now()) ?? { player: player.name, status: snapshot.status };
    },
    close: () => mpv.close(),
  };
}

/** Another program can be told to go on, not what to look for. */
async function playIn(player: Player, request: MediaRequest): Promise<MediaState> {
  if (request.query !== undefined || request.artist !== undefined)
    throw because(
      "media.no-search",
      { player: player.name },
      { details: { wanted: request.query ?? request.artist, player: player.name } },
    );
  await player.resume();
  return (await player.now()) ?? { player: player.name, status: "playing" };
}

function isAddress(words: string): boolean {
  return /^(https?|rtsp|rtmp|mms):\/\/\S+$/i.test(words);
}

function matchStation(request: MediaRequest, stations: Readonly<Record<string, string>>): string | undefined {
  if (request.kind !== undefined && request.kind !== "radio") return undefined;
  const names = Object.keys(stations);
  const words = request.query ?? request.source;
  if (words === undefined) return request.kind === "radio" && names[0] !== undefined ? stations[names[0]] : undefined;
  // A bare name must be a station's almost to the letter, else a song with the same word would turn the radio on.
  const [found] = matchNames(words, names, (name) => [name], request.kind === "radio" ? 0.5 : 0.9);
  return found && stations[found.thing];
}
