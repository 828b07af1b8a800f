import { readdirSync } from "node:fs";
import { type Env, hasProgram } from "../run-program.ts";

/** A program that makes one file. `ends` says whether it ends by itself after the duration, or is told to. */
export interface Recorder {
  readonly program: string;
  readonly debianPackage: string;
  readonly extension: string;
  readonly ends: boolean;
  args(path: string, seconds: number): readonly string[];
}

/** The first video device that V4L2 shows; a Pi's own camera goes through rpicam instead. */
export function videoDevice(): string | undefined {
  try {
    const name = readdirSync("/dev")
      .filter((entry) => /^video\d+$/.test(entry))
      .sort((a, b) => Number(a.slice(5)) - Number(b.slice(5)))[0];
    return name && `/dev/${name}`;
  } catch {
    return undefined;
  }
}

export function photoRecorder(env: Env, device: string | undefined): Recorder | undefined {
  const rpicam = ["rpicam-still", "libcamera-still"].find((program) => hasProgram(program, env));
  if (rpicam) {
    // A second and a half lets exposure and white balance settle.
    const args = (path: string) => ["--nopreview", "--timeout", "1500", "--output", path];
    return { program: rpicam, debianPackage: "rpicam-apps", extension: "jpg", ends: true, args };
  }
  if (!device) return undefined;
  if (hasProgram("ffmpeg", env)) {
    const args = (path: string) => [
      "-n",
      "-f",
      "v4l2",
      "-i",
      device,
      "-ss",
      "0.5",
      "-frames:v",
      "1",
      "-update",
      "1",
      path,
    ];
    return { program: "ffmpeg", debianPackage: "ffmpeg", extension: "jpg", ends: true, args };
  }
  if (hasProgram("fswebcam", env)) {
    const args = (path: string) => ["-d", device, "-S", "15", "--no-banner", path];
    return { program: "fswebcam", debianPackage: "fswebcam", extension: "jpg", ends: true, args };
  }
  return undefined;
}

export function videoRecorder(env: Env, device: string | undefined): Recorder | undefined {
  const rpicam = ["rpicam-vid", "libcamera-vid"].find((program) => hasProgram(program, env));
  if (rpicam) {
    const args = (path: string, seconds: number) => [
      "--nopreview",
      "--codec",
      "libav",
      "--timeout",
      String(Math.round(seconds * 1000)),
      "--output",
      path,
    ];
    return { program: rpicam, debianPackage: "rpicam-apps", extension: "mp4", ends: true, args };
  }
  if (!device || !hasProgram("ffmpeg", env)) return undefined;
  const args = (path: string, seconds: number) => [
    "-n",
    "-f",
    "v4l2",
    "-i",
    device,
    "-t",
    String(seconds),
    "-pix_fmt",
    "yuv420p",
    path,
  ];
  return { program: "ffmpeg", debianPackage: "ffmpeg", extension: "mp4", ends: true, args };
}

export function audioRecorder(env: Env): Recorder | undefined {
  if (hasProgram("pw-record", env)) {
    const args = (path: string) => ["--rate", "48000", path];
    return { program: "pw-record", debianPackage: "pipewire-bin", extension: "wav", ends: false, args };
  }
  if (hasProgram("parecord", env)) {
    const args = (path: string) => ["--file-format=wav", "--rate=48000", "--channels=1", path];
    return { program: "parecord", debianPackage: "pulseaudio-utils", extension: "wav", ends: false, args };
  }
  if (hasProgram("arecord", env)) {
    const args = (path: string, seconds: number) => [
      "-q",
      "-f",
      "S16_LE",
      "-r",
      "48000",
      "-d",
      String(Math.ceil(seconds)),
      path,
    ];
    return { program: "arecord", debianPackage: "alsa-utils", extension: "wav", ends: true, args };
  }
  return undefined;
}
