import type { HomeDevice } from "../../../../devices/drivers/home/home.ts";
import { matchNames } from "../../../match-name.ts";
import { arg, maybe } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";
import { sayNumber } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { inHomeWords, measuresOf } from "./home-words.ts";
import { deviceThing, noDevice, pickInPlace } from "./pick-devices.ts";

const SAID = 3;

export const sensorRead = defineAction({
  name: "sensor_read",
  summary: "Read a sensor of the home: temperature, humidity, doors and the like.",
  args: { what: arg("text", "what is measured"), place: maybe("text", "the room") },
  risk: "read",
  examples: {
    en: [
      ["what's the temperature in the bedroom", { what: "temperature", place: "bedroom" }],
      ["read the humidity in the bathroom", { what: "humidity", place: "bathroom" }],
      ["what is the CO2 level", { what: "CO2 level" }],
    ],
    fr: [
      ["quelle est la température dans la chambre", { what: "température", place: "chambre" }],
      ["quelle est l'humidité de la salle de bain", { what: "humidité", place: "salle de bain" }],
      ["quel est le taux de CO2", { what: "taux de CO2" }],
    ],
    zh: [
      ["卧室温度是多少", { what: "温度", place: "卧室" }],
      ["浴室的湿度是多少", { what: "湿度", place: "浴室" }],
      ["二氧化碳浓度是多少", { what: "二氧化碳浓度" }],
    ],
  },
  negatives: {
    en: ["what's the temperature in Paris tomorrow", "set the heating to 21"],
    fr: ["quelle température fera-t-il à Paris demain", "mets le chauffage à 21"],
    zh: ["明天巴黎多少度", "把暖气调到21度"],
  },
  describe: ({ what, place }, lang) =>
    say(lang, {
      en: `read the ${what}${place ? ` of ${place}` : ""}`,
      fr: `lire ${what}${place ? ` de ${place}` : ""}`,
      zh: `查看${place ?? ""}${what}`,
    }),
  run: async ({ what, place }, powers) => {
    const { lang } = powers;
    const home = await powers.drivers.home();
    const all = (await home.devices(powers.signal)).flatMap(asSensor);
    const classes = measuresOf(what);
    const measuring = all.filter((device) => classes.includes(device.state.measures ?? ""));
    const candidates =
      measuring.length > 0
        ? measuring
        : matchNames(inHomeWords(what), all, (device) => [inHomeWords(device.name)], 0.7).map((match) => match.thing);
    const found = pickInPlace(place, candidates).filter((device) => device.isAvailable);
    if (found.length === 0) return noDevice(place === undefined ? what : `${what} (${place})`, candidates, lang);
    const rows = found.map(
      (device) => `${device.name}${lang === "zh" ? "：" : lang === "fr" ? " : " : ": "}${sayReading(device, lang)}`,
    );
    return {
      kind: "done",
      say: `${rows.slice(0, SAID).join(lang === "zh" ? "；" : "; ")}${lang === "zh" ? "。" : "."}`,
      show: rows,
      data: found.map(({ id, name, state }) => ({ id, name, reading: state.reading, unit: state.unit })),
      things: found.map(deviceThing),
    };
  },
});

/** A thermostat measures too. */
function asSensor(device: HomeDevice): readonly HomeDevice[] {
  if (device.kind === "sensor") return [device];
  const { currentTemperature } = device.state;
  if (currentTemperature === undefined) return [];
  return [{ ...device, state: { reading: String(currentTemperature), measures: "temperature" } }];
}

/** What "on" means for the classes that are yes or no. */
const OPEN = new Set(["door", "window", "garage_door", "opening"]);

function sayReading({ state }: HomeDevice, lang: Lang): string {
  const { reading = "", unit, measures = "" } = state;
  if (reading === "on" || reading === "off") {
    const isOn = reading === "on";
    if (OPEN.has(measures))
      return isOn
        ? say(lang, { en: "open", fr: "ouvert", zh: "开着" })
        : say(lang, { en: "closed", fr: "fermé", zh: "关着" });
    return isOn ? say(lang, { en: "yes", fr: "oui", zh: "是" }) : say(lang, { en: "no", fr: "non", zh: "否" });
  }
  const number = Number(reading);
  if (reading.trim() === "" || Number.isNaN(number)) return reading;
  const n = sayNumber(number, lang, 1);
  if (measures === "temperature") return say(lang, { en: `${n} degrees`, fr: `${n} degrés`, zh: `${n}度` });
  if (unit === "%") return say(lang, { en: `${n} percent`, fr: `${n} pour cent`, zh: `百分之${n}` });
  return unit ? `${n} ${unit}` : n;
}
