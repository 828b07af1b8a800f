import type { Bus, Target } from "../dbus.ts";
import type { MediaState, Player, Repeat } from "./media.ts";

const PREFIX = "org.mpris.MediaPlayer2.";
const MICROSECONDS = 1_000_000;

/**
 * The programs on the session bus that speak MPRIS (https://specifications.freedesktop.org/mpris-spec/latest/):
 * browsers, Spotify, VLC and their kind; playing ones first.
 */
export async function listMprisPlayers(bus: Bus): Promise<readonly Player[]> {
  const names = await bus.names(PREFIX);
  const players = await Promise.all(names.map((service) => open(bus, service).catch(() => undefined)));
  return players
    .filter((p) => p !== undefined)
    .sort((a, b) => Number(b.playing) - Number(a.playing))
    .map((p) => p.player);
}

async function open(bus: Bus, service: string): Promise<{ player: Player; playing: boolean }> {
  const path = "/org/mpris/MediaPlayer2";
  const target: Target = { service, path, iface: "org.mpris.MediaPlayer2.Player" };
  const identity = await bus.get({ service, path, iface: "org.mpris.MediaPlayer2" }, "Identity").catch(() => undefined);
  const name = typeof identity === "string" && identity !== "" ? identity : service.slice(PREFIX.length);
  const status = await bus.get(target, "PlaybackStatus");
  return { player: createMprisPlayer(bus, target, name), playing: status === "Playing" };
}

function createMprisPlayer(bus: Bus, target: Target, name: string): Player {
  const tell = async (method: string) => {
    await bus.call(target, method);
  };
  return {
    name,
    now: async () => stateOf(name, await bus.getAll(target)),
    pause: () => tell("Pause"),
    resume: () => tell("Play"),
    stop: () => tell("Stop"),
    next: () => tell("Next"),
    previous: () => tell("Previous"),
    seek: async (to) => {
      if ("offsetS" in to) {
        await bus.call(target, "Seek", "x", [BigInt(Math.round(to.offsetS * MICROSECONDS))]);
        return;
      }
      const metadata = (await bus.get(target, "Metadata")) as Record<string, unknown>;
      const track = String(metadata["mpris:trackid"] ?? "/org/mpris/MediaPlayer2/TrackList/NoTrack");
      await bus.call(target, "SetPosition", "ox", [track, BigInt(Math.round(to.positionS * MICROSECONDS))]);
    },
    setShuffle: (on) => bus.set(target, "Shuffle", { signature: "b", value: on }),
    setRepeat: (mode) => bus.set(target, "LoopStatus", { signature: "s", value: LOOP[mode] }),
  };
}

const LOOP: Readonly<Record<Repeat, string>> = { off: "None", one: "Track", all: "Playlist" };
const REPEAT: Readonly<Record<string, Repeat>> = { None: "off", Track: "one", Playlist: "all" };
const STATUS: Readonly<Record<string, MediaState["status"]>> = {
  Playing: "playing",
  Paused: "paused",
  Stopped: "stopped",
};

function stateOf(player: string, properties: Readonly<Record<string, unknown>>): MediaState | undefined {
  const status = STATUS[String(properties.PlaybackStatus)] ?? "stopped";
  const metadata = (properties.Metadata ?? {}) as Readonly<Record<string, unknown>>;
  const title = text(metadata["xesam:title"]);
  if (status === "stopped" && title === undefined) return undefined;
  const artist = text(metadata["xesam:artist"]);
  const album = text(metadata["xesam:album"]);
  const repeat = REPEAT[String(properties.LoopStatus)];
  return {
    player,
    status,
    ...(title ? { title } : {}),
    ...(artist ? { artist } : {}),
    ...(album ? { album } : {}),
    ...(typeof properties.Position === "number" ? { positionS: properties.Position / MICROSECONDS } : {}),
    ...(typeof metadata["mpris:length"] === "number" ? { durationS: metadata["mpris:length"] / MICROSECONDS } : {}),
    ...(typeof properties.Shuffle === "boolean" ? { shuffle: properties.Shuffle } : {}),
    ...(repeat ? { repeat } : {}),
  };
}

function text(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.join(", ") || undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}
