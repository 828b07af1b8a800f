import { describe, expect, it, test } from "vitest";
import type { Drivers } from "../../devices/drivers/drivers.ts";
import type { SystemDriver } from "../../devices/drivers/system/system.ts";
import { catalogue } from "../../src/intents/catalogue.ts";
import type { Lang } from "../../src/intents/plan.ts";
import { preferred } from "../../src/shell/preferred.ts";
import { NO_DRIVERS, planOf, smallShell } from "./small-shell.ts";

test.each([
  ["units", "metric", { units: "metric" }],
  ["measurement units", "imperial units", { units: "imperial" }],
  ["temperature", "Fahrenheit", { units: "imperial" }],
  ["unités", "métriques", { units: "metric" }],
  ["les unités de mesure", "impériales", { units: "imperial" }],
  ["单位", "公制", { units: "metric" }],
  ["温度", "华氏", { units: "imperial" }],
  ["language", "fr", { lang: "fr" }],
  ["language", "Chinese", { lang: "zh" }],
  ["Langue", "anglais", { lang: "en" }],
  ["语言", "法语", { lang: "fr" }],
  ["language", "Klingon", {}],
  ["language of the subtitles", "French", {}],
  ["temperature of the bedroom", "19", {}],
  ["browser", "Firefox", {}],
])("%s: %s", (what, value, expected) => {
  const { memory, session } = smallShell();
  memory.preferences.set(what, value);
  expect(preferred(memory.preferences)).toEqual(expected);
  session.close();
});

test("what was said last counts, whatever it was called", () => {
  const { memory, clock, session } = smallShell();
  memory.preferences.set("units", "imperial");
  clock.increment(1000);
  memory.preferences.set("单位", "公制");
  memory.preferences.set("language", "French");
  expect(preferred(memory.preferences)).toEqual({ units: "metric", lang: "fr" });
  session.close();
});

describe("in a session", () => {
  /** The language to listen for that each turn was given, if any. */
  function listening(lang?: Lang) {
    const given: (Lang | undefined)[] = [];
    const shell = smallShell({
      catalogue,
      drivers: fiftyDegrees,
      understand: async (words, how) => {
        given.push(how.lang);
        return planOf(words, how.lang ?? "en");
      },
      ...(lang === undefined ? {} : { lang }),
    });
    return { ...shell, given };
  }

  it("units take effect with the next turn, over config.toml, and go back when undone", async () => {
    const { session } = listening();
    const ask = async () => (await session.handle('system_status {"what": "temperature"}')).reply;
    expect(await ask()).toBe("The processor is at 50 degrees.");
    await session.handle('preference_set {"what": "units", "value": "imperial"}');
    expect(await ask()).toBe("The processor is at 122 degrees.");
    await session.undo();
    expect(await ask()).toBe("The processor is at 50 degrees.");
    session.close();
  });

  it("answers in the chosen language what it still hears in any", async () => {
    const { session, given } = listening();
    await session.handle('language_set {"language": "French"}');
    const turn = await session.handle('system_status {"what": "temperature"}');
    expect(turn).toMatchObject({ lang: "fr", reply: "Le processeur est à 50 degrés." });
    expect(await session.handle("power_off")).toMatchObject({ lang: "fr", outcome: "asked" });
    expect(given).toEqual([undefined, undefined, undefined]);
    session.close();
  });

  it("a language that a turn names goes before the chosen one", async () => {
    const { session } = listening();
    await session.handle('language_set {"language": "French"}');
    const turn = await session.handle('system_status {"what": "temperature"}', { lang: "zh" });
    expect(turn).toMatchObject({ lang: "zh", reply: "处理器温度50度。" });
    session.close();
  });

  it("where the configuration fixes the language nothing is detected, until another is chosen", async () => {
    const { session, given } = listening("zh");
    expect((await session.handle('system_status {"what": "temperature"}')).reply).toBe("处理器温度50度。");
    await session.handle('language_set {"language": "英语"}');
    expect((await session.handle('system_status {"what": "temperature"}')).reply).toBe(
      "The processor is at 50 degrees.",
    );
    expect(given).toEqual(["zh", "zh", "en"]);
    session.close();
  });
});

const fiftyDegrees: Drivers = new Proxy(NO_DRIVERS, {
  get: (none, name) =>
    name === "system"
      ? async (): Promise<Pick<SystemDriver, "status">> => ({
          status: async () => ({
            cpuPercent: 10,
            cores: 4,
            memory: { totalBytes: 4e9, availableBytes: 2e9 },
            disk: { totalBytes: 6e10, freeBytes: 3e10 },
            temperatureC: 50,
            uptimeS: 3600,
            os: { name: "Debian", kernel: "6.1", host: "here" },
          }),
        })
      : Reflect.get(none, name),
});
