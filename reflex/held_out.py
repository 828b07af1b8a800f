"""The sentences of every test set at hand, by normalised words: none of them may be trained on."""
import gzip
import json
import re
from pathlib import Path

import tokenizer as T

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared" / "nlu"
OWN = HERE.parent / "evals" / "own"


def plain(text):
    """Lower case, no signs, single blanks: two sentences with the same plain form are the same sentence."""
    return re.sub(r"[\W_]+", " ", T.normalise(text)).strip()


def rows_of(path):
    with gzip.open(path, "rt", encoding="utf8") as f:
        for line in f:
            yield json.loads(line)


def held_out(root=SHARED, own=OWN):
    """Dev and test rows of the public sets, and the own evals."""
    out = set()
    for path in Path(root).glob("*/*.jsonl.gz"):
        if not path.name.startswith("train"):
            out |= {plain(r["text"]) for r in rows_of(path)}
    for path in Path(own).glob("*.jsonl"):
        out |= {plain(json.loads(line)["utterance"]) for line in path.read_text("utf8").splitlines() if line}
    return out


def is_set_phrase(words):
    """"volume up", "pause the music", "下一首": up to three words, or six Chinese characters, that everybody says alike. A shell that never saw
    them because some test holds them would be a worse shell; evals/run.ts tells the figures without them as well."""
    return len(words) <= 6 if re.search("[\u4e00-\u9fff]", words) else len(words.split()) <= 3


def of_long(held):
    """The part of held_out() that samples of the own phrases are checked against."""
    return {w for w in held if not is_set_phrase(w)}
