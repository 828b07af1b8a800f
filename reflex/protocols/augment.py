"""Other sentences of the same meaning out of a train row: slot values changed for others of the train set, words left out, letters mistyped."""
import random
from collections import defaultdict

SWAP, DROP, TYPO = 0.35, 0.05, 0.01  # share of the rows whose values change; of the words outside values left out; of the words mistyped


class Augment:
    def __init__(self, rows, seed):
        self.rng = random.Random(seed)
        self.values = defaultdict(list)  # as often as they occur
        for r in rows:
            for name, a, b in r.spans or ():
                self.values[(r.space, r.intent, name)].append(r.text[a:b])

    def __call__(self, row):
        """(text, spans)"""
        swap = self.rng.random() < SWAP
        out, spans, at = "", [], 0
        for name, a, b in row.spans or ():
            out += self.words(row.text[at:a])
            value = self.rng.choice(self.values[(row.space, row.intent, name)]) if swap else row.text[a:b]
            spans.append((name, len(out), len(out) + len(value)))
            out += value
            at = b
        out += self.words(row.text[at:])
        if not out.strip():
            return row.text, row.spans
        return out, None if row.spans is None else tuple(spans)

    def words(self, text):
        """Blanks stay where they are, so that a value keeps its borders."""
        kept = []
        for w in text.split(" "):
            x = self.rng.random()
            kept.append("" if w and x < DROP else self.typo(w) if x < DROP + TYPO else w)
        return " ".join(kept)

    def typo(self, w):
        if len(w) < 4 or not w.isalpha():
            return w
        i = self.rng.randrange(len(w) - 1)
        return self.rng.choice([w[:i] + w[i + 1:], w[:i] + w[i + 1] + w[i] + w[i + 2:], w[:i] + w[i] + w[i:]])
