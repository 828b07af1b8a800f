import type { BluetoothDevice } from "../../../devices/drivers/bluetooth/bluetooth.ts";
import type { ConnectFailure, NetworkStatus, Radios } from "../../../devices/drivers/network/network.ts";
import { ShellError } from "../../errors.ts";
import { matchNames } from "../../match-name.ts";
import { arg, maybe, maybeOneOf } from "../args.ts";
import type { Lang } from "../plan.ts";
import type { Result } from "../result.ts";
import { say } from "../say.ts";
import { sayList, sayNumber } from "../values/index.ts";
import { defineAction, defineDomain } from "./define-action.ts";

/** How long a list of Bluetooth devices listens for new ones: most answer within five seconds. */
const BLUETOOTH_SCAN_MS = 5_000;

const wifiPower = defineAction({
  name: "wifi_power",
  summary: "Turn Wi-Fi on or off.",
  args: { on: arg("bool", "true turns it on") },
  risk: "reversible",
  examples: {
    en: [
      ["turn off the wifi", { on: false }],
      ["enable wireless", { on: true }],
      ["switch Wi-Fi on", { on: true }],
    ],
    fr: [
      ["coupe le wifi", { on: false }],
      ["active le Wi-Fi", { on: true }],
      ["rallume le sans-fil", { on: true }],
    ],
    zh: [
      ["关闭无线网络", { on: false }],
      ["打开WiFi", { on: true }],
      ["把无线网打开", { on: true }],
    ],
  },
  negatives: {
    en: ["connect to the office wifi", "turn off bluetooth"],
    fr: ["connecte-toi au wifi du bureau", "coupe le bluetooth"],
    zh: ["连接办公室的WiFi", "关闭蓝牙"],
  },
  describe: ({ on }, lang) =>
    on
      ? say(lang, { en: "turn Wi-Fi on", fr: "activer le Wi-Fi", zh: "打开无线网络" })
      : say(lang, { en: "turn Wi-Fi off", fr: "couper le Wi-Fi", zh: "关闭无线网络" }),
  run: async ({ on }, powers) => {
    const network = await powers.drivers.network();
    const before = await network.wifiEnabled();
    const now = await network.setWifiEnabled(on);
    return { kind: "done", say: sayWifi(now, powers.lang), data: { on: now }, undo: { on: before } };
  },
  undo: async (data, powers) => {
    const now = await (await powers.drivers.network()).setWifiEnabled(data.on === true);
    return { kind: "done", say: sayWifi(now, powers.lang) };
  },
});

const wifiList = defineAction({
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

const wifiConnect = defineAction({
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
  run: async ({ network: wanted }, powers) => {
    const { lang } = powers;
    const network = await powers.drivers.network();
    const all = await network.wifiNetworks();
    const exact = all.filter((n) => n.ssid === wanted);
    const found = exact.length > 0 ? exact : matchNames(wanted, all, (n) => [n.ssid]).map((m) => m.thing);
    const [only, ...others] = found;
    if (!only)
      return {
        kind: "failed",
        code: "NOT_FOUND",
        say: say(lang, {
          en: `No network called ${wanted} is in reach.`,
          fr: `Aucun réseau « ${wanted} » à portée.`,
          zh: `附近没有叫${wanted}的网络。`,
        }),
      };
    if (others.length > 0)
      return {
        kind: "choose",
        arg: "network",
        question: say(lang, { en: "Which network?", fr: "Quel réseau ?", zh: "哪个网络？" }),
        options: found.map((n) => ({ kind: "network", id: n.ssid, name: n.ssid })),
      };
    if (!only.active) {
      try {
        await network.connectWifi(only.ssid);
      } catch (error) {
        const reason = error instanceof ShellError ? (error.details.reason as ConnectFailure | undefined) : undefined;
        if (!(error instanceof ShellError) || reason === undefined) throw error;
        return {
          kind: "failed",
          code: error.code,
          say: sayConnectFailure(only.ssid, reason, lang),
          ...(error.remedy ? { remedy: error.remedy } : {}),
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

const networkStatus = defineAction({
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

const bluetoothPower = defineAction({
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

const bluetoothList = defineAction({
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

const bluetoothConnect = defineAction({
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
  run: async ({ device }, powers) => {
    const { lang } = powers;
    const bluetooth = await powers.drivers.bluetooth();
    if (!(await bluetooth.powered())) await bluetooth.setPowered(true);
    const known = pick(device, await bluetooth.devices());
    const found = known.length > 0 ? known : pick(device, await bluetooth.devices(BLUETOOTH_SCAN_MS));
    const other = notOne(found, device, lang);
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
        remedy: error.remedy ?? error.message,
      };
    }
  },
});

const bluetoothDisconnect = defineAction({
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
    const found = device === undefined ? connected : pick(device, connected);
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
    const other = notOne(found, device ?? "", lang);
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

const airplaneMode = defineAction({
  name: "airplane_mode",
  summary: "Turn all radios off, or on again.",
  args: { on: arg("bool", "true turns all radios off") },
  risk: "reversible",
  examples: {
    en: [
      ["turn on airplane mode", { on: true }],
      ["disable flight mode", { on: false }],
      ["airplane mode please", { on: true }],
    ],
    fr: [
      ["active le mode avion", { on: true }],
      ["désactive le mode avion", { on: false }],
      ["mets-toi en mode avion", { on: true }],
    ],
    zh: [
      ["打开飞行模式", { on: true }],
      ["关闭飞行模式", { on: false }],
      ["开启飞行模式", { on: true }],
    ],
  },
  negatives: {
    en: ["turn off the wifi", "when does my plane leave"],
    fr: ["coupe le wifi", "à quelle heure part mon avion"],
    zh: ["关闭无线网络", "我的飞机几点起飞"],
  },
  describe: ({ on }, lang) =>
    on
      ? say(lang, { en: "turn airplane mode on", fr: "activer le mode avion", zh: "打开飞行模式" })
      : say(lang, { en: "turn airplane mode off", fr: "désactiver le mode avion", zh: "关闭飞行模式" }),
  run: async ({ on }, powers) => {
    const network = await powers.drivers.network();
    const before = await network.radios();
    const now = await network.setRadios({ wifi: !on, mobile: !on, bluetooth: !on });
    const bluetooth = now.bluetooth !== undefined && { bluetooth: on };
    return { kind: "done", say: sayAirplane(on, now, powers.lang), data: now, undo: { ...before, ...bluetooth } };
  },
  undo: async (data, powers) => {
    const network = await powers.drivers.network();
    const wanted: Radios = {
      wifi: data.wifi === true,
      mobile: data.mobile === true,
      ...(typeof data.bluetooth === "boolean" ? { bluetooth: data.bluetooth } : {}),
    };
    const now = await network.setRadios(wanted);
    return { kind: "done", say: sayAirplane(!now.wifi && !now.mobile, now, powers.lang) };
  },
});

export const networkActions = defineDomain("network", [
  wifiPower,
  wifiList,
  wifiConnect,
  networkStatus,
  bluetoothPower,
  bluetoothList,
  bluetoothConnect,
  bluetoothDisconnect,
  airplaneMode,
]);

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

function pick(words: string, devices: readonly BluetoothDevice[]): readonly BluetoothDevice[] {
  const byId = devices.filter((d) => d.id === words || d.address === words);
  if (byId.length > 0) return byId;
  return matchNames(words, devices, (d) => [d.name, ...(ICON_WORDS[d.icon ?? ""] ?? [])]).map((m) => m.thing);
}

/** The answer where the words name none or several; undefined for exactly one. */
function notOne(found: readonly BluetoothDevice[], words: string, lang: Lang): Result | undefined {
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

function sayWifi(on: boolean, lang: Lang): string {
  return on
    ? say(lang, { en: "Wi-Fi is on.", fr: "Le Wi-Fi est activé.", zh: "无线网络已打开。" })
    : say(lang, { en: "Wi-Fi is off.", fr: "Le Wi-Fi est coupé.", zh: "无线网络已关闭。" });
}

function sayBluetooth(on: boolean, lang: Lang): string {
  return on
    ? say(lang, { en: "Bluetooth is on.", fr: "Le Bluetooth est activé.", zh: "蓝牙已打开。" })
    : say(lang, { en: "Bluetooth is off.", fr: "Le Bluetooth est coupé.", zh: "蓝牙已关闭。" });
}

function sayAirplane(on: boolean, { bluetooth }: Radios, lang: Lang): string {
  if (!on)
    return say(lang, { en: "Airplane mode is off.", fr: "Le mode avion est désactivé.", zh: "飞行模式已关闭。" });
  if (bluetooth === undefined)
    return say(lang, {
      en: "Wi-Fi and mobile data are off; Bluetooth could not be switched from here.",
      fr: "Le Wi-Fi et les données mobiles sont coupés ; le Bluetooth n'a pas pu l'être d'ici.",
      zh: "无线网络和移动数据已关闭；蓝牙无法在这里关闭。",
    });
  return say(lang, { en: "Airplane mode is on.", fr: "Le mode avion est activé.", zh: "飞行模式已打开。" });
}
