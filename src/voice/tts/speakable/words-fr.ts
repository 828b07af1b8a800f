import { MONTH_NAMES } from "../../../intents/values/say/day-names.ts";
import type { SpokenWords } from "./spoken-words.ts";

const MONTHS = MONTH_NAMES.fr;
const CURRENCIES: Readonly<Record<string, readonly [string, string]>> = {
  "€": ["euro", "euros"],
  $: ["dollar", "dollars"],
  "£": ["livre", "livres"],
  "¥": ["yuan", "yuans"],
};

export const FRENCH: SpokenWords = {
  time(hour, minute, half) {
    const of24 = half === "pm" && hour < 12 ? hour + 12 : half === "am" && hour === 12 ? 0 : hour;
    const rest = minute === 0 ? "" : ` ${minute}`;
    if (of24 === 0 || of24 === 24) return `minuit${rest}`;
    return of24 === 12 ? `midi${rest}` : `${of24} ${of24 === 1 ? "heure" : "heures"}${rest}`;
  },
  elapsed: (hours, minutes, seconds) =>
    [counted(hours, "heure"), counted(minutes, "minute"), counted(seconds, "seconde")].filter(Boolean).join(" ") ||
    "0 seconde",
  date: (year, month, day) => `${day === 1 ? "premier" : day} ${MONTHS[month - 1]} ${year}`,
  dayOfMonth: {
    pattern: new RegExp(`(?<![\\p{L}\\d])(1er) (${MONTHS.join("|")})(?!\\p{L})`, "gu"),
    say: (_day, month) => `premier ${month}`,
  },
  percent: (amount) => `${amount} pour cent`,
  units: {
    "°C": ["degré Celsius", "degrés Celsius"],
    "°F": ["degré Fahrenheit", "degrés Fahrenheit"],
    "°": ["degré", "degrés"],
    "km/h": ["kilomètre heure", "kilomètres heure"],
    "m/s": ["mètre par seconde", "mètres par seconde"],
    mph: ["mile à l'heure", "miles à l'heure"],
    km: ["kilomètre", "kilomètres"],
    cm: ["centimètre", "centimètres"],
    mm: ["millimètre", "millimètres"],
    m: ["mètre", "mètres"],
    mi: ["mile", "miles"],
    ft: ["pied", "pieds"],
    kg: ["kilogramme", "kilogrammes"],
    mg: ["milligramme", "milligrammes"],
    g: ["gramme", "grammes"],
    lb: ["livre", "livres"],
    oz: ["once", "onces"],
    l: ["litre", "litres"],
    L: ["litre", "litres"],
    cl: ["centilitre", "centilitres"],
    ml: ["millilitre", "millilitres"],
    ms: ["milliseconde", "millisecondes"],
    s: ["seconde", "secondes"],
    min: ["minute", "minutes"],
    To: ["téraoctet", "téraoctets"],
    Go: ["gigaoctet", "gigaoctets"],
    Mo: ["mégaoctet", "mégaoctets"],
    ko: ["kilooctet", "kilooctets"],
    TB: ["téraoctet", "téraoctets"],
    GB: ["gigaoctet", "gigaoctets"],
    MB: ["mégaoctet", "mégaoctets"],
    kB: ["kilooctet", "kilooctets"],
    KB: ["kilooctet", "kilooctets"],
    GHz: ["gigahertz", "gigahertz"],
    MHz: ["mégahertz", "mégahertz"],
    kHz: ["kilohertz", "kilohertz"],
    Hz: ["hertz", "hertz"],
    kW: ["kilowatt", "kilowatts"],
    kWh: ["kilowattheure", "kilowattheures"],
    W: ["watt", "watts"],
    V: ["volt", "volts"],
    dB: ["décibel", "décibels"],
    hPa: ["hectopascal", "hectopascals"],
    px: ["pixel", "pixels"],
  },
  isMany: (amount) => Math.abs(amount) >= 2,
  measure: (amount, unit) => `${amount} ${unit}`,
  money(amount, sign) {
    const [one, many] = CURRENCIES[sign]!;
    const [whole, cents] = amount.split(",");
    const name = Number(whole) < 2 ? one : many;
    return cents === undefined || Number(cents) === 0 ? `${whole} ${name}` : `${whole} ${name} ${cents.padEnd(2, "0")}`;
  },
  minus: "moins",
  to: "à",
  about: "environ",
  number: "numéro",
  dot: "point",
  at: "arobase",
  signs: {
    "+": "plus",
    "×": "fois",
    "÷": "divisé par",
    "=": "égale",
    "&": "et",
    "→": "vers",
    "<": "inférieur à",
    ">": "supérieur à",
    "≈": "environ",
  },
  thousands: /(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g,
  decimal: ",",
};

function counted(n: number, word: string): string {
  return n === 0 ? "" : `${n} ${word}${n === 1 ? "" : "s"}`;
}
