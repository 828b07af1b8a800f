import { arg, maybe } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";
import { sayList, sayNumber } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { deviceThing, noDevice, pickInPlace, silent } from "./pick-devices.ts";

export const climateSet = defineAction({
  name: "climate_set",
  summary: "Set the temperature of the heating or air conditioning.",
  args: {
    temperature: arg("number", "degrees, in the unit of the home"),
    place: maybe("text", "the room; everywhere when left out"),
  },
  risk: "reversible",
  examples: {
    en: [
      ["set the heating to 21 degrees", { temperature: 21 }],
      ["make it 19 in the bedroom", { temperature: 19, place: "bedroom" }],
      ["I'm cold, make it 22", { temperature: 22 }],
    ],
    fr: [
      ["mets le chauffage à 21 degrés", { temperature: 21 }],
      ["19 degrés dans la chambre", { temperature: 19, place: "chambre" }],
      ["j'ai froid, mets 22", { temperature: 22 }],
    ],
    zh: [
      ["把暖气调到21度", { temperature: 21 }],
      ["卧室调到19度", { temperature: 19, place: "卧室" }],
      ["我冷，调到22度", { temperature: 22 }],
    ],
  },
  negatives: {
    en: ["how warm is the bedroom", "what's the weather like"],
    fr: ["quelle température fait-il dans la chambre", "quel temps fait-il"],
    zh: ["卧室多少度", "天气怎么样"],
  },
  describe: ({ temperature, place }, lang) => {
    const degrees = sayDegrees(temperature, lang);
    return say(lang, {
      en: `set the temperature${place ? ` of ${place}` : ""} to ${degrees}`,
      fr: `régler la température${place ? ` de ${place}` : ""} sur ${degrees}`,
      zh: `把${place ?? ""}温度调到${degrees}`,
    });
  },
  run: async ({ temperature, place }, powers) => {
    const { lang, signal } = powers;
    const home = await powers.drivers.home();
    const all = (await home.devices(signal)).filter((device) => device.kind === "climate");
    const found = pickInPlace(place, all);
    if (found.length === 0) return noDevice(place, all, lang);
    const mute = silent(found, lang);
    if (mute) return mute;
    const devices = found.filter((device) => device.isAvailable);
    await home.act({ kind: "climate", ids: devices.map((device) => device.id), temperature }, signal);
    const names = sayList(
      devices.map((device) => device.name),
      lang,
    );
    const degrees = sayDegrees(temperature, lang);
    return {
      kind: "done",
      say: say(lang, { en: `${names}: ${degrees}.`, fr: `${names} : ${degrees}.`, zh: `${names}已设为${degrees}。` }),
      data: { ids: devices.map((device) => device.id), temperature },
      things: devices.map(deviceThing),
      undo: {
        devices: devices.flatMap(({ id, state }) =>
          state.targetTemperature === undefined ? [] : [{ id, temperature: state.targetTemperature }],
        ),
      },
    };
  },
  undo: async (data, powers) => {
    const home = await powers.drivers.home();
    const before = data.devices as readonly { id: string; temperature: number }[];
    for (const { id, temperature } of before)
      await home.act({ kind: "climate", ids: [id], temperature }, powers.signal);
    const degrees = sayList([...new Set(before.map((one) => sayDegrees(one.temperature, powers.lang)))], powers.lang);
    return {
      kind: "done",
      say: say(powers.lang, {
        en: `The temperature is back to ${degrees}.`,
        fr: `La température est revenue à ${degrees}.`,
        zh: `温度已恢复为${degrees}。`,
      }),
    };
  },
});

function sayDegrees(temperature: number, lang: Lang): string {
  const n = sayNumber(temperature, lang, 1);
  return say(lang, { en: `${n} degrees`, fr: `${n} degrés`, zh: `${n}度` });
}
