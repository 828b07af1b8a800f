import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { sayBluetooth } from "./bluetooth-words.ts";

export const bluetoothPower = defineAction({
  name: "bluetooth_power",
  summary: "Turn Bluetooth on or off.",
  args: { on: arg("bool", "true turns it on") },
  risk: "reversible",
  examples: {
    en: [
      ["turn on bluetooth", { on: true }],
      ["disable bluetooth", { on: false }],
      ["switch Bluetooth off", { on: false }],
    ],
    fr: [
      ["active le bluetooth", { on: true }],
      ["coupe le bluetooth", { on: false }],
      ["désactive le Bluetooth", { on: false }],
    ],
    zh: [
      ["打开蓝牙", { on: true }],
      ["关闭蓝牙", { on: false }],
      ["把蓝牙关掉", { on: false }],
    ],
  },
  negatives: {
    en: ["connect my bluetooth headphones", "turn on the wifi"],
    fr: ["connecte mon casque bluetooth", "active le wifi"],
    zh: ["连接我的蓝牙耳机", "打开无线网络"],
  },
  describe: ({ on }, lang) =>
    on
      ? say(lang, { en: "turn Bluetooth on", fr: "activer le Bluetooth", zh: "打开蓝牙" })
      : say(lang, { en: "turn Bluetooth off", fr: "couper le Bluetooth", zh: "关闭蓝牙" }),
  run: async ({ on }, powers) => {
    const bluetooth = await powers.drivers.bluetooth();
    const before = await bluetooth.powered();
    const now = await bluetooth.setPowered(on);
    return { kind: "done", say: sayBluetooth(now, powers.lang), data: { on: now }, undo: { on: before } };
  },
  undo: async (data, powers) => {
    const now = await (await powers.drivers.bluetooth()).setPowered(data.on === true);
    return { kind: "done", say: sayBluetooth(now, powers.lang) };
  },
});
