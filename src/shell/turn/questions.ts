import type { Action } from "../../intents/actions/define-action.ts";
import type { Arg } from "../../intents/args.ts";
import type { Call, Lang } from "../../intents/plan.ts";
import { say } from "../../intents/say.ts";
import { BY_ARGUMENT, BY_TYPE } from "./question-words.ts";

/** The question for a missing argument, as one would ask it; an enum names its words. */
export function clarifyingQuestion(action: Action, name: string, arg: Arg, lang: Lang): string {
  const asked = BY_ARGUMENT[`${action.name}.${name}`] ?? BY_ARGUMENT[name] ?? BY_TYPE[arg.type];
  const question = asked ? asked[lang] : say(lang, fromSummary(arg.summary));
  if (arg.type !== "enum" || arg.values === undefined) return question;
  const words = arg.values.filter((word) => word !== "all" && word !== "any").join(", ");
  return say(lang, { en: `${question} (${words})`, fr: `${question} (${words})`, zh: `${question}（${words}）` });
}

/** "Shall I turn the machine off?" The call is read back exactly as it will be run. */
export function confirmingQuestion(call: Call, action: Action, lang: Lang): string {
  const what = action.describe(call.args as never, lang).trim();
  return say(lang, { en: `Shall I ${what}?`, fr: `Dois-je ${what} ?`, zh: `要我${what}吗？` });
}

/** An action that brings its own arguments also brings their summaries. */
function fromSummary(summary: string): Readonly<Record<Lang, string>> {
  return {
    en: `Which? I need ${summary}.`,
    fr: `Il me manque une précision : ${summary} ?`,
    zh: `还缺一项：${summary}？`,
  };
}
