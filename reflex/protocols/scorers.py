"""The four protocols' own figures, written anew from their definitions; test_scorers.py holds them to cases counted by hand.

Shares are 0..1. A span is (slot, start, end); a value is (slot, words).
"""
from collections import Counter


def share(right, of):
    return right / of if of else 0.0


def f1(right, wrong, missed):
    return share(2 * right, 2 * right + wrong + missed)


def intent_accuracy(gold, told):
    return share(sum(g == t for g, t in zip(gold, told, strict=True)), len(gold))


def span_f1(gold, told):
    """conlleval's figure: a chunk counts when slot, begin and end are all right; one sum over all sentences and slots."""
    right = wrong = missed = 0
    for g, t in zip(gold, told, strict=True):
        both = sum((Counter(g) & Counter(t)).values())
        right, wrong, missed = right + both, wrong + len(t) - both, missed + len(g) - both
    return f1(right, wrong, missed)


def sentence_accuracy(gold, told):
    """gold, told: [(intent, spans)…]; a sentence counts when the intent and all spans are right."""
    return share(sum(g[0] == t[0] and sorted(g[1]) == sorted(t[1]) for g, t in zip(gold, told, strict=True)), len(gold))


def slu_f1(gold, told):
    """SLURP's SLU-F1 (Bastianelli et al., 2020): the counts of its word-F1 and its char-F1 added up.

    Every told value takes the nearest gold value of its slot that is left: one right, and their distance is both a wrong and a missed
    part. Without one it is wrong; gold values that are left are missed. Word distance: word error rate against the gold words (more than
    1 is possible); character distance: edits through the longer length."""
    right = wrong = missed = 0.0
    for distance in (word_distance, character_distance):
        for g, t in zip(gold, told, strict=True):
            left = list(g)
            for slot, words in t:
                near = [(distance(w, words), i) for i, (s, w) in enumerate(left) if s == slot]
                if not near:
                    wrong += 1
                    continue
                d, i = min(near)
                del left[i]
                right, wrong, missed = right + 1, wrong + d, missed + d
            missed += len(left)
    return f1(right, wrong, missed)


def word_distance(gold, told):
    return edits(gold.split(), told.split()) / len(gold.split())


def character_distance(gold, told):
    return edits(gold, told) / max(len(gold), len(told), 1)


def edits(a, b):
    """Levenshtein's distance of two sequences."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def scope(gold, told, oos):
    """CLINC150: (share of the in-scope sentences with their own intent, share of the others told as `oos`)."""
    inside = [g == t for g, t in zip(gold, told, strict=True) if g != oos]
    outside = [t == oos for g, t in zip(gold, told, strict=True) if g == oos]
    return share(sum(inside), len(inside)), share(sum(outside), len(outside))


def report(rows, told):
    """The figures of one set. told: [(intent, spans)…], one for each row; spans None where a peer tells none."""
    name = rows[0].set
    intents = [r.intent for r in rows], [t[0] for t in told]
    if name == "clinc150":
        inside, outside = scope(*intents, "oos")
        return {"in_scope": inside, "oos_recall": outside}
    out = {"intent": intent_accuracy(*intents)}
    if any(t[1] is None for t in told):
        return out
    gold, spans = [list(r.spans) for r in rows], [t[1] for t in told]
    out["slot_f1"] = span_f1(gold, spans)
    if name == "slurp":
        out["slu_f1"] = slu_f1([r.values() for r in rows], [[(s, r.text[a:b]) for s, a, b in t] for r, t in zip(rows, spans)])
    out["sentence"] = sentence_accuracy(list(zip(intents[0], gold)), told)
    return out
