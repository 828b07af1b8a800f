import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { deviceThing, pickOne, silent } from "./pick-devices.ts";

export const switchSet = defineAction({
  name: "switch_set",
  summary: "Turn a device of the home on or off.",
  args: { device: arg("text", "the device"), on: arg("bool", "true on, false off") },
  risk: "reversible",
  examples: {
    en: [
      ["start the fan", { device: "fan", on: true }],
      ["turn off the heater", { device: "heater", on: false }],
      ["switch on the coffee machine", { device: "coffee machine", on: true }],
    ],
    fr: [
      ["allume le ventilateur", { device: "ventilateur", on: true }],
      ["éteins le chauffage d'appoint", { device: "chauffage d'appoint", on: false }],
      ["mets en marche la machine à café", { device: "machine à café", on: true }],
    ],
    zh: [
      ["打开风扇", { device: "风扇", on: true }],
      ["关掉取暖器", { device: "取暖器", on: false }],
      ["启动咖啡机", { device: "咖啡机", on: true }],
    ],
  },
  negatives: {
    en: ["turn off the wifi", "turn on the kitchen light"],
    fr: ["coupe le wifi", "allume la lumière de la cuisine"],
    zh: ["关闭无线网络", "打开厨房的灯"],
  },
  describe: ({ device, on }, lang) =>
    on
      ? say(lang, { en: `turn on ${device}`, fr: `allumer ${device}`, zh: `打开${device}` })
      : say(lang, { en: `turn off ${device}`, fr: `éteindre ${device}`, zh: `关掉${device}` }),
  run: async ({ device: words, on }, powers) => {
    const { lang } = powers;
    const picked = await pickOne("device", words, ["switch", "light"], powers);
    if ("otherwise" in picked) return picked.otherwise;
    const device = picked.devices[0]!;
    const mute = silent([device], lang);
    if (mute) return mute;
    const home = await powers.drivers.home();
    await home.act({ kind: "switch", ids: [device.id], on }, powers.signal);
    return {
      kind: "done",
      say: on
        ? say(lang, { en: `${device.name}: on.`, fr: `${device.name} : allumé.`, zh: `${device.name}已打开。` })
        : say(lang, { en: `${device.name}: off.`, fr: `${device.name} : éteint.`, zh: `${device.name}已关闭。` }),
      data: { id: device.id, on },
      things: [deviceThing(device)],
      undo: { id: device.id, on: device.state.on === true },
    };
  },
  undo: async (data, powers) => {
    const home = await powers.drivers.home();
    await home.act({ kind: "switch", ids: [String(data.id)], on: data.on === true }, powers.signal);
    return {
      kind: "done",
      say: data.on
        ? say(powers.lang, { en: "It is on again.", fr: "C'est rallumé.", zh: "已重新打开。" })
        : say(powers.lang, { en: "It is off again.", fr: "C'est de nouveau éteint.", zh: "已重新关闭。" }),
    };
  },
});
