const UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS: Readonly<Record<string, string>> = { one: "first", two: "second", three: "third", five: "fifth", eight: "eighth", nine: "ninth", twelve: "twelfth" };
/** What is typed short after a number. */
const SHORT_UNITS: Readonly<Record<string, string>> = {
  m: "minutes", min: "minutes", mins: "minutes", h: "hours", hr: "hours", hrs: "hours", s: "seconds", sec: "seconds", secs: "seconds",
  kg: "kilos", g: "grams", km: "kilometers", cm: "centimeters", ml: "milliliters", l: "liters", lb: "pounds", lbs: "pounds", oz: "ounces",
  mb: "megabytes", gb: "gigabytes", kb: "kilobytes", "°c": "degrees celsius", "°f": "degrees fahrenheit", "°": "degrees", c: "celsius", f: "fahrenheit",
}; // prettier-ignore

/**
 * English text as it is spoken, for a recogniser's word list: lower case, without marks, numbers, times and short units in words.
 * @returns undefined for what nobody would read aloud word by word (addresses, code, other alphabets)
 */
export function spokenWords(text: string): string | undefined {
  const spoken = text
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/(?<=\d),(?=\d{3}\b)/g, "")
    .replace(/(\d)\s*([ap])\.?m\b\.?/g, "$1 $2m")
    .replace(/\b(\d{1,2})[:.h](\d\d)\b(?!\s*(?:%|percent|degrees|°))/g, (_, hour, minutes) => spokenTime(Number(hour), minutes))
    .replace(/([$€£])\s*(\d+(?:\.\d+)?)/g, (_, sign, amount) => `${amount} ${{ $: "dollars", "€": "euros", "£": "pounds" }[sign as "$"]}`)
    .replace(/(\d)\s*([a-z°]+)\b/g, (_, digit, unit) => `${digit} ${SHORT_UNITS[unit] ?? unit}`)
    .replace(/(\d+) (?:st|nd|rd|th)\b/g, (_, number) => spokenOrdinal(Number(number)))
    .replace(/\d+(?:\.\d+)?/g, spokenNumber)
    .replace(/%/g, " percent ")
    .replace(/&/g, " and ")
    .replace(/\+/g, " plus ")
    .replace(/\b([ap])\.m\.?/g, "$1m")
    .replace(/([a-z])[-–—](?=[a-z])/g, "$1 ")
    .replace(/[,.!?;:…"()]+(?=\s|$)|(?<=^|\s)[,.!?;:…"(¿¡-]+/g, " ")
    .replace(/(?<![a-z])'|'(?![a-z])/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return /^[a-z' ]*$/.test(spoken) ? spoken : undefined;
}

/** Up to 999,999; digits after a point one by one; years of four digits in pairs. */
export function spokenNumber(written: string): string {
  const [whole = "", decimals] = written.split(".");
  if (decimals !== undefined) return `${spokenNumber(whole)} point ${[...decimals].map((digit) => UNITS[Number(digit)]).join(" ")}`;
  const value = Number(whole);
  if (value >= 1_000_000) return [...whole].map((digit) => UNITS[Number(digit)]).join(" ");
  if (value >= 1100 && value < 2100 && value % 100 >= 10 && ![1200, 1500].includes(value)) return `${belowThousand(Math.floor(value / 100))} ${belowThousand(value % 100)}`;
  if (value < 1000) return belowThousand(value);
  return [`${belowThousand(Math.floor(value / 1000))} thousand`, value % 1000 ? belowThousand(value % 1000) : ""].join(" ").trim();
}

function belowThousand(value: number): string {
  if (value < 20) return UNITS[value]!;
  if (value < 100) return [TENS[Math.floor(value / 10)]!, value % 10 ? UNITS[value % 10]! : ""].join(" ").trim();
  return [`${UNITS[Math.floor(value / 100)]} hundred`, value % 100 ? belowThousand(value % 100) : ""].join(" ").trim();
}

function spokenOrdinal(value: number): string {
  const words = belowThousand(value % 1000).split(" ");
  const last = words.pop()!;
  return [...words, ORDINALS[last] ?? (last.endsWith("y") ? `${last.slice(0, -1)}ieth` : last.endsWith("t") ? `${last}h` : `${last}th`)].join(" ");
}

function spokenTime(hour: number, minutes: string): string {
  const said = minutes === "00" ? "" : minutes.startsWith("0") ? `oh ${UNITS[Number(minutes)]}` : belowThousand(Number(minutes));
  return `${belowThousand(hour)} ${said}`.trim();
}
