import { matchNames } from "../../../match-name.ts";
import { maybe } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import { say } from "../../say.ts";
import { defineAction } from "../define-action.ts";

interface Topic {
  readonly names: Readonly<Record<Lang, readonly string[]>>;
  readonly sayings: Readonly<Record<Lang, readonly string[]>>;
}

/** What can be said, by subject; the first name of a subject is the one that is read out. */
const TOPICS: readonly Topic[] = [
  {
    names: {
      en: ["time and reminders", "timers", "alarms", "reminders", "clock"],
      fr: ["heure et rappels", "minuteurs", "alarmes", "réveil", "rappels"],
      zh: ["时间和提醒", "计时器", "闹钟", "提醒"],
    },
    sayings: {
      en: [
        "pasta timer, nine minutes",
        "wake me at half past six on weekdays",
        "remind me tomorrow at nine to call the bank",
      ],
      fr: [
        "minuteur pâtes, neuf minutes",
        "réveille-moi à six heures et demie en semaine",
        "rappelle-moi demain à neuf heures d'appeler la banque",
      ],
      zh: ["煮面计时九分钟", "工作日早上六点半叫我起床", "明天九点提醒我给银行打电话"],
    },
  },
  {
    names: {
      en: ["calendar, lists and notes", "calendar", "events", "lists", "notes", "shopping"],
      fr: ["agenda, listes et notes", "agenda", "listes", "notes", "courses"],
      zh: ["日历、清单和笔记", "日历", "清单", "笔记", "购物"],
    },
    sayings: {
      en: ["am I free on Thursday afternoon", "we're out of oat milk", "take a note: the parking spot is B12"],
      fr: [
        "est-ce que je suis libre jeudi après-midi",
        "il n'y a plus de lait",
        "prends une note : la place de parking est B12",
      ],
      zh: ["周四下午我有空吗", "牛奶喝完了", "记个笔记：停车位是B12"],
    },
  },
  {
    names: {
      en: ["music and sound", "music", "sound", "volume", "media"],
      fr: ["musique et son", "musique", "son", "volume"],
      zh: ["音乐和声音", "音乐", "声音", "音量"],
    },
    sayings: {
      en: ["put on something by Nina Simone", "a bit quieter please", "who sings this"],
      fr: ["mets quelque chose de Nina Simone", "un peu moins fort s'il te plaît", "qui chante ça"],
      zh: ["放妮娜·西蒙的歌", "声音小一点", "这是谁唱的"],
    },
  },
  {
    names: {
      en: ["the machine", "screen", "system", "network", "files", "apps", "settings"],
      fr: ["la machine", "écran", "système", "réseau", "fichiers", "applications", "réglages"],
      zh: ["这台机器", "屏幕", "系统", "网络", "文件", "应用", "设置"],
    },
    sayings: {
      en: ["it's too bright in here", "what's my IP address", "find the photos I took last weekend", "open Firefox"],
      fr: [
        "il fait trop clair ici",
        "quelle est mon adresse IP",
        "trouve les photos du week-end dernier",
        "ouvre Firefox",
      ],
      zh: ["屏幕太亮了", "我的IP地址是什么", "找上周末拍的照片", "打开火狐"],
    },
  },
  {
    names: {
      en: ["the home", "lights", "heating", "blinds"],
      fr: ["la maison", "lumières", "chauffage", "volets"],
      zh: ["家里", "灯", "暖气", "窗帘"],
    },
    sayings: {
      en: ["make the kitchen warmer and dim it", "open the blinds halfway", "how warm is the bedroom"],
      fr: ["allume la cuisine", "ouvre les volets à moitié", "quelle température fait-il dans la chambre"],
      zh: ["打开厨房的灯", "窗帘开一半", "卧室多少度"],
    },
  },
  {
    names: {
      en: ["sums and units", "calculate", "convert", "maths"],
      fr: ["calculs et unités", "calculer", "convertir"],
      zh: ["计算和单位", "计算", "换算"],
    },
    sayings: {
      en: ["what's fifteen percent of eighty", "convert five miles to kilometers", "what time is it in Tokyo"],
      fr: [
        "combien font quinze pour cent de quatre-vingts",
        "convertis cinq miles en kilomètres",
        "quelle heure est-il à Tokyo",
      ],
      zh: ["八十的百分之十五是多少", "五英里是多少公里", "东京现在几点"],
    },
  },
  {
    names: {
      en: ["teaching me", "routines", "memory", "undo"],
      fr: ["m'apprendre des choses", "routines", "mémoire", "annuler"],
      zh: ["教我", "例程", "记忆", "撤销"],
    },
    sayings: {
      en: ["when I say movie night, dim the screen to 20", "remember I'm allergic to nuts", "undo that"],
      fr: [
        "quand je dis soirée film, baisse la luminosité à 20",
        "souviens-toi que je suis allergique aux noix",
        "annule ça",
      ],
      zh: ["我说电影之夜的时候，把屏幕调暗到20", "记住我对坚果过敏", "撤销"],
    },
  },
];

export const help = defineAction({
  name: "help",
  summary: "Say what can be asked for, in general or about a subject.",
  args: { topic: maybe("text", "about what") },
  risk: "read",
  examples: {
    en: [
      ["help", {}],
      ["what can you do", {}],
      ["what can I say about music", { topic: "music" }],
    ],
    fr: [
      ["aide", {}],
      ["qu'est-ce que tu sais faire", {}],
      ["que puis-je dire pour la musique", { topic: "musique" }],
    ],
    zh: [
      ["帮助", {}],
      ["你能做什么", {}],
      ["音乐方面我能说什么", { topic: "音乐" }],
    ],
  },
  negatives: {
    en: ["help me lift this sofa", "what can you see"],
    fr: ["aide ma mère à porter le sac", "que vois-tu"],
    zh: ["帮我抬一下沙发", "你能看到什么"],
  },
  describe: (_, lang) =>
    say(lang, { en: "say what can be asked for", fr: "dire ce qu'on peut demander", zh: "说明能做什么" }),
  async run({ topic }, powers) {
    const { lang } = powers;
    const allNames = ({ names }: Topic) => [...names.en, ...names.fr, ...names.zh];
    const [found] = topic === undefined ? [] : matchNames(topic, TOPICS, allNames);
    const topics = found === undefined ? TOPICS : [found.thing];
    const show = topics.flatMap(({ names, sayings }) => [
      say(lang, { en: `${names.en[0]}:`, fr: `${names.fr[0]} :`, zh: `${names.zh[0]}：` }),
      ...sayings[lang].map((one) => `  ${one}`),
    ]);
    const subjects = TOPICS.map(({ names }) => names[lang][0]).join({ en: "; ", fr: " ; ", zh: "；" }[lang]);
    const sayings = (found?.thing ?? TOPICS[0]!).sayings[lang].map((one) =>
      say(lang, { en: `“${one}”`, fr: `« ${one} »`, zh: `“${one}”` }),
    );
    const spoken =
      found === undefined
        ? {
            en: `You can ask about: ${subjects}. For example ${sayings[0]}.`,
            fr: `Vous pouvez demander : ${subjects}. Par exemple ${sayings[0]}.`,
            zh: `您可以问：${subjects}。比如${sayings[0]}。`,
          }
        : {
            en: `Say for example ${sayings.join(", or ")}.`,
            fr: `Dites par exemple ${sayings.join(", ou ")}.`,
            zh: `比如可以说${sayings.join("，或者")}。`,
          };
    return { kind: "done", say: say(lang, spoken), show };
  },
});
