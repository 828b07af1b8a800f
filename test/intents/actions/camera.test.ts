import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createCameraDriver } from "../../../devices/drivers/camera/create.ts";
import { cameraActions } from "../../../src/intents/actions/camera.ts";
import { actionsContract } from "../../contract/actions.ts";
import { temporaryFolder } from "../../support/programs.ts";
import { driverPowers } from "./driver-powers.ts";
import { said } from "./memory-powers.ts";

actionsContract("camera", cameraActions, ["photo_take", "video_record", "audio_record"]);

let folder: ReturnType<typeof temporaryFolder>;
let bin: string;
let signal: AbortController;
let actions: ReturnType<typeof driverPowers>;
beforeEach(() => {
  folder = temporaryFolder();
  bin = join(folder.path, "bin");
  mkdirSync(bin);
  signal = new AbortController();
  // The node of this process and a shell, but no camera program of the machine: the tests bring their own.
  const env = { PATH: bin, HOME: folder.path, REAL_PATH: `${dirname(process.execPath)}:/usr/bin:/bin` };
  actions = driverPowers(cameraActions, {
    drivers: { camera: () => createCameraDriver({ env, home: folder.path, device: "/dev/null" }) },
    signal: signal.signal,
  });
});
afterEach(() => folder[Symbol.dispose]());

function program(name: string, text: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\nPATH=$REAL_PATH\nfor last; do :; done\n${text}\n`);
  chmodSync(join(bin, name), 0o755);
}
const WRITES = `head -c 1000 /dev/zero > "$last"`;

test("a photo lies in the pictures folder with the time in its name, and goes again", async () => {
  program("ffmpeg", WRITES);
  const taken = await actions.run("photo_take");
  expect(said(taken)).toBe("I took a photo: photo 2026-11-23 10-00.jpg.");
  const again = await actions.run("photo_take", {}, "fr");
  expect(said(again)).toBe("J'ai pris une photo : photo 2026-11-23 10-00 (2).jpg.");
  expect(await actions.undo("photo_take", taken)).toMatchObject({ kind: "done" });
  expect(readdirSync(join(folder.path, "Pictures"))).toEqual(["photo 2026-11-23 10-00 (2).jpg"]);
});

test("one that was worked on since stays", async () => {
  program("ffmpeg", WRITES);
  const taken = await actions.run("photo_take");
  writeFileSync(join(folder.path, "Pictures/photo 2026-11-23 10-00.jpg"), "retouched");
  expect(await actions.undo("photo_take", taken)).toMatchObject({ kind: "failed" });
});

test("sound is recorded for as long as was said", async () => {
  // As parecord does: it goes on until it is told to end.
  program("parecord", `${WRITES}\ntrap 'exit 0' INT\nwhile :; do sleep 0.1; done`);
  const startedAt = Date.now();
  const recorded = await actions.run("audio_record", { duration: "PT1S" });
  expect(said(recorded)).toBe("I recorded 1 second: recording 2026-11-23 10-00.wav.");
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1000);
});

test("a stop leaves nothing", async () => {
  program("ffmpeg", `${WRITES}\nexec sleep 30`);
  const filming = actions.run("video_record", { duration: "PT20S" });
  setTimeout(() => signal.abort(), 300);
  expect(await filming).toMatchObject({ kind: "failed" });
  expect(readdirSync(join(folder.path, "Videos"))).toEqual([]);
});

test("a camera that does not answer, and one that is missing, are said", async () => {
  program("ffmpeg", `echo "/dev/video0: No such device" >&2; exit 1`);
  expect(await actions.run("photo_take")).toMatchObject({ kind: "unavailable", remedy: expect.any(String) });
  expect(await actions.run("audio_record")).toMatchObject({
    kind: "unavailable",
    remedy: expect.stringContaining("apt"),
  });
  expect(await actions.run("audio_record", { duration: "PT5H" })).toMatchObject({ code: "ARGUMENT_INVALID" });
  expect(existsSync(join(folder.path, "Music"))).toBe(false);
});
