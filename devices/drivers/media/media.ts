/**
 * What plays music, films and radio on this machine. One player is in charge at a time: another program's while it
 * plays, else our own.
 */
export interface MediaDriver {
  /** "mpv 0.35.1", for doctor. */
  readonly backend: string;
  /**
   * Finds what is asked for in the person's folders and stations, or takes the address given, and plays it.
   * @throws ShellError NOT_FOUND when nothing here fits; `details.wanted` is what was sought
   */
  play(request: MediaRequest): Promise<MediaState>;
  /** The controls. @throws ShellError NOT_FOUND when nothing plays or waits */
  pause(): Promise<MediaState>;
  resume(): Promise<MediaState>;
  stop(): Promise<MediaState>;
  next(): Promise<MediaState>;
  previous(): Promise<MediaState>;
  /** Seconds from here (negative: back), or seconds from the beginning. */
  seek(to: { readonly offsetS: number } | { readonly positionS: number }): Promise<MediaState>;
  setShuffle(on: boolean): Promise<MediaState>;
  setRepeat(mode: Repeat): Promise<MediaState>;
  /** Undefined when no player has anything. */
  now(): Promise<MediaState | undefined>;
  /** What plays now and where it stands, so that an undo can put it back; undefined when nothing plays. */
  snapshot(): Promise<MediaSnapshot | undefined>;
  restore(snapshot: MediaSnapshot): Promise<MediaState>;
  close(): Promise<void>;
}

export type MediaKind =
  | "song"
  | "artist"
  | "album"
  | "playlist"
  | "genre"
  | "radio"
  | "podcast"
  | "audiobook"
  | "video";

export type Repeat = "off" | "one" | "all";

export interface MediaRequest {
  /** The person's words; all fields undefined: anything. */
  readonly query?: string;
  readonly artist?: string;
  readonly kind?: MediaKind;
  /** A running player's name, a station, or an address. */
  readonly source?: string;
}

export interface MediaState {
  /** The player in charge: "mpv", "Firefox". */
  readonly player: string;
  readonly status: "playing" | "paused" | "stopped";
  readonly title?: string;
  readonly artist?: string;
  readonly album?: string;
  readonly positionS?: number;
  readonly durationS?: number;
  readonly shuffle?: boolean;
  readonly repeat?: Repeat;
  /** How many pieces are in the queue, where the player says. */
  readonly count?: number;
}

/** Plain data, stored with the undo entry. `player` "mpv" has the queue; another program's name has its state only. */
export interface MediaSnapshot {
  readonly player: string;
  readonly status: "playing" | "paused" | "stopped";
  readonly queue?: readonly string[];
  readonly index?: number;
  readonly positionS?: number;
  readonly shuffle?: boolean;
  readonly repeat?: Repeat;
}

/** A player that can be told what to do: our own or another program's. */
export interface Player {
  readonly name: string;
  /** Undefined when it has nothing loaded. */
  now(): Promise<MediaState | undefined>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
  next(): Promise<void>;
  previous(): Promise<void>;
  seek(to: { readonly offsetS: number } | { readonly positionS: number }): Promise<void>;
  setShuffle(on: boolean): Promise<void>;
  setRepeat(mode: Repeat): Promise<void>;
}
