import type { Reason } from "./reason.ts";

const CONNECT_AGAIN = 'nmcli --ask device wifi connect "{ssid}"';

/** Why a network, a device on it or the home is not reached. */
export const NETWORK_REASONS = {
  "bluetooth.no-service": {
    code: "BACKEND_MISSING",
    why: {
      en: "Bluetooth's service (BlueZ) does not run here",
      fr: "le service Bluetooth (BlueZ) ne tourne pas ici",
      zh: "蓝牙服务（BlueZ）没有运行",
    },
    remedy: "sudo apt install bluez",
  },
  "bluetooth.no-adapter": {
    code: "BACKEND_MISSING",
    why: {
      en: "this machine has no Bluetooth adapter",
      fr: "cette machine n'a pas d'adaptateur Bluetooth",
      zh: "这台机器没有蓝牙适配器",
    },
    remedy: {
      en: "plug in a Bluetooth adapter; bluetoothctl list shows those that work",
      fr: "branchez un adaptateur Bluetooth ; bluetoothctl list montre ceux qui marchent",
      zh: "插入蓝牙适配器；bluetoothctl list 会列出可用的",
    },
  },
  "bluetooth.no-switch": {
    code: "BACKEND_FAILED",
    why: {
      en: "the adapter does not switch: {line}",
      fr: "l'adaptateur ne change pas d'état : {line}",
      zh: "适配器无法切换：{line}",
    },
    remedy: "rfkill unblock bluetooth",
  },
  "bluetooth.no-answer": {
    code: "BACKEND_FAILED",
    why: {
      en: "{method} did not work: {line}",
      fr: "{method} n'a pas marché : {line}",
      zh: "{method} 没有成功：{line}",
    },
    remedy: {
      en: "switch the device on, put it in pairing mode and bring it near",
      fr: "allumez l'appareil, mettez-le en mode association et approchez-le",
      zh: "打开设备，进入配对模式并靠近",
    },
  },
  "network.no-manager": {
    code: "BACKEND_MISSING",
    why: {
      en: "NetworkManager does not run here",
      fr: "NetworkManager ne tourne pas ici",
      zh: "NetworkManager 没有运行",
    },
    remedy: "{command}",
  },
  "network.no-wifi": {
    code: "BACKEND_MISSING",
    why: {
      en: "this machine has no Wi-Fi device",
      fr: "cette machine n'a pas de carte Wi-Fi",
      zh: "这台机器没有 Wi-Fi 设备",
    },
    remedy: "nmcli device",
  },
  "network.wifi-blocked": {
    code: "BACKEND_FAILED",
    why: {
      en: "Wi-Fi is off by its hardware switch",
      fr: "le Wi-Fi est coupé par son interrupteur matériel",
      zh: "Wi-Fi 被硬件开关关闭了",
    },
    remedy: {
      en: "move the switch, or: rfkill unblock wifi",
      fr: "basculez l'interrupteur, ou : rfkill unblock wifi",
      zh: "拨动开关，或：rfkill unblock wifi",
    },
  },
  "network.wifi-stuck": {
    code: "BACKEND_FAILED",
    why: { en: "Wi-Fi did not switch", fr: "le Wi-Fi n'a pas changé d'état", zh: "Wi-Fi 没有切换" },
  },
  "wifi.key-needed": {
    code: "BACKEND_FAILED",
    why: {
      en: "cannot connect to “{ssid}”: it needs a password",
      fr: "pas de connexion à « {ssid} » : il faut un mot de passe",
      zh: "无法连接“{ssid}”：需要密码",
    },
    remedy: CONNECT_AGAIN,
  },
  "wifi.key-wrong": {
    code: "BACKEND_FAILED",
    why: {
      en: "cannot connect to “{ssid}”: the password is wrong",
      fr: "pas de connexion à « {ssid} » : le mot de passe est faux",
      zh: "无法连接“{ssid}”：密码不对",
    },
    remedy: CONNECT_AGAIN,
  },
  "wifi.gone": {
    code: "BACKEND_FAILED",
    why: {
      en: "cannot connect to “{ssid}”: it is not in reach",
      fr: "pas de connexion à « {ssid} » : il est hors de portée",
      zh: "无法连接“{ssid}”：不在信号范围内",
    },
    remedy: {
      en: "go nearer, or: nmcli device wifi list",
      fr: "rapprochez-vous, ou : nmcli device wifi list",
      zh: "靠近一些，或：nmcli device wifi list",
    },
  },
  "wifi.no-address": {
    code: "BACKEND_FAILED",
    why: {
      en: "cannot connect to “{ssid}”: it gives no address",
      fr: "pas de connexion à « {ssid} » : il ne donne pas d'adresse",
      zh: "无法连接“{ssid}”：没有分配地址",
    },
    remedy: {
      en: "restart the access point, or: nmcli device show",
      fr: "redémarrez la borne, ou : nmcli device show",
      zh: "重启接入点，或：nmcli device show",
    },
  },
  "wifi.timeout": {
    code: "BACKEND_FAILED",
    why: {
      en: "cannot connect to “{ssid}”: it took too long",
      fr: "pas de connexion à « {ssid} » : c'était trop long",
      zh: "无法连接“{ssid}”：用时太长",
    },
    remedy: "nmcli device status",
  },
  "wifi.other": {
    code: "BACKEND_FAILED",
    why: {
      en: "cannot connect to “{ssid}” (NetworkManager's reason {number})",
      fr: "pas de connexion à « {ssid} » (raison {number} de NetworkManager)",
      zh: "无法连接“{ssid}”（NetworkManager 原因 {number}）",
    },
    remedy: "journalctl -u NetworkManager",
  },
  "home.none": {
    code: "BACKEND_MISSING",
    why: { en: "no home is connected", fr: "aucune maison n'est connectée", zh: "没有连接智能家居" },
    remedy: {
      en: "set url and token_file under [home] in config.toml (a Home Assistant and its long-lived access token)",
      fr: "définissez url et token_file sous [home] dans config.toml (un Home Assistant et son jeton d'accès)",
      zh: "在 config.toml 的 [home] 下设置 url 和 token_file（Home Assistant 及其长期访问令牌）",
    },
  },
  "home.no-address": {
    code: "CONFIG_INVALID",
    why: {
      en: "[home] url = {url} is no web address",
      fr: "[home] url = {url} n'est pas une adresse web",
      zh: "[home] url = {url} 不是网址",
    },
    remedy: {
      en: 'write it as "http://homeassistant.local:8123"',
      fr: 'écrivez-la comme "http://homeassistant.local:8123"',
      zh: '写成 "http://homeassistant.local:8123"',
    },
  },
  "home.no-token": {
    code: "CONFIG_INVALID",
    why: {
      en: "[home] token_file {file} cannot be read",
      fr: "[home] token_file {file} est illisible",
      zh: "无法读取 [home] token_file {file}",
    },
    remedy: {
      en: "write the access token into {file}, then: chmod 600 {file}",
      fr: "écrivez le jeton d'accès dans {file}, puis : chmod 600 {file}",
      zh: "把访问令牌写入 {file}，然后：chmod 600 {file}",
    },
  },
  "home.slow": {
    code: "TIMEOUT",
    why: {
      en: "Home Assistant at {host} did not answer within {ms} ms",
      fr: "Home Assistant à {host} n'a pas répondu en {ms} ms",
      zh: "{host} 的 Home Assistant 在 {ms} 毫秒内没有响应",
    },
    remedy: {
      en: "check that it runs, and [home] url in config.toml",
      fr: "vérifiez qu'il tourne, et [home] url dans config.toml",
      zh: "检查它是否在运行，以及 config.toml 中的 [home] url",
    },
  },
  "home.unreachable": {
    code: "BACKEND_FAILED",
    why: {
      en: "Home Assistant at {host} cannot be reached",
      fr: "Home Assistant à {host} est injoignable",
      zh: "连不上 {host} 的 Home Assistant",
    },
    remedy: {
      en: "check that it runs, and [home] url in config.toml",
      fr: "vérifiez qu'il tourne, et [home] url dans config.toml",
      zh: "检查它是否在运行，以及 config.toml 中的 [home] url",
    },
  },
  "home.denied": {
    code: "PERMISSION_DENIED",
    why: {
      en: "Home Assistant does not take the access token",
      fr: "Home Assistant refuse le jeton d'accès",
      zh: "Home Assistant 不接受访问令牌",
    },
    remedy: {
      en: "make a new long-lived access token and write it into [home] token_file",
      fr: "créez un nouveau jeton d'accès et écrivez-le dans [home] token_file",
      zh: "新建长期访问令牌并写入 [home] token_file",
    },
  },
  "home.failed": {
    code: "BACKEND_FAILED",
    why: {
      en: "Home Assistant answered {status}{text}",
      fr: "Home Assistant a répondu {status}{text}",
      zh: "Home Assistant 返回 {status}{text}",
    },
  },
} as const satisfies Record<string, Reason>;
