import { arg, maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayPeriod } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { noSource } from "./no-source.ts";

export const weatherGet = defineAction({
  name: "weather_get",
  summary: "Say what the weather is or will be. Needs a provider.",
  args: { when: maybe("period", "for which time"), place: maybe("text", "where") },
  risk: "read",
  examples: {
    en: [
      ["what's the weather like", {}],
      ["do I need an umbrella tomorrow", { when: "2026-11-24T00:00/2026-11-25T00:00" }],
      ["how is the weather in Oslo", { place: "Oslo" }],
    ],
    fr: [
      ["quel temps fait-il", {}],
      ["est-ce qu'il me faut un parapluie demain", { when: "2026-11-24T00:00/2026-11-25T00:00" }],
      ["quel temps fait-il à Lyon", { place: "Lyon" }],
    ],
    zh: [
      ["天气怎么样", {}],
      ["明天要带伞吗", { when: "2026-11-24T00:00/2026-11-25T00:00" }],
      ["上海天气如何", { place: "上海" }],
    ],
  },
  negatives: {
    en: ["how warm is the bedroom", "it was so hot yesterday"],
    fr: ["quelle température fait-il dans la chambre", "il a fait si chaud hier"],
    zh: ["卧室多少度", "昨天真热"],
  },
  describe: ({ when, place }, lang) => {
    const about = [when && sayPeriod(when, lang), place].filter(Boolean).join(", ");
    const rest = about === "" ? "" : ` (${about})`;
    return say(lang, { en: `look up the weather${rest}`, fr: `chercher la météo${rest}`, zh: `查天气${rest}` });
  },
  run: async (_, powers) =>
    noSource(
      powers.lang,
      {
        en: "I can't see the weather from here: no weather provider is set up.",
        fr: "Je ne vois pas la météo d'ici : aucun fournisseur n'est configuré.",
        zh: "我这里看不到天气：还没有设置天气来源。",
      },
      "source.no-weather",
    ),
});

export const newsGet = defineAction({
  name: "news_get",
  summary: "Say what is in the news. Needs a provider.",
  args: { topic: maybe("text", "about what") },
  risk: "read",
  examples: {
    en: [
      ["what's in the news", {}],
      ["any news about the election", { topic: "election" }],
      ["read me the headlines", {}],
    ],
    fr: [
      ["quelles sont les nouvelles", {}],
      ["des nouvelles sur les élections", { topic: "élections" }],
      ["lis-moi les titres de l'actualité", {}],
    ],
    zh: [
      ["有什么新闻", {}],
      ["有关于选举的新闻吗", { topic: "选举" }],
      ["念一下今天的头条", {}],
    ],
  },
  negatives: {
    en: ["what's new with my downloads", "play the news channel"],
    fr: ["quoi de neuf dans mes téléchargements", "mets la chaîne d'info"],
    zh: ["下载文件夹里有什么新东西", "播放新闻频道"],
  },
  describe: ({ topic }, lang) =>
    topic === undefined
      ? say(lang, { en: "look up the news", fr: "chercher les nouvelles", zh: "查新闻" })
      : say(lang, {
          en: `look up the news about ${topic}`,
          fr: `chercher les nouvelles sur ${topic}`,
          zh: `查${topic}的新闻`,
        }),
  run: async (_, powers) =>
    noSource(
      powers.lang,
      {
        en: "I have no news: no news provider is set up.",
        fr: "Je n'ai pas de nouvelles : aucun fournisseur n'est configuré.",
        zh: "我没有新闻：还没有设置新闻来源。",
      },
      "source.no-news",
    ),
});

export const answer = defineAction({
  name: "answer",
  summary: "Answer a question about the world. Needs a model that knows.",
  args: { question: arg("text", "the question") },
  risk: "read",
  examples: {
    en: [
      ["who wrote The Three-Body Problem", { question: "who wrote The Three-Body Problem" }],
      ["why is the sky blue", { question: "why is the sky blue" }],
      ["how tall is the Eiffel Tower", { question: "how tall is the Eiffel Tower" }],
    ],
    fr: [
      ["qui a écrit Les Misérables", { question: "qui a écrit Les Misérables" }],
      ["pourquoi le ciel est bleu", { question: "pourquoi le ciel est bleu" }],
      ["quelle est la hauteur de la tour Eiffel", { question: "quelle est la hauteur de la tour Eiffel" }],
    ],
    zh: [
      ["三体是谁写的", { question: "三体是谁写的" }],
      ["天空为什么是蓝色的", { question: "天空为什么是蓝色的" }],
      ["埃菲尔铁塔有多高", { question: "埃菲尔铁塔有多高" }],
    ],
  },
  negatives: {
    en: ["what did I tell you about the key", "what's fifteen percent of eighty"],
    fr: ["qu'est-ce que je t'ai dit sur la clé", "combien font 15 % de 80"],
    zh: ["我跟你说过钥匙的事吗", "八十的百分之十五是多少"],
  },
  describe: ({ question }, lang) =>
    say(lang, { en: `answer: ${question}`, fr: `répondre : ${question}`, zh: `回答：${question}` }),
  run: async (_, powers) =>
    noSource(
      powers.lang,
      {
        en: "I don't know that. The mind I have here understands commands, but knows nothing of the world.",
        fr: "Je ne sais pas. L'esprit que j'ai ici comprend les demandes, mais ne sait rien du monde.",
        zh: "这个我不知道。我这里的小模型能听懂指令，但不了解世界。",
      },
      "source.no-knowledge",
    ),
});
