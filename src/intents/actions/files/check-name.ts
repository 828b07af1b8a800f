import type { Lang } from "../../plan.ts";
import type { Result } from "../../result.ts";
import { say } from "../../say.ts";

/** What is wrong with a name for something new, or undefined. 255 bytes is what Linux file systems take. */
export function checkName(name: string, lang: Lang): Result | undefined {
  const isFine = !/[/\0\n]/.test(name) && name !== "." && name !== ".." && Buffer.byteLength(name) <= 255;
  if (isFine && name.trim() !== "") return undefined;
  return {
    kind: "failed",
    code: "ARGUMENT_INVALID",
    say: say(lang, {
      en: `${JSON.stringify(name)} cannot be a name.`,
      fr: `${JSON.stringify(name)} ne peut pas être un nom.`,
      zh: `${JSON.stringify(name)}不能作为名称。`,
    }),
    remedy: say(lang, {
      en: "choose a name without a slash",
      fr: "choisissez un nom sans barre oblique",
      zh: "请选择不含斜杠的名称",
    }),
  };
}
