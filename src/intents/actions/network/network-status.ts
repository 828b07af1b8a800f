import type { NetworkStatus } from "../../../../devices/drivers/network/network.ts";
import { maybeOneOf } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";
import { sayNumber } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";

export const networkStatus = defineAction({
  name: "network_status",
  summary: "Say how the machine is connected.",
  args: { what: maybeOneOf(["all", "ip", "ssid", "speed", "online"], "which of it") },
  risk: "read",
  examples: {
    en: [
      ["what's my IP address", { what: "ip" }],
      ["which wifi am I on", { what: "ssid" }],
      ["am I online", { what: "online" }],
      ["network status", {}],
    ],
    fr: [
      ["quelle est mon adresse IP", { what: "ip" }],
      ["je suis sur quel wifi", { what: "ssid" }],
      ["est-ce que je suis en ligne", { what: "online" }],
      ["état du réseau", {}],
    ],
    zh: [
      ["我的IP地址是多少", { what: "ip" }],
      ["我连的是哪个WiFi", { what: "ssid" }],
      ["联网了吗", { what: "online" }],
      ["网络状态", {}],
    ],
  },
  negatives: {
    en: ["turn on the wifi", "how is the system doing"],
    fr: ["active le wifi", "comment va le système"],
    zh: ["打开无线网络", "系统状态怎么样"],
  },
  describe: (_, lang) => say(lang, { en: "look at the network", fr: "regarder l'état du réseau", zh: "查看网络状态" }),
  run: async ({ what = "all" }, powers) => {
    const status = await (await powers.drivers.network()).status();
    const lines = statusLines(status, powers.lang);
    const all = [lines.online, ...(status.online === "none" ? [] : [lines.ssid, lines.ip])];
    const words = what === "all" ? all.join(powers.lang === "zh" ? "" : " ") : lines[what];
    return { kind: "done", say: words, data: status };
  },
});

function statusLines(status: NetworkStatus, lang: Lang): Readonly<Record<"online" | "ssid" | "ip" | "speed", string>> {
  const { ip, ssid, kind, linkMbps } = status;
  const online = {
    full: say(lang, { en: "You are online.", fr: "Vous êtes en ligne.", zh: "已联网。" }),
    portal: say(lang, {
      en: "This network wants you to log in on its page first.",
      fr: "Ce réseau demande d'abord de s'identifier sur sa page.",
      zh: "这个网络需要先在网页上登录。",
    }),
    local: say(lang, {
      en: "You are connected to a network; whether the Internet answers is not known.",
      fr: "Vous êtes connecté à un réseau, sans savoir si Internet répond.",
      zh: "已连接到网络，但不确定能否上网。",
    }),
    none: say(lang, { en: "You are offline.", fr: "Vous êtes hors ligne.", zh: "没有联网。" }),
  }[status.online];
  const byCable =
    kind === "ethernet" &&
    say(lang, { en: "You are connected by cable.", fr: "Vous êtes connecté par câble.", zh: "通过网线连接。" });
  return {
    online,
    ssid: ssid
      ? say(lang, {
          en: `You are on the Wi-Fi ${ssid}.`,
          fr: `Vous êtes sur le Wi-Fi ${ssid}.`,
          zh: `已连接无线网络${ssid}。`,
        })
      : byCable ||
        say(lang, { en: "You are on no Wi-Fi.", fr: "Vous n'êtes sur aucun Wi-Fi.", zh: "没有连接无线网络。" }),
    ip: ip
      ? say(lang, { en: `Your address is ${ip}.`, fr: `Votre adresse est ${ip}.`, zh: `您的地址是${ip}。` })
      : say(lang, { en: "You have no address.", fr: "Vous n'avez pas d'adresse.", zh: "没有地址。" }),
    speed: linkMbps
      ? say(lang, {
          en: `The link runs at ${sayNumber(linkMbps, "en")} megabits per second.`,
          fr: `La liaison est à ${sayNumber(linkMbps, "fr")} mégabits par seconde.`,
          zh: `链路速率每秒${sayNumber(linkMbps, "zh")}兆比特。`,
        })
      : say(lang, {
          en: "The link does not tell its speed.",
          fr: "La liaison ne donne pas sa vitesse.",
          zh: "无法得知链路速率。",
        }),
  };
}
