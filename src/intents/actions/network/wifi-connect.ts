import type { ConnectFailure, WifiNetwork } from "../../../../devices/drivers/network/network.ts";
import { ShellError } from "../../../errors.ts";
import { matchNames } from "../../../match-name.ts";
import { remedyOf } from "../../../reasons/reason.ts";
import { arg } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import type { Powers } from "../../powers.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";

export const wifiConnect = defineAction({
  name: "wifi_connect",
  summary: "Join a Wi-Fi network that is open or known.",
  args: { network: arg("text", "the network's name") },
  risk: "external",
  examples: {
    en: [
      ["connect to the wifi Livebox", { network: "Livebox" }],
      ["join the network CoffeeShop", { network: "CoffeeShop" }],
      ["switch to the office wifi", { network: "office" }],
    ],
    fr: [
      ["connecte-toi au wifi Livebox", { network: "Livebox" }],
      ["rejoins le réseau CoffeeShop", { network: "CoffeeShop" }],
      ["passe sur le wifi bureau", { network: "bureau" }],
    ],
    zh: [
      ["连接Livebox无线网", { network: "Livebox" }],
      ["加入网络CoffeeShop", { network: "CoffeeShop" }],
      ["连上办公室的WiFi", { network: "办公室" }],
    ],
  },
  negatives: {
    en: ["connect my headphones", "which wifi networks are there"],
    fr: ["connecte mon casque", "quels réseaux wifi y a-t-il"],
    zh: ["连接我的耳机", "有哪些WiFi"],
  },
  describe: ({ network }, lang) =>
    say(lang, { en: `join the Wi-Fi ${network}`, fr: `rejoindre le Wi-Fi ${network}`, zh: `连接无线网络${network}` }),
  look: async ({ network }, powers) => {
    const found = await findNetwork(network, powers);
    return "otherwise" in found ? found.otherwise : undefined;
  },
  run: async ({ network: wanted }, powers) => {
    const { lang } = powers;
    const found = await findNetwork(wanted, powers);
    if ("otherwise" in found) return found.otherwise;
    const only = found.network;
    if (!only.active) {
      try {
        await (await powers.drivers.network()).connectWifi(only.ssid);
      } catch (error) {
        const reason = error instanceof ShellError ? (error.details.reason as ConnectFailure | undefined) : undefined;
        if (!(error instanceof ShellError) || reason === undefined) throw error;
        return {
          kind: "failed",
          code: error.code,
          say: sayConnectFailure(only.ssid, reason, lang),
          ...remedyOf(error, lang),
        };
      }
    }
    return {
      kind: "done",
      say: say(lang, {
        en: `Connected to ${only.ssid}.`,
        fr: `Connecté à ${only.ssid}.`,
        zh: `已连接${only.ssid}。`,
      }),
      data: { ssid: only.ssid },
      things: [{ kind: "network", id: only.ssid, name: only.ssid }],
    };
  },
});

/** The one network in reach that the words name; several that fit are asked about. */
async function findNetwork(
  wanted: string,
  powers: Powers,
): Promise<{ readonly network: WifiNetwork } | { readonly otherwise: Result }> {
  const { lang } = powers;
  const all = await (await powers.drivers.network()).wifiNetworks();
  const exact = all.filter((n) => n.ssid === wanted);
  const found = exact.length > 0 ? exact : matchNames(wanted, all, (n) => [n.ssid]).map((m) => m.thing);
  const [only, ...others] = found;
  if (!only) {
    const text = {
      en: `No network called ${wanted} is in reach.`,
      fr: `Aucun réseau « ${wanted} » à portée.`,
      zh: `附近没有叫${wanted}的网络。`,
    };
    return { otherwise: { kind: "failed", code: "NOT_FOUND", say: say(lang, text) } };
  }
  if (others.length === 0) return { network: only };
  return {
    otherwise: {
      kind: "choose",
      arg: "network",
      question: say(lang, { en: "Which network?", fr: "Quel réseau ?", zh: "哪个网络？" }),
      options: found.map((n) => ({ kind: "network", id: n.ssid, name: n.ssid })),
    },
  };
}

function sayConnectFailure(ssid: string, reason: ConnectFailure, lang: Lang): string {
  const sentences: Readonly<Record<ConnectFailure, string>> = {
    "key-needed": say(lang, {
      en: `${ssid} needs a password that is not saved here.`,
      fr: `${ssid} demande un mot de passe qui n'est pas enregistré ici.`,
      zh: `${ssid}需要密码，这里没有保存。`,
    }),
    "key-wrong": say(lang, {
      en: `${ssid} does not accept the saved password.`,
      fr: `${ssid} refuse le mot de passe enregistré.`,
      zh: `${ssid}不接受已保存的密码。`,
    }),
    gone: say(lang, {
      en: `${ssid} is no longer in reach.`,
      fr: `${ssid} n'est plus à portée.`,
      zh: `${ssid}已不在范围内。`,
    }),
    "no-address": say(lang, {
      en: `${ssid} gave no address.`,
      fr: `${ssid} n'a pas donné d'adresse.`,
      zh: `${ssid}没有分配地址。`,
    }),
    timeout: say(lang, {
      en: `${ssid} did not answer in time.`,
      fr: `${ssid} n'a pas répondu à temps.`,
      zh: `${ssid}没有及时响应。`,
    }),
    other: say(lang, {
      en: `The connection to ${ssid} failed.`,
      fr: `La connexion à ${ssid} a échoué.`,
      zh: `连接${ssid}失败。`,
    }),
  };
  return sentences[reason];
}
