import { MONTH_NAMES } from "../../../intents/values/say/day-names.ts";
import type { SpokenWords } from "./spoken-words.ts";

const MONTHS = MONTH_NAMES.en;
const CURRENCIES: Readonly<Record<string, readonly [string, string]>> = {
  "€": ["euro", "euros"],
  $: ["dollar", "dollars"],
  "£": ["pound", "pounds"],
  "¥": ["yuan", "yuan"],
};

export const ENGLISH: SpokenWords = {
  time(hour, minute, half) {
    const end = half === undefined ? "" : half === "am" ? " A M" : " P M";
    if (minute > 0) return `${hour} ${minute < 10 ? `oh ${minute}` : minute}${end}`;
    if (end !== "") return `${hour}${end}`;
    return hour === 0 || hour === 24 ? "midnight" : hour <= 12 ? `${hour} o'clock` : `${hour} hundred hours`;
  },
  elapsed: (hours, minutes, seconds) =>
    [counted(hours, "hour"), counted(minutes, "minute"), counted(seconds, "second")].filter(Boolean).join(" ") ||
    "0 seconds",
  date: (year, month, day) => `${MONTHS[month - 1]} ${ordinal(day)} ${year}`,
  dayOfMonth: {
    pattern: new RegExp(`\\b(\\d{1,2}) (${MONTHS.join("|")})\\b`, "g"),
    say: (day, month) => `${month} ${ordinal(Number(day))}`,
  },
  percent: (amount) => `${amount} percent`,
  units: {
    "°C": ["degree Celsius", "degrees Celsius"],
    "°F": ["degree Fahrenheit", "degrees Fahrenheit"],
    "°": ["degree", "degrees"],
    "km/h": ["kilometre per hour", "kilometres per hour"],
    "m/s": ["metre per second", "metres per second"],
    mph: ["mile per hour", "miles per hour"],
    km: ["kilometre", "kilometres"],
    cm: ["centimetre", "centimetres"],
    mm: ["millimetre", "millimetres"],
    m: ["metre", "metres"],
    mi: ["mile", "miles"],
    ft: ["foot", "feet"],
    kg: ["kilogram", "kilograms"],
    mg: ["milligram", "milligrams"],
    g: ["gram", "grams"],
    lb: ["pound", "pounds"],
    oz: ["ounce", "ounces"],
    l: ["litre", "litres"],
    L: ["litre", "litres"],
    cl: ["centilitre", "centilitres"],
    ml: ["millilitre", "millilitres"],
    ms: ["millisecond", "milliseconds"],
    s: ["second", "seconds"],
    min: ["minute", "minutes"],
    h: ["hour", "hours"],
    TB: ["terabyte", "terabytes"],
    GB: ["gigabyte", "gigabytes"],
    MB: ["megabyte", "megabytes"],
    kB: ["kilobyte", "kilobytes"],
    KB: ["kilobyte", "kilobytes"],
    GiB: ["gibibyte", "gibibytes"],
    MiB: ["mebibyte", "mebibytes"],
    KiB: ["kibibyte", "kibibytes"],
    GHz: ["gigahertz", "gigahertz"],
    MHz: ["megahertz", "megahertz"],
    kHz: ["kilohertz", "kilohertz"],
    Hz: ["hertz", "hertz"],
    kW: ["kilowatt", "kilowatts"],
    kWh: ["kilowatt hour", "kilowatt hours"],
    W: ["watt", "watts"],
    V: ["volt", "volts"],
    dB: ["decibel", "decibels"],
    hPa: ["hectopascal", "hectopascals"],
    px: ["pixel", "pixels"],
  },
  isMany: (amount) => amount !== 1,
  measure: (amount, unit) => `${amount} ${unit}`,
  money(amount, sign) {
    const [one, many] = CURRENCIES[sign]!;
    const [whole, cents] = amount.split(".");
    const name = whole === "1" ? one : many;
    return cents === undefined || Number(cents) === 0 ? `${whole} ${name}` : `${whole} ${many} ${cents.padEnd(2, "0")}`;
  },
  minus: "minus",
  to: "to",
  about: "about",
  number: "number",
  dot: "dot",
  at: "at",
  signs: {
    "+": "plus",
    "×": "times",
    "÷": "divided by",
    "=": "equals",
    "&": "and",
    "→": "to",
    "<": "less than",
    ">": "more than",
    "≈": "about",
  },
  thousands: /(?<=\d),(?=\d{3}(?!\d))/g,
  decimal: ".",
};

function counted(n: number, word: string): string {
  return n === 0 ? "" : `${n} ${word}${n === 1 ? "" : "s"}`;
}

function ordinal(n: number): string {
  const end = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${end}`;
}
