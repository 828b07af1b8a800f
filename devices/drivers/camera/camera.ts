/** Pictures, films and sound recorded by this machine. Files are new; nothing is overwritten. */
export interface CameraDriver {
  readonly backend: string;
  /** Into the pictures folder. @param name without extension @throws ShellError BACKEND_MISSING without a camera */
  photo(name: string, signal: AbortSignal): Promise<string>;
  /** Into the videos folder. When the signal aborts, what was filmed so far is removed. */
  video(name: string, durationMs: number, signal: AbortSignal): Promise<string>;
  /** Into the music folder, 48 kHz WAV. @throws ShellError BACKEND_MISSING without a microphone */
  audio(name: string, durationMs: number, signal: AbortSignal): Promise<string>;
  /** The film or recording again, unless it changed: false. */
  remove(path: string, fingerprint: string): Promise<boolean>;
  fingerprint(path: string): Promise<string>;
}
