import { say } from "../../say.ts";
import { sayList } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";

export const wifiList = defineAction({
  name: "wifi_list",
  summary: "List the Wi-Fi networks in the air.",
  args: {},
  risk: "read",
  examples: {
    en: [
      ["which wifi networks are there", {}],
      ["scan for wifi", {}],
      ["list the wireless networks", {}],
    ],
    fr: [
      ["quels réseaux wifi y a-t-il", {}],
      ["cherche les réseaux wifi", {}],
      ["liste les réseaux sans fil", {}],
    ],
    zh: [
      ["有哪些WiFi", {}],
      ["搜索无线网络", {}],
      ["列出附近的无线网", {}],
    ],
  },
  negatives: {
    en: ["which wifi am I on", "connect to the wifi"],
    fr: ["je suis sur quel wifi", "connecte-toi au wifi"],
    zh: ["我连的是哪个WiFi", "连接WiFi"],
  },
  describe: (_, lang) =>
    say(lang, { en: "list the Wi-Fi networks", fr: "lister les réseaux Wi-Fi", zh: "列出无线网络" }),
  run: async (_, powers) => {
    const { lang } = powers;
    const networks = await (await powers.drivers.network()).wifiNetworks();
    if (networks.length === 0)
      return {
        kind: "done",
        say: say(lang, {
          en: "No Wi-Fi network is in reach.",
          fr: "Aucun réseau Wi-Fi à portée.",
          zh: "附近没有无线网络。",
        }),
        data: [],
      };
    const names = sayList(
      networks.slice(0, 4).map((n) => n.ssid),
      lang,
    );
    return {
      kind: "done",
      say: say(lang, {
        en: `There ${networks.length === 1 ? "is" : "are"} ${networks.length}; the strongest: ${names}.`,
        fr: `Il y en a ${networks.length} ; les plus forts : ${names}.`,
        zh: `共有${networks.length}个，信号最强的是${names}。`,
      }),
      show: networks.map((n) => `${n.ssid} ${n.strength} %${n.secured ? " 🔒" : ""}${n.active ? " ✓" : ""}`),
      data: networks,
      things: networks.slice(0, 10).map((n) => ({ kind: "network", id: n.ssid, name: n.ssid })),
    };
  },
});
