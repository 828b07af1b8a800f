/**
 * The reflex model's own tokenizer, the twin of reflex/tokenizer.py: words, single digits, single Chinese characters and
 * single signs are units; byte-pair merges stay inside a word; blanks are no tokens, since values are given back by offset.
 */
export interface Unit {
  readonly ids: readonly number[];
  /** UTF-16 offsets into the text as given. */
  readonly start: number;
  readonly end: number;
}

const UNIT = /(?:(?![㐀-鿿豈-﫿])[\p{L}\p{Nl}\p{No}])+|\p{Nd}|[㐀-鿿豈-﫿]|\S/gu;
const GO_ON = "##";

export class Tokenizer {
  readonly tokens: readonly string[];
  readonly #ids: ReadonlyMap<string, number>;
  readonly #rank: ReadonlyMap<string, number>;
  readonly #cache = new Map<string, readonly number[]>();

  /** @param merges "a b", best first, as GGUF's `tokenizer.ggml.merges` holds them */
  constructor(tokens: readonly string[], merges: readonly string[]) {
    this.tokens = tokens;
    this.#ids = new Map(tokens.map((token, id) => [token, id]));
    this.#rank = new Map(merges.map((merge, rank) => [merge, rank]));
  }

  /** The id of a token that must exist. */
  id(token: string): number {
    const id = this.#ids.get(token);
    if (id === undefined) throw new RangeError(`the model's vocabulary has no token ${token}`);
    return id;
  }

  find(token: string): number | undefined {
    return this.#ids.get(token);
  }

  encode(text: string): Unit[] {
    const units: Unit[] = [];
    for (const match of normalise(text).matchAll(UNIT))
      units.push({ ids: this.#unit(match[0]), start: match.index, end: match.index + match[0].length });
    return units;
  }

  #unit(word: string): readonly number[] {
    const known = this.#cache.get(word);
    if (known) return known;
    const parts = [...word].map((c, i) => (i === 0 ? c : GO_ON + c));
    while (parts.length > 1) {
      let best = -1;
      let bestRank = Infinity;
      for (let i = 0; i + 1 < parts.length; i++) {
        const rank = this.#rank.get(`${parts[i]} ${parts[i + 1]}`) ?? Infinity;
        if (rank < bestRank) {
          best = i;
          bestRank = rank;
        }
      }
      if (best < 0) break;
      parts.splice(best, 2, parts[best]! + parts[best + 1]!.slice(GO_ON.length));
    }
    const ids = parts.flatMap((part) => this.#ids.get(part) ?? this.#bytes(part));
    if (this.#cache.size < 20_000) this.#cache.set(word, ids);
    return ids;
  }

  #bytes(part: string): number[] {
    const bare = part.startsWith(GO_ON) && part.length > GO_ON.length ? part.slice(GO_ON.length) : part;
    return [...Buffer.from(bare, "utf8")].map((b) => this.id(`<0x${b.toString(16).toUpperCase().padStart(2, "0")}>`));
  }
}

/** Lower case, full-width signs made plain, curly quotes straight; one UTF-16 unit stays one, so offsets hold. */
export function normalise(text: string): string {
  let out = "";
  for (const c of text) {
    const plain = c.normalize("NFKC");
    let n = plain.length === 1 ? plain.toLowerCase() : c.toLowerCase();
    if ("’‘ʼ`´".includes(n)) n = "'";
    else if ("“”«»".includes(n)) n = '"';
    out += n.length === c.length ? n : c;
  }
  return out;
}
