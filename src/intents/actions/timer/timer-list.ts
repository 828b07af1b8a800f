import type { Alert } from "../../../memory/alert.ts";
import { maybe } from "../../args.ts";
import type { Powers } from "../../powers.ts";
import { say } from "../../say.ts";
import { sayList } from "../../values/index.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { sayMs } from "../moments.ts";
import { thingOf } from "../pick-alert.ts";
import { pickTimer, remainingMs, sayTimer, timersNamed } from "./timers.ts";

export const timerList = defineAction({
  name: "timer_list",
  summary: "Say which timers run and how long is left on them.",
  args: { label: maybe("text", "which timer") },
  risk: "read",
  examples: {
    en: [
      ["how long is left on the pasta", { label: "pasta" }],
      ["how much time is left", {}],
      ["what timers are running", {}],
    ],
    fr: [
      ["combien de temps reste-t-il pour les pâtes", { label: "pâtes" }],
      ["il reste combien de temps", {}],
      ["quels minuteurs tournent", {}],
    ],
    zh: [
      ["煮面的计时器还剩多久", { label: "煮面" }],
      ["还剩多长时间", {}],
      ["现在有哪些计时器", {}],
    ],
  },
  negatives: {
    en: ["how long is the film", "what alarms are set"],
    fr: ["combien de temps dure le film", "quelles alarmes sont réglées"],
    zh: ["这部电影有多长", "设了哪些闹钟"],
  },
  describe: ({ label }, lang) =>
    label === undefined
      ? say(lang, { en: "say which timers run", fr: "dire quels minuteurs tournent", zh: "查看计时器" })
      : say(lang, {
          en: `say how long is left on the ${label} timer`,
          fr: `dire ce qu'il reste au minuteur « ${label} »`,
          zh: `查看“${label}”计时器`,
        }),
  async run({ label }, powers) {
    const all = powers.memory.alerts.list("timer");
    if (all.length === 0) {
      const text = { en: "No timer is running.", fr: "Aucun minuteur ne tourne.", zh: "没有正在运行的计时器。" };
      return { kind: "done", say: say(powers.lang, text), data: [] };
    }
    const timers = label === undefined ? all : timersNamed(label, all, powers);
    if (timers.length === 0) {
      const picked = pickTimer(label, all, powers);
      if ("result" in picked) return picked.result;
    }
    const lines = timers.map((timer) => lineOf(timer, powers));
    return {
      kind: "done",
      say: `${capitalised(sayList(lines, powers.lang))}${powers.lang === "zh" ? "。" : "."}`,
      show: lines.map(capitalised),
      data: timers.map((timer) => ({
        id: timer.id,
        label: timer.label,
        state: timer.state,
        remainingMs: remainingMs(timer, powers.now()),
      })),
      things: timers.map((timer) => thingOf(timer, sayTimer(timer, powers))),
    };
  },
});

function lineOf(timer: Alert, powers: Powers): string {
  const name = sayTimer(timer, powers);
  if (timer.state === "ringing") {
    return say(powers.lang, { en: `${name} is ringing`, fr: `${name} sonne`, zh: `${name}正在响` });
  }
  const left = sayMs(remainingMs(timer, powers.now()), powers);
  if (timer.state === "paused") {
    return say(powers.lang, {
      en: `${name} is paused with ${left} left`,
      fr: `${name} est en pause, reste ${left}`,
      zh: `${name}已暂停，还剩${left}`,
    });
  }
  return say(powers.lang, { en: `${left} left on ${name}`, fr: `${name} : reste ${left}`, zh: `${name}还剩${left}` });
}
