/** One template of a phrase file, read: literal words, choices and slots, in order. The format: reflex/FORMAT.md. */
export type TemplateNode = string | Choice | Slot;

export interface Choice {
  readonly alternatives: readonly (readonly TemplateNode[])[];
}

export interface Slot {
  /** The argument that its words become; undefined for `{_=…}`, words that belong to none. */
  readonly argument: string | undefined;
  readonly vocabulary: string | undefined;
  /** Values written in the template itself, `{size:small|large}`. */
  readonly values: readonly (readonly TemplateNode[])[] | undefined;
}

/** @throws Error with what is wrong and the template's text */
export function parseTemplate(text: string): TemplateNode[] {
  let at = 0;
  const nodes = sequence("");
  return nodes;

  function sequence(stops: string): TemplateNode[] {
    const found: TemplateNode[] = [];
    let literal = "";
    const flush = (): void => {
      if (literal) found.push(literal);
      literal = "";
    };
    while (at < text.length && !stops.includes(text[at]!)) {
      const character = text[at++]!;
      if (character === "(" || character === "[") {
        flush();
        const options = alternatives(character === "(" ? ")" : "]");
        found.push({ alternatives: character === "[" ? [...options, []] : options });
      } else if (character === "{") {
        flush();
        found.push(slot());
      } else if (")]}".includes(character)) {
        throw new Error(`a ${character} that closes nothing in: ${text}`);
      } else {
        literal += character;
      }
    }
    flush();
    return found;
  }

  function alternatives(close: string): TemplateNode[][] {
    const options: TemplateNode[][] = [];
    for (;;) {
      options.push(sequence(`|${close}`));
      if (at >= text.length) throw new Error(`a bracket that is never closed by ${close} in: ${text}`);
      if (text[at++] === close) return options;
    }
  }

  function slot(): Slot {
    const end = text.indexOf("}", at);
    if (end < 0) throw new Error(`a { that is never closed in: ${text}`);
    const body = text.slice(at, end);
    at = end + 1;
    const read = /^(?:[1-4*]\.)?([a-z_][a-z0-9_]*)(?:=([a-z0-9_]+)|:(.*))?$/s.exec(body);
    if (!read) throw new Error(`a slot that cannot be read, {${body}}, in: ${text}`);
    const [, name, vocabulary, inline] = read;
    return {
      argument: name === "_" ? undefined : name,
      vocabulary: inline === undefined ? (vocabulary ?? name) : undefined,
      values: inline?.split("|").map((value) => parseTemplate(value)),
    };
  }
}
