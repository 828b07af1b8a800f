import { fold } from "../text.ts";

/**
 * Reads an answer to "shall I?" in English, French and Chinese, whatever language the question was in. A yes must be all yes: every
 * word of it has to belong to the words below, so "yes but not now", "yesterday" or "ok what time is it" are not one.
 * A no is heard anywhere in the first words.
 */
export function readYesNo(words: string): "yes" | "no" | "unclear" {
  const folded = fold(words);
  if (folded === "") return "unclear";
  if (/\p{Script=Han}/u.test(folded)) return readChinese(folded.replace(/\s+/g, ""));
  if (NO_START.test(folded) || NO_ANYWHERE.test(folded)) return "no";
  const rest = consume(folded, YES_PHRASES);
  if (rest === null) return "unclear";
  return consumeAll(rest, [...YES_PHRASES, ...FILLERS]) ? "yes" : "unclear";
}

const NO_START =
  /^(no|nope|nah|na|non|nan|nein|never|jamais|stop|cancel|annule|annuler|abort|wait|attends?|attendez|forget|oublie|laisse|laissez|surtout pas|pas|don't|do not|negative|negatif|leave it|not|rather not|better not|arrete|arretez|ne)\b/;
const NO_ANYWHERE = /\b(no|non|not|never|don't|cancel|annule|pas|jamais|never mind|nevermind|n'y)\b/;

const YES_PHRASES = [
  "yes",
  "yeah",
  "yea",
  "yep",
  "yup",
  "yess",
  "y",
  "aye",
  "ya",
  "sure",
  "sure thing",
  "of course",
  "certainly",
  "definitely",
  "absolutely",
  "affirmative",
  "correct",
  "right",
  "that's right",
  "exactly",
  "indeed",
  "ok",
  "okay",
  "k",
  "okey",
  "alright",
  "all right",
  "fine",
  "go",
  "go ahead",
  "go for it",
  "do it",
  "do that",
  "do so",
  "proceed",
  "continue",
  "confirm",
  "confirmed",
  "i confirm",
  "please do",
  "by all means",
  "make it so",
  "let's do it",
  "let's go",
  "i'm sure",
  "i am sure",
  "i do",
  "you may",
  "yes please",
  "sounds good",
  "oui",
  "ouais",
  "ouep",
  "ouaip",
  "o",
  "si",
  "bien sur",
  "evidemment",
  "certainement",
  "absolument",
  "tout a fait",
  "exactement",
  "exact",
  "d'accord",
  "dac",
  "entendu",
  "vas y",
  "vas-y",
  "allez y",
  "allez-y",
  "allez",
  "c'est bon",
  "c'est ca",
  "fais le",
  "fais-le",
  "faites le",
  "faites-le",
  "je confirme",
  "confirme",
  "confirmer",
  "volontiers",
  "avec plaisir",
  "parfait",
  "affirmatif",
  "je suis sur",
  "je suis sure",
  "ca marche",
  "continue",
  "continuez",
  "oui oui",
  "bien entendu",
  "je veux bien",
].sort((a, b) => b.length - a.length);

/** Words that may stand beside a yes and change nothing. */
const FILLERS = [
  "please",
  "thanks",
  "thank you",
  "now",
  "then",
  "just",
  "it",
  "that",
  "computer",
  "s'il te plait",
  "s'il vous plait",
  "stp",
  "svp",
  "merci",
  "alors",
  "maintenant",
  "very much",
  "well",
  "oh",
  "uh",
  "um",
  "euh",
  "ben",
  "bah",
  "ah",
  "so",
].sort((a, b) => b.length - a.length);

/** Takes one of the phrases (after fillers) off the front. Null: it starts with none of them. */
function consume(text: string, phrases: readonly string[]): string | null {
  let rest = text;
  for (let taken = true; taken; ) {
    taken = false;
    for (const phrase of phrases) {
      if (rest === phrase || rest.startsWith(`${phrase} `)) return rest.slice(phrase.length).trim();
    }
    for (const filler of FILLERS) {
      if (rest.startsWith(`${filler} `)) {
        rest = rest.slice(filler.length).trim();
        taken = true;
        break;
      }
    }
  }
  return null;
}

function consumeAll(text: string, phrases: readonly string[]): boolean {
  let rest = text;
  while (rest !== "") {
    const found = phrases.find((phrase) => rest === phrase || rest.startsWith(`${phrase} `));
    if (found === undefined) return false;
    rest = rest.slice(found.length).trim();
  }
  return true;
}

function readChinese(text: string): "yes" | "no" | "unclear" {
  const agreed = text.replaceAll("没问题", "好").replaceAll("没错", "对");
  if (agreed !== text) return readChinese(agreed);
  if (/^(不|别|否|没|取消|算了|停|等|先不|勿|拒绝|放弃)/.test(text)) return "no";
  if (/不|别|取消|算了|没有/.test(text)) return "no";
  const yes =
    /^(嗯+|啊|哦|好)*(是|是的|对|对的|没错|好|好的|好啊|好吧|行|行吧|行啊|可以|可以的|确定|确认|同意|当然|当然可以|没问题|来吧|做吧|执行|执行吧|继续|去吧|要|要的|请|请吧|请继续|请执行|就这样|就这么办|嗯+|ok|yes)+(吧|啊|呀|的|了|谢谢|请)*$/;
  return yes.test(text) ? "yes" : "unclear";
}
