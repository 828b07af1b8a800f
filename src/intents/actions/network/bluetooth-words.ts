import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";

/** How long a list of Bluetooth devices listens for new ones: most answer within five seconds. */
export const BLUETOOTH_SCAN_MS = 5_000;

export function sayBluetooth(on: boolean, lang: Lang): string {
  return on
    ? say(lang, { en: "Bluetooth is on.", fr: "Le Bluetooth est activé.", zh: "蓝牙已打开。" })
    : say(lang, { en: "Bluetooth is off.", fr: "Le Bluetooth est coupé.", zh: "蓝牙已关闭。" });
}
