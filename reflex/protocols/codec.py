"""A row as tokens: `<s> S:snips <u> play some jazz <a>` → `A:snips/PlayMusic K:snips/genre jazz </s>`, and answers back to spans.

Slots stand in the order of the text; a value is the pieces of the units it covers. A set without slots is answered by the intent alone.
"""
from collections import defaultdict

from protocols.sets import SETS


class Codec:
    def __init__(self, tok, grammar):
        """grammar: {set: {intent: [slots]}}, see grammar_of."""
        self.tok, self.grammar = tok, grammar
        self.end = tok.id["</s>"]
        self.actions = {s: {tok.id[f"A:{space_of(s)}/{i}"]: i for i in intents} for s, intents in grammar.items()}
        self.slots = {s: {i: {tok.id[f"K:{space_of(s)}/{n}"]: n for n in names} for i, names in intents.items()} for s, intents in grammar.items()}

    def prompt(self, name, units):
        return [self.tok.id["<s>"], self.tok.id[f"S:{name}"], self.tok.id["<u>"], *(i for ids, _, _ in units for i in ids), self.tok.id["<a>"]]

    def knows(self, row):
        return all(t in self.tok.id for t in [f"S:{row.set}", f"A:{row.space}/{row.intent}", *(f"K:{row.space}/{n}" for n, _, _ in row.spans or ())])

    def encode(self, row):
        """(prompt, answer); the answer of a row without known slots ends with the intent"""
        units = self.tok.encode(row.text)
        answer = [self.tok.id[f"A:{row.space}/{row.intent}"]]
        if row.spans is None:
            return self.prompt(row.set, units), answer
        for name, a, b in row.spans:
            answer.append(self.tok.id[f"K:{row.space}/{name}"])
            answer += [i for ids, start, end in units if start < b and end > a for i in ids]
        return self.prompt(row.set, units), [*answer, self.end]


def space_of(name):
    return SETS[name][1]


def grammar_of(rows):
    """Which intents a set has, and which slots were seen with each: the label set that answers are constrained to."""
    out = defaultdict(lambda: defaultdict(set))
    for r in rows:
        out[r.set][r.intent].update(n for n, _, _ in r.spans or ())
    return {s: {i: sorted(names) for i, names in sorted(intents.items())} for s, intents in out.items()}


def together(one, other):
    return {s: {i: sorted({*one.get(s, {}).get(i, ()), *other.get(s, {}).get(i, ())}) for i in sorted({*one.get(s, {}), *other.get(s, {})})} for s in {**one, **other}}
