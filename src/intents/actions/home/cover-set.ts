import { arg } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";
import { sayPercent } from "../say-percent.ts";
import { deviceThing, pickOne, silent } from "./pick-devices.ts";

export const coverSet = defineAction({
  name: "cover_set",
  summary: "Open or close blinds, curtains, shutters or a garage door.",
  args: { device: arg("text", "what to move"), position: arg("percent", "100 open, 0 closed") },
  risk: "reversible",
  examples: {
    en: [
      ["open the blinds halfway", { device: "blinds", position: 50 }],
      ["close the curtains", { device: "curtains", position: 0 }],
      ["open the garage door", { device: "garage door", position: 100 }],
    ],
    fr: [
      ["ouvre les stores à moitié", { device: "stores", position: 50 }],
      ["ferme les rideaux", { device: "rideaux", position: 0 }],
      ["ouvre la porte du garage", { device: "porte du garage", position: 100 }],
    ],
    zh: [
      ["把百叶窗打开一半", { device: "百叶窗", position: 50 }],
      ["拉上窗帘", { device: "窗帘", position: 0 }],
      ["打开车库门", { device: "车库门", position: 100 }],
    ],
  },
  negatives: {
    en: ["open Firefox", "lock the front door"],
    fr: ["ouvre Firefox", "verrouille la porte d'entrée"],
    zh: ["打开火狐", "锁上前门"],
  },
  describe: ({ device, position }, lang) => sayCover(device, position, lang, "describe"),
  run: async ({ device: words, position }, powers) => {
    const picked = await pickOne("device", words, ["cover"], powers);
    if ("otherwise" in picked) return picked.otherwise;
    const device = picked.devices[0]!;
    const mute = silent([device], powers.lang);
    if (mute) return mute;
    const home = await powers.drivers.home();
    await home.act({ kind: "cover", ids: [device.id], positionPercent: position }, powers.signal);
    const before = device.state.positionPercent;
    return {
      kind: "done",
      say: sayCover(device.name, position, powers.lang, "done"),
      data: { id: device.id, position },
      things: [deviceThing(device)],
      ...(before === undefined ? {} : { undo: { id: device.id, name: device.name, position: before } }),
    };
  },
  undo: async (data, powers) => {
    const home = await powers.drivers.home();
    const position = Number(data.position);
    await home.act({ kind: "cover", ids: [String(data.id)], positionPercent: position }, powers.signal);
    return { kind: "done", say: sayCover(String(data.name), position, powers.lang, "done") };
  },
});

function sayCover(name: string, position: number, lang: Lang, as: "describe" | "done"): string {
  const at = sayPercent(position, lang);
  if (as === "describe") {
    if (position >= 100) return say(lang, { en: `open ${name}`, fr: `ouvrir ${name}`, zh: `打开${name}` });
    if (position <= 0) return say(lang, { en: `close ${name}`, fr: `fermer ${name}`, zh: `关上${name}` });
    return say(lang, { en: `open ${name} to ${at}`, fr: `ouvrir ${name} à ${at}`, zh: `把${name}打开到${at}` });
  }
  if (position >= 100)
    return say(lang, { en: `${name}: opening.`, fr: `${name} : ouverture.`, zh: `${name}正在打开。` });
  if (position <= 0) return say(lang, { en: `${name}: closing.`, fr: `${name} : fermeture.`, zh: `${name}正在关闭。` });
  return say(lang, { en: `${name}: going to ${at}.`, fr: `${name} : à ${at}.`, zh: `${name}正在调到${at}。` });
}
