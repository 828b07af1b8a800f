import { plain } from "../../../match-name.ts";

/**
 * English first, then what French and Chinese call it, in `plain` spelling: a home is named in one language and asked in three.
 * Longer names stand before those that are part of them.
 */
const WORDS: readonly (readonly [english: string, others: string])[] = [
  ["garage door", "porte (?:de |du )?garage|车库门"],
  ["front door", "porte d entree|前门|大门|正门"],
  ["back door", "porte de derriere|后门"],
  ["children room", "kids room|nursery|chambre d enfants?|chambre des enfants|儿童房"],
  ["living room", "lounge|sitting room|salon|sejour|客厅|起居室"],
  ["dining room", "salle a manger|餐厅|饭厅"],
  ["kitchen", "cuisine|厨房"],
  ["bedroom", "chambre a coucher|chambre|卧室|睡房"],
  ["bathroom", "salle de bains?|salle d eau|浴室|卫生间|洗手间"],
  ["office", "study|bureau|书房|办公室"],
  ["hall", "hallway|corridor|entrance|couloir|entree|走廊|过道|玄关|门厅"],
  ["garden", "yard|jardin|花园|院子"],
  ["balcony", "terrace|patio|balcon|terrasse|阳台|露台"],
  ["basement", "cellar|cave|sous sol|地下室"],
  ["attic", "loft|grenier|阁楼"],
  ["garage", "车库"],
  ["coffee machine", "coffee maker|machine a cafe|cafetiere|咖啡机"],
  ["washing machine", "lave linge|machine a laver|洗衣机"],
  ["air conditioner", "aircon|climatiseur|climatisation|clim|空调"],
  ["fan", "ventilateur|电?风扇"],
  ["heater", "radiator|chauffage|radiateur|暖气|取暖器"],
  ["humidifier", "humidificateur|加湿器"],
  ["plug", "socket|outlet|prise|插座"],
  ["curtain", "curtains|rideaux?|窗帘"],
  ["blind", "blinds|stores?|百叶窗?"],
  ["shutter", "shutters|volets?|卷帘|百叶门"],
  ["window", "windows|fenetres?|窗户?"],
  ["door", "porte|门"],
  ["lock", "serrure|verrou|门?锁"],
  ["lamp", "lampe|台灯|落地灯"],
  ["light", "lights|lumieres?|eclairage|灯光?"],
  ["temperature", "temp|温度|气温"],
  ["humidity", "humidite|湿度"],
];
const PATTERNS = WORDS.map(
  ([english, others]) =>
    [english, new RegExp(`(?<!\\p{Script=Latin})(?:${others})(?!\\p{Script=Latin})`, "gu")] as const,
);
const SMALL =
  /(?<!\p{Script=Latin})(?:the|my|in|of|le|la|les|l|de|du|des|d|dans|au|mon|ma|mes|我的|的|里)(?!\p{Script=Latin})/gu;

/** A name with its known words in English, so that « la lampe de la cuisine » and "kitchen lamp" are alike. */
export function inHomeWords(text: string): string {
  let words = plain(text);
  for (const [english, pattern] of PATTERNS) words = words.replace(pattern, ` ${english} `);
  return words.replace(SMALL, " ").replace(/\s+/g, " ").trim() || plain(text);
}

/** What a sensor of a home is asked for → the class by which Home Assistant marks it (device_class). */
const MEASURES: readonly (readonly [pattern: RegExp, classes: readonly string[]])[] = [
  [/temperature|how (?:warm|cold|hot)|warm|cold|chaud|froid|degre|温度|气温|多热|多冷|几度/, ["temperature"]],
  [/humid|moist|湿/, ["humidity", "moisture"]],
  [/co2|carbon dioxide|dioxyde de carbone|gaz carbonique|二氧化碳/, ["carbon_dioxide"]],
  [/air quality|qualite de l air|空气质量|pm ?2/, ["aqi", "pm25", "carbon_dioxide"]],
  [/pressure|pression|气压/, ["atmospheric_pressure", "pressure"]],
  [/power|consumption|puissance|consommation|功率|用电/, ["power", "energy"]],
  [/energy|energie|能耗|电量消耗/, ["energy"]],
  [/battery|batterie|pile|电池/, ["battery"]],
  [/light level|brightness|luminosite|光照|亮度/, ["illuminance"]],
  [/motion|movement|mouvement|presence|有人|移动/, ["motion", "occupancy", "presence"]],
  [/window|fenetre|窗/, ["window", "opening"]],
  [/door|porte|门/, ["door", "garage_door", "opening"]],
  [/smoke|fumee|烟/, ["smoke"]],
  [/leak|water|fuite|漏水/, ["moisture"]],
];

export function measuresOf(what: string): readonly string[] {
  const text = plain(what);
  return MEASURES.find(([pattern]) => pattern.test(text))?.[1] ?? [];
}
