import type { Lang } from "../../plan.ts";

/** "milk, eggs and bread" · "du lait, des œufs et du pain" · 牛奶、鸡蛋和面包. Empty for no items. */
export function sayList(items: readonly string[], lang: Lang): string {
  if (items.length < 2) return items[0] ?? "";
  const [comma, and] = lang === "zh" ? ["、", "和"] : lang === "fr" ? [", ", " et "] : [", ", " and "];
  return `${items.slice(0, -1).join(comma)}${and}${items.at(-1)}`;
}
