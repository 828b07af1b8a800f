import { plain } from "../../../match-name.ts";
import type { Lang } from "../../plan.ts";
import { COMMANDS } from "./command-table.ts";

export interface Suggestion {
  readonly command: string;
  readonly explanation: string;
  /** 0-1: the share of the words asked for that the entry knows, rare words counting more. */
  readonly score: number;
}

/** Below it nothing is offered as the answer; between this and SURE it is offered as a guess. */
export const GUESS = 0.45;
export const SURE = 0.62;

/** Words that are in every question. */
const STOP = new Set(
  "a an the i do how to in on of for my me with what which is are can you one some any this that it its from by at and or command terminal linux bash shell line use all je on comment le la les l un une des de du d en dans avec mon ma mes sur pour quelle quel est et ou ce cette qui que il tous toutes faire commande ligne si 的 了 在 把 用 我 怎 么 样 如 何 命 令 吗 一 个 请".split(
    " ",
  ),
);
/** Words that mean the same on a command line; the first stands for all. */
const SAME: readonly (readonly string[])[] = [
  ["folder", "directory", "dir"],
  [
    "show",
    "see",
    "display",
    "print",
    "view",
    "get",
    "check",
    "tell",
    "voir",
    "afficher",
    "affiche",
    "montrer",
    "montre",
    "connaitre",
  ],
  ["delete", "remove", "erase", "supprimer", "supprime", "effacer", "efface", "enlever", "enleve"],
  ["make", "create", "creer", "cree"],
  ["end", "kill", "stop", "terminate"],
  ["unpack", "extract", "uncompress", "decompress"],
  ["pack", "compress", "archive"],
  ["find", "search", "locate", "cherche", "chercher", "trouver", "rechercher"],
  ["large", "big", "huge", "larger", "bigger"],
  ["most", "biggest", "largest"],
  ["list", "lister", "liste", "listing"],
  ["process", "processes", "program"],
  ["change", "modify", "edit", "changed", "modified", "modifier", "changer"],
];
const FIRST = new Map(SAME.flatMap((words) => words.map((word) => [stem(word), stem(words[0]!)] as const)));

const INDEX = COMMANDS.map(([command, en, fr, zh, more = ""]) => ({
  command,
  said: { en, fr, zh },
  main: new Set(terms(`${en} ${fr} ${zh} ${command}`)),
  more: new Set(terms(more)),
}));
const FREQUENCY = new Map<string, number>();
for (const { main, more } of INDEX)
  for (const term of new Set([...main, ...more])) FREQUENCY.set(term, (FREQUENCY.get(term) ?? 0) + 1);

/** The commands of the table that fit the task, best first, at most three. */
export function suggestCommands(task: string, lang: Lang): readonly Suggestion[] {
  const wanted = [...new Set(terms(task))];
  const total = wanted.reduce((sum, term) => sum + weight(term), 0);
  if (total === 0) return [];
  return INDEX.map(({ command, said, main, more }) => {
    let found = 0;
    for (const term of wanted)
      if (main.has(term)) found += weight(term);
      else if (more.has(term)) found += 0.9 * weight(term);
    // Of two that know all the words, the one that is about little else.
    return { command, explanation: said[lang], score: found / total - main.size / 2000 };
  })
    .filter((suggestion) => suggestion.score >= GUESS)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3);
}

/** The words that carry meaning, for a search of the manual. */
export function searchWords(task: string): readonly string[] {
  return (plain(task).match(/[\p{Script=Latin}\d]+/gu) ?? []).filter((word) => !STOP.has(word) && word.length > 2);
}

/** A word no entry knows counts as a rare one: the table must not be sure of what it half understands. */
function weight(term: string): number {
  return Math.log(1 + INDEX.length / (FREQUENCY.get(term) ?? 3));
}

/** Latin words by their stem, Han by pairs of characters; `plain` spelling. */
function terms(text: string): readonly string[] {
  const words = plain(text).match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? [];
  return words.flatMap((word) => {
    if (!/\p{Script=Han}/u.test(word)) {
      const bare = stem(word);
      return STOP.has(word) ? [] : [FIRST.get(bare) ?? bare];
    }
    const characters = [...word].filter((character) => !STOP.has(character));
    return characters.length === 1 ? characters : characters.slice(1).map((character, i) => characters[i]! + character);
  });
}

function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=\w{3})s$/, "");
  return word.replace(/(?:ies)$/, "y").replace(/(?:ing|ed|es|er|ee?s?|s)$/, "");
}
