import { maybe } from "../../args.ts";
import { say } from "../../say.ts";
import { sayList, sayPeriod, sayTime } from "../../values/index.ts";
import { capitalised } from "../capitalised.ts";
import { defineAction } from "../define-action.ts";
import { localOf, periodOf } from "../moments.ts";

/** Without a time: the last turns, as many as a listener can follow. */
const LAST = 10;
const SPOKEN = 4;

export const historyRead = defineAction({
  name: "history_read",
  summary: "Say what was asked and done.",
  args: { when: maybe("period", "of which time") },
  risk: "read",
  examples: {
    en: [
      ["what did you do this morning", { when: "2026-11-23T06:00/2026-11-23T12:00" }],
      ["what have I asked you today", { when: "2026-11-23T00:00/2026-11-24T00:00" }],
      ["show me the history", {}],
    ],
    fr: [
      ["qu'as-tu fait ce matin", { when: "2026-11-23T06:00/2026-11-23T12:00" }],
      ["qu'est-ce que je t'ai demandé aujourd'hui", { when: "2026-11-23T00:00/2026-11-24T00:00" }],
      ["montre-moi l'historique", {}],
    ],
    zh: [
      ["今天早上你做了什么", { when: "2026-11-23T06:00/2026-11-23T12:00" }],
      ["今天我让你做过什么", { when: "2026-11-23T00:00/2026-11-24T00:00" }],
      ["看看历史记录", {}],
    ],
  },
  negatives: {
    en: ["what do I have to do this morning", "say that again"],
    fr: ["qu'est-ce que j'ai à faire ce matin", "répète"],
    zh: ["今天早上我有什么安排", "再说一遍"],
  },
  describe: (_, lang) => say(lang, { en: "say what was done", fr: "dire ce qui a été fait", zh: "查看历史记录" }),
  async run({ when }, powers) {
    const { ledger } = powers.memory;
    const period = when === undefined ? undefined : periodOf(when, powers);
    const turns = period === undefined ? ledger.last(LAST).toReversed() : ledger.between(period.start, period.end);
    const heading = when === undefined ? "" : sayPeriod(when, powers.lang, localOf(powers.now(), powers));
    const before =
      heading === "" ? "" : say(powers.lang, { en: `${heading}: `, fr: `${heading} : `, zh: `${heading}：` });
    if (turns.length === 0) {
      const text = { en: `${before}nothing yet.`, fr: `${before}rien pour l'instant.`, zh: `${before}还没有记录。` };
      return { kind: "done", say: capitalised(say(powers.lang, text)), data: [] };
    }
    const lines = turns.map((turn) => {
      const time = sayTime(localOf(new Date(turn.at), powers), powers.lang);
      return say(powers.lang, {
        en: `at ${time}, “${turn.utterance}”`,
        fr: `à ${time}, « ${turn.utterance} »`,
        zh: `${time}，“${turn.utterance}”`,
      });
    });
    const spoken = lines.slice(-SPOKEN);
    const earlier = turns.length - spoken.length;
    const counted =
      earlier === 0
        ? ""
        : say(powers.lang, {
            en: `${turns.length} turns; the latest ${spoken.length}: `,
            fr: `${turns.length} échanges ; les ${spoken.length} derniers : `,
            zh: `共${turns.length}次，最近的：`,
          });
    const end = powers.lang === "zh" ? "。" : ".";
    return {
      kind: "done",
      say: capitalised(`${before}${counted}${sayList(spoken, powers.lang)}${end}`),
      show: turns.map(
        (turn) => `${localOf(new Date(turn.at), powers)} · ${turn.utterance} → ${turn.reply} (${turn.outcome})`,
      ),
      data: turns.map(({ at, utterance, calls, outcome, tier }) => ({ at, utterance, calls, outcome, tier })),
    };
  },
});
