"""The reflex recipe on public sets by their own protocols (evals/public/README.md is the table).

    python reflex/protocol.py train all --minutes 20 --init reflex/work/base     one model for the four sets
    python reflex/protocol.py train hwu64 --minutes 6 --init reflex/work/public/all.pt
    python reflex/protocol.py score hwu64 --model reflex/work/public/hwu64.pt
    python reflex/protocol.py rows --out reflex/work/public/rows                  the same rows as JSON lines, for peers
    python reflex/protocol.py told snips FILE                                     scores a peer's answers

Training reads train splits only, without any sentence of the sets that the model is to be told on. `--with` adds the train rows of other
sets: SLURP and HWU64 share their labels.
"""
import argparse
import json
import os
import statistics
import time
from pathlib import Path

import torch

import tokenizer as T
from model import Reflex, Shape
from protocols import codec as C
from protocols import decoding, scorers, sets, threshold, training, vocabulary

HERE = Path(__file__).parent
WORK = HERE / "work" / "public"


def main():
    a = arguments()
    {"train": train, "score": score, "rows": write_rows, "told": score_told}[a.command](a)


def arguments():
    p = argparse.ArgumentParser()
    sub = p.add_subparsers(dest="command", required=True)
    for name in ("train", "score", "rows", "told"):
        s = sub.add_parser(name)
        s.add_argument("--root", default=str(HERE.parent.parent / "shared" / "nlu"))
        if name != "rows":
            s.add_argument("set", choices=[*sets.SETS, "all"])
        if name in ("train", "rows"):
            s.add_argument("--out", default="")
    t = sub.choices["train"]
    t.add_argument("--with", dest="others", default="", help="further sets whose train rows are read, by commas")
    t.add_argument("--init", default="", help="a folder of reflex/train.py, or a .pt of this script; without it the weights begin at random")
    t.add_argument("--minutes", type=float, default=6)
    t.add_argument("--lr", type=float, default=2e-3)
    t.add_argument("--muon-lr", type=float, default=0.01)
    t.add_argument("--decay", type=float, default=0.6, help="share of the run in which the rate falls to nothing")
    t.add_argument("--decay-embed", type=float, default=0.0)
    t.add_argument("--dropout", type=float, default=0.1)
    t.add_argument("--smoothing", type=float, default=0.03)
    t.add_argument("--size", type=int, default=4608, help="most entries of the vocabulary")
    t.add_argument("--seed", type=int, default=1)
    t.add_argument("--workers", type=int, default=1)
    t.add_argument("--compile", type=int, default=1)
    s = sub.choices["score"]
    s.add_argument("--model", default="")
    s.add_argument("--weights", choices=["mean", "last"], default="mean")
    s.add_argument("--wrong", type=int, default=0, help="so many wrong answers are printed")
    sub.choices["told"].add_argument("file")
    return p.parse_args()


def train(a):
    names = list(sets.SETS) if a.set == "all" else [a.set, *filter(None, a.others.split(","))]
    rows = sets.train_rows(a.root, names, sets.SETS if a.set == "all" else [a.set])
    rows, _ = sets.without_threshold_rows(rows)
    if "clinc150" in names:
        rows += sets.foreign_rows(sets.train_rows(a.root, [n for n in sets.SETS if n != "clinc150"], sets.SETS))
    model, codec = beginning(a, rows)
    out = Path(a.out or WORK / f"{a.set}.pt")
    out.parent.mkdir(parents=True, exist_ok=True)
    print(json.dumps({"rows": len(rows), "parameters": sum(p.numel() for p in model.parameters()), **model.shape.as_dict()}), flush=True)
    if a.workers == 1:
        return training.run(0, 1, rows, codec, model, a, out)
    os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
    os.environ.setdefault("MASTER_PORT", str(20_000 + os.getpid() % 20_000))
    torch.multiprocessing.spawn(training.run, (a.workers, rows, codec, model, a, out), a.workers)


def beginning(a, rows):
    """(model, codec) with the weights of --init."""
    if a.init.endswith(".pt"):
        model, codec, _ = load(a.init, a.dropout, "last")
        rows[:] = [r for r in rows if codec.knows(r)]
        return model, C.Codec(codec.tok, C.together(codec.grammar, C.grammar_of(rows)))
    torch.manual_seed(a.seed)
    base = torch.load(Path(a.init) / "last.pt", weights_only=False) if a.init else None
    shape = base["shape"] if base else Shape(vocab=a.size, dim=192, layers=5, heads=3, ffn=512).as_dict()
    if base:
        d = json.loads((Path(a.init) / "tokenizer.json").read_text("utf8"))
        old, weights = T.Tokenizer(d["tokens"], [tuple(m) for m in d["merges"]]), base["model"]
        tok, embedding = vocabulary.build(old, weights["embed.weight"], rows, a.size)
    else:
        tok = T.train([r.text for r in rows], vocabulary.MARKS + vocabulary.labels_of(rows), a.size)
    model = Reflex(Shape(**{**shape, "vocab": len(tok.tokens)}), a.dropout)
    if base:
        model.load_state_dict({**weights, "embed.weight": embedding})
    return model, C.Codec(tok, C.grammar_of(rows))


def load(path, dropout=0.0, weights="mean"):
    c = torch.load(path, weights_only=False)
    model = Reflex(Shape(**c["shape"]), dropout)
    model.load_state_dict(c[weights], strict=False)
    return model, C.Codec(T.Tokenizer(c["tokens"], [tuple(m) for m in c["merges"]]), c["grammar"]), c["state"]


def score(a):
    torch.set_num_threads(1)
    for name in list(sets.SETS) if a.set == "all" else [a.set]:
        model, codec, state = load(a.model or WORK / f"{a.set}.pt", weights=a.weights)
        model.eval()
        rows, least = sets.test_rows(a.root, name), float("-inf")
        if name == "clinc150":
            _, aside = sets.without_threshold_rows(sets.train_rows(a.root, [name], [name]))
            least = threshold.choose([(r.intent, *in_scope(model, codec, r)) for r in aside])
        told, times, steps = [], [], []
        for r in rows:
            began = time.process_time()
            if name == "clinc150":
                intent, sure = in_scope(model, codec, r)
                answer = (threshold.apply([(intent, sure)], least)[0], [])
                steps.append(len(codec.prompt(name, codec.tok.encode(r.text))))
            else:
                intent, spans, _, n = decoding.understand(model, codec, name, r.text)
                answer = (intent, spans)
                steps.append(n)
            times.append(time.process_time() - began)
            told.append(answer)
        matrices = sum(p.numel() for n, p in model.named_parameters() if p.dim() == 2 and "embed" not in n)
        print(json.dumps({"set": name, **{k: round(100 * v, 2) for k, v in scorers.report(rows, told).items()}, "parameters": sum(p.numel() for p in model.parameters()),
                          "multiply_adds": round(matrices * statistics.mean(steps)), "ms": round(1000 * statistics.median(times), 2), "trained_tokens": int(state["tokens"])}), flush=True)
        wrong = [(r, t) for r, t in zip(rows, told) if r.intent != t[0] or list(r.spans or ()) != t[1]]
        for r, t in wrong[:a.wrong]:
            print(" ", r.text, "|", r.intent, r.values(), "|", t[0], [(n, r.text[b:e]) for n, b, e in t[1]])


def in_scope(model, codec, row):
    """(intent, probability that the sentence is in scope and means it)"""
    intent, _, sure, _ = decoding.understand(model, codec, row.set, row.text)
    return intent, sure if intent != sets.OOS else 0.0


def write_rows(a):
    out = Path(a.out or WORK / "rows")
    out.mkdir(parents=True, exist_ok=True)
    for name in sets.SETS:
        for part, rows in (("train", sets.train_rows(a.root, [name], [name])), ("test", sets.test_rows(a.root, name))):
            (out / f"{name}.{part}.jsonl").write_text("".join(json.dumps({"text": r.text, "intent": r.intent, "slots": r.values()}, ensure_ascii=False) + "\n" for r in rows), "utf8")


def score_told(a):
    """FILE: a JSON list of intents, one for each test row."""
    intents = json.loads(Path(a.file).read_text("utf8"))
    print(json.dumps({k: round(100 * v, 2) for k, v in scorers.report(sets.test_rows(a.root, a.set), [(i, None) for i in intents]).items()}))


if __name__ == "__main__":
    main()
