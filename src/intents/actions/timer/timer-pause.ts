import { maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { sayMs } from "../moments.ts";
import { thingOf } from "../pick-alert.ts";
import { undoAlerts, undoOf } from "../undo-alerts.ts";
import { describeTimer, pickTimer, remainingMs, sayTimer } from "./timers.ts";

export const timerPause = defineAction({
  name: "timer_pause",
  summary: "Hold a running timer.",
  args: { label: maybe("text", "which timer") },
  risk: "reversible",
  examples: {
    en: [
      ["pause the timer", {}],
      ["pause the pasta timer", { label: "pasta" }],
      ["hold the timer for a moment", {}],
    ],
    fr: [
      ["mets le minuteur en pause", {}],
      ["mets en pause le minuteur pâtes", { label: "pâtes" }],
      ["suspends le minuteur", {}],
    ],
    zh: [
      ["暂停计时器", {}],
      ["暂停煮面的计时器", { label: "煮面" }],
      ["计时先停一下", {}],
    ],
  },
  negatives: {
    en: ["pause the music", "cancel the timer"],
    fr: ["mets la musique en pause", "annule le minuteur"],
    zh: ["暂停音乐", "取消计时器"],
  },
  describe: ({ label }, lang) => {
    const timer = describeTimer(label, lang);
    return say(lang, { en: `pause ${timer}`, fr: `mettre ${timer} en pause`, zh: `暂停${timer}` });
  },
  async run({ label }, powers) {
    const running = powers.memory.alerts.list("timer", ["armed"]);
    const picked = pickTimer(label, running, powers);
    if ("result" in picked) return picked.result;
    const timer = powers.memory.alerts.pause(picked.found.id, powers.now());
    const name = sayTimer(timer, powers);
    const left = sayMs(remainingMs(timer, powers.now()), powers);
    const text = {
      en: `${name} is paused with ${left} left.`,
      fr: `${name} est en pause, reste ${left}.`,
      zh: `${name}已暂停，还剩${left}。`,
    };
    return {
      kind: "done",
      say: capitalised(say(powers.lang, text)),
      things: [thingOf(timer, name)],
      undo: { resume: timer.id },
    };
  },
  /** Counts on from what is left now: the time that passed since is not taken off. */
  async undo(data, powers) {
    const id = Number(data.resume);
    if (powers.memory.alerts.get(id)?.state === "paused") powers.memory.alerts.resume(id, powers.now());
    const text = { en: "The timer runs again.", fr: "Le minuteur tourne de nouveau.", zh: "计时器继续走了。" };
    return { kind: "done", say: say(powers.lang, text) };
  },
});

export const timerResume = defineAction({
  name: "timer_resume",
  summary: "Let a paused timer run on.",
  args: { label: maybe("text", "which timer") },
  risk: "reversible",
  examples: {
    en: [
      ["resume the timer", {}],
      ["continue the pasta timer", { label: "pasta" }],
      ["let the timer run again", {}],
    ],
    fr: [
      ["reprends le minuteur", {}],
      ["relance le minuteur pâtes", { label: "pâtes" }],
      ["continue le compte à rebours", {}],
    ],
    zh: [
      ["继续计时", {}],
      ["继续煮面的计时器", { label: "煮面" }],
      ["恢复计时器", {}],
    ],
  },
  negatives: {
    en: ["resume the music", "start a timer for five minutes"],
    fr: ["reprends la musique", "lance un minuteur de cinq minutes"],
    zh: ["继续播放", "开始五分钟的计时"],
  },
  describe: ({ label }, lang) => {
    const timer = describeTimer(label, lang);
    return say(lang, { en: `resume ${timer}`, fr: `reprendre ${timer}`, zh: `继续${timer}` });
  },
  async run({ label }, powers) {
    const paused = powers.memory.alerts.list("timer", ["paused"]);
    const picked = pickTimer(label, paused, powers);
    if ("result" in picked) return picked.result;
    const timer = powers.memory.alerts.resume(picked.found.id, powers.now());
    const name = sayTimer(timer, powers);
    const left = sayMs(remainingMs(timer, powers.now()), powers);
    const text = {
      en: `${name} runs again, ${left} left.`,
      fr: `${name} reprend, reste ${left}.`,
      zh: `${name}继续，还剩${left}。`,
    };
    return {
      kind: "done",
      say: capitalised(say(powers.lang, text)),
      things: [thingOf(timer, name)],
      undo: undoOf({ before: [picked.found] }),
    };
  },
  undo: undoAlerts,
});
