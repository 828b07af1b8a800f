import { say } from "../../say.ts";
import { sayList } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { BLUETOOTH_SCAN_MS, sayBluetooth } from "./bluetooth-words.ts";

export const bluetoothList = defineAction({
  name: "bluetooth_list",
  summary: "List the Bluetooth devices that are known or near.",
  args: {},
  risk: "read",
  examples: {
    en: [
      ["which bluetooth devices are there", {}],
      ["scan for bluetooth devices", {}],
      ["what is paired over bluetooth", {}],
    ],
    fr: [
      ["quels appareils bluetooth y a-t-il", {}],
      ["cherche les appareils bluetooth", {}],
      ["qu'est-ce qui est associé en bluetooth", {}],
    ],
    zh: [
      ["有哪些蓝牙设备", {}],
      ["搜索蓝牙设备", {}],
      ["列出蓝牙设备", {}],
    ],
  },
  negatives: {
    en: ["connect my bluetooth headphones", "which wifi networks are there"],
    fr: ["connecte mon casque bluetooth", "quels réseaux wifi y a-t-il"],
    zh: ["连接蓝牙耳机", "有哪些WiFi"],
  },
  describe: (_, lang) =>
    say(lang, { en: "list Bluetooth devices", fr: "lister les appareils Bluetooth", zh: "列出蓝牙设备" }),
  run: async (_, powers) => {
    const { lang } = powers;
    const bluetooth = await powers.drivers.bluetooth();
    if (!(await bluetooth.powered())) return { kind: "done", say: sayBluetooth(false, lang), data: [] };
    const devices = await bluetooth.devices(BLUETOOTH_SCAN_MS);
    if (devices.length === 0)
      return {
        kind: "done",
        say: say(lang, {
          en: "No Bluetooth device is near.",
          fr: "Aucun appareil Bluetooth à proximité.",
          zh: "附近没有蓝牙设备。",
        }),
        data: [],
      };
    const names = sayList(
      devices.slice(0, 5).map((d) => d.name),
      lang,
    );
    return {
      kind: "done",
      say: say(lang, { en: `There is ${names}.`, fr: `Il y a ${names}.`, zh: `有${names}。` }),
      show: devices.map((d) => `${d.name} ${d.address}${d.connected ? " ✓" : ""}`),
      data: devices,
      things: devices.slice(0, 10).map((d) => ({ kind: "device", id: d.id, name: d.name })),
    };
  },
});
