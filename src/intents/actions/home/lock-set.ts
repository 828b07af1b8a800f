import { arg } from "../../args.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { deviceThing, pickOne, silent } from "./pick-devices.ts";

/** Dangerous, so it never undoes itself: what was unlocked is locked by saying so, and the other way asks again. */
export const lockSet = defineAction({
  name: "lock_set",
  summary: "Lock or unlock a door.",
  args: { device: arg("text", "the door or lock"), locked: arg("bool", "true locks, false unlocks") },
  risk: "dangerous",
  examples: {
    en: [
      ["lock the front door", { device: "front door", locked: true }],
      ["unlock the back door", { device: "back door", locked: false }],
      ["lock the garage", { device: "garage", locked: true }],
    ],
    fr: [
      ["verrouille la porte d'entrée", { device: "porte d'entrée", locked: true }],
      ["déverrouille la porte de derrière", { device: "porte de derrière", locked: false }],
      ["ferme le garage à clé", { device: "garage", locked: true }],
    ],
    zh: [
      ["锁上前门", { device: "前门", locked: true }],
      ["打开后门的锁", { device: "后门", locked: false }],
      ["把车库锁上", { device: "车库", locked: true }],
    ],
  },
  negatives: {
    en: ["lock the screen", "open the garage door"],
    fr: ["verrouille l'écran", "ouvre la porte du garage"],
    zh: ["锁定屏幕", "打开车库门"],
  },
  describe: ({ device, locked }, lang) =>
    locked
      ? say(lang, { en: `lock ${device}`, fr: `verrouiller ${device}`, zh: `锁上${device}` })
      : say(lang, { en: `unlock ${device}`, fr: `déverrouiller ${device}`, zh: `打开${device}的锁` }),
  look: async ({ device }, powers) => {
    const picked = await pickOne("device", device, ["lock"], powers);
    return "otherwise" in picked ? picked.otherwise : silent(picked.devices, powers.lang);
  },
  run: async ({ device: words, locked }, powers) => {
    const { lang } = powers;
    const picked = await pickOne("device", words, ["lock"], powers);
    if ("otherwise" in picked) return picked.otherwise;
    const device = picked.devices[0]!;
    const mute = silent([device], lang);
    if (mute) return mute;
    const home = await powers.drivers.home();
    await home.act({ kind: "lock", ids: [device.id], locked }, powers.signal);
    const { name } = device;
    return {
      kind: "done",
      say: locked
        ? say(lang, { en: `${name}: locking.`, fr: `${name} : verrouillage.`, zh: `正在锁上${name}。` })
        : say(lang, { en: `${name}: unlocking.`, fr: `${name} : déverrouillage.`, zh: `正在打开${name}的锁。` }),
      data: { id: device.id, locked },
      things: [deviceThing(device)],
    };
  },
});
