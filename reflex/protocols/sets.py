"""The four public sets as rows, and which rows may be trained on.

A set is a folder of the data root with train.jsonl.gz and the file that its figures are told on. Nothing is downloaded here.
"""
import random
from dataclasses import dataclass
from pathlib import Path

import held_out as H

#: set → (file the figures are told on, name space of its intents and slots: SLURP and HWU64 are two samples of one annotated collection)
SETS = {
    "snips": ("test", "snips"),
    "slurp": ("dev", "home"),
    "hwu64": ("test", "home"),
    "clinc150": ("dev", "clinc150"),
}
OOS = "oos"
#: Intents of the other sets that CLINC150's 150 intents do not cover: their sentences are out of scope there.
FOREIGN = {
    "home": {"qa_factoid", "qa_stock", "news_query", "social_post", "social_query", "recommendation_events", "recommendation_movies",
             "email_sendemail", "email_query", "email_querycontact", "email_addcontact", "play_radio", "play_podcasts", "play_audiobook",
             "play_game", "transport_ticket", "iot_coffee", "iot_cleaning", "iot_wemo_on", "iot_wemo_off"},
    "snips": {"RateBook", "SearchCreativeWork", "SearchScreeningEvent"},
}


@dataclass(frozen=True)
class Row:
    set: str
    text: str
    intent: str
    spans: tuple | None  # ((slot, start, end)…) in characters, in the order of the text; None: nobody annotated them

    @property
    def space(self):
        return SETS[self.set][1]

    def values(self):
        """((slot, words)…)"""
        return [(name, self.text[a:b]) for name, a, b in self.spans or ()]


def read(root, name, part):
    return [row_of(name, r) for r in H.rows_of(Path(root) / name / f"{part}.jsonl.gz")]


def row_of(name, r):
    text = r["text"]
    if "spans" in r:  # SLURP's gold: words counted between blanks
        words = word_borders(text)
        spans = [(slot, words[a][0], words[b - 1][1]) for slot, a, b in r["spans"]]
    else:
        spans = [(s["name"], s["start"], s["end"]) for s in r["slots"]]
    known = r.get("slots_known", True) and name != "clinc150"
    return Row(name, text, r["intent"], tuple(sorted(spans, key=lambda s: s[1])) if known else None)


def word_borders(text):
    out, at = [], 0
    for w in text.split():
        a = text.index(w, at)
        at = a + len(w)
        out.append((a, at))
    return out


def test_rows(root, name):
    return read(root, name, SETS[name][0])


def train_rows(root, names, tested):
    """Train rows of `names` without any sentence that a set of `tested` is told on, by words."""
    taken = {H.plain(r.text) for name in tested for r in test_rows(root, name)}
    return [r for name in names for r in read(root, name, "train") if H.plain(r.text) not in taken]


def foreign_rows(rows, most=3000, seed=3):
    """Rows of the other sets told as out of scope for CLINC150."""
    found = [Row("clinc150", r.text, OOS, None) for r in rows if r.intent in FOREIGN.get(r.space, ())]
    return random.Random(seed).sample(found, min(most, len(found)))


def without_threshold_rows(rows, share=0.05, seed=5):
    """(rows to train on, rows of CLINC150's train that choose its threshold)"""
    rng = random.Random(seed)
    keep, aside = [], []
    for r in rows:
        (aside if r.set == "clinc150" and rng.random() < share * (4 if r.intent == OOS else 1) else keep).append(r)
    return keep, aside
