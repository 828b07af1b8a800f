import { arg } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";

export const wifiPower = defineAction({
  name: "wifi_power",
  summary: "Turn Wi-Fi on or off.",
  args: { on: arg("bool", "true turns it on") },
  risk: "reversible",
  examples: {
    en: [
      ["turn off the wifi", { on: false }],
      ["enable wireless", { on: true }],
      ["switch Wi-Fi on", { on: true }],
    ],
    fr: [
      ["coupe le wifi", { on: false }],
      ["active le Wi-Fi", { on: true }],
      ["rallume le sans-fil", { on: true }],
    ],
    zh: [
      ["关闭无线网络", { on: false }],
      ["打开WiFi", { on: true }],
      ["把无线网打开", { on: true }],
    ],
  },
  negatives: {
    en: ["connect to the office wifi", "turn off bluetooth"],
    fr: ["connecte-toi au wifi du bureau", "coupe le bluetooth"],
    zh: ["连接办公室的WiFi", "关闭蓝牙"],
  },
  describe: ({ on }, lang) =>
    on
      ? say(lang, { en: "turn Wi-Fi on", fr: "activer le Wi-Fi", zh: "打开无线网络" })
      : say(lang, { en: "turn Wi-Fi off", fr: "couper le Wi-Fi", zh: "关闭无线网络" }),
  run: async ({ on }, powers) => {
    const network = await powers.drivers.network();
    const before = await network.wifiEnabled();
    const now = await network.setWifiEnabled(on);
    return { kind: "done", say: sayWifi(now, powers.lang), data: { on: now }, undo: { on: before } };
  },
  undo: async (data, powers) => {
    const now = await (await powers.drivers.network()).setWifiEnabled(data.on === true);
    return { kind: "done", say: sayWifi(now, powers.lang) };
  },
});

function sayWifi(on: boolean, lang: Lang): string {
  return on
    ? say(lang, { en: "Wi-Fi is on.", fr: "Le Wi-Fi est activé.", zh: "无线网络已打开。" })
    : say(lang, { en: "Wi-Fi is off.", fr: "Le Wi-Fi est coupé.", zh: "无线网络已关闭。" });
}
