import type { Action } from "../intents/actions/define-action.ts";
import type { Call, Lang } from "../intents/plan.ts";
import type { Result } from "../intents/result.ts";
import { say } from "../intents/say.ts";
import { suggestions } from "./suggestions.ts";
import type { Reply, Road } from "./turn/types.ts";

/** One reply from what became of the turn's calls, in the person's language. */
export function composeReply(road: Road, catalogue: ReadonlyMap<string, Action>): Reply {
  if (road.request.dryRun && road.plan !== null && road.plan.calls.length > 0 && road.outcome === "done") {
    return rehearsal(road, catalogue);
  }
  const results = road.results.slice(road.from);
  const done = results.filter((result) => result.kind === "done");
  const show = results.flatMap((result) => (result.kind === "done" ? (result.show ?? []) : []));
  const { lang } = road;
  const said = done.map(({ say }) => say).filter((text) => text !== "");

  switch (road.outcome) {
    case "done":
      return { text: joined(said, lang), show };
    case "not_understood":
      return { text: notUnderstood(road, catalogue), show };
    case "refused":
      return { text: joined([...said, refused(road)], lang), show };
    case "cancelled":
      return { text: joined([...said, cancelled(road, done.length)], lang), show };
    default:
      return {
        text: sentences([...said, failed(road, results.at(-1)), ...leftUndone(road, catalogue)], lang),
        show,
      };
  }
}

/** A remedy may end in a command, bare so that it can be copied; where something follows, it needs its full stop. */
function sentences(parts: readonly string[], lang: Lang): string {
  return parts
    .map((part, i) =>
      i === parts.length - 1 || /[.!?…。！？”»]$/u.test(part) ? part : `${part}${lang === "zh" ? "。" : "."}`,
    )
    .join(lang === "zh" ? "" : " ");
}

/** Chinese sentences stand side by side; a blank parts the others, and words that end in none of their signs. */
function joined(parts: readonly string[], lang: Lang): string {
  return parts.reduce(
    (text, part) => `${text}${text === "" || (lang === "zh" && /[。！？：；”]$/u.test(text)) ? "" : " "}${part}`,
    "",
  );
}

function failed({ because, lang }: Road, last: Result | undefined): string {
  if (last !== undefined && (last.kind === "failed" || last.kind === "unavailable")) {
    return last.remedy === undefined ? last.say : joined([last.say, remedy(last.remedy, lang)], lang);
  }
  if (because === "TIMEOUT") {
    return say(lang, {
      en: "That took too long, so I stopped it.",
      fr: "Cela prenait trop de temps, je l'ai arrêté.",
      zh: "用时太长，我已停止。",
    });
  }
  const why = because ?? "?";
  return say(lang, { en: `That did not work: ${why}.`, fr: `Cela n'a pas marché : ${why}.`, zh: `没有成功：${why}。` });
}

function remedy(text: string, lang: Lang): string {
  const words = /^(?:say:|dites :|请说：)\s*(.+)$/u.exec(text)?.[1];
  if (words !== undefined)
    return say(lang, {
      en: `You can say: “${words}”.`,
      fr: `Vous pouvez dire : « ${words} ».`,
      zh: `您可以说：“${words}”。`,
    });
  return say(lang, { en: `Try: ${text}`, fr: `Essayez : ${text}`, zh: `可以试试：${text}` });
}

/** What comes after the call that failed has not been tried, and the person must hear so. */
function leftUndone({ calls, cursor, lang }: Road, catalogue: ReadonlyMap<string, Action>): readonly string[] {
  const rest = calls.slice(cursor + 1).map((call) => describe(call, catalogue, lang));
  if (rest.length === 0) return [];
  const list = enumerate(rest, lang);
  return [
    say(lang, {
      en: `I did not go on to ${list}.`,
      fr: `Je n'ai donc pas fait le reste : ${list}.`,
      zh: `所以没有继续：${list}。`,
    }),
  ];
}

function refused({ because, lang }: Road): string {
  switch (because) {
    case "NO":
      return say(lang, {
        en: "All right, I have not done it.",
        fr: "Très bien, je ne l'ai pas fait.",
        zh: "好的，没有执行。",
      });
    case "UNANSWERED":
    case "TIMEOUT":
      return say(lang, {
        en: "I heard no yes, so I have not done it.",
        fr: "Sans réponse, je ne l'ai pas fait.",
        zh: "没有得到确认，所以没有执行。",
      });
    case "untrusted":
      return say(lang, {
        en: "I do not do that on words that are not your own.",
        fr: "Je ne le fais pas sur des mots qui ne viennent pas de vous.",
        zh: "这些话不是您本人说的，我不会执行。",
      });
    case "schema":
      return say(lang, {
        en: "I understood something there that cannot be right, so I have not done it.",
        fr: "J'ai compris une valeur impossible, je ne l'ai donc pas fait.",
        zh: "我理解到的内容不合理，所以没有执行。",
      });
    case "unknown-action":
      return say(lang, { en: "I do not know how to do that.", fr: "Je ne sais pas faire cela.", zh: "我不会做这个。" });
    default:
      return because?.startsWith("config:")
        ? say(lang, {
            en: "Your settings do not allow that.",
            fr: "Vos réglages ne le permettent pas.",
            zh: "您的设置不允许这样做。",
          })
        : say(lang, { en: "I have not done it.", fr: "Je ne l'ai pas fait.", zh: "没有执行。" });
  }
}

function cancelled({ because, lang, calls, cursor, from }: Road, doneCount: number): string {
  if (because === "GAVE_UP") {
    return say(lang, {
      en: "I still do not have what I need; let's leave it for now.",
      fr: "Il me manque toujours cette précision ; laissons cela pour l'instant.",
      zh: "还是缺少需要的信息，先不做了。",
    });
  }
  if (because === "UNANSWERED") {
    return say(lang, {
      en: "No answer; I leave it.",
      fr: "Pas de réponse, je laisse tomber.",
      zh: "没有回答，先不做了。",
    });
  }
  const left = calls.length - Math.max(cursor, from);
  if (doneCount > 0 && left > 0) {
    return say(lang, {
      en: "I stopped there; the rest is not done.",
      fr: "Je me suis arrêté là ; le reste n'est pas fait.",
      zh: "已停止，其余的没有做。",
    });
  }
  return say(lang, { en: "Cancelled.", fr: "Annulé.", zh: "已取消。" });
}

/** "I would: set the volume to 30 percent; turn the machine off, but ask first." */
function rehearsal({ calls, decisions, lang }: Road, catalogue: ReadonlyMap<string, Action>): Reply {
  const parts = calls.map((call, index) => {
    const what = describe(call, catalogue, lang);
    const decision = decisions[index];
    if (decision?.decision === "deny") {
      return say(lang, { en: `refuse to ${what}`, fr: `refuser : ${what}`, zh: `拒绝${what}` });
    }
    if (decision?.rule === "missing") {
      return say(lang, {
        en: `${what} (something is missing; this would ask first)`,
        fr: `${what} (il manque une précision ; je demanderais d'abord)`,
        zh: `${what}（缺少信息，会先询问）`,
      });
    }
    return decision?.decision === "ask"
      ? say(lang, {
          en: `${what} (this would ask first)`,
          fr: `${what} (je demanderais d'abord)`,
          zh: `${what}（会先询问）`,
        })
      : what;
  });
  const text = parts.join(say(lang, { en: "; then ", fr: " ; puis ", zh: "；然后" }));
  return {
    text: say(lang, { en: `I would: ${text}.`, fr: `Je ferais ceci : ${text}.`, zh: `我会：${text}。` }),
    show: [],
  };
}

function notUnderstood({ request, lang, plan }: Road, catalogue: ReadonlyMap<string, Action>): string {
  if (plan?.meaning !== undefined) return meaningless(request.utterance, plan.meaning, lang);
  const ideas = suggestions(
    request.utterance,
    lang,
    catalogue,
    plan?.guess?.map(({ action }) => action),
  ).map((idea) => say(lang, { en: `“${idea}”`, fr: `« ${idea} »`, zh: `“${idea}”` }));
  const sorry = say(lang, { en: "I did not understand that.", fr: "Je n'ai pas compris.", zh: "我没听懂。" });
  if (ideas.length === 0) return sorry;
  const list = ideas.join(say(lang, { en: ", ", fr: ", ", zh: "、" }));
  return `${sorry}${say(lang, { en: ` You can say, for example: ${list}.`, fr: ` Vous pouvez dire, par exemple : ${list}.`, zh: `您可以说：${list}。` })}`;
}

/** A taught phrase whose meaning no mind is sure of (any more). */
function meaningless(phrase: string, meaning: string, lang: Lang): string {
  return say(lang, {
    en: `“${phrase}” means “${meaning}”, as you taught me, but I don't understand that. Teach it anew: when I say ${phrase}, …`,
    fr: `« ${phrase} » veut dire « ${meaning} », comme vous me l'avez appris, mais je ne le comprends pas. Apprenez-le-moi autrement : quand je dis ${phrase}, …`,
    zh: `您教过我“${phrase}”表示“${meaning}”，但我不明白。请换个说法再教一次：我说${phrase}的时候，……`,
  });
}

/** The call in words; where describing it fails (an argument is missing) the action's summary. */
export function describe(call: Call, catalogue: ReadonlyMap<string, Action>, lang: Lang): string {
  const action = catalogue.get(call.action);
  if (action === undefined) return call.action;
  if (!action.schema.safeParse(call.args).success)
    return lang === "en" ? action.summary : call.action.replaceAll("_", " ");
  return action.describe(call.args as never, lang);
}

function enumerate(parts: readonly string[], lang: Lang): string {
  return parts.join(say(lang, { en: "; nor to ", fr: " ; ", zh: "；" }));
}
