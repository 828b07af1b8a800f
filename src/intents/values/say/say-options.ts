import type { Lang } from "../../plan.ts";

/** "the pasta timer, or the rice timer" · "a, b, or c" · « a, b, ou c » · a、b，还是c: the choices that a question names. */
export function sayOptions(names: readonly string[], lang: Lang): string {
  if (names.length < 2) return names[0] ?? "";
  const [comma, or] = { en: [", ", ", or "], fr: [", ", ", ou "], zh: ["、", "，还是"] }[lang] as [string, string];
  return `${names.slice(0, -1).join(comma)}${or}${names.at(-1)}`;
}
