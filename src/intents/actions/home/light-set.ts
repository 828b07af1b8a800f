import type { HomeDevice } from "../../../../devices/drivers/home/home.ts";
import { maybe } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";
import { readColour, sayList } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { sayPercent } from "../say-percent.ts";
import { deviceThing, noDevice, pickInPlace, silent } from "./pick-devices.ts";

/** "warmer", "cold": a tone of white, in kelvin as lamps are sold. */
const WHITES: readonly (readonly [pattern: RegExp, kelvin: number])[] = [
  [/warm|chaud|暖/i, 2700],
  [/cool|cold|froid|冷/i, 5500],
  [/neutral|neutre|自然|daylight|lumière du jour|日光/i, 4000],
];

export const lightSet = defineAction({
  name: "light_set",
  summary: "Turn lights on or off, dim or colour them.",
  args: {
    place: maybe("text", "the room or lamp; all lights when left out"),
    on: maybe("bool", "true on, false off"),
    brightness: maybe("percent", "how bright"),
    color: maybe("text", "the colour, or warm or cool"),
  },
  risk: "reversible",
  examples: {
    en: [
      ["turn on the kitchen light", { place: "kitchen", on: true }],
      ["dim the bedroom to 30 percent", { place: "bedroom", brightness: 30 }],
      ["make the living room blue", { place: "living room", color: "blue" }],
      ["lights off", { on: false }],
    ],
    fr: [
      ["allume la lumière de la cuisine", { place: "cuisine", on: true }],
      ["baisse la chambre à 30 pour cent", { place: "chambre", brightness: 30 }],
      ["mets le salon en bleu", { place: "salon", color: "bleu" }],
    ],
    zh: [
      ["打开厨房的灯", { place: "厨房", on: true }],
      ["把卧室的灯调到百分之三十", { place: "卧室", brightness: 30 }],
      ["把客厅的灯变成蓝色", { place: "客厅", color: "蓝色" }],
    ],
  },
  negatives: {
    en: ["dim the screen", "what colour is the sky"],
    fr: ["baisse la luminosité de l'écran", "il fait sombre dehors"],
    zh: ["把屏幕调暗", "天是什么颜色"],
  },
  describe: ({ place, on, brightness, color }, lang) => {
    const where = place ?? say(lang, { en: "all lights", fr: "toutes les lumières", zh: "所有的灯" });
    if (on === false) return say(lang, { en: `turn off ${where}`, fr: `éteindre ${where}`, zh: `关掉${where}` });
    const how = [brightness === undefined ? undefined : sayPercent(brightness, lang), color].filter(
      (w) => w !== undefined,
    );
    if (how.length === 0) return say(lang, { en: `turn on ${where}`, fr: `allumer ${where}`, zh: `打开${where}` });
    const words = sayList(how, lang);
    return say(lang, {
      en: `set ${where} to ${words}`,
      fr: `régler ${where} sur ${words}`,
      zh: `把${where}调成${words}`,
    });
  },
  run: async ({ place, on, brightness, color }, powers) => {
    const { lang, signal } = powers;
    const home = await powers.drivers.home();
    const all = (await home.devices(signal)).filter((device) => device.kind === "light");
    const mentioned = place === undefined ? [] : powers.refs.resolve(place, ["device"]).map((thing) => thing.id);
    const known = all.filter((device) => mentioned.includes(device.id));
    const found = known.length > 0 ? known : pickInPlace(place, all);
    if (found.length === 0) return noDevice(place, all, lang);
    const mute = silent(found, lang);
    if (mute) return mute;
    const white = color === undefined ? undefined : WHITES.find(([pattern]) => pattern.test(color))?.[1];
    const hex = color === undefined || white !== undefined ? undefined : readColour(color)?.hex;
    if (color !== undefined && white === undefined && hex === undefined)
      return {
        kind: "ask",
        arg: "color",
        question: say(lang, { en: "Which colour?", fr: "Quelle couleur ?", zh: "什么颜色？" }),
      };
    const lights = found.filter((device) => device.isAvailable);
    // Nothing said but a place: what a switch does.
    const isBare = on === undefined && brightness === undefined && color === undefined;
    const target = brightness === 0 ? false : (on ?? (isBare ? !lights.some((light) => light.state.on) : true));
    await home.act(
      {
        kind: "light",
        ids: lights.map((light) => light.id),
        on: target,
        ...(brightness === undefined ? {} : { brightnessPercent: brightness }),
        ...(hex === undefined ? {} : { color: hex }),
        ...(white === undefined ? {} : { colorTemperatureK: white }),
      },
      signal,
    );
    return {
      kind: "done",
      say: sayLights(lights, target, brightness, color, lang),
      data: { ids: lights.map((light) => light.id), on: target },
      things: lights.map(deviceThing),
      undo: { lights: lights.map(({ id, state }) => ({ id, state })) },
    };
  },
  undo: async (data, powers) => {
    const home = await powers.drivers.home();
    for (const { id, state } of data.lights as readonly Pick<HomeDevice, "id" | "state">[]) {
      const { on, brightnessPercent, color, colorTemperatureK } = state;
      await home.act(
        {
          kind: "light",
          ids: [id],
          on: on === true,
          ...(brightnessPercent === undefined ? {} : { brightnessPercent }),
          ...(colorTemperatureK === undefined ? (color === undefined ? {} : { color }) : { colorTemperatureK }),
        },
        powers.signal,
      );
    }
    return {
      kind: "done",
      say: say(powers.lang, {
        en: "The lights are as they were.",
        fr: "Les lumières sont comme avant.",
        zh: "灯光已恢复原样。",
      }),
    };
  },
});

function sayLights(
  lights: readonly HomeDevice[],
  on: boolean,
  brightness: number | undefined,
  color: string | undefined,
  lang: Lang,
): string {
  const names =
    lights.length <= 2
      ? sayList(
          lights.map((light) => light.name),
          lang,
        )
      : say(lang, { en: `${lights.length} lights`, fr: `${lights.length} lumières`, zh: `${lights.length}盏灯` });
  if (!on) return say(lang, { en: `${names}: off.`, fr: `${names} : éteint.`, zh: `${names}已关闭。` });
  const how = [brightness === undefined ? undefined : sayPercent(brightness, lang), color].filter(
    (w) => w !== undefined,
  );
  if (how.length === 0) return say(lang, { en: `${names}: on.`, fr: `${names} : allumé.`, zh: `${names}已打开。` });
  const words = sayList(how, lang);
  return say(lang, { en: `${names}: ${words}.`, fr: `${names} : ${words}.`, zh: `${names}已调成${words}。` });
}
