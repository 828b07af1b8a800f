import { expect, test } from "vitest";
import type { MediaDriver } from "../../devices/drivers/media/media.ts";

/** What every media backend does once something with three pieces plays. */
export function mediaContract(driver: () => MediaDriver): void {
  test("pauses and goes on", async () => {
    expect((await driver().pause()).status).toBe("paused");
    expect((await driver().now())?.status).toBe("paused");
    expect((await driver().resume()).status).toBe("playing");
  });

  test("goes to the next piece and back", async () => {
    const first = (await driver().now())?.title;
    const second = (await driver().next()).title;
    expect(second).not.toBe(first);
    expect((await driver().previous()).title).toBe(first);
  });

  test("repeats and shuffles", async () => {
    for (const mode of ["one", "all", "off"] as const) expect((await driver().setRepeat(mode)).repeat).toBe(mode);
    expect((await driver().setShuffle(true)).shuffle).toBe(true);
    expect((await driver().setShuffle(false)).shuffle).toBe(false);
  });

  test("seeks", async () => {
    const there = await driver().seek({ positionS: 10 });
    expect(there.positionS).toBeGreaterThanOrEqual(9.5);
    const back = await driver().seek({ offsetS: -5 });
    expect(back.positionS).toBeLessThan(there.positionS!);
  });
}
