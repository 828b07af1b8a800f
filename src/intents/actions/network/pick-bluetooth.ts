import type { BluetoothDevice } from "../../../../devices/drivers/bluetooth/bluetooth.ts";
import { matchNames } from "../../../match-name.ts";
import type { Lang } from "../../plan.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";

/** Kinds of device as BlueZ's icons name them and as people do, for devices whose own name says nothing. */
const ICON_WORDS: Readonly<Record<string, readonly string[]>> = {
  "audio-headset": ["headset", "headphones", "earphones", "casque", "écouteurs", "耳机"],
  "audio-headphones": ["headphones", "headset", "earphones", "casque", "écouteurs", "耳机"],
  "audio-card": ["speaker", "enceinte", "haut-parleur", "音箱", "音响"],
  "input-keyboard": ["keyboard", "clavier", "键盘"],
  "input-mouse": ["mouse", "souris", "鼠标"],
  "input-gaming": ["controller", "gamepad", "manette", "手柄"],
  phone: ["phone", "téléphone", "手机"],
};

export function pickBluetooth(words: string, devices: readonly BluetoothDevice[]): readonly BluetoothDevice[] {
  const byId = devices.filter((d) => d.id === words || d.address === words);
  if (byId.length > 0) return byId;
  return matchNames(words, devices, (d) => [d.name, ...(ICON_WORDS[d.icon ?? ""] ?? [])]).map((m) => m.thing);
}

/** The answer where the words name none or several; undefined for exactly one. */
export function notOneDevice(found: readonly BluetoothDevice[], words: string, lang: Lang): Result | undefined {
  if (found.length === 1) return undefined;
  if (found.length === 0)
    return {
      kind: "failed",
      code: "NOT_FOUND",
      say: say(lang, {
        en: `I find no Bluetooth device called ${words}.`,
        fr: `Je ne trouve pas d'appareil Bluetooth « ${words} ».`,
        zh: `没有找到叫${words}的蓝牙设备。`,
      }),
      remedy: say(lang, {
        en: "put it in pairing mode and bring it near",
        fr: "mettez-le en mode association et rapprochez-le",
        zh: "让它进入配对模式并靠近一点",
      }),
    };
  return {
    kind: "choose",
    arg: "device",
    question: say(lang, { en: "Which device?", fr: "Quel appareil ?", zh: "哪个设备？" }),
    options: found.map((d) => ({ kind: "device", id: d.id, name: d.name })),
  };
}
