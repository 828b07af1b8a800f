import type { BluetoothDevice, BluetoothDriver } from "../../../../devices/drivers/bluetooth/bluetooth.ts";
import { ShellError } from "../../../errors.ts";
import { remedyOf } from "../../../reasons/reason.ts";
import { arg, maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { BLUETOOTH_SCAN_MS } from "./bluetooth-words.ts";
import { notOneDevice, pickBluetooth } from "./pick-bluetooth.ts";

export const bluetoothConnect = defineAction({
  name: "bluetooth_connect",
  summary: "Connect a Bluetooth device.",
  args: { device: arg("text", "the device's name") },
  risk: "external",
  examples: {
    en: [
      ["connect my headphones", { device: "headphones" }],
      ["pair with the JBL speaker", { device: "JBL speaker" }],
      ["connect to the keyboard over bluetooth", { device: "keyboard" }],
    ],
    fr: [
      ["connecte mon casque", { device: "casque" }],
      ["associe l'enceinte JBL", { device: "enceinte JBL" }],
      ["connecte le clavier en bluetooth", { device: "clavier" }],
    ],
    zh: [
      ["连接我的耳机", { device: "耳机" }],
      ["配对JBL音箱", { device: "JBL音箱" }],
      ["用蓝牙连接键盘", { device: "键盘" }],
    ],
  },
  negatives: {
    en: ["play it through the headphones", "connect to the wifi Livebox"],
    fr: ["passe le son sur le casque", "connecte-toi au wifi Livebox"],
    zh: ["用耳机播放", "连接Livebox无线网"],
  },
  describe: ({ device }, lang) =>
    say(lang, {
      en: `connect ${device} over Bluetooth`,
      fr: `connecter ${device} en Bluetooth`,
      zh: `用蓝牙连接${device}`,
    }),
  look: async ({ device }, powers) => {
    const bluetooth = await powers.drivers.bluetooth();
    // With the radio off nothing new can be seen, and switching it on is a part of what is asked.
    if (!(await bluetooth.powered())) return undefined;
    return notOneDevice(await findDevice(device, bluetooth), device, powers.lang);
  },
  run: async ({ device }, powers) => {
    const { lang } = powers;
    const bluetooth = await powers.drivers.bluetooth();
    if (!(await bluetooth.powered())) await bluetooth.setPowered(true);
    const found = await findDevice(device, bluetooth);
    const other = notOneDevice(found, device, lang);
    if (other) return other;
    try {
      const now = await bluetooth.connect(found[0]!.id);
      return {
        kind: "done",
        say: say(lang, { en: `${now.name} is connected.`, fr: `${now.name} est connecté.`, zh: `${now.name}已连接。` }),
        data: now,
        things: [{ kind: "device", id: now.id, name: now.name }],
      };
    } catch (error) {
      if (!(error instanceof ShellError) || !["BACKEND_FAILED", "TIMEOUT"].includes(error.code)) throw error;
      const { name } = found[0]!;
      return {
        kind: "failed",
        code: error.code,
        say: say(lang, {
          en: `${name} does not answer. Is it on, near, and in pairing mode?`,
          fr: `${name} ne répond pas. Est-il allumé, proche et en mode association ?`,
          zh: `${name}没有响应。请确认它已开机、在附近并处于配对模式。`,
        }),
        ...remedyOf(error, lang),
      };
    }
  },
});

/** Among the devices that are known already, else among those in the air. */
async function findDevice(words: string, bluetooth: BluetoothDriver): Promise<readonly BluetoothDevice[]> {
  const known = pickBluetooth(words, await bluetooth.devices());
  return known.length > 0 ? known : pickBluetooth(words, await bluetooth.devices(BLUETOOTH_SCAN_MS));
}

export const bluetoothDisconnect = defineAction({
  name: "bluetooth_disconnect",
  summary: "Disconnect a Bluetooth device.",
  args: { device: maybe("text", "the device's name; left out: the one that is connected") },
  risk: "reversible",
  examples: {
    en: [
      ["disconnect my headphones", { device: "headphones" }],
      ["disconnect the bluetooth device", {}],
      ["drop the connection to the JBL speaker", { device: "JBL speaker" }],
    ],
    fr: [
      ["déconnecte mon casque", { device: "casque" }],
      ["déconnecte l'appareil bluetooth", {}],
      ["coupe la connexion avec l'enceinte JBL", { device: "enceinte JBL" }],
    ],
    zh: [
      ["断开我的耳机", { device: "耳机" }],
      ["断开蓝牙设备", {}],
      ["断开JBL音箱的连接", { device: "JBL音箱" }],
    ],
  },
  negatives: {
    en: ["turn off bluetooth", "disconnect from the wifi"],
    fr: ["coupe le bluetooth", "déconnecte-toi du wifi"],
    zh: ["关闭蓝牙", "断开WiFi"],
  },
  describe: ({ device }, lang) =>
    say(lang, {
      en: `disconnect ${device ?? "the Bluetooth device"}`,
      fr: `déconnecter ${device ?? "l'appareil Bluetooth"}`,
      zh: `断开${device ?? "蓝牙设备"}`,
    }),
  run: async ({ device }, powers) => {
    const { lang } = powers;
    const bluetooth = await powers.drivers.bluetooth();
    const connected = (await bluetooth.devices()).filter((d) => d.connected);
    const found = device === undefined ? connected : pickBluetooth(device, connected);
    if (connected.length === 0)
      return {
        kind: "failed",
        code: "NOT_FOUND",
        say: say(lang, {
          en: "No Bluetooth device is connected.",
          fr: "Aucun appareil Bluetooth n'est connecté.",
          zh: "没有已连接的蓝牙设备。",
        }),
      };
    const other = notOneDevice(found, device ?? "", lang);
    if (other) return other;
    const now = await bluetooth.disconnect(found[0]!.id);
    return {
      kind: "done",
      say: say(lang, {
        en: `${now.name} is disconnected.`,
        fr: `${now.name} est déconnecté.`,
        zh: `${now.name}已断开。`,
      }),
      data: now,
      things: [{ kind: "device", id: now.id, name: now.name }],
      undo: { id: now.id },
    };
  },
  undo: async (data, powers) => {
    const now = await (await powers.drivers.bluetooth()).connect(String(data.id));
    return {
      kind: "done",
      say: say(powers.lang, {
        en: `${now.name} is connected again.`,
        fr: `${now.name} est de nouveau connecté.`,
        zh: `${now.name}已重新连接。`,
      }),
    };
  },
});
