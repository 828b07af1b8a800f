"""Own tokenizer: words, single digits, single Chinese characters and single signs are the units; byte-pair merges stay inside a word.

No blank is a token: values are given back by character offsets, so the text between two units never has to be spelled. That keeps a
span's first and last token on unit borders, which is what lets decoding allow spans of the utterance and nothing else.
src/intents/understand/reflex/tokenizer.ts is the same in TypeScript; reflex/parity.py compares them on every language.
"""
import re
import unicodedata
from collections import Counter, defaultdict

UNIT = re.compile(r"[^\W\d_㐀-鿿豈-﫿]+|\d|[㐀-鿿豈-﫿]|[^\s]", re.UNICODE)
GO_ON = "##"


def normalise(text):
    """Lower case, full-width signs made plain, curly apostrophes straight; character by character so that offsets stay put."""
    out = []
    for c in text:
        n = unicodedata.normalize("NFKC", c)
        n = n.lower() if len(n) == 1 else c.lower()
        n = "'" if n in "’‘ʼ`´" else '"' if n in "“”«»" else n
        out.append(n if len(n) == 1 else c)
    return "".join(out)


def units(text):
    """[(unit, start, end)] of a normalised text."""
    return [(m.group(), m.start(), m.end()) for m in UNIT.finditer(text)]


class Tokenizer:
    def __init__(self, tokens, merges):
        self.tokens = tokens
        self.id = {t: i for i, t in enumerate(tokens)}
        self.rank = {tuple(m): i for i, m in enumerate(merges)}
        self.merges = merges
        self.cache = {}

    def unit(self, word):
        """Token ids of one unit."""
        if word in self.cache:
            return self.cache[word]
        parts = [word[0]] + [GO_ON + c for c in word[1:]]
        while len(parts) > 1:
            best = min(range(len(parts) - 1), key=lambda i: self.rank.get((parts[i], parts[i + 1]), 1 << 30))
            if (parts[best], parts[best + 1]) not in self.rank:
                break
            parts[best:best + 2] = [parts[best] + parts[best + 1][len(GO_ON):]]
        ids = []
        for p in parts:
            if p in self.id:
                ids.append(self.id[p])
            else:
                bare = p[len(GO_ON):] if p.startswith(GO_ON) and len(p) > 2 else p
                ids += [self.id[f"<0x{b:02X}>"] for b in bare.encode("utf8")]
        if len(self.cache) < 200_000:
            self.cache[word] = ids
        return ids

    def encode(self, text):
        """[(ids, start, end)] per unit of a text."""
        return [(self.unit(w), a, b) for w, a, b in units(normalise(text))]


def train(texts, specials, size, han=1700):
    """Byte-pair merges inside words until the vocabulary has `size` entries. texts: iterable of strings."""
    words = Counter(w for t in texts for w, _, _ in units(normalise(t)))
    single = Counter()
    for w, n in words.items():
        if len(w) == 1 and not w.isascii() and not w.isalpha() or re.fullmatch(r"[㐀-鿿]", w):
            single[w] += n
    base = [f"<0x{b:02X}>" for b in range(256)]
    letters = Counter()
    for w, n in words.items():
        if len(w) > 1:
            letters[w[0]] += n
            for c in w[1:]:
                letters[GO_ON + c] += n
        elif w not in single:
            letters[w] += n
    alphabet = [c for c, n in letters.most_common() if n >= 2]
    chars = [c for c, n in single.most_common(han) if n >= 2 and c not in letters]
    tokens = list(specials) + base + alphabet + chars
    known = set(tokens)
    seqs, counts = [], []
    for w, n in words.items():
        if len(w) > 1:
            s = [w[0]] + [GO_ON + c for c in w[1:]]
            if all(p in known for p in s):
                seqs.append(s)
                counts.append(n)
    pairs, where = Counter(), defaultdict(set)
    for i, s in enumerate(seqs):
        for p in zip(s, s[1:]):
            pairs[p] += counts[i]
            where[p].add(i)
    merges = []
    while len(tokens) < size and pairs:
        pair = max(pairs, key=lambda p: (pairs[p], p))
        if pairs[pair] < 2:
            break
        joined = pair[0] + pair[1][len(GO_ON):]
        merges.append(pair)
        if joined not in known:
            tokens.append(joined)
            known.add(joined)
        for i in list(where[pair]):
            s = seqs[i]
            for p in zip(s, s[1:]):
                pairs[p] -= counts[i]
                where[p].discard(i)
            out, j = [], 0
            while j < len(s):
                if j + 1 < len(s) and (s[j], s[j + 1]) == pair:
                    out.append(joined)
                    j += 2
                else:
                    out.append(s[j])
                    j += 1
            seqs[i] = out
            for p in zip(out, out[1:]):
                pairs[p] += counts[i]
                where[p].add(i)
        del pairs[pair]
    return Tokenizer(tokens, merges)
