import type { ValueContext } from "./context.ts";
import { clean } from "./words/clean.ts";

/** A colour by its English name (CSS's where it has one) and as `#rrggbb`. */
export interface Colour {
  readonly name: string;
  readonly hex: string;
}

/** name, hex, then its words in en, fr and zh, accents taken off; hex values from CSS Color 4, the whites from their colour temperatures. */
const COLOURS: readonly (readonly [name: string, hex: string, words: string])[] = [
  ["warm white", "#ffd6aa", "warm white|soft white|warmwhite|blanc chaud|暖白色?|暖光|暖色"],
  ["cool white", "#e4eeff", "cool white|cold white|daylight|blanc froid|lumiere du jour|冷白色?|冷光|冷色|日光"],
  ["light blue", "#add8e6", "light blue|pale blue|bleu clair|浅蓝色?|淡蓝色?"],
  ["sky blue", "#87ceeb", "sky blue|bleu ciel|天蓝色?"],
  ["dark blue", "#00008b", "dark blue|bleu fonce|深蓝色?"],
  ["navy", "#000080", "navy(?: blue)?|bleu marine|marine|藏青色?|海军蓝"],
  ["light green", "#90ee90", "light green|pale green|vert clair|浅绿色?|淡绿色?"],
  ["dark green", "#006400", "dark green|vert fonce|深绿色?|墨绿色?"],
  ["dark red", "#8b0000", "dark red|rouge fonce|深红色?|暗红色?"],
  ["hot pink", "#ff69b4", "hot pink|rose vif|亮粉色?"],
  ["turquoise", "#40e0d0", "turquoise|绿松石色?|青绿色?"],
  ["teal", "#008080", "teal|bleu canard|sarcelle|蓝绿色?"],
  ["cyan", "#00ffff", "cyan|aqua|青色?"],
  ["lime", "#00ff00", "lime(?: green)?|citron vert|酸橙色|黄绿色?"],
  ["olive", "#808000", "olive|vert olive|橄榄色?"],
  ["magenta", "#ff00ff", "magenta|fuchsia|品红色?|洋红色?"],
  ["crimson", "#dc143c", "crimson|scarlet|cramoisi|ecarlate|绯红色?"],
  ["salmon", "#fa8072", "salmon|saumon|三文鱼色|鲑红色?"],
  ["coral", "#ff7f50", "coral|corail|珊瑚色?"],
  ["gold", "#ffd700", "gold(?:en)?|dore[es]*|or|金色?"],
  ["silver", "#c0c0c0", "silver|argent(?:e[es]*)?|银色?"],
  ["amber", "#ffbf00", "amber|ambre|琥珀色?"],
  ["lavender", "#e6e6fa", "lavender|lavande|薰衣草色?"],
  ["violet", "#ee82ee", "violet(?:te)?s?|紫罗兰色?"],
  ["indigo", "#4b0082", "indigo|靛蓝?色?"],
  ["maroon", "#800000", "maroon|burgundy|bordeaux|栗色|酒红色?"],
  ["beige", "#f5f5dc", "beige|米色"],
  ["ivory", "#fffff0", "ivory|ivoire|象牙白?色?"],
  ["brown", "#a52a2a", "brown|marron|brun[es]*|棕色?|褐色?|咖啡色"],
  ["purple", "#800080", "purple|pourpre|mauve|紫色?"],
  ["pink", "#ffc0cb", "pink|rose|粉红?色?"],
  ["orange", "#ffa500", "orange|橙色?|橘黄?色?"],
  ["yellow", "#ffff00", "yellow|jaunes?|黄色?"],
  ["green", "#008000", "green|vert[es]*|绿色?"],
  ["blue", "#0000ff", "blue|bleue?s?|蓝色?"],
  ["red", "#ff0000", "red|rouges?|红色?"],
  ["grey", "#808080", "gr[ea]y|gris[es]*|灰色?"],
  ["black", "#000000", "black|noire?s?|黑色?"],
  ["white", "#ffffff", "white|blanc(?:he)?s?|白色?"],
];
const PATTERNS = COLOURS.map(
  ([name, hex, words]) =>
    [new RegExp(`(?<![\\p{Script=Latin}])(?:${words})(?![\\p{Script=Latin}])`, "u"), { name, hex }] as const,
);

/** A name in any of the three languages, or a hex code: "bleu ciel" → sky blue, "#f80" → #ff8800. */
export function readColour(words: string, _context?: Partial<ValueContext>): Colour | undefined {
  const hex = /#([\da-f]{6}|[\da-f]{3})\b/i.exec(words)?.[1]?.toLowerCase();
  if (hex) {
    const full = `#${hex.length === 3 ? [...hex].map((c) => c + c).join("") : hex}`;
    return (
      COLOURS.filter(([, known]) => known === full).map(([name]) => ({ name, hex: full }))[0] ?? {
        name: full,
        hex: full,
      }
    );
  }
  const text = clean(words);
  return PATTERNS.find(([pattern]) => pattern.test(text))?.[1];
}
