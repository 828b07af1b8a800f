/**
 * The machine's sound: the volume of what plays now, where it plays, and whether the microphone hears. Every call that
 * changes something reads the state back and returns what is, not what was asked.
 */
export interface SoundDriver {
  /** "PulseAudio 16.1", for doctor. */
  readonly backend: string;
  volume(): Promise<Volume>;
  /** @param percent 0-100; never above 100, whatever the server allows */
  setVolume(percent: number): Promise<Volume>;
  setMuted(on: boolean): Promise<Volume>;
  outputs(): Promise<readonly Output[]>;
  /** Makes an output the default one and moves what plays now to it. @throws ShellError NOT_FOUND for an unknown id */
  selectOutput(id: string): Promise<Output>;
  microphone(): Promise<Microphone>;
  setMicrophoneMuted(on: boolean): Promise<Microphone>;
  /**
   * What other programs play now, at `percent` of its volume until the result is disposed of; also given back when this process
   * dies. Where there are no single streams (a bare card) nothing changes.
   */
  duck(percent: number): Promise<AsyncDisposable>;
}

export interface Volume {
  /** 0-100, whole; the mean of the channels. */
  readonly percent: number;
  readonly muted: boolean;
}

export interface Output {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** What it is, where the server says: "headphones", "speaker", "hdmi", "bluetooth". */
  readonly form?: string;
}

export interface Microphone {
  readonly name: string;
  readonly muted: boolean;
}
