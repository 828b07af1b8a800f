import { keyOf } from "../../memory/text-key.ts";

/**
 * Cities and countries by which people ask for the time, where IANA's zone goes by another name or language. A country
 * with several zones stands for its capital's. Names in English, French and Chinese.
 */
const PLACES: Readonly<Record<string, string>> = {
  "America/New_York":
    "new york|nyc|new york city|washington|boston|miami|philadelphia|atlanta|orlando|united states|usa|états-unis|纽约|华盛顿|波士顿|迈阿密|费城|亚特兰大|美国|美国东部",
  "America/Chicago":
    "chicago|dallas|houston|austin|new orleans|la nouvelle-orléans|minneapolis|芝加哥|达拉斯|休斯敦|奥斯汀|新奥尔良",
  "America/Denver": "denver|salt lake city|丹佛|盐湖城",
  "America/Phoenix": "phoenix|arizona|凤凰城",
  "America/Los_Angeles":
    "los angeles|la|san francisco|seattle|las vegas|san diego|california|californie|silicon valley|portland|洛杉矶|旧金山|西雅图|拉斯维加斯|圣地亚哥|加州|加利福尼亚|硅谷",
  "Pacific/Honolulu": "hawaii|hawaï|夏威夷|檀香山|火奴鲁鲁",
  "America/Anchorage": "alaska|阿拉斯加",
  "America/Toronto": "montreal|montréal|ottawa|quebec|québec|canada|蒙特利尔|渥太华|魁北克|加拿大|多伦多",
  "America/Vancouver": "温哥华",
  "America/Mexico_City": "mexico|mexique|墨西哥|墨西哥城",
  "America/Sao_Paulo": "rio|rio de janeiro|são paulo|brasilia|brazil|brésil|里约|里约热内卢|圣保罗|巴西",
  "America/Argentina/Buenos_Aires": "argentina|argentine|布宜诺斯艾利斯|阿根廷",
  "America/Santiago": "chile|chili|智利",
  "America/Bogota": "colombia|colombie|波哥大|哥伦比亚",
  "America/Lima": "peru|pérou|利马|秘鲁",
  "America/Havana": "cuba|la havane|古巴|哈瓦那",
  "Europe/London":
    "london|londres|manchester|edinburgh|édimbourg|liverpool|birmingham|oxford|cambridge|england|angleterre|scotland|écosse|wales|united kingdom|uk|great britain|royaume-uni|grande-bretagne|伦敦|曼彻斯特|爱丁堡|英国|英格兰|苏格兰",
  "Europe/Dublin": "ireland|irlande|都柏林|爱尔兰",
  "Europe/Lisbon": "lisbonne|porto|portugal|里斯本|波尔图|葡萄牙",
  "Europe/Paris": "lyon|marseille|toulouse|nice|bordeaux|lille|nantes|strasbourg|france|巴黎|里昂|马赛|法国",
  "Europe/Madrid": "barcelona|barcelone|sevilla|seville|séville|valencia|spain|espagne|马德里|巴塞罗那|西班牙",
  "Europe/Rome": "milan|naples|florence|venice|venise|turin|italy|italie|罗马|米兰|佛罗伦萨|威尼斯|意大利",
  "Europe/Berlin":
    "munich|hamburg|hambourg|frankfurt|francfort|cologne|stuttgart|germany|allemagne|柏林|慕尼黑|汉堡|法兰克福|德国",
  "Europe/Brussels": "bruxelles|antwerp|anvers|liège|belgium|belgique|布鲁塞尔|比利时",
  "Europe/Amsterdam": "rotterdam|the hague|la haye|netherlands|holland|pays-bas|阿姆斯特丹|鹿特丹|荷兰",
  "Europe/Luxembourg": "卢森堡",
  "Europe/Zurich": "zürich|geneva|genève|bern|berne|basel|bâle|lausanne|switzerland|suisse|苏黎世|日内瓦|伯尔尼|瑞士",
  "Europe/Vienna": "vienne|salzburg|austria|autriche|维也纳|奥地利",
  "Europe/Prague": "czechia|tchéquie|布拉格|捷克",
  "Europe/Budapest": "hungary|hongrie|布达佩斯|匈牙利",
  "Europe/Warsaw": "varsovie|krakow|cracovie|poland|pologne|华沙|波兰",
  "Europe/Copenhagen": "copenhague|denmark|danemark|哥本哈根|丹麦",
  "Europe/Stockholm": "gothenburg|sweden|suède|斯德哥尔摩|瑞典",
  "Europe/Oslo": "bergen|norway|norvège|奥斯陆|挪威",
  "Europe/Helsinki": "finland|finlande|赫尔辛基|芬兰",
  "Atlantic/Reykjavik": "iceland|islande|雷克雅未克|冰岛",
  "Europe/Athens": "athènes|greece|grèce|雅典|希腊",
  "Europe/Bucharest": "bucarest|romania|roumanie|布加勒斯特|罗马尼亚",
  "Europe/Sofia": "bulgaria|bulgarie|索非亚|保加利亚",
  "Europe/Kyiv": "kiev|ukraine|基辅|乌克兰",
  "Europe/Moscow": "moscou|saint petersburg|saint-pétersbourg|russia|russie|莫斯科|圣彼得堡|俄罗斯",
  "Europe/Istanbul": "ankara|turkey|turquie|伊斯坦布尔|安卡拉|土耳其",
  "Africa/Casablanca": "rabat|marrakech|morocco|maroc|卡萨布兰卡|摩洛哥",
  "Africa/Algiers": "alger|algeria|algérie|阿尔及尔|阿尔及利亚",
  "Africa/Tunis": "tunisia|tunisie|突尼斯",
  "Africa/Cairo": "le caire|egypt|égypte|开罗|埃及",
  "Africa/Dakar": "senegal|sénégal|达喀尔|塞内加尔",
  "Africa/Abidjan": "ivory coast|côte d'ivoire|阿比让|科特迪瓦",
  "Africa/Lagos": "nigeria|nigéria|拉各斯|尼日利亚",
  "Africa/Kinshasa": "congo|金沙萨|刚果",
  "Africa/Nairobi": "kenya|内罗毕|肯尼亚",
  "Africa/Addis_Ababa": "addis-abeba|ethiopia|éthiopie|亚的斯亚贝巴|埃塞俄比亚",
  "Africa/Johannesburg": "cape town|le cap|south africa|afrique du sud|约翰内斯堡|开普敦|南非",
  "Asia/Jerusalem": "jérusalem|tel aviv|tel-aviv|israel|israël|耶路撒冷|特拉维夫|以色列",
  "Asia/Beirut": "beyrouth|lebanon|liban|贝鲁特|黎巴嫩",
  "Asia/Riyadh": "riyad|mecca|la mecque|saudi arabia|arabie saoudite|利雅得|麦加|沙特",
  "Asia/Dubai": "dubaï|abu dhabi|abou dhabi|emirates|émirats|迪拜|阿布扎比|阿联酋",
  "Asia/Qatar": "doha|多哈|卡塔尔",
  "Asia/Tehran": "téhéran|iran|德黑兰|伊朗",
  "Asia/Karachi": "lahore|islamabad|pakistan|卡拉奇|巴基斯坦",
  "Asia/Kolkata": "delhi|new delhi|mumbai|bombay|bangalore|chennai|calcutta|india|inde|德里|新德里|孟买|班加罗尔|印度",
  "Asia/Kathmandu": "katmandou|nepal|népal|加德满都|尼泊尔",
  "Asia/Dhaka": "bangladesh|达卡|孟加拉国",
  "Asia/Bangkok": "phuket|thailand|thaïlande|曼谷|普吉|泰国",
  "Asia/Ho_Chi_Minh": "hanoi|hanoï|saigon|saïgon|vietnam|viêt nam|河内|胡志明市|越南",
  "Asia/Singapore": "singapour|新加坡",
  "Asia/Kuala_Lumpur": "malaysia|malaisie|吉隆坡|马来西亚",
  "Asia/Jakarta": "indonesia|indonésie|雅加达|印度尼西亚|印尼",
  "Asia/Makassar": "bali|巴厘岛",
  "Asia/Manila": "manille|philippines|马尼拉|菲律宾",
  "Asia/Shanghai":
    "beijing|pékin|peking|shenzhen|guangzhou|canton|chengdu|hangzhou|wuhan|nanjing|xi'an|china|chine|北京|上海|深圳|广州|成都|杭州|武汉|南京|西安|重庆|天津|苏州|中国",
  "Asia/Hong_Kong": "hongkong|hong-kong|香港",
  "Asia/Macau": "macao|澳门",
  "Asia/Taipei": "taïpei|taiwan|taïwan|台北|台湾",
  "Asia/Tokyo": "osaka|kyoto|yokohama|sapporo|japan|japon|东京|大阪|京都|横滨|札幌|日本",
  "Asia/Seoul": "séoul|busan|south korea|korea|corée|corée du sud|首尔|釜山|韩国",
  "Asia/Pyongyang": "north korea|corée du nord|平壤|朝鲜",
  "Asia/Ulaanbaatar": "oulan-bator|mongolia|mongolie|乌兰巴托|蒙古",
  "Asia/Almaty": "kazakhstan|阿拉木图|哈萨克斯坦",
  "Australia/Sydney": "canberra|australia|australie|悉尼|堪培拉|澳大利亚|澳洲",
  "Australia/Melbourne": "墨尔本",
  "Australia/Brisbane": "布里斯班",
  "Australia/Perth": "珀斯",
  "Australia/Adelaide": "adélaïde|阿德莱德",
  "Pacific/Auckland": "wellington|new zealand|nouvelle-zélande|奥克兰|惠灵顿|新西兰",
  "Pacific/Noumea": "nouméa|new caledonia|nouvelle-calédonie|努美阿",
  "Pacific/Tahiti": "papeete|tahiti|大溪地",
  "Indian/Reunion": "la réunion|réunion|saint-denis de la réunion|留尼汪",
  "America/Martinique": "martinique|fort-de-france",
  "America/Guadeloupe": "guadeloupe|pointe-à-pitre",
  UTC: "utc|gmt|greenwich|zulu|世界时|格林尼治",
};

const BY_NAME = new Map(
  Object.entries(PLACES).flatMap(([zone, names]) => names.split("|").map((name) => [keyOf(name), zone] as const)),
);

/** The IANA zone of a place of the table; an article or preposition in front does not matter. */
export function zoneOfPlace(place: string): string | undefined {
  const key = keyOf(place);
  return BY_NAME.get(key) ?? BY_NAME.get(key.replace(/^(?:in|at|a|en|au|aux|the|le|la|les|l) (?=\S)/, ""));
}
