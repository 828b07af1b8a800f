const ORDER = 3;

interface History {
  /** Words seen after it, and how many different ones. */
  tokens: number;
  types: number;
}

/**
 * A trigram model of sentences as ARPA text: Witten-Bell smoothing (I. H. Witten and T. C. Bell, "The zero-frequency problem", 1991),
 * interpolated and written as back-off.
 * @param sentences words divided by one space
 */
export function arpaModel(sentences: Iterable<string>): string {
  const counts = countGrams(sentences);
  const histories = counts.map((grams, order) => (order === 0 ? new Map<string, History>() : historiesOf(grams)));
  const vocabularySize = counts[1]!.size - 1; // <s> is never foretold
  const shareOfLower = (order: number, history: string): number => {
    const seen = histories[order]!.get(history);
    return seen ? seen.types / (seen.tokens + seen.types) : 1;
  };

  const probabilities: Map<string, number>[] = [new Map()];
  for (let order = 1; order <= ORDER; order++) {
    const own = new Map<string, number>();
    for (const [gram, count] of counts[order]!) {
      if (gram === "<s>") continue;
      const history = historyOf(gram);
      const seen = histories[order]!.get(history)!;
      const lower = order === 1 ? 1 / vocabularySize : probabilities[order - 1]!.get(gram.slice(gram.indexOf(" ") + 1))!;
      own.set(gram, count / (seen.tokens + seen.types) + shareOfLower(order, history) * lower);
    }
    probabilities.push(own);
  }
  probabilities[1]!.set("<s>", 1e-99);

  const lines = ["\\data\\"];
  for (let order = 1; order <= ORDER; order++) lines.push(`ngram ${order}=${probabilities[order]!.size}`);
  for (let order = 1; order <= ORDER; order++) {
    lines.push("", `\\${order}-grams:`);
    for (const gram of [...probabilities[order]!.keys()].sort()) {
      const backOff = order < ORDER ? `\t${logarithm(shareOfLower(order + 1, gram))}` : "";
      lines.push(`${logarithm(probabilities[order]!.get(gram)!)}\t${gram}${backOff}`);
    }
  }
  return `${lines.join("\n")}\n\n\\end\\\n`;
}

/** Every word of the sentences, once. */
export function wordsOf(sentences: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const sentence of sentences) for (const word of sentence.split(" ")) words.add(word);
  words.delete("");
  return words;
}

function countGrams(sentences: Iterable<string>): Map<string, number>[] {
  const counts = Array.from({ length: ORDER + 1 }, () => new Map<string, number>());
  for (const sentence of sentences) {
    const words = ["<s>", ...sentence.split(" "), "</s>"];
    for (let start = 0; start < words.length; start++) {
      let gram = words[start]!;
      for (let order = 1; order <= ORDER && start + order <= words.length; order++) {
        if (order > 1) gram += ` ${words[start + order - 1]}`;
        counts[order]!.set(gram, (counts[order]!.get(gram) ?? 0) + 1);
      }
    }
  }
  return counts;
}

function historiesOf(grams: ReadonlyMap<string, number>): Map<string, History> {
  const histories = new Map<string, History>();
  for (const [gram, count] of grams) {
    if (gram === "<s>") continue;
    const history = historyOf(gram);
    const seen = histories.get(history);
    if (seen) {
      seen.tokens += count;
      seen.types += 1;
    } else histories.set(history, { tokens: count, types: 1 });
  }
  return histories;
}

function historyOf(gram: string): string {
  return gram.slice(0, Math.max(0, gram.lastIndexOf(" ")));
}

function logarithm(probability: number): string {
  return Math.log10(probability).toFixed(4);
}
