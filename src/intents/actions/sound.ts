import type { Volume } from "../../../devices/drivers/sound/sound.ts";
import { matchNames, plain } from "../../match-name.ts";
import { arg, maybe, oneOf } from "../args.ts";
import type { Lang } from "../plan.ts";
import type { Powers } from "../powers.ts";
import type { Result, UndoData } from "../result.ts";
import { say } from "../say.ts";
import { sayList } from "../values/index.ts";
import { defineAction, defineDomain } from "./define-action.ts";
import { sayPercent } from "./say-percent.ts";

/** What "louder" means when no amount is said: one clearly audible step. */
const STEP_PERCENT = 10;

const volumeSet = defineAction({
  name: "volume_set",
  summary: "Set the loudness of what plays.",
  args: { level: arg("percent", "how loud, 0 silent to 100 full") },
  risk: "reversible",
  examples: {
    en: [
      ["set the volume to 40 percent", { level: 40 }],
      ["volume at half", { level: 50 }],
      ["turn the sound all the way up", { level: 100 }],
      ["volume to 7", { level: 7 }],
    ],
    fr: [
      ["mets le volume à 40 pour cent", { level: 40 }],
      ["volume à la moitié", { level: 50 }],
      ["monte le son à fond", { level: 100 }],
    ],
    zh: [
      ["把音量调到百分之四十", { level: 40 }],
      ["音量开到一半", { level: 50 }],
      ["声音开到最大", { level: 100 }],
    ],
  },
  negatives: {
    en: ["set the brightness to 40 percent", "a bit louder please"],
    fr: ["mets la luminosité à 40 pour cent", "un peu plus fort s'il te plaît"],
    zh: ["把亮度调到百分之四十", "声音大一点"],
  },
  describe: ({ level }, lang) =>
    say(lang, {
      en: `set the volume to ${sayPercent(level, "en")}`,
      fr: `mettre le volume à ${sayPercent(level, "fr")}`,
      zh: `把音量调到${sayPercent(level, "zh")}`,
    }),
  run: async ({ level }, powers) => changeVolume(powers, () => level),
  undo: restoreVolume,
});

const volumeChange = defineAction({
  name: "volume_change",
  summary: "Make what plays louder or quieter.",
  args: {
    direction: oneOf(["up", "down"], "louder or quieter"),
    amount: maybe("percent", "by how many points of 100"),
  },
  risk: "reversible",
  examples: {
    en: [
      ["a bit quieter please", { direction: "down" }],
      ["turn it up by 20 percent", { direction: "up", amount: 20 }],
      ["it's way too loud", { direction: "down" }],
      ["I can hardly hear the music", { direction: "up" }],
    ],
    fr: [
      ["un peu moins fort s'il te plaît", { direction: "down" }],
      ["augmente le son de 20 pour cent", { direction: "up", amount: 20 }],
      ["c'est beaucoup trop fort", { direction: "down" }],
    ],
    zh: [
      ["声音小一点", { direction: "down" }],
      ["音量调高百分之二十", { direction: "up", amount: 20 }],
      ["太吵了", { direction: "down" }],
    ],
  },
  negatives: {
    en: ["set the volume to 20 percent", "make the screen a bit darker"],
    fr: ["mets le volume à 20 pour cent", "assombris un peu l'écran"],
    zh: ["把音量调到百分之二十", "屏幕暗一点"],
  },
  describe: ({ direction, amount }, lang) => {
    const by = amount === undefined ? undefined : sayPercent(amount, lang);
    return direction === "up"
      ? say(lang, {
          en: `turn the volume up${by ? ` by ${by}` : ""}`,
          fr: `monter le volume${by ? ` de ${by}` : ""}`,
          zh: `调高音量${by ?? ""}`,
        })
      : say(lang, {
          en: `turn the volume down${by ? ` by ${by}` : ""}`,
          fr: `baisser le volume${by ? ` de ${by}` : ""}`,
          zh: `调低音量${by ?? ""}`,
        });
  },
  run: async ({ direction, amount }, powers) =>
    changeVolume(powers, ({ percent }) => percent + (direction === "up" ? 1 : -1) * (amount ?? STEP_PERCENT)),
  undo: restoreVolume,
});

const volumeMute = defineAction({
  name: "volume_mute",
  summary: "Silence the sound, or let it be heard again.",
  args: { on: arg("bool", "true silences, false lets it be heard") },
  risk: "reversible",
  examples: {
    en: [
      ["mute the sound", { on: true }],
      ["unmute", { on: false }],
      ["turn the sound off", { on: true }],
    ],
    fr: [
      ["coupe le son", { on: true }],
      ["remets le son", { on: false }],
      ["mets en sourdine", { on: true }],
    ],
    zh: [
      ["静音", { on: true }],
      ["取消静音", { on: false }],
      ["把声音关掉", { on: true }],
    ],
  },
  negatives: {
    en: ["mute the microphone", "stop the music"],
    fr: ["coupe le micro", "arrête la musique"],
    zh: ["关闭麦克风", "停止播放音乐"],
  },
  describe: ({ on }, lang) =>
    on
      ? say(lang, { en: "mute the sound", fr: "couper le son", zh: "静音" })
      : say(lang, { en: "unmute the sound", fr: "remettre le son", zh: "取消静音" }),
  run: async ({ on }, powers) => {
    const sound = await powers.drivers.sound();
    const before = await sound.volume();
    const now = await sound.setMuted(on);
    return { kind: "done", say: sayVolume(now, powers.lang), data: now, undo: { ...before } };
  },
  undo: restoreVolume,
});

const volumeGet = defineAction({
  name: "volume_get",
  summary: "Say how loud the sound is.",
  args: {},
  risk: "read",
  examples: {
    en: [
      ["what's the volume", {}],
      ["how loud is it set", {}],
      ["is the sound on", {}],
    ],
    fr: [
      ["quel est le volume", {}],
      ["à combien est le son", {}],
      ["est-ce que le son est activé", {}],
    ],
    zh: [
      ["现在音量是多少", {}],
      ["音量多大", {}],
      ["声音开着吗", {}],
    ],
  },
  negatives: {
    en: ["turn the volume up", "what's playing"],
    fr: ["monte le volume", "qu'est-ce qui passe"],
    zh: ["调高音量", "在放什么歌"],
  },
  describe: (_, lang) => say(lang, { en: "read the volume", fr: "lire le volume", zh: "查看音量" }),
  run: async (_, powers) => {
    const now = await (await powers.drivers.sound()).volume();
    return { kind: "done", say: sayVolume(now, powers.lang), data: now };
  },
});

/** Forms of an output, as a server gives them, and what people call them, in `plain` spelling. */
const FORM_WORDS: readonly (readonly [form: RegExp, words: RegExp])[] = [
  [/head(phone|set)|earbud|airpod/i, /\b(headphones?|headset|earphones?|earbuds?|casque|ecouteurs?)\b|耳机|耳麦/],
  [
    /speaker|analog|built-in|internal/i,
    /\b(speakers?|loudspeakers?|haut parleurs?|enceintes?)\b|音箱|音响|扬声器|喇叭/,
  ],
  [/hdmi|displayport|tv/i, /\b(tv|television|tele|hdmi|monitor|moniteur)\b|电视|显示器/],
  [/bluez|bluetooth|wireless/i, /\bbluetooth\b|蓝牙/],
];

const soundOutput = defineAction({
  name: "sound_output",
  summary: "Choose the speaker or headphones that the sound comes out of.",
  args: { device: arg("text", "the speaker, headphones or screen") },
  risk: "reversible",
  examples: {
    en: [
      ["play it through the headphones", { device: "headphones" }],
      ["switch the sound to the kitchen speaker", { device: "kitchen speaker" }],
      ["use HDMI for audio", { device: "HDMI" }],
    ],
    fr: [
      ["passe le son sur le casque", { device: "casque" }],
      ["sors le son sur les haut-parleurs", { device: "haut-parleurs" }],
      ["mets l'audio sur la télé", { device: "télé" }],
    ],
    zh: [
      ["用耳机播放", { device: "耳机" }],
      ["把声音切换到音箱", { device: "音箱" }],
      ["声音从电视出来", { device: "电视" }],
    ],
  },
  negatives: {
    en: ["connect the headphones over bluetooth", "turn the headphones up"],
    fr: ["connecte le casque en bluetooth", "monte le volume du casque"],
    zh: ["连接蓝牙耳机", "耳机声音大一点"],
  },
  describe: ({ device }, lang) =>
    say(lang, { en: `play sound through ${device}`, fr: `passer le son sur ${device}`, zh: `用${device}播放声音` }),
  run: async ({ device }, powers) => {
    const { lang } = powers;
    const sound = await powers.drivers.sound();
    const outputs = await sound.outputs();
    const before = outputs.find((o) => o.active);
    const byId = outputs.filter((o) => o.id === device);
    const byName = matchNames(device, outputs, (o) => [o.name, o.form ?? ""]).map((m) => m.thing);
    const byForm = outputs.filter((o) =>
      FORM_WORDS.some(([form, words]) => words.test(plain(device)) && form.test(`${o.form ?? ""} ${o.name} ${o.id}`)),
    );
    const found = [byId, byName, byForm].find((list) => list.length > 0) ?? [];
    if (found.length === 0) {
      const names = sayList(
        outputs.map((o) => o.name),
        lang,
      );
      return {
        kind: "failed",
        code: "NOT_FOUND",
        say: say(lang, {
          en: `I find no sound output called ${device}. There is ${names}.`,
          fr: `Je ne trouve pas de sortie son « ${device} ». Il y a ${names}.`,
          zh: `没有找到叫${device}的声音输出。现有：${names}。`,
        }),
        remedy: "pactl list short sinks",
      };
    }
    if (found.length > 1)
      return {
        kind: "choose",
        arg: "device",
        question: say(lang, { en: "Which output?", fr: "Quelle sortie ?", zh: "用哪个输出？" }),
        options: found.map((o) => ({ kind: "device", id: o.id, name: o.name })),
      };
    const now = await sound.selectOutput(found[0]!.id);
    return {
      kind: "done",
      say: say(lang, {
        en: `Sound comes out of ${now.name}.`,
        fr: `Le son sort par ${now.name}.`,
        zh: `声音已切换到${now.name}。`,
      }),
      data: now,
      things: [{ kind: "device", id: now.id, name: now.name }],
      ...(before ? { undo: { id: before.id } } : {}),
    };
  },
  undo: async (data, powers) => {
    const now = await (await powers.drivers.sound()).selectOutput(String(data.id));
    return {
      kind: "done",
      say: say(powers.lang, {
        en: `Sound is back on ${now.name}.`,
        fr: `Le son est revenu sur ${now.name}.`,
        zh: `声音已切回${now.name}。`,
      }),
    };
  },
});

const microphoneMute = defineAction({
  name: "microphone_mute",
  summary: "Stop the microphone from hearing, or let it hear again.",
  args: { on: arg("bool", "true stops listening, false listens again") },
  risk: "reversible",
  examples: {
    en: [
      ["stop listening", { on: true }],
      ["mute the microphone", { on: true }],
      ["turn the mic back on", { on: false }],
    ],
    fr: [
      ["arrête d'écouter", { on: true }],
      ["coupe le micro", { on: true }],
      ["réactive le micro", { on: false }],
    ],
    zh: [
      ["别听了", { on: true }],
      ["关闭麦克风", { on: true }],
      ["打开麦克风", { on: false }],
    ],
  },
  negatives: {
    en: ["mute the sound", "record a voice memo"],
    fr: ["coupe le son", "enregistre un mémo vocal"],
    zh: ["静音", "录一段音"],
  },
  describe: ({ on }, lang) =>
    on
      ? say(lang, { en: "mute the microphone", fr: "couper le micro", zh: "关闭麦克风" })
      : say(lang, { en: "turn the microphone on", fr: "réactiver le micro", zh: "打开麦克风" }),
  run: async ({ on }, powers) => {
    const sound = await powers.drivers.sound();
    const before = await sound.microphone();
    const now = await sound.setMicrophoneMuted(on);
    return { kind: "done", say: sayMicrophone(now.muted, powers.lang), data: now, undo: { muted: before.muted } };
  },
  undo: async (data, powers) => {
    const now = await (await powers.drivers.sound()).setMicrophoneMuted(data.muted === true);
    return { kind: "done", say: sayMicrophone(now.muted, powers.lang) };
  },
});

export const soundActions = defineDomain("sound", [
  volumeSet,
  volumeChange,
  volumeMute,
  volumeGet,
  soundOutput,
  microphoneMute,
]);

/** Sets the volume to what `target` makes of it; whoever names a level wants to hear it, so it is unmuted too. */
async function changeVolume(powers: Powers, target: (before: Volume) => number): Promise<Result> {
  const sound = await powers.drivers.sound();
  const before = await sound.volume();
  let now = await sound.setVolume(target(before));
  if (before.muted && now.percent > 0) now = await sound.setMuted(false);
  return { kind: "done", say: sayVolume(now, powers.lang), data: now, undo: { ...before } };
}

async function restoreVolume(data: UndoData, powers: Powers): Promise<Result> {
  const sound = await powers.drivers.sound();
  await sound.setVolume(Number(data.percent));
  const now = await sound.setMuted(data.muted === true);
  return { kind: "done", say: sayVolume(now, powers.lang), data: now };
}

function sayVolume({ percent, muted }: Volume, lang: Lang): string {
  if (muted) return say(lang, { en: "The sound is muted.", fr: "Le son est coupé.", zh: "已静音。" });
  return say(lang, {
    en: `The volume is at ${sayPercent(percent, "en")}.`,
    fr: `Le volume est à ${sayPercent(percent, "fr")}.`,
    zh: `音量${sayPercent(percent, "zh")}。`,
  });
}

function sayMicrophone(muted: boolean, lang: Lang): string {
  return muted
    ? say(lang, { en: "The microphone is off.", fr: "Le micro est coupé.", zh: "麦克风已关闭。" })
    : say(lang, { en: "The microphone is on.", fr: "Le micro est activé.", zh: "麦克风已打开。" });
}
