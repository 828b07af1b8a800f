import { oneOf } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import type { Powers } from "../../powers.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";

type Kind = "greeting" | "thanks" | "goodbye" | "compliment" | "complaint" | "other";

/** Short, warm, and true: no feelings are claimed that a program does not have. */
const REPLIES: Readonly<Record<Kind, Readonly<Record<Lang, readonly string[]>>>> = {
  greeting: {
    en: ["Hello! What can I do for you?", "Hi there.", "Hello, good to hear you."],
    fr: ["Bonjour ! Que puis-je faire pour vous ?", "Bonjour !", "Bonjour, ravi de vous entendre."],
    zh: ["你好！需要我做什么？", "你好呀。", "嗨，我在。"],
  },
  thanks: {
    en: ["You're welcome.", "Any time.", "Glad it helped."],
    fr: ["Je vous en prie.", "Avec plaisir.", "De rien."],
    zh: ["不客气。", "随时叫我。", "能帮上忙就好。"],
  },
  goodbye: {
    en: ["Goodbye!", "See you.", "Take care."],
    fr: ["Au revoir !", "À bientôt.", "Bonne continuation."],
    zh: ["再见！", "回头见。", "保重。"],
  },
  compliment: {
    en: ["Thank you, that's kind.", "Good to know, thanks.", "Thanks! I'll keep it up."],
    fr: ["Merci, c'est gentil.", "Merci, c'est bon à savoir.", "Merci ! Je continue comme ça."],
    zh: ["谢谢夸奖。", "谢谢，我会继续努力。", "谢谢，真好。"],
  },
  complaint: {
    en: [
      "I'm sorry. Say “undo” if I should take it back.",
      "Sorry about that. Tell me how you would like it.",
      "That wasn't good. You can teach me: say “when I say …”, and then what to do.",
    ],
    fr: [
      "Désolé. Dites « annule ça » pour revenir en arrière.",
      "Pardon. Dites-moi comment vous le voulez.",
      "Ce n'était pas bien. Vous pouvez m'apprendre : « quand je dis … », puis ce qu'il faut faire.",
    ],
    zh: [
      "抱歉。说“撤销”就能还原。",
      "不好意思，告诉我你想怎么做。",
      "没做好。你可以教我：“我说……的时候”，再说要做什么。",
    ],
  },
  other: {
    en: ["I'm here.", "I'm listening.", "All fine here. What can I do?"],
    fr: ["Je suis là.", "Je vous écoute.", "Tout va bien ici. Que puis-je faire ?"],
    zh: ["我在。", "我听着呢。", "一切正常，需要做什么？"],
  },
};

export const smalltalk = defineAction({
  name: "smalltalk",
  summary: "Answer a greeting, thanks, a goodbye, praise or blame.",
  args: {
    kind: oneOf(["greeting", "thanks", "goodbye", "compliment", "complaint", "other"], "what was meant"),
  },
  risk: "read",
  examples: {
    en: [
      ["good morning", { kind: "greeting" }],
      ["thanks a lot", { kind: "thanks" }],
      ["you're really good at this", { kind: "compliment" }],
      ["that was useless", { kind: "complaint" }],
    ],
    fr: [
      ["bonjour", { kind: "greeting" }],
      ["merci beaucoup", { kind: "thanks" }],
      ["à demain", { kind: "goodbye" }],
      ["tu ne comprends rien", { kind: "complaint" }],
    ],
    zh: [
      ["早上好", { kind: "greeting" }],
      ["多谢", { kind: "thanks" }],
      ["你真棒", { kind: "compliment" }],
      ["你真笨", { kind: "complaint" }],
    ],
  },
  negatives: {
    en: ["say good morning to Anna by text", "who invented the handshake"],
    fr: ["envoie bonjour à Anna", "qui a inventé la poignée de main"],
    zh: ["给安娜发早上好", "握手是谁发明的"],
  },
  describe: (_, lang) => say(lang, { en: "answer kindly", fr: "répondre gentiment", zh: "友好回应" }),
  async run({ kind }, powers) {
    const replies = REPLIES[kind][powers.lang];
    return { kind: "done", say: kind === "greeting" ? greeting(replies, powers) : varied(replies, powers) };
  },
});

/** Not the same reply twice in a row; beyond that the clock chooses, so that a fixed clock gives a fixed reply. */
function varied(replies: readonly string[], powers: Powers): string {
  const others = replies.filter((reply) => reply !== powers.dialogue.lastReply());
  return others[Math.floor(powers.now().getTime() / 1000) % others.length]!;
}

function greeting(replies: readonly string[], powers: Powers): string {
  const hour = Number(
    new Intl.DateTimeFormat("en-US", { hour: "numeric", hourCycle: "h23", timeZone: powers.timeZone }).format(
      powers.now(),
    ),
  );
  const byHour =
    hour >= 5 && hour < 11
      ? { en: "Good morning!", fr: "Bonjour, belle matinée à vous !", zh: "早上好！" }
      : hour >= 18 && hour < 23
        ? { en: "Good evening!", fr: "Bonsoir !", zh: "晚上好！" }
        : undefined;
  return varied(byHour === undefined ? replies : [say(powers.lang, byHour), ...replies.slice(1)], powers);
}
