import { expect, test } from "vitest";
import type { SoundDriver } from "../../devices/drivers/sound/sound.ts";

/** What every sound backend does. `outside` reads the volume by another way than the driver's. */
export function soundContract(
  driver: () => SoundDriver,
  outside: () => Promise<{ percent: number; muted: boolean }>,
): void {
  test("names its backend", () => {
    expect(driver().backend).toMatch(/\w/);
  });

  test("sets the volume and reports what is", async () => {
    for (const percent of [30, 65, 0, 100]) {
      const now = await driver().setVolume(percent);
      expect(Math.abs(now.percent - percent)).toBeLessThanOrEqual(1);
      expect(Math.abs((await outside()).percent - percent)).toBeLessThanOrEqual(1);
    }
  });

  test("never goes above 100 or below 0", async () => {
    expect((await driver().setVolume(180)).percent).toBe(100);
    expect((await driver().setVolume(-5)).percent).toBe(0);
    await driver().setVolume(50);
  });

  test("mutes and keeps the level", async () => {
    await driver().setVolume(40);
    const muted = await driver().setMuted(true);
    expect(muted.muted).toBe(true);
    expect((await outside()).muted).toBe(true);
    const heard = await driver().setMuted(false);
    expect(heard.muted).toBe(false);
    expect(Math.abs(heard.percent - 40)).toBeLessThanOrEqual(1);
  });

  test("has exactly one active output, and selects by id", async () => {
    const outputs = await driver().outputs();
    expect(outputs.filter((o) => o.active)).toHaveLength(1);
    const chosen = await driver().selectOutput(outputs.at(-1)!.id);
    expect(chosen.active).toBe(true);
    await driver().selectOutput(outputs[0]!.id);
  });

  test("refuses an output that is not there", async () => {
    await expect(driver().selectOutput("nowhere")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("mutes the microphone", async () => {
    expect((await driver().setMicrophoneMuted(true)).muted).toBe(true);
    expect((await driver().microphone()).muted).toBe(true);
    expect((await driver().setMicrophoneMuted(false)).muted).toBe(false);
  });
}
