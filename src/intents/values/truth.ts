import type { Lang } from "../plan.ts";
import type { ValueContext } from "./context.ts";
import { clean } from "./words/clean.ts";

/** Words that switch something off, close, stop or deny; what is left and says anything switches it on. */
const NO: Readonly<Record<Lang, RegExp>> = {
  en: /\b(?:off|no|not|don'?t|never|false|disable[ds]?|deactivate[ds]?|stop|close[ds]?|shut|kill|end|cancel|quit|out|exit|leave|without|nope|disconnect|in order)\b/,
  fr: /\b(?:eteins?|eteindre|eteignez|eteinte?s?|coupe[rzs]?|coupez|desactive[rzs]?|desactivez|arrete[rzs]?|arretez|stop|ferme[rzs]?|fermez|non|pas|faux|sans|quitte[rz]?|enleve[rz]?|debranche[rz]?|off|hors)\b/,
  zh: /关|停|不|否|别|禁用|断开|退出|取消|没/,
};
const YES: Readonly<Record<Lang, RegExp>> = {
  en: /\b(?:on|yes|true|enable[ds]?|activate[ds]?|start|open(?:ed)?|up|enter|go|wake|turn|switch|put|all|every(?:thing|one)?|both|each|shuffle|random|yeah|yep|sure)\b/,
  fr: /\b(?:allume[rzs]?|allumez|active[rzs]?|activez|ouvre[rzs]?|ouvrez|ouvrir|lance[rz]?|demarre[rz]?|mets|mettre|mettez|oui|vrai|on|tou(?:s|te?s?)|remets|reactive[rz]?|aleatoire|branche[rz]?|rallume[rz]?|passe[rz]?)\b/,
  zh: /开|启|是|对|好|所有|全部|全|都|随机|打开|接通|通电/,
};

/** What the words mean for arguments that are not a plain on and off: mute, lock, all. First fit wins. */
const SPECIAL: Readonly<Record<string, readonly (readonly [RegExp, boolean])[]>> = {
  "volume_mute.on": [
    [
      /\bun ?mute|sound (?:back )?on|\bback on\b|remets? le son|(?:retablis|reactive|rallume)|demute|取消静音|恢复声音|打开声音|开声/,
      false,
    ],
    [
      /\bmute|silence|silent|quiet|shut up|sound off|coupe|muet|sourdine|silence|静音|消音|关(?:掉|闭)?声音|别出声/,
      true,
    ],
  ],
  "microphone_mute.on": [
    [
      /\bun ?mute|start listening|listen(?:ing)? again|mic(?:rophone)?(?: back)? on|turn on|reactive|rallume|ecoute(?! plus)|取消静音|打开|开始听|继续听/,
      false,
    ],
    [
      /\bmute|stop listening|don'?t listen|off|deaf|coupe|arrete|n'ecoute|plus|eteins|desactive|静音|别听|不要听|停止|关/,
      true,
    ],
  ],
  "lock_set.locked": [
    [/\bun ?lock|\bopen|deverrouille|ouvre|ouvrir|解锁|打开|开锁|开/, false],
    [/\block|\bclose|\bsecure|\bshut|verrouille|ferme|锁|关/, true],
  ],
  "media_shuffle.on": [
    [/\bun ?shuffle|no shuffle|in order|\boff\b|\bstop\b|desactive|arrete|dans l'ordre|顺序|关|取消|别|不/, false],
    [/shuffle|random|mix|aleatoire|melange|随机|打乱|乱序/, true],
  ],
};

/** True or false as the words mean it for this argument; undefined when they say neither. */
export function readBool(words: string, context: Pick<ValueContext, "lang" | "action" | "arg">): boolean | undefined {
  const { lang, action = "", arg = "" } = context;
  const text = clean(words);
  const special = SPECIAL[`${action}.${arg}`]?.find(([pattern]) => pattern.test(text));
  if (special) return special[1];
  if (NO[lang].test(text)) return false;
  if (YES[lang].test(text)) return true;
  return undefined;
}
