import type { Radios } from "../../../../devices/drivers/network/network.ts";
import { arg } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";

export const airplaneMode = defineAction({
  name: "airplane_mode",
  summary: "Turn all radios off, or on again.",
  args: { on: arg("bool", "true turns all radios off") },
  risk: "reversible",
  examples: {
    en: [
      ["turn on airplane mode", { on: true }],
      ["disable flight mode", { on: false }],
      ["airplane mode please", { on: true }],
    ],
    fr: [
      ["active le mode avion", { on: true }],
      ["désactive le mode avion", { on: false }],
      ["mets-toi en mode avion", { on: true }],
    ],
    zh: [
      ["打开飞行模式", { on: true }],
      ["关闭飞行模式", { on: false }],
      ["开启飞行模式", { on: true }],
    ],
  },
  negatives: {
    en: ["turn off the wifi", "when does my plane leave"],
    fr: ["coupe le wifi", "à quelle heure part mon avion"],
    zh: ["关闭无线网络", "我的飞机几点起飞"],
  },
  describe: ({ on }, lang) =>
    on
      ? say(lang, { en: "turn airplane mode on", fr: "activer le mode avion", zh: "打开飞行模式" })
      : say(lang, { en: "turn airplane mode off", fr: "désactiver le mode avion", zh: "关闭飞行模式" }),
  run: async ({ on }, powers) => {
    const network = await powers.drivers.network();
    const before = await network.radios();
    const now = await network.setRadios({ wifi: !on, mobile: !on, bluetooth: !on });
    const bluetooth = now.bluetooth !== undefined && { bluetooth: on };
    return { kind: "done", say: sayAirplane(on, now, powers.lang), data: now, undo: { ...before, ...bluetooth } };
  },
  undo: async (data, powers) => {
    const network = await powers.drivers.network();
    const wanted: Radios = {
      wifi: data.wifi === true,
      mobile: data.mobile === true,
      ...(typeof data.bluetooth === "boolean" ? { bluetooth: data.bluetooth } : {}),
    };
    const now = await network.setRadios(wanted);
    return { kind: "done", say: sayAirplane(!now.wifi && !now.mobile, now, powers.lang) };
  },
});

function sayAirplane(on: boolean, { bluetooth }: Radios, lang: Lang): string {
  if (!on)
    return say(lang, { en: "Airplane mode is off.", fr: "Le mode avion est désactivé.", zh: "飞行模式已关闭。" });
  if (bluetooth === undefined)
    return say(lang, {
      en: "Wi-Fi and mobile data are off; Bluetooth could not be switched from here.",
      fr: "Le Wi-Fi et les données mobiles sont coupés ; le Bluetooth n'a pas pu l'être d'ici.",
      zh: "无线网络和移动数据已关闭；蓝牙无法在这里关闭。",
    });
  return say(lang, { en: "Airplane mode is on.", fr: "Le mode avion est activé.", zh: "飞行模式已打开。" });
}
