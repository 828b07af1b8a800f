import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { toLocal } from "../../memory/zoned-time.ts";
import { arg, maybe, oneOf } from "../args.ts";
import type { Lang } from "../plan.ts";
import type { Powers } from "../powers.ts";
import type { Result, UndoData } from "../result.ts";
import { say } from "../say.ts";
import { defineAction, defineDomain } from "./define-action.ts";
import { sayPercent } from "./say-percent.ts";

/** What "brighter" means when no amount is said: a step that the eye notices at any level. */
const STEP_PERCENT = 15;

const brightnessSet = defineAction({
  name: "brightness_set",
  summary: "Set how bright the screen is.",
  args: { level: arg("percent", "how bright, 0 darkest to 100 brightest") },
  risk: "reversible",
  examples: {
    en: [
      ["set the brightness to 60 percent", { level: 60 }],
      ["screen at full brightness", { level: 100 }],
      ["dim the screen to 20", { level: 20 }],
    ],
    fr: [
      ["mets la luminosité à 60 pour cent", { level: 60 }],
      ["luminosité au maximum", { level: 100 }],
      ["baisse l'écran à 20", { level: 20 }],
    ],
    zh: [
      ["把亮度调到百分之六十", { level: 60 }],
      ["屏幕亮度调到最大", { level: 100 }],
      ["屏幕调暗到20", { level: 20 }],
    ],
  },
  negatives: {
    en: ["set the volume to 60 percent", "dim the kitchen light to 20"],
    fr: ["mets le volume à 60 pour cent", "baisse la lumière de la cuisine à 20"],
    zh: ["把音量调到百分之六十", "把厨房的灯调到20"],
  },
  describe: ({ level }, lang) =>
    say(lang, {
      en: `set the screen to ${sayPercent(level, "en")}`,
      fr: `mettre l'écran à ${sayPercent(level, "fr")}`,
      zh: `把屏幕亮度调到${sayPercent(level, "zh")}`,
    }),
  run: ({ level }, powers) => changeBrightness(powers, () => level),
  undo: restoreBrightness,
});

const brightnessChange = defineAction({
  name: "brightness_change",
  summary: "Make the screen brighter or darker.",
  args: {
    direction: oneOf(["up", "down"], "brighter or darker"),
    amount: maybe("percent", "by how many points of 100"),
  },
  risk: "reversible",
  examples: {
    en: [
      ["the screen is too bright", { direction: "down" }],
      ["I can't see the screen", { direction: "up" }],
      ["raise the brightness by 10 percent", { direction: "up", amount: 10 }],
    ],
    fr: [
      ["l'écran est trop lumineux", { direction: "down" }],
      ["je ne vois rien sur l'écran", { direction: "up" }],
      ["augmente la luminosité de 10 pour cent", { direction: "up", amount: 10 }],
    ],
    zh: [
      ["屏幕太亮了", { direction: "down" }],
      ["屏幕看不清", { direction: "up" }],
      ["亮度调高百分之十", { direction: "up", amount: 10 }],
    ],
  },
  negatives: {
    en: ["make it louder", "make the kitchen light brighter"],
    fr: ["monte le son", "éclaire plus la cuisine"],
    zh: ["大声一点", "厨房的灯亮一点"],
  },
  describe: ({ direction, amount }, lang) => {
    const by = amount === undefined ? undefined : sayPercent(amount, lang);
    return direction === "up"
      ? say(lang, {
          en: `make the screen brighter${by ? ` by ${by}` : ""}`,
          fr: `éclaircir l'écran${by ? ` de ${by}` : ""}`,
          zh: `调亮屏幕${by ?? ""}`,
        })
      : say(lang, {
          en: `make the screen darker${by ? ` by ${by}` : ""}`,
          fr: `assombrir l'écran${by ? ` de ${by}` : ""}`,
          zh: `调暗屏幕${by ?? ""}`,
        });
  },
  run: ({ direction, amount }, powers) =>
    changeBrightness(powers, (before) => before + (direction === "up" ? 1 : -1) * (amount ?? STEP_PERCENT)),
  undo: restoreBrightness,
});

const screenPower = defineAction({
  name: "screen_power",
  summary: "Turn the screen on or off; the machine stays on.",
  args: { on: arg("bool", "true lights it") },
  risk: "reversible",
  examples: {
    en: [
      ["turn off the screen", { on: false }],
      ["wake up the display", { on: true }],
      ["screen on", { on: true }],
    ],
    fr: [
      ["éteins l'écran", { on: false }],
      ["rallume l'écran", { on: true }],
      ["coupe l'affichage", { on: false }],
    ],
    zh: [
      ["关闭屏幕", { on: false }],
      ["打开屏幕", { on: true }],
      ["把显示器关掉", { on: false }],
    ],
  },
  negatives: {
    en: ["lock the screen", "turn off the computer", "turn off the TV"],
    fr: ["verrouille l'écran", "éteins l'ordinateur", "éteins la télé"],
    zh: ["锁屏", "关机", "关掉电视"],
  },
  describe: ({ on }, lang) =>
    on
      ? say(lang, { en: "turn the screen on", fr: "allumer l'écran", zh: "打开屏幕" })
      : say(lang, { en: "turn the screen off", fr: "éteindre l'écran", zh: "关闭屏幕" }),
  run: async ({ on }, powers) => {
    await (await powers.drivers.display()).setScreenPower(on);
    return { kind: "done", say: sayScreen(on, powers.lang), data: { on }, undo: { on: !on } };
  },
  undo: async (data, powers) => {
    const on = data.on === true;
    await (await powers.drivers.display()).setScreenPower(on);
    return { kind: "done", say: sayScreen(on, powers.lang) };
  },
});

const screenshotTake = defineAction({
  name: "screenshot_take",
  summary: "Save a picture of what is on the screen.",
  args: {},
  risk: "reversible",
  examples: {
    en: [
      ["take a screenshot", {}],
      ["capture the screen", {}],
      ["save a picture of my screen", {}],
    ],
    fr: [
      ["fais une capture d'écran", {}],
      ["capture l'écran", {}],
      ["prends une photo de l'écran", {}],
    ],
    zh: [
      ["截屏", {}],
      ["截个图", {}],
      ["把屏幕截下来", {}],
    ],
  },
  negatives: {
    en: ["take a photo", "show my screenshots"],
    fr: ["prends une photo", "montre mes captures d'écran"],
    zh: ["拍张照片", "打开我的截图"],
  },
  describe: (_, lang) => say(lang, { en: "take a screenshot", fr: "faire une capture d'écran", zh: "截屏" }),
  run: async (_, powers) => {
    const display = await powers.drivers.display();
    const stem = `screenshot-${toLocal(powers.now(), powers.timeZone).replace("T", "-").replaceAll(":", "")}`;
    const name = await freeName(display.picturesFolder, stem);
    const path = join(display.picturesFolder, name);
    await display.screenshot(path);
    return {
      kind: "done",
      say: say(powers.lang, {
        en: "The screenshot is in your pictures.",
        fr: "La capture d'écran est dans vos images.",
        zh: "截图已保存到图片文件夹。",
      }),
      show: [path],
      data: { path },
      things: [{ kind: "file", id: path, name }],
      undo: { path },
    };
  },
  undo: async (data, powers) => {
    await rm(String(data.path), { force: true });
    return {
      kind: "done",
      say: say(powers.lang, { en: "The screenshot is deleted.", fr: "La capture est supprimée.", zh: "截图已删除。" }),
    };
  },
});

const nightLight = defineAction({
  name: "night_light",
  summary: "Warm the colours of the screen for the evening, or stop doing so.",
  args: { on: arg("bool", "true warms the colours") },
  risk: "reversible",
  examples: {
    en: [
      ["turn on night light", { on: true }],
      ["disable the blue light filter", { on: false }],
      ["make the screen warmer", { on: true }],
    ],
    fr: [
      ["active le mode nuit de l'écran", { on: true }],
      ["désactive le filtre de lumière bleue", { on: false }],
      ["mets l'éclairage nocturne", { on: true }],
    ],
    zh: [
      ["打开夜间模式", { on: true }],
      ["关闭护眼模式", { on: false }],
      ["开启蓝光过滤", { on: true }],
    ],
  },
  negatives: {
    en: ["use the dark theme", "turn on the bedside light"],
    fr: ["passe en thème sombre", "allume la lampe de chevet"],
    zh: ["用深色主题", "打开床头灯"],
  },
  describe: ({ on }, lang) =>
    on
      ? say(lang, { en: "turn the night light on", fr: "activer l'éclairage nocturne", zh: "打开夜间模式" })
      : say(lang, { en: "turn the night light off", fr: "désactiver l'éclairage nocturne", zh: "关闭夜间模式" }),
  run: async ({ on }, powers) => {
    const display = await powers.drivers.display();
    const before = await display.nightLight();
    const now = await display.setNightLight(on);
    return { kind: "done", say: sayNightLight(now, powers.lang), data: { on: now }, undo: { on: before } };
  },
  undo: async (data, powers) => {
    const now = await (await powers.drivers.display()).setNightLight(data.on === true);
    return { kind: "done", say: sayNightLight(now, powers.lang) };
  },
});

const themeSet = defineAction({
  name: "theme_set",
  summary: "Choose the dark or the light look.",
  args: { theme: oneOf(["dark", "light"], "which look") },
  risk: "reversible",
  examples: {
    en: [
      ["use the dark theme", { theme: "dark" }],
      ["switch to light mode", { theme: "light" }],
      ["turn on dark mode", { theme: "dark" }],
    ],
    fr: [
      ["passe en thème sombre", { theme: "dark" }],
      ["mets le thème clair", { theme: "light" }],
      ["active le mode sombre", { theme: "dark" }],
    ],
    zh: [
      ["用深色主题", { theme: "dark" }],
      ["切换到浅色模式", { theme: "light" }],
      ["打开暗色模式", { theme: "dark" }],
    ],
  },
  negatives: {
    en: ["dim the screen", "turn on night light"],
    fr: ["baisse la luminosité de l'écran", "active l'éclairage nocturne"],
    zh: ["屏幕暗一点", "打开夜间模式"],
  },
  describe: ({ theme }, lang) =>
    theme === "dark"
      ? say(lang, { en: "use the dark theme", fr: "passer en thème sombre", zh: "使用深色主题" })
      : say(lang, { en: "use the light theme", fr: "passer en thème clair", zh: "使用浅色主题" }),
  run: async ({ theme }, powers) => {
    const display = await powers.drivers.display();
    const before = await display.theme();
    const now = await display.setTheme(theme);
    return { kind: "done", say: sayTheme(now, powers.lang), data: { theme: now }, undo: { theme: before } };
  },
  undo: async (data, powers) => {
    const now = await (await powers.drivers.display()).setTheme(data.theme === "dark" ? "dark" : "light");
    return { kind: "done", say: sayTheme(now, powers.lang) };
  },
});

export const displayActions = defineDomain("display", [
  brightnessSet,
  brightnessChange,
  screenPower,
  screenshotTake,
  nightLight,
  themeSet,
]);

/** Two in one minute share a stem; the second gets a number. */
async function freeName(folder: string, stem: string): Promise<string> {
  const taken = new Set(await readdir(folder).catch(() => []));
  let name = `${stem}.png`;
  for (let n = 2; taken.has(name); n++) name = `${stem}-${n}.png`;
  return name;
}

async function changeBrightness(powers: Powers, target: (before: number) => number): Promise<Result> {
  const display = await powers.drivers.display();
  const before = await display.brightness();
  const now = await display.setBrightness(target(before));
  return { kind: "done", say: sayBrightness(now, powers.lang), data: { percent: now }, undo: { percent: before } };
}

async function restoreBrightness(data: UndoData, powers: Powers): Promise<Result> {
  const now = await (await powers.drivers.display()).setBrightness(Number(data.percent));
  return { kind: "done", say: sayBrightness(now, powers.lang), data: { percent: now } };
}

function sayBrightness(percent: number, lang: Lang): string {
  return say(lang, {
    en: `The screen is at ${sayPercent(percent, "en")}.`,
    fr: `L'écran est à ${sayPercent(percent, "fr")}.`,
    zh: `屏幕亮度${sayPercent(percent, "zh")}。`,
  });
}

function sayScreen(on: boolean, lang: Lang): string {
  return on
    ? say(lang, { en: "The screen is on.", fr: "L'écran est allumé.", zh: "屏幕已打开。" })
    : say(lang, { en: "The screen is off.", fr: "L'écran est éteint.", zh: "屏幕已关闭。" });
}

function sayNightLight(on: boolean, lang: Lang): string {
  return on
    ? say(lang, { en: "Night light is on.", fr: "L'éclairage nocturne est activé.", zh: "夜间模式已打开。" })
    : say(lang, { en: "Night light is off.", fr: "L'éclairage nocturne est désactivé.", zh: "夜间模式已关闭。" });
}

function sayTheme(theme: "dark" | "light", lang: Lang): string {
  return theme === "dark"
    ? say(lang, { en: "The theme is dark.", fr: "Le thème est sombre.", zh: "已切换到深色主题。" })
    : say(lang, { en: "The theme is light.", fr: "Le thème est clair.", zh: "已切换到浅色主题。" });
}
