import { catalogue } from "../../intents/catalogue.ts";
import { type Paper, paint } from "./print.ts";

/** What one can say, a line per domain, from the catalogue's own examples. */
export function helpText(paper: Paper): string {
  const domains = new Map<string, string[]>();
  for (const { domain, examples } of catalogue.values()) {
    const first = examples.en[0]?.[0];
    const list = domains.get(domain) ?? [];
    if (first && list.length < 3) list.push(first);
    domains.set(domain, list);
  }
  const width = Math.max(...[...domains.keys()].map((d) => d.length));
  const rows = [...domains].map(
    ([domain, said]) => `  ${paint(paper, "cyan", domain.padEnd(width))}  ${said.map((s) => `“${s}”`).join("  ")}`,
  );
  return [
    "Say it in your own words, in English, French or Chinese; several wishes in one line are fine. For example:",
    ...rows,
    paint(paper, "dim", "  undo · cancel · why did you do that · what can you do with files · exit"),
  ].join("\n");
}
