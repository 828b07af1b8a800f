import type { PowerDriver } from "../../../../devices/drivers/power/power.ts";
import { ShellError } from "../../../errors.ts";
import { toInstant } from "../../../memory/zoned-time.ts";
import { maybe } from "../../args.ts";
import type { Lang } from "../../plan.ts";
import type { Powers } from "../../powers.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";
import { sayDateTime, sayDuration } from "../../values/index.ts";
import { defineAction } from "../define-action.ts";
import { sayPercent } from "../say-percent.ts";
import { isoMinutes, secondsOf } from "./say-machine.ts";

const WHEN = {
  in: maybe("duration", "how long from now"),
  at: maybe("datetime", "at what time"),
};

export const powerOff = defineAction({
  name: "power_off",
  summary: "Turn the machine off, now or later.",
  args: WHEN,
  risk: "dangerous",
  examples: {
    en: [
      ["shut down the computer", {}],
      ["turn yourself off in ten minutes", { in: "PT10M" }],
      ["power off tonight at 23:30", { at: "2026-11-23T23:30" }],
    ],
    fr: [
      ["éteins l'ordinateur", {}],
      ["éteins-toi dans dix minutes", { in: "PT10M" }],
      ["arrête la machine ce soir à 23 h 30", { at: "2026-11-23T23:30" }],
    ],
    zh: [
      ["关机", {}],
      ["十分钟后关机", { in: "PT10M" }],
      ["今晚十一点半关闭电脑", { at: "2026-11-23T23:30" }],
    ],
  },
  negatives: {
    en: ["turn off the lights", "restart the computer", "turn off the screen"],
    fr: ["éteins la lumière", "redémarre l'ordinateur", "éteins l'écran"],
    zh: ["关灯", "重启电脑", "关闭屏幕"],
  },
  describe: (input, lang) => {
    const when = whenWords(input, lang);
    return say(lang, { en: `turn the machine off${when}`, fr: `éteindre la machine${when}`, zh: `${when}关机` });
  },
  look: lookAtShutdown,
  run: (input, powers) => shutdown("poweroff", input, powers),
  undo: callOffShutdown,
});

export const powerRestart = defineAction({
  name: "power_restart",
  summary: "Restart the machine, now or later.",
  args: WHEN,
  risk: "dangerous",
  examples: {
    en: [
      ["restart the computer", {}],
      ["reboot in five minutes", { in: "PT5M" }],
      ["restart tomorrow at 6 am", { at: "2026-11-24T06:00" }],
    ],
    fr: [
      ["redémarre l'ordinateur", {}],
      ["redémarre dans cinq minutes", { in: "PT5M" }],
      ["relance la machine demain à 6 h", { at: "2026-11-24T06:00" }],
    ],
    zh: [
      ["重启电脑", {}],
      ["五分钟后重启", { in: "PT5M" }],
      ["明天早上六点重新启动", { at: "2026-11-24T06:00" }],
    ],
  },
  negatives: {
    en: ["restart the web server", "start the song again", "shut down the computer"],
    fr: ["redémarre le serveur web", "recommence la chanson", "éteins l'ordinateur"],
    zh: ["重启网页服务", "重新播放这首歌", "关机"],
  },
  describe: (input, lang) => {
    const when = whenWords(input, lang);
    return say(lang, { en: `restart the machine${when}`, fr: `redémarrer la machine${when}`, zh: `${when}重启` });
  },
  look: lookAtShutdown,
  run: (input, powers) => shutdown("reboot", input, powers),
  undo: callOffShutdown,
});

export const powerSuspend = defineAction({
  name: "power_suspend",
  summary: "Put the machine to sleep.",
  args: {},
  risk: "reversible",
  examples: {
    en: [
      ["go to sleep", {}],
      ["suspend the computer", {}],
      ["put the machine in standby", {}],
    ],
    fr: [
      ["mets-toi en veille", {}],
      ["mets l'ordinateur en veille", {}],
      ["endors la machine", {}],
    ],
    zh: [
      ["进入睡眠", {}],
      ["让电脑休眠", {}],
      ["待机", {}],
    ],
  },
  negatives: {
    en: ["set a sleep timer", "lock the screen"],
    fr: ["mets un minuteur de sommeil", "verrouille l'écran"],
    zh: ["设一个睡眠定时", "锁屏"],
  },
  describe: (_, lang) =>
    say(lang, { en: "put the machine to sleep", fr: "mettre la machine en veille", zh: "让机器睡眠" }),
  run: async (_, powers) => {
    await (await powers.drivers.power()).suspend();
    return {
      kind: "done",
      say: say(powers.lang, { en: "Going to sleep.", fr: "Je me mets en veille.", zh: "正在进入睡眠。" }),
    };
  },
});

export const screenLock = defineAction({
  name: "screen_lock",
  summary: "Lock the screen.",
  args: {},
  risk: "reversible",
  examples: {
    en: [
      ["lock the screen", {}],
      ["lock my computer", {}],
      ["I'm leaving my desk, lock it", {}],
    ],
    fr: [
      ["verrouille l'écran", {}],
      ["verrouille mon ordinateur", {}],
      ["verrouille la session", {}],
    ],
    zh: [
      ["锁屏", {}],
      ["锁定电脑", {}],
      ["把屏幕锁上", {}],
    ],
  },
  negatives: {
    en: ["lock the front door", "turn off the screen"],
    fr: ["verrouille la porte d'entrée", "éteins l'écran"],
    zh: ["锁上前门", "关闭屏幕"],
  },
  describe: (_, lang) => say(lang, { en: "lock the screen", fr: "verrouiller l'écran", zh: "锁定屏幕" }),
  run: async (_, powers) => {
    const { lang } = powers;
    try {
      await (await powers.drivers.power()).lock();
    } catch (error) {
      if (!(error instanceof ShellError) || error.code !== "NOT_FOUND") throw error;
      return {
        kind: "failed",
        code: error.code,
        say: say(lang, {
          en: "Nobody is logged in, so there is no screen to lock.",
          fr: "Personne n'est connecté, il n'y a pas d'écran à verrouiller.",
          zh: "没有人登录，没有屏幕可锁。",
        }),
      };
    }
    return {
      kind: "done",
      say: say(lang, { en: "The screen is locked.", fr: "L'écran est verrouillé.", zh: "屏幕已锁定。" }),
    };
  },
});

export const batteryStatus = defineAction({
  name: "battery_status",
  summary: "Say how full the battery is.",
  args: {},
  risk: "read",
  examples: {
    en: [
      ["how much battery is left", {}],
      ["is it charging", {}],
      ["battery level", {}],
    ],
    fr: [
      ["combien de batterie reste-t-il", {}],
      ["est-ce que ça charge", {}],
      ["niveau de batterie", {}],
    ],
    zh: [
      ["还有多少电", {}],
      ["在充电吗", {}],
      ["电池电量", {}],
    ],
  },
  negatives: {
    en: ["how much memory is left", "add batteries to the shopping list"],
    fr: ["combien de mémoire reste-t-il", "ajoute des piles à la liste de courses"],
    zh: ["还剩多少内存", "把电池加到购物清单"],
  },
  describe: (_, lang) => say(lang, { en: "read the battery", fr: "lire la batterie", zh: "查看电池" }),
  run: async (_, powers) => {
    const { lang } = powers;
    const battery = await (await powers.drivers.power()).battery();
    if (!battery)
      return {
        kind: "done",
        say: say(lang, {
          en: "This machine has no battery.",
          fr: "Cette machine n'a pas de batterie.",
          zh: "这台机器没有电池。",
        }),
        data: null,
      };
    const { percent, state, secondsLeft } = battery;
    const left = secondsLeft === undefined ? undefined : sayDuration(isoMinutes(secondsLeft), lang);
    const charging = state === "charging";
    const tail = {
      en: charging ? `, charging${left ? `, full in ${left}` : ""}` : left ? `, ${left} left` : "",
      fr: charging ? `, en charge${left ? `, pleine dans ${left}` : ""}` : left ? `, encore ${left}` : "",
      zh: charging ? `，正在充电${left ? `，${left}后充满` : ""}` : left ? `，还能用${left}` : "",
    };
    return {
      kind: "done",
      say: say(lang, {
        en: `The battery is at ${sayPercent(percent, "en")}${tail.en}.`,
        fr: `La batterie est à ${sayPercent(percent, "fr")}${tail.fr}.`,
        zh: `电池电量${sayPercent(percent, "zh")}${tail.zh}。`,
      }),
      data: battery,
    };
  },
});

interface When {
  readonly in?: string | undefined;
  readonly at?: string | undefined;
}

async function lookAtShutdown(when: When, powers: Powers): Promise<Result | undefined> {
  return momentOf(when, powers) === "past" ? alreadyPast(powers.lang) : undefined;
}

/** Undefined: at once. */
function momentOf(when: When, powers: Powers): Date | "past" | undefined {
  const now = powers.now();
  const at =
    when.at !== undefined
      ? toInstant(when.at, powers.timeZone)
      : when.in !== undefined
        ? new Date(now.getTime() + secondsOf(when.in) * 1000)
        : undefined;
  return at !== undefined && at <= now ? "past" : at;
}

function alreadyPast(lang: Lang): Result {
  const text = { en: "That time is already past.", fr: "Cette heure est déjà passée.", zh: "这个时间已经过了。" };
  return { kind: "failed", code: "ARGUMENT_INVALID", say: say(lang, text) };
}

async function shutdown(kind: "poweroff" | "reboot", when: When, powers: Powers): Promise<Result> {
  const { lang } = powers;
  const power: PowerDriver = await powers.drivers.power();
  const at = momentOf(when, powers);
  if (at === "past") return alreadyPast(lang);
  await power.shutdown(kind, at);
  const off = kind === "poweroff";
  if (at === undefined)
    return {
      kind: "done",
      say: off
        ? say(lang, { en: "Turning off. Goodbye.", fr: "Je m'éteins. Au revoir.", zh: "正在关机，再见。" })
        : say(lang, { en: "Restarting.", fr: "Je redémarre.", zh: "正在重启。" }),
    };
  const time = whenWords(when, lang, powers);
  return {
    kind: "done",
    say: off
      ? say(lang, { en: `I will turn off${time}.`, fr: `Je m'éteindrai${time}.`, zh: `将在${time}关机。` })
      : say(lang, { en: `I will restart${time}.`, fr: `Je redémarrerai${time}.`, zh: `将在${time}重启。` }),
    data: { kind, at: at.toISOString() },
    undo: { scheduled: kind },
  };
}

async function callOffShutdown(_: unknown, powers: Powers): Promise<Result> {
  const wasWaiting = await (await powers.drivers.power()).cancelShutdown();
  return {
    kind: "done",
    say: wasWaiting
      ? say(powers.lang, {
          en: "It is called off; I stay on.",
          fr: "C'est annulé, je reste allumé.",
          zh: "已取消，不会关机。",
        })
      : say(powers.lang, {
          en: "Nothing was scheduled any more.",
          fr: "Plus rien n'était prévu.",
          zh: "已经没有安排了。",
        }),
  };
}

/** " in ten minutes", « dans dix minutes », "十分钟后"; empty for now. */
function whenWords(when: When, lang: Lang, powers?: Powers): string {
  if (when.at !== undefined) {
    const at = powers ? sayDateTime(when.at, lang, powers.now(), powers.timeZone) : sayDateTime(when.at, lang);
    return say(lang, { en: ` ${at}`, fr: ` ${at}`, zh: at });
  }
  if (when.in === undefined) return "";
  const words = sayDuration(when.in, lang);
  return say(lang, { en: ` in ${words}`, fr: ` dans ${words}`, zh: `${words}后` });
}
