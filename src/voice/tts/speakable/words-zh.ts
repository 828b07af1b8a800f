import type { SpokenWords } from "./spoken-words.ts";

const CURRENCIES: Readonly<Record<string, string>> = { "€": "欧元", $: "美元", "£": "英镑", "¥": "元" };
const same = (name: string) => [name, name] as const;

export const CHINESE: SpokenWords = {
  time(hour, minute, half) {
    const part = half === undefined ? "" : half === "am" ? "上午" : "下午";
    return `${part}${clockNumber(hour)}点${minute === 0 ? "" : `${minute < 10 ? "零" : ""}${minute}分`}`;
  },
  elapsed: (hours, minutes, seconds) =>
    `${hours ? `${hours}小时` : ""}${minutes ? `${minutes}分` : ""}${seconds ? `${seconds}秒` : ""}` || "0秒",
  date: (year, month, day) => `${digits(String(year))}年${month}月${day}日`,
  percent: (amount) => `百分之${amount}`,
  units: {
    "°C": same("摄氏度"),
    "°F": same("华氏度"),
    "°": same("度"),
    "km/h": same("公里每小时"),
    "m/s": same("米每秒"),
    mph: same("英里每小时"),
    km: same("公里"),
    cm: same("厘米"),
    mm: same("毫米"),
    m: same("米"),
    mi: same("英里"),
    ft: same("英尺"),
    kg: same("公斤"),
    mg: same("毫克"),
    g: same("克"),
    lb: same("磅"),
    oz: same("盎司"),
    l: same("升"),
    L: same("升"),
    cl: same("厘升"),
    ml: same("毫升"),
    ms: same("毫秒"),
    s: same("秒"),
    min: same("分钟"),
    h: same("小时"),
    TB: same("太字节"),
    GB: same("吉字节"),
    MB: same("兆字节"),
    kB: same("千字节"),
    KB: same("千字节"),
    GHz: same("吉赫"),
    MHz: same("兆赫"),
    kHz: same("千赫"),
    Hz: same("赫兹"),
    kW: same("千瓦"),
    kWh: same("千瓦时"),
    W: same("瓦"),
    V: same("伏"),
    dB: same("分贝"),
    hPa: same("百帕"),
    px: same("像素"),
  },
  isMany: () => false,
  measure: (amount, unit) => `${amount}${unit}`,
  money(amount, sign) {
    return `${amount}${CURRENCIES[sign]!}`;
  },
  minus: "负",
  to: "到",
  about: "大约",
  number: "第",
  dot: "点",
  at: "在",
  signs: {
    "+": "加",
    "×": "乘以",
    "÷": "除以",
    "=": "等于",
    "&": "和",
    "→": "到",
    "<": "小于",
    ">": "大于",
    "≈": "约等于",
  },
  thousands: /(?<=\d)[,，](?=\d{3}(?!\d))/g,
  decimal: ".",
};

/** Two o'clock is 两点, not 二点. */
function clockNumber(hour: number): string {
  return hour === 2 ? "两" : hour === 0 ? "零" : String(hour);
}

/** Years are read digit by digit. */
function digits(number: string): string {
  return [...number].map((digit) => "零一二三四五六七八九"[Number(digit)]).join("");
}
