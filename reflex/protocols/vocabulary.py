"""A vocabulary for the four sets out of the shipped one: what English rows never use goes, labels and further merges take the place.

The embedding of a new label begins as the mean of its name's words, that of a new piece as the mean of the pieces it is made of.
"""
import re
from collections import Counter, defaultdict

import torch

import tokenizer as T

MARKS = ["<s>", "</s>", "<pad>", "<u>", "<a>"]
SEEN_AT_LEAST = 4  # words of the train rows seen less often keep their pieces: their own embedding would stay untrained


def build(old, embedding, rows, size):
    """(tokenizer, embeddings [len(tokens), dim]) from the shipped tokenizer and its embedding matrix."""
    labels = labels_of(rows)
    kept = MARKS + [t for t in old.tokens if not is_label(t) and not foreign(t)]
    words = Counter(w for r in rows for w, _, _ in T.units(T.normalise(r.text)))
    merges, joined = further_merges(old, words, size - len(kept) - len(labels), set(kept))
    tok = T.Tokenizer(kept + labels + joined, [*old.merges, *merges])
    out = torch.empty(len(tok.tokens), embedding.shape[1])
    for i, t in enumerate(tok.tokens):
        if t in old.id and t not in labels:
            out[i] = embedding[old.id[t]]
        elif t in labels:
            name = re.sub(r"([a-z])([A-Z])", r"\1 \2", t.split(":", 1)[1].split("/")[-1]).replace("_", " ").lower()
            out[i] = torch.stack([embedding[j] for ids, _, _ in old.encode(name) for j in ids]).mean(0)
        else:
            pieces = old.unit(t[2:] if t.startswith(T.GO_ON) else t)
            out[i] = torch.stack([embedding[j] for j in pieces]).mean(0)
    return tok, out


def labels_of(rows):
    found = {f"S:{r.set}" for r in rows} | {f"A:{r.space}/{r.intent}" for r in rows} | {f"K:{r.space}/{n}" for r in rows for n, _, _ in r.spans or ()}
    return sorted(found)


def is_label(token):
    return bool(re.match(r"[LAKV]:.", token)) or re.fullmatch(r"<(s|/s|pad|u|a|prev|none|\+)>", token)


def foreign(token):
    bare = token.removeprefix(T.GO_ON)
    return not bare.isascii() and (len(bare) > 1 or bool(re.match("[\u3000-\uffff]", bare)))


def further_merges(old, words, room, known):
    """Goes on merging pairs inside the words of the rows, the most frequent first: ([pairs], [new tokens])."""
    seqs, counts, pairs, where = [], [], Counter(), defaultdict(set)
    for w, n in words.items():
        s = [old.tokens[i] for i in old.unit(w)]
        if len(s) > 1 and not any(p.startswith("<0x") or p not in known for p in s):
            for p in zip(s, s[1:]):
                pairs[p] += n
                where[p].add(len(seqs))
            seqs.append(s)
            counts.append(n)
    merges, new = [], []
    while len(new) < room:
        pair = max(pairs, key=lambda p: (pairs[p], p))
        if pairs[pair] < SEEN_AT_LEAST:
            break
        joined = pair[0] + pair[1][len(T.GO_ON):]
        merges.append(pair)
        if joined not in known:
            new.append(joined)
            known.add(joined)
        for i in where.pop(pair):
            s = seqs[i]
            for p in zip(s, s[1:]):
                pairs[p] -= counts[i]
            seqs[i] = s = merged(s, pair, joined)
            for p in zip(s, s[1:]):
                pairs[p] += counts[i]
                where[p].add(i)
    return merges, new


def merged(pieces, pair, joined):
    out = []
    for p in pieces:
        if out and (out[-1], p) == pair:
            out[-1] = joined
        else:
            out.append(p)
    return out
