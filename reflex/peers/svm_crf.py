"""Peer: TF-IDF with a linear SVM for the intent, CRFsuite for the slots, on the same rows, scored by the same scorers.

    pip install scikit-learn python-crfsuite
    python reflex/peers/svm_crf.py --root ../shared/nlu --out evals/public/svm_crf.json
"""
import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pycrfsuite
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC

sys.path.insert(0, str(Path(__file__).parent.parent))
import tokenizer as T  # noqa: E402
from protocols import scorers, sets, threshold  # noqa: E402


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--root", default=str(Path(__file__).parents[3] / "shared" / "nlu"))
    p.add_argument("--out", default="")
    p.add_argument("--sets", default=",".join(sets.SETS))
    a = p.parse_args()
    out = {}
    for name in a.sets.split(","):
        out[name] = measure(a.root, name)
        print(name, json.dumps(out[name]), flush=True)
    if a.out:
        Path(a.out).write_text(json.dumps(out, indent=1) + "\n", "utf8")


def measure(root, name):
    rows, test = sets.train_rows(root, [name], [name]), sets.test_rows(root, name)
    aside = []
    if name == "clinc150":
        rows, aside = sets.without_threshold_rows(rows)
    intents = Svm(rows)
    slots = Crf([r for r in rows if r.spans is not None]) if any(r.spans for r in rows) else None
    least = threshold.choose([(r.intent, *intents(r.text)) for r in aside])
    told, times = [], []
    for r in test:
        began = time.process_time()
        intent, sure = intents(r.text)
        spans = slots(r.text) if slots else []
        times.append(time.process_time() - began)
        told.append((threshold.apply([(intent, sure)], least)[0], spans))
    return {**{k: round(100 * v, 2) for k, v in scorers.report(test, told).items()}, "ms": round(1000 * statistics.median(times), 2),
            "parameters": intents.model.coef_.size + (slots.parameters if slots else 0), "multiply_adds": round(statistics.mean(intents.cost(r.text) for r in test))}


class Svm:
    def __init__(self, rows):
        words = TfidfVectorizer(analyzer=lambda t: grams([u for u, _, _ in T.units(T.normalise(t))]), sublinear_tf=True)
        letters = TfidfVectorizer(preprocessor=T.normalise, analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
        self.features = make_union(words, letters)
        self.model = LinearSVC(C=1.0).fit(self.features.fit_transform([r.text for r in rows]), [r.intent for r in rows])

    def __call__(self, text):
        """(intent, its margin)"""
        margins = self.model.decision_function(self.features.transform([text]))[0]
        best = int(np.argmax(margins))
        return str(self.model.classes_[best]), float(margins[best])

    def cost(self, text):
        return self.features.transform([text]).nnz * len(self.model.classes_)


def grams(units):
    return units + [f"{a} {b}" for a, b in zip(units, units[1:])]


class Crf:
    def __init__(self, rows, file=None):
        trainer = pycrfsuite.Trainer(verbose=False)
        for r in rows:
            units = T.units(T.normalise(r.text))
            trainer.append(features(r.text, units), tags(r, units))
        trainer.set_params({"c1": 0.1, "c2": 0.01, "max_iterations": 120, "feature.possible_transitions": True})
        file = file or str(Path(tempfile.mkdtemp(prefix="saysh-peer-")) / "slots.crf")
        trainer.train(file)
        self.tagger = pycrfsuite.Tagger()
        self.tagger.open(file)
        info = self.tagger.info()
        self.parameters = len(info.state_features) + len(info.transitions)

    def __call__(self, text):
        units = T.units(T.normalise(text))
        return chunks(self.tagger.tag(features(text, units)), units)


def features(text, units):
    words = ["<s>", "<s>"] + [u for u, _, _ in units] + ["</s>", "</s>"]
    out = []
    for i, (u, a, b) in enumerate(units):
        raw, near = text[a:b], words[i:i + 5]
        f = [f"{k}={w}" for k, w in zip(("-2", "-1", "0", "+1", "+2"), near)]
        f += [f"-1,0={near[1]} {near[2]}", f"0,+1={near[2]} {near[3]}", f"-2,-1={near[0]} {near[1]}", f"+1,+2={near[3]} {near[4]}"]
        f += [f"end{n}={u[-n:]}" for n in (2, 3)] + [f"begin{n}={u[:n]}" for n in (2, 3)]
        f += [f"title={raw.istitle()}", f"upper={raw.isupper()}", f"digit={u.isdigit()}", "bias"]
        out.append(f)
    return out


def tags(row, units):
    out = []
    for _, a, b in units:
        slot = next(((n, s) for n, s, e in row.spans if s <= a and b <= e), None)
        out.append("O" if slot is None else ("B-" if slot[1] >= a else "I-") + slot[0])
    return out


def chunks(labels, units):
    """conlleval's reading: an I after nothing, or after another slot, begins a chunk."""
    out = []
    for label, (_, a, b), before in zip(labels, units, ["O", *labels]):
        if label == "O":
            continue
        if label[0] == "I" and before[2:] == label[2:]:
            out[-1] = (out[-1][0], out[-1][1], b)
        else:
            out.append((label[2:], a, b))
    return out


if __name__ == "__main__":
    main()
