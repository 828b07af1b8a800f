import { existsSync } from "node:fs";
import { mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { because } from "../../../src/reasons/reason.ts";
import { madeAt, removeMade } from "../files/made.ts";
import { type UserFolder, userFolder } from "../media/folders.ts";
import type { Env } from "../run-program.ts";
import type { CameraDriver } from "./camera.ts";
import { record } from "./record.ts";
import { audioRecorder, photoRecorder, type Recorder, videoDevice, videoRecorder } from "./recorders.ts";

export interface CameraOptions {
  readonly env: Env;
  readonly home: string;
  /** The camera's device file; default: the first one there is. */
  readonly device?: string;
}

/** @throws ShellError BACKEND_MISSING where there is neither a camera nor anything to record sound with */
export async function createCameraDriver(options: CameraOptions): Promise<CameraDriver> {
  const { env } = options;
  const home = await realpath(options.home);
  const device = () => options.device ?? videoDevice();
  const named = [photoRecorder(env, device()), videoRecorder(env, device()), audioRecorder(env)].flatMap((recorder) =>
    recorder ? [recorder.program] : [],
  );
  if (named.length === 0) throw because("camera.nothing");

  async function make(
    recorder: Recorder | undefined,
    folder: UserFolder,
    name: string,
    durationMs: number,
    signal: AbortSignal,
  ): Promise<string> {
    if (!recorder) throw folder === "MUSIC" ? because("camera.no-recorder") : because("camera.none");
    const into = userFolder(folder, home, env);
    await mkdir(into, { recursive: true });
    const path = freePath(into, name, recorder.extension);
    await record(recorder, path, durationMs, env, signal);
    return path;
  }

  return {
    backend: [...new Set(named)].join(", "),
    photo: (name, signal) => make(photoRecorder(env, device()), "PICTURES", name, 0, signal),
    video: (name, ms, signal) => make(videoRecorder(env, device()), "VIDEOS", name, ms, signal),
    audio: (name, ms, signal) => make(audioRecorder(env), "MUSIC", name, ms, signal),
    fingerprint: async (path) => (await madeAt(path, home)).fingerprint,
    remove: (path, fingerprint) => removeMade({ path, fingerprint, files: 1, bytes: 0 }, home),
  };
}

function freePath(folder: string, name: string, extension: string): string {
  for (let n = 1; ; n++) {
    const path = join(folder, `${name}${n === 1 ? "" : ` (${n})`}.${extension}`);
    if (!existsSync(path)) return path;
  }
}
