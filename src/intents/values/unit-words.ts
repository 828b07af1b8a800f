export type UnitCategory =
  | "length"
  | "area"
  | "volume"
  | "mass"
  | "temperature"
  | "speed"
  | "time"
  | "data"
  | "energy"
  | "power"
  | "pressure"
  | "angle"
  | "currency";

/**
 * category, mathjs unit (with a number before it where one of these is so many of it), words in en, fr and zh (lower case, without accents and, in en and fr, without a plural s), and
 * symbols whose case matters.
 */
export const UNITS: readonly (readonly [UnitCategory, string, string, string?])[] = [
  ["length", "km", "km|kilometer|kilometre|kilometers|公里|千米"],
  ["length", "m", "m|meter|metre|米"],
  ["length", "cm", "cm|centimeter|centimetre|厘米|公分"],
  ["length", "mm", "mm|millimeter|millimetre|毫米"],
  ["length", "um", "um|micron|micrometer|micrometre|微米"],
  ["length", "mile", "mile|mi|mille|英里"],
  ["length", "yard", "yard|yd|verge|码"],
  ["length", "foot", "foot|feet|ft|pied|英尺"],
  ["length", "inch", "inch|inches|inche|pouce|英寸|寸"],
  ["length", "1852 m", "nautical mile|mille marin|mille nautique|海里"],
  ["area", "m2", "m2|square meter|square metre|metre carre|sqm|平方米|平米"],
  ["area", "km2", "km2|square kilometer|square kilometre|kilometre carre|平方公里"],
  ["area", "sqft", "sqft|square foot|square feet|sq ft|pied carre|平方英尺"],
  ["area", "sqmi", "square mile|mille carre|平方英里"],
  ["area", "hectare", "hectare|ha|公顷"],
  ["area", "acre", "acre|英亩"],
  ["volume", "liter", "l|liter|litre|升|公升"],
  ["volume", "milliliter", "ml|milliliter|millilitre|毫升"],
  ["volume", "centiliter", "cl|centiliter|centilitre|厘升"],
  ["volume", "m3", "m3|cubic meter|cubic metre|metre cube|立方米"],
  ["volume", "gallon", "gallon|gal|加仑"],
  ["volume", "quart", "quart|夸脱"],
  ["volume", "pint", "pint|pinte|品脱"],
  ["volume", "cup", "cup|tasse|杯"],
  ["volume", "fluidounce", "fluid ounce|fl oz|once liquide|液体盎司|液盎司"],
  ["volume", "tablespoon", "tablespoon|tbsp|cuillere a soupe|cuilleree a soupe|汤匙|大勺"],
  ["volume", "teaspoon", "teaspoon|tsp|cuillere a cafe|cuilleree a cafe|茶匙|小勺"],
  ["mass", "kg", "kg|kilo|kilogram|kilogramme|公斤|千克"],
  ["mass", "g", "g|gram|gramme|克"],
  ["mass", "mg", "mg|milligram|milligramme|毫克"],
  ["mass", "tonne", "tonne|metric ton|ton|吨|公吨"],
  ["mass", "lbm", "pound|lb|livre|磅"],
  ["mass", "oz", "ounce|oz|once|盎司"],
  ["mass", "stone", "stone|英石"],
  ["mass", "0.5 kg", "斤|市斤"],
  ["mass", "50 g", "两|市两"],
  ["temperature", "degC", "c|celsius|degree celsius|degre celsius|centigrade|degree centigrade|degre|°c|摄氏度|摄氏"],
  ["temperature", "degF", "f|fahrenheit|degree fahrenheit|degre fahrenheit|°f|华氏度|华氏"],
  ["temperature", "K", "kelvin|k|开尔文|开氏度", "K"],
  [
    "speed",
    "km/h",
    "km/h|kmh|kph|kilometer per hour|kilometre per hour|kilometre heure|kilometre par heure|kilometre a l'heure|公里每小时|千米每小时|公里/小时",
  ],
  ["speed", "mi/h", "mph|mi/h|mile per hour|mille par heure|mille a l'heure|mile a l'heure|英里每小时"],
  ["speed", "m/s", "m/s|meter per second|metre per second|metre par seconde|米每秒"],
  ["speed", "1.852 km/h", "knot|kt|noeud|节"],
  ["time", "second", "s|sec|second|seconde|秒|秒钟"],
  ["time", "minute", "min|minute|分钟|分"],
  ["time", "hour", "h|hr|hour|heure|小时|钟头"],
  ["time", "day", "d|day|jour|天|日"],
  ["time", "week", "week|semaine|周|星期|礼拜"],
  ["time", "month", "month|mois|moi|月|个月"],
  ["time", "year", "year|yr|an|annee|年"],
  ["time", "millisecond", "ms|millisecond|milliseconde|毫秒"],
  ["data", "bit", "bit|比特|位"],
  ["data", "B", "byte|octet|字节", "B|o"],
  ["data", "kB", "kb|kilobyte|kilooctet|ko|千字节"],
  ["data", "MB", "mb|megabyte|megaoctet|mo|兆|兆字节", "MB|Mo"],
  ["data", "GB", "gb|gigabyte|gigaoctet|go|gig|千兆字节|吉字节", "GB|Go"],
  ["data", "TB", "tb|terabyte|teraoctet|to|太字节", "TB|To"],
  ["data", "KiB", "kib|kibibyte|kibioctet"],
  ["data", "MiB", "mib|mebibyte|mebioctet"],
  ["data", "GiB", "gib|gibibyte|gibioctet"],
  ["data", "Mb", "megabit|兆比特", "Mb|Mbit"],
  ["data", "Gb", "gigabit|千兆比特", "Gb|Gbit"],
  ["energy", "J", "j|joule|焦耳|焦"],
  ["energy", "kJ", "kj|kilojoule|千焦"],
  ["energy", "4184 J", "kcal|kilocalorie|calorie|千卡|大卡|卡路里"],
  ["energy", "kWh", "kwh|kilowatt hour|kilowattheure|kilowatt heure|千瓦时|度电"],
  ["power", "W", "w|watt|瓦|瓦特"],
  ["power", "kW", "kw|kilowatt|千瓦"],
  ["power", "hp", "hp|horsepower|cheval|chevaux|cv|马力"],
  ["pressure", "bar", "bar|巴"],
  ["pressure", "Pa", "pa|pascal|帕|帕斯卡"],
  ["pressure", "hPa", "hpa|hectopascal|百帕"],
  ["pressure", "psi", "psi|磅每平方英寸"],
  ["pressure", "atm", "atm|atmosphere|大气压"],
  ["angle", "deg", "deg|degree|°|度"],
  ["angle", "rad", "rad|radian|弧度"],
  ["currency", "EUR", "eur|euro|€|欧元"],
  ["currency", "USD", "usd|dollar|us dollar|american dollar|$|dollar americain|美元|美金"],
  ["currency", "GBP", "gbp|pound sterling|british pound|quid|£|livre sterling|英镑"],
  ["currency", "CNY", "cny|rmb|yuan|renminbi|人民币|元|块"],
  ["currency", "JPY", "jpy|yen|japanese yen|¥|日元|日圆"],
  ["currency", "CHF", "chf|swiss franc|franc suisse|franc|瑞士法郎|法郎"],
];
