"""The wind tunnel: small proxies of the recipe are trained and measured, and a law fitted to them tells what a long run will reach, before it is paid for.

    python reflex/wind_tunnel.py freeze  --commit HEAD                       phrases, scripts and evals as they are now, in work/tunnel/frozen
    python reflex/wind_tunnel.py ladder  --shapes 64x3x2x160:4 96x4x3x256:4 128x4x2x352:2
    python reflex/wind_tunnel.py score                                       exact plans of every proxy, by evals/raw.ts
    python reflex/wind_tunnel.py anchor  --annealed reflex/reflex.gguf       a finished model of the large shape, on the same sets
    python reflex/wind_tunnel.py predict --name base --shape 192x5x3x512 --tokens 100
    python reflex/wind_tunnel.py compare --prediction reflex/predictions/DATE-base.json --model reflex/work/base/last.pt
    python reflex/wind_tunnel.py plan    --prediction reflex/predictions/DATE-base.json --minutes 110 --tokens-per-second 8400
    python reflex/wind_tunnel.py versus  --out reflex/work/tunnel --other reflex/work/tunnel-b      two mixes of data

All take --out (reflex/work/tunnel). A shape is written DIMxLAYERSxHEADSxFFN, with the largest budget behind the colon; budgets are in millions of tokens. Each shape is one trunk at
the full rate; every budget is a branch off it whose rate falls to nothing (Hu et al. 2024, "MiniCPM", section 4: warm-up, stable, decay), so that
all budgets of a shape cost little more than the largest. All shapes read the same batches in the same order. The recipe (train.py, examples.py,
phrases/) is the one in OUT/frozen when there is one, so that it stays the same while phrases are written. See reflex/README.md.
"""
import argparse
import copy
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

import wind_forecast as W
from wind_forecast import append, rows

HERE = Path(__file__).parent
ROOT = HERE.parent
MILLION = 1_000_000
#: Fresh samples of the phrases; the first 600 are those that train.py logs.
DEV = 2000

# the ladder ----------------------------------------------------------------------------------------------------------


class Enough(Exception):
    pass


class Sink:
    """Stands where train.py's feeder has its queue, and keeps batches until there are tokens enough."""

    def __init__(self, tokens, pad):
        self.left, self.pad, self.batches = tokens, pad, []

    def put(self, batch):
        tokens, where, target = batch
        fed = int((tokens != self.pad).sum())
        self.batches.append((tokens.astype(np.int16), where.astype(np.int32), target.astype(np.int16), fed))
        self.left -= fed
        if self.left < 0:
            raise Enough


def stream(a, out, tok, tokens):
    """The batches that every proxy reads, in order; made once by the recipe's own feeder, kept in a file."""
    import torch
    import train
    path = out / f"stream-{tokens / MILLION:g}M.pt"
    if not path.exists():
        sink = Sink(tokens, tok.id["<pad>"])
        try:
            train.feed(sink, a, a.seed, out)
        except Enough:
            pass
        torch.save(sink.batches, path)
    return torch.load(path, weights_only=False)


class Proxy:
    """One shape on its trunk: a model, its two optimizers, and how far it has come."""

    def __init__(self, a, shape, vocab):
        import torch
        import train
        from model import Reflex, Shape
        torch.manual_seed(a.seed)
        dim, layers, heads, ffn = shape
        self.a, self.shape = a, Shape(vocab=vocab, dim=dim, layers=layers, heads=heads, ffn=ffn)
        self.model = Reflex(self.shape)
        matrices = [p for n, p in self.model.named_parameters() if p.dim() == 2 and "embed" not in n]
        rest = [p for n, p in self.model.named_parameters() if p.dim() != 2 or "embed" in n]
        self.opts = [train.Muon(matrices, a.muon_lr), torch.optim.AdamW(rest, a.lr, betas=(0.9, 0.98), weight_decay=0.0)]
        self.state = {"step": 0, "tokens": 0, "seconds": 0.0}

    def go(self, batches, tokens, decay_to=None):
        """Trains until `tokens` in all; with `decay_to`, the rate falls in a line to nothing there."""
        import torch
        import torch.nn.functional as F
        began, used = time.process_time(), self.state["seconds"]
        while self.state["tokens"] < tokens and self.state["step"] < len(batches):
            inputs, where, target, fed = batches[self.state["step"]]
            inputs, where, target = (torch.from_numpy(x.astype(np.int64)) for x in (inputs, where, target))
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = self.model(inputs, where)
                loss = F.cross_entropy(logits.float(), target, label_smoothing=self.a.smoothing)
            for o in self.opts:
                o.zero_grad(set_to_none=True)
            loss.backward()
            rate = min(1.0, (self.state["step"] + 1) / self.a.warmup)
            if decay_to:
                rate *= min(1.0, max(0.0, (decay_to - self.state["tokens"]) / (decay_to * self.a.decay)))
            for o, lr in zip(self.opts, (self.a.muon_lr, self.a.lr)):
                for g in o.param_groups:
                    g["lr"] = lr * rate
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            for o in self.opts:
                o.step()
            self.state["step"] += 1
            self.state["tokens"] += fed
            self.state["seconds"] = used + time.process_time() - began
            if self.state["step"] % 100 == 0:
                print(json.dumps({**self.state, "loss": round(loss.item(), 4), "rate": round(rate, 3)}), flush=True)

    def saved(self):
        return copy.deepcopy({"model": self.model.state_dict(), "opts": [o.state_dict() for o in self.opts], "state": self.state, "shape": self.shape.as_dict()})

    def restore(self, saved):
        saved = copy.deepcopy(saved)
        self.model.load_state_dict(saved["model"])
        for o, s in zip(self.opts, saved["opts"]):
            o.load_state_dict(s)
        self.state = saved["state"]


def ladder(a):
    """Trains every shape at 1, 2, 4 … million tokens up to its largest budget; a second call does only what is missing."""
    import torch
    import train
    torch.set_num_threads(1)
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    tok = train.load_or_train_tokenizer(out, a)
    rungs = [parse_rung(text) for text in a.shapes]
    dev = train.fixed_dev(tok, a, DEV)
    batches = stream(a, out, tok, max(a.stream, *(most for _, most in rungs)) * MILLION)
    for shape, most in rungs:
        name, trunk = shape_name(shape), out / f"trunk-{shape_name(shape)}.pt"
        done = {(r["shape"], r["budget"]) for r in rows(out / "runs.jsonl")}
        proxy = Proxy(a, shape, len(tok.tokens))
        if trunk.exists():
            proxy.restore(torch.load(trunk, weights_only=False))
        for budget in budgets(a.least, most):
            if (name, budget) in done:
                continue
            proxy.go(batches, (1 - a.decay) * budget * MILLION)
            on_trunk = proxy.saved()
            torch.save(on_trunk, trunk)
            proxy.go(batches, budget * MILLION, decay_to=budget * MILLION)
            end = proxy.saved()
            torch.save({**end, "opts": []}, out / f"{name}-{budget:g}M.pt")
            row = {"shape": name, "budget": budget, "parameters": count(proxy.model), "n": W.non_embedding(shape_name(shape)), **end["state"], **dev_figures(proxy.model, dev, tok)}
            append(out / "runs.jsonl", row)
            print(json.dumps(row), flush=True)
            proxy.restore(on_trunk)


def dev_figures(model, dev, tok):
    import train
    return train.measure(model, {n: p.detach().clone() for n, p in model.named_parameters()}, dev, tok, "cpu")


def budgets(least, most):
    out = []
    while least <= most * 1.001:
        out.append(least)
        least *= 2
    return out


def parse_rung(text):
    shape, _, most = text.partition(":")
    return parse_shape(shape), float(most or 4)


def parse_shape(text):
    dim, layers, heads, ffn = (int(x) for x in text.split("x"))
    return dim, layers, heads, ffn


def shape_name(shape):
    return "x".join(str(x) for x in shape)


def count(model):
    return sum(p.numel() for p in model.parameters())


# measuring -----------------------------------------------------------------------------------------------------------


def score(a):
    """Exact plans of every proxy that has no figures yet."""
    out = Path(a.out)
    known = {r["model"] for r in rows(out / "scores.jsonl")}
    names = [f"{r['shape']}-{r['budget']:g}M" for r in rows(out / "runs.jsonl")]
    missing = [name for name in names if name not in known]
    for name, sets in zip(missing, exact_plans([out / f"{name}.pt" for name in missing], out, a)):
        append(out / "scores.jsonl", {"model": name, "sets": sets})


def anchor(a):
    """Finished models, small or large, measured like the proxies: loss on the fixed samples, exact plans."""
    out = Path(a.out)
    for path in map(Path, a.models):
        row = {"model": path.stem, "annealed": a.annealed, **measured(path, out, a)}
        append(out / "anchors.jsonl", row)
        print(json.dumps(row), flush=True)


def measured(path, out, a):
    """Size, tokens, loss on the fixed fresh samples and exact plans of a checkpoint or a GGUF."""
    import torch
    import train
    from model import Reflex, Shape
    torch.set_num_threads(1)
    c = weights_of(path)
    model = Reflex(Shape(**c["shape"]))
    model.load_state_dict(c["model"])
    tok = train.load_or_train_tokenizer(out, a)
    shape = tuple(c["shape"][k] for k in ("dim", "layers", "heads", "ffn"))
    return {"shape": shape_name(shape), "n": W.non_embedding(shape_name(shape)), "parameters": count(model), "tokens": c["state"]["tokens"],
            **dev_figures(model, train.fixed_dev(tok, a, DEV), tok), "sets": next(exact_plans([path], out, a))}


def weights_of(path):
    import torch
    if path.suffix == ".gguf":
        import gguf_weights
        return gguf_weights.checkpoint(path)
    return torch.load(path, map_location="cpu", weights_only=False)


def exact_plans(paths, out, a):
    """Counts per set for each model, by the frozen evals where there are any; a checkpoint is written as GGUF (f16) first."""
    if not paths:
        return
    files = [path.resolve() if path.suffix == ".gguf" else as_gguf(path, out) for path in paths]
    node = subprocess.Popen([ROOT / "node_modules/.bin/node", "evals/raw.ts", *files], cwd=root_of(a), stdout=subprocess.PIPE, text=True)
    for line in node.stdout:
        yield json.loads(line)["sets"]
    if node.wait():
        raise SystemExit(f"evals/raw.ts ended with {node.returncode}")


def as_gguf(path, out):
    import gguf
    c, tok, file = weights_of(path), json.loads((out / "tokenizer.json").read_text("utf8")), (out / f"{path.stem}.gguf").resolve()
    gguf.write(file, c["model"], c["shape"], tok, "f16", {"steps": str(c["state"]["step"]), "tokens_seen": str(c["state"]["tokens"])})
    return file


# the recipe as it was ------------------------------------------------------------------------------------------------


def freeze(a):
    """A copy of the repository as of a commit, with the modules and shared sets of this one at its side."""
    at = frozen(a)
    at.mkdir(parents=True)
    archive = subprocess.run(["git", "archive", a.commit], cwd=ROOT, check=True, capture_output=True).stdout
    subprocess.run(["tar", "x", "-C", at], input=archive, check=True)
    (at / "commit").write_text(subprocess.run(["git", "rev-parse", "--short", a.commit], cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    for there, here in ((at / "node_modules", ROOT / "node_modules"), (at.parent / "shared", ROOT.parent / "shared")):
        if here.exists() and not there.exists():
            there.symlink_to(os.path.relpath(here.resolve(), there.parent.resolve()))
    if not (at / "evals/raw.ts").exists():
        (at / "evals/raw.ts").write_text((ROOT / "evals/raw.ts").read_text("utf8"))


def frozen(a):
    return Path(a.out) / "frozen" / "main"


def root_of(a):
    return frozen(a) if frozen(a).exists() else ROOT


def main():
    a = arguments()
    sys.path.insert(0, str(root_of(a).resolve() / "reflex"))
    commands = {"freeze": freeze, "ladder": ladder, "score": score, "anchor": anchor, "predict": W.predict, "plan": W.plan, "versus": W.versus}
    if a.command == "compare":
        return W.compare(a, measured(Path(a.model), Path(a.out), a))
    commands[a.command](a)


def arguments():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = p.add_subparsers(dest="command", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--out", default=str(HERE / "work" / "tunnel"), help="folder of the ladder: tokenizer.json, frozen/, proxies, figures")
    common.add_argument("--vocab", type=int, default=4608)
    command = lambda name, words: commands.add_parser(name, parents=[common], help=words)
    c = command("freeze", "keeps a copy of the recipe as of a commit")
    c.add_argument("--commit", default="HEAD")
    c = command("ladder", "trains the proxies")
    c.add_argument("--shapes", nargs="+", default=["64x3x2x160:4", "96x4x3x256:4", "128x4x2x352:2"])
    c.add_argument("--least", type=float, default=0.5, help="smallest budget, millions of tokens; each next one is twice as large")
    c.add_argument("--warmup", type=int, default=25, help="steps; train.py takes 150, more than the smallest budget has")
    c.add_argument("--stream", type=float, default=0, help="millions of tokens to make batches for, where more shapes will follow")
    c.add_argument("--decay", type=float, default=0.35)
    c.add_argument("--lr", type=float, default=3e-3)
    c.add_argument("--muon-lr", type=float, default=0.02)
    c.add_argument("--smoothing", type=float, default=0.02)
    c.add_argument("--seed", type=int, default=1)
    c.add_argument("--public", default="", help="as in train.py")
    c.add_argument("--public-share", type=float, default=0.14)
    command("score", "counts exact plans of the proxies")
    c = command("anchor", "measures finished models on the same sets")
    c.add_argument("models", nargs="+")
    c.add_argument("--annealed", action="store_true", help="their rate had fallen to nothing: they count in the anchored law of loss")
    c = command("predict", "fits the laws and writes reflex/predictions/DATE-NAME.{json,md,svg}")
    c.add_argument("--name", required=True)
    c.add_argument("--shape", default="192x5x3x512")
    c.add_argument("--tokens", type=float, required=True, help="millions that the run is expected to see")
    c.add_argument("--least", type=float, default=1, help="million tokens; rungs below are shown and not fitted: they sit in the first fall of the loss")
    c.add_argument("--note", default="", help="what else should be known of the run")
    c.add_argument("--date", default=time.strftime("%Y-%m-%d"))
    c = command("compare", "puts prediction and outcome side by side")
    c.add_argument("--prediction", required=True)
    c.add_argument("--model", required=True, help="the run's checkpoint or GGUF")
    c = command("plan", "says which size the law would choose for a budget")
    c.add_argument("--prediction", required=True)
    c.add_argument("--minutes", type=float, required=True)
    c.add_argument("--tokens-per-second", type=float, required=True, help="measured with --shape on the machine that will train")
    c.add_argument("--shape", default="192x5x3x512")
    c.add_argument("--seen", type=float, default=0, help="millions of tokens already behind a run of --shape that may be gone on with")
    c = command("versus", "compares two ladders of the same shapes, trained on two mixes of data")
    c.add_argument("--other", required=True, help="the --out of the second ladder")
    return p.parse_args()


if __name__ == "__main__":
    main()
