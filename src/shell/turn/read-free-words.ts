import type { Call, Plan } from "../../intents/plan.ts";
import { fold } from "../text.ts";
import type { ReadAnswerInput } from "./actor-inputs.ts";
import { isAnother, REPLACING_CONFIDENCE, understandAnswer } from "./another-plan.ts";
import { saysUndo } from "./cancel-words.ts";
import type { ActorContext } from "./context.ts";
import type { Answer } from "./types.ts";

/** Arguments whose answer can be any sentence, also one that sounds like a command ("buy milk", "turn the oven off"). */
const FREE_SPEECH = new Set(["text", "question", "task", "meaning", "phrase", "command", "expression", "password"]);

/** What is noted for oneself. What is said to somebody else, translated or taught may be anything: there every word is the answer. */
const NOTED = new Set(["reminder_set", "note_take", "fact_remember"]);

/** Only the machine does these: nobody asks to be reminded of turning the volume up, as they do of turning the oven off. */
const MACHINE_ONLY = new Set(["timer", "alarm", "sound", "dialogue"]);

/** "Check the weather" is something to be reminded of; "what's the weather like" is a question to the shell. */
const QUESTION =
  /^(?:what|when|where|who|why|how|which|is|are|do|does|did|will|quel|quelle|quels|quelles|quand|ou|qui|combien|comment|pourquoi|est-ce|est ce|qu'est|y a-t-il)(?=[\s'])|[?？]\s*$|几[点号]|什么|多少|吗$|哪|怎么/;

/** The answer to a question for free words; undefined where no free words were asked for. */
export async function readFreeWords(
  input: ReadAnswerInput,
  call: Call,
  name: string,
  shell: ActorContext,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const words = input.request.utterance.trim();
  if (!FREE_SPEECH.has(name) || saysUndo(words)) return undefined;
  if (!NOTED.has(call.action)) return { kind: "fill", args: { [name]: words } };

  const plan = await understandAnswer(input, undefined, shell, signal);
  if (plan && isForTheShell(plan, words, shell)) return { kind: "plan", plan };
  const said = plan && plan.calls.length === 1 && plan.unsure !== true ? plan.calls[0] : undefined;
  // "remind me to call mum", said in answer, is the whole command once more
  if (said?.action === call.action && said.args[name] !== undefined)
    return { kind: "fill", args: { ...said.args, ...call.args, [name]: said.args[name] } };
  return { kind: "fill", args: { [name]: words } };
}

function isForTheShell(plan: Plan, words: string, shell: ActorContext): boolean {
  if (!isAnother(plan, shell, REPLACING_CONFIDENCE)) return false;
  const isAsked = QUESTION.test(fold(words));
  return plan.calls.every(({ action }) => {
    const { domain, risk } = shell.catalogue.get(action)!;
    return MACHINE_ONLY.has(domain) || (isAsked && risk === "read");
  });
}
