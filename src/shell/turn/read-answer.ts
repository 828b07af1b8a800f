import type { Call, Lang, Plan } from "../../intents/plan.ts";
import { say } from "../../intents/say.ts";
import { fold, tokens } from "../text.ts";
import type { ReadAnswerInput } from "./actor-inputs.ts";
import { isAnother, REPLACING_CONFIDENCE, understandAnswer } from "./another-plan.ts";
import { declaredPart } from "./call-shape.ts";
import { saysCancel, saysUndo } from "./cancel-words.ts";
import { type ActorContext, nowOf } from "./context.ts";
import { readChoice } from "./read-choice.ts";
import { readFreeWords } from "./read-free-words.ts";
import type { Answer, Question } from "./types.ts";
import { readYesNo } from "./yes-no.ts";

/** Reads the words after a question. What cannot be read is asked once more, then the turn ends politely. */
export async function readAnswer(input: ReadAnswerInput, shell: ActorContext, signal: AbortSignal): Promise<Answer> {
  const { question, request } = input;
  if (shell.clock.now() >= Date.parse(question.expiresAt))
    return question.kind === "confirm" ? { kind: "no" } : { kind: "cancel" };
  if (request.confirm !== undefined) return readButton(question, request.confirm, shell);
  switch (question.kind) {
    case "confirm":
      return readConfirmation(input, shell, signal);
    case "choose":
      return readOption(input, shell, signal);
    case "clarify":
      return readMissing(input, shell, signal);
  }
}

function readButton(question: Question, pressed: { token: string; yes: boolean }, shell: ActorContext): Answer {
  if (question.kind !== "confirm" || pressed.token !== question.token || !pressed.yes) return { kind: "no" };
  return shell.confirmations.grant(question.token) ? { kind: "yes" } : { kind: "no" };
}

async function readConfirmation(input: ReadAnswerInput, shell: ActorContext, signal: AbortSignal): Promise<Answer> {
  const { question, request } = input;
  const answer = saysCancel(request.utterance) ? "no" : readYesNo(request.utterance);
  // Words that are not the person's own confirm nothing.
  if (answer === "yes" && request.origin === "user" && shell.confirmations.grant(question.token))
    return { kind: "yes" };
  if (answer === "unclear") {
    const plan = await understandAnswer(input, input.about, shell, signal);
    if (plan && isAnother(plan, shell, REPLACING_CONFIDENCE)) {
      shell.confirmations.drop(question.token);
      return { kind: "plan", plan };
    }
    const again = shell.questions.again(question, exactCall(input, shell));
    if (again) return { kind: "again", question: onceMore(again, input.lang) };
  }
  shell.confirmations.drop(question.token);
  return { kind: "no" };
}

function exactCall({ question, calls }: ReadAnswerInput, shell: ActorContext): Call {
  const call = calls[question.call]!;
  return declaredPart(call, shell.catalogue.get(call.action), shell.questions.undeclared(question.call));
}

async function readOption(input: ReadAnswerInput, shell: ActorContext, signal: AbortSignal): Promise<Answer> {
  const { question, request } = input;
  if (saysCancel(request.utterance)) return { kind: "cancel" };
  const choice = readChoice(request.utterance, question.options ?? []);
  if (choice === "none") return { kind: "cancel" };
  if (choice) return { kind: "fill", args: { [question.arg!]: choice } };
  return insteadOrAgain(
    input,
    await understandAnswer(input, input.about, shell, signal),
    exactCall(input, shell),
    shell,
  );
}

async function readMissing(input: ReadAnswerInput, shell: ActorContext, signal: AbortSignal): Promise<Answer> {
  const { question, request, calls, lang } = input;
  const words = request.utterance.trim();
  const name = question.arg!;
  if (saysCancel(words)) return { kind: "cancel" };

  const call = calls[question.call]!;
  const action = shell.catalogue.get(call.action);
  const arg = action?.args[name];
  const isWords = arg === undefined || arg.type === "text" || arg.type === "ref";
  const free = isWords ? await readFreeWords(input, call, name, shell, signal) : undefined;
  if (free) return free;

  const value = isWords
    ? undefined
    : await shell.readValue(arg.type, words, {
        lang,
        now: nowOf(request, shell.clock),
        timeZone: shell.timeZone,
        action: call.action,
        arg: name,
        ...(arg.values === undefined ? {} : { enumValues: arg.values }),
        ...(typeof call.args.recurrence === "string" ? { recurrence: call.args.recurrence } : {}),
      });
  const isValue = value !== undefined && arg?.schema.safeParse(value).success === true;
  if (isValue && tokens(words).length <= 6) return { kind: "fill", args: { [name]: value } };

  const plan = await understandAnswer(input, input.about, shell, signal);
  const same = plan?.calls.length === 1 && plan.calls[0]?.action === call.action ? plan.calls[0].args : undefined;
  if (same?.[name] !== undefined && arg?.schema.safeParse(same[name]).success === true)
    return { kind: "fill", args: same };
  if (plan && isAnother(plan, shell, REPLACING_CONFIDENCE)) return { kind: "plan", plan };

  if (isValue) return { kind: "fill", args: { [name]: value } };
  // "copy budget.xlsx to the desktop" once more is the command again, not the name of a folder
  const isRestated =
    fold(words) === fold(input.about.utterance) ||
    (same !== undefined && plan?.unsure !== true && tokens(words).length > 3);
  if (isWords && fold(words) !== "" && !saysUndo(words) && !isRestated)
    return { kind: "fill", args: { [name]: withoutLeadIn(words) } };
  return insteadOrAgain(input, plan, call, shell);
}

/**
 * Words that answer nothing: a plan that is surely another takes the question's place, else it is put once more; who then still says
 * something else that was understood, means that.
 */
function insteadOrAgain(input: ReadAnswerInput, plan: Plan | undefined, exact: Call, shell: ActorContext): Answer {
  if (plan && isAnother(plan, shell, REPLACING_CONFIDENCE)) return { kind: "plan", plan };
  const again = shell.questions.again(input.question, exact);
  if (again) return { kind: "again", question: onceMore(again, input.lang) };
  return plan && isAnother(plan, shell, 0) ? { kind: "plan", plan } : { kind: "giveUp" };
}

/** The question a second time says what would have been an answer. */
function onceMore(question: Question, lang: Lang): Question {
  return {
    ...question,
    question: `${say(lang, ONCE_MORE[question.kind])}${lang === "zh" ? "" : " "}${question.question}`,
  };
}

const ONCE_MORE: Readonly<Record<Question["kind"], Readonly<Record<Lang, string>>>> = {
  confirm: { en: "Please say yes or no.", fr: "Répondez par oui ou par non.", zh: "请回答“是”或“不是”。" },
  choose: {
    en: "I need a number or a name from the list, or “cancel”.",
    fr: "Il me faut un numéro ou un nom de la liste, ou « annule ».",
    zh: "请说列表中的编号或名称，或者说“取消”。",
  },
  clarify: { en: "I did not catch that.", fr: "Je n'ai pas saisi.", zh: "没听明白。" },
};

/** "the one called pasta" → "pasta"; articles and possessives do not belong to a name. */
function withoutLeadIn(words: string): string {
  const bare = words
    .replace(/[.!?。！？]+$/u, "")
    .replace(/^(?:it'?s|it is|to|for|called|the one called|c'est|pour|叫|是)\s*/iu, "")
    .replace(/^(?:the|my|a|an|le|la|les|mon|ma|mes|un|une|我的)\s+|^l['’]|^我的/iu, "")
    .trim();
  return bare === "" ? words : bare;
}
