"""Trains the reflex model. The same script runs on CPU cores and on a GPU; it stops after --minutes and goes on with --resume.

    python reflex/train.py --out reflex/work/base --minutes 90 --workers 2
    touch reflex/work/base/stop     saves after the step it is at, and stops

On a CPU one worker process per core, each with one thread and its own batches, trained 1.6 times as many tokens a second as one
process with two threads (14.4 against 9.0 thousand): the workers meet once a step, to add up their gradients.
"""
import argparse
import json
import multiprocessing as mp
import os
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
import torch.nn.functional as F

import examples as E
import held_out
import tokenizer as T
from model import Reflex, Shape

HERE = Path(__file__).parent
TOKENS_PER_BATCH = 4096
POOL = 6144  # examples sorted by length together


def main():
    a = arguments()
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    load_or_train_tokenizer(out, a)
    if a.workers == 1:
        return train(0, a, out)
    os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
    os.environ.setdefault("MASTER_PORT", str(20_000 + os.getpid() % 20_000))
    torch.multiprocessing.spawn(train, (a, out), a.workers)


def train(rank, a, out):
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    if a.workers > 1:
        dist.init_process_group("gloo", rank=rank, world_size=a.workers)
    first = rank == 0
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tok = load_or_train_tokenizer(out, a)
    shape = Shape(vocab=len(tok.tokens), dim=a.dim, layers=a.layers, heads=a.heads, ffn=a.ffn)
    model = Reflex(shape, a.dropout).to(device)
    count = sum(p.numel() for p in model.parameters())
    run = compiled(model, a)
    matrices = [p for n, p in model.named_parameters() if p.dim() == 2 and "embed" not in n]
    rest = [p for n, p in model.named_parameters() if p.dim() != 2 or "embed" in n]
    opts = [Muon(matrices, a.muon_lr, rank=rank, workers=a.workers), torch.optim.AdamW(rest, a.lr, betas=(0.9, 0.98), weight_decay=0.0)]
    state = {"step": 0, "seconds": 0.0, "tokens": 0}
    checkpoint, stop = out / "last.pt", out / "stop"
    ema = {n: p.detach().clone() for n, p in model.named_parameters()}
    if a.resume and checkpoint.exists():
        c = torch.load(checkpoint, map_location=device, weights_only=False)
        model.load_state_dict(c["model"])
        ema = c["ema"]
        for o, s in zip(opts, c["opts"]):
            o.load_state_dict(s)
        state = c["state"]
    dev = fixed_dev(tok, a) if first else None
    queue = mp.Queue(maxsize=4)
    feeders = [mp.Process(target=feed, args=(queue, a, state["step"] * 77 + rank * 11 + i + 1, out), daemon=True) for i in range(a.feeders)]
    for f in feeders:
        f.start()
    started, budget = time.time(), a.minutes * 60
    before, tokens_before = state["seconds"], state["tokens"]
    saved = time.time()
    log = (out / "log.jsonl").open("a")
    window = []

    def say(row):
        print(json.dumps(row), flush=True)
        log.write(json.dumps(row) + "\n")
        log.flush()

    if first:
        say({"parameters": count, "vocab": len(tok.tokens), "shape": shape.as_dict(), "resumed_at": state["step"], "workers": a.workers})
    while True:
        tokens, where, target = (torch.from_numpy(x).to(device) for x in queue.get(timeout=120))
        model.train()
        with torch.autocast(device, dtype=torch.bfloat16):
            logits = run(tokens, where)
            loss = F.cross_entropy(logits.float(), target, label_smoothing=a.smoothing)
        for o in opts:
            o.zero_grad(set_to_none=True)
        loss.backward()
        # the clock of the first worker counts for all of them: they must stop after the same step
        seconds, asked_to_stop, fed, lost = together(model, a.workers, [before + time.time() - started if first else 0.0, float(first and stop.exists()), float((tokens != tok.id["<pad>"]).sum()), loss.item() / a.workers])
        state["seconds"] = seconds
        done = seconds / budget if not a.steps else state["step"] / a.steps
        if done >= 1 or asked_to_stop:
            break
        scale = schedule(done, state["step"], a.decay)
        for o, lr in zip(opts, (a.muon_lr, a.lr)):
            for g in o.param_groups:
                g["lr"] = lr * scale
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for o in opts:
            o.step()
        state["step"] += 1
        state["tokens"] += int(fed)
        if not first:
            continue
        window.append(lost)
        if state["step"] % 5 == 0:
            decay = min(0.995, (1 + state["step"] / 5) / (10 + state["step"] / 5))
            with torch.no_grad():
                for n, p in model.named_parameters():
                    ema[n].lerp_(p, 1 - decay)
        if state["step"] % 100 == 0:
            row = {"step": state["step"], "minutes": round(seconds / 60, 2), "tokens": state["tokens"], "loss": round(float(np.mean(window)), 4),
                   "tokens_per_s": round((state["tokens"] - tokens_before) / (seconds - before)), "lr": round(scale, 4)}
            if state["step"] % 500 == 0:
                row.update(measure(model, ema, dev, tok, device))
            window = []
            say(row)
        if time.time() - saved > a.save_minutes * 60:
            save(checkpoint, model, ema, opts, state, shape)
            saved = time.time()
    if first:
        save(checkpoint, model, ema, opts, state, shape)
        stop.unlink(missing_ok=True)
        say({"final": measure(model, ema, dev, tok, device), **state})
    for f in feeders:
        f.terminate()
    os._exit(0)


def together(model, workers, numbers):
    """Averages the gradients of all workers in place, and returns `numbers` added up over them."""
    if workers == 1:
        return numbers
    grads = [p.grad for p in model.parameters()]
    flat = torch.cat([g.reshape(-1) for g in grads] + [torch.tensor(numbers) * workers])
    dist.all_reduce(flat)
    flat /= workers
    at = 0
    for g in grads:
        g.copy_(flat[at:at + g.numel()].view_as(g))
        at += g.numel()
    return flat[at:].tolist()


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("--out", default=str(HERE / "work" / "base"))
    p.add_argument("--minutes", type=float, default=90)
    p.add_argument("--steps", type=int, default=0, help="stop after so many steps instead of minutes")
    p.add_argument("--dim", type=int, default=256)
    p.add_argument("--layers", type=int, default=5)
    p.add_argument("--heads", type=int, default=4)
    p.add_argument("--ffn", type=int, default=704)
    p.add_argument("--vocab", type=int, default=4608)
    p.add_argument("--dropout", type=float, default=0.0)
    p.add_argument("--lr", type=float, default=3e-3)
    p.add_argument("--muon-lr", type=float, default=0.02)
    p.add_argument("--smoothing", type=float, default=0.02)
    p.add_argument("--decay", type=float, default=0.35, help="share of the run in which the rate falls to nothing")
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--workers", type=int, default=1, help="processes that share every step, one per CPU core; 1 on a GPU")
    p.add_argument("--feeders", type=int, default=1)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--save-minutes", type=float, default=5)
    p.add_argument("--compile", type=int, default=1)
    p.add_argument("--resume", action="store_true")
    p.add_argument("--public", default="", help="JSON lines of mapped public examples (reflex/public.py), mixed in with --public-share")
    p.add_argument("--public-share", type=float, default=0.3)
    return p.parse_args()


def schedule(done, step, decay):
    """Warm-up, a plateau, then down to nothing over the last part: a run can be lengthened before that part begins."""
    warm = min(1.0, (step + 1) / 150)
    return warm * min(1.0, max(0.0, (1 - done) / decay))


def compiled(model, a):
    return torch.compile(model, dynamic=True) if a.compile else model


class Muon(torch.optim.Optimizer):
    """Momentum whose update is made orthogonal by five Newton-Schulz steps (Jordan et al., 2024, "Muon"), for matrices of the blocks.

    Several workers share the work: each makes its part of the updates, then all get all of them."""

    def __init__(self, params, lr, momentum=0.95, weight_decay=0.01, rank=0, workers=1):
        super().__init__(params, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})
        self.rank, self.workers = rank, workers

    @torch.no_grad()
    def step(self):
        for g in self.param_groups:
            updates = []
            for i, p in enumerate(g["params"]):
                buf = self.state[p].setdefault("momentum", torch.zeros_like(p))
                buf.lerp_(p.grad, 1 - g["momentum"])
                mine = (i // 4 + i) % self.workers == self.rank
                updates.append(orthogonal(p.grad.lerp(buf, g["momentum"])).to(p.dtype) if mine else torch.zeros_like(p))
            if self.workers > 1:
                flat = torch.cat([u.reshape(-1) for u in updates])
                dist.all_reduce(flat)
                updates = flat.split([u.numel() for u in updates])
            for p, u in zip(g["params"], updates):
                p.mul_(1 - g["lr"] * g["weight_decay"])
                p.add_(u.view_as(p), alpha=-g["lr"] * max(1.0, p.shape[0] / p.shape[1]) ** 0.5)


def orthogonal(m, steps=5):
    a, b, c = 3.4445, -4.7750, 2.0315
    x = m.bfloat16()
    flip = x.shape[0] > x.shape[1]
    x = x.T if flip else x
    x = x / (x.norm() + 1e-7)
    for _ in range(steps):
        s = x @ x.T
        x = a * x + (b * s + c * s @ s) @ x
    return x.T if flip else x


def load_or_train_tokenizer(out, a):
    path = out / "tokenizer.json"
    if path.exists():
        d = json.loads(path.read_text("utf8"))
        return T.Tokenizer(d["tokens"], [tuple(m) for m in d["merges"]])
    sampler = E.Sampler(seed=11)
    for p in sampler.problems():
        print("phrases:", p, flush=True)
    texts = [sampler.sample().text for _ in range(160_000)]
    texts += shared_texts()
    tok = T.train(texts, E.special_tokens(sampler.cat), a.vocab)
    path.write_text(json.dumps({"tokens": tok.tokens, "merges": tok.merges}, ensure_ascii=False), "utf8")
    return tok


def shared_texts(root=HERE.parent.parent / "shared" / "nlu", most=25_000):
    """Sentences of the public train sets, where they are at hand: they widen the vocabulary, Chinese characters above all."""
    import gzip
    texts = []
    for path in sorted(root.glob("*/train*.jsonl.gz")):
        if "nl2bash" in str(path):
            continue
        with gzip.open(path, "rt", encoding="utf8") as f:
            rows = [json.loads(line) for line in f]
        if "tldr" in str(path):
            rows = [r for r in rows if r["lang"] != "en"]
        texts += [r["text"] for r in rows[:most]]
    return texts


def public_examples(path):
    if not path:
        return []
    import public
    return public.load(path)


def feed(queue, a, seed, out):
    """Batches for ever: (tokens [b, t], flat positions whose next token is predicted [n], that token [n])."""
    torch.set_num_threads(1)
    tok = load_or_train_tokenizer(out, a)
    mined = out / "emphasis.json"
    sampler = E.Sampler(seed=seed, emphasis=json.loads(mined.read_text("utf8")) if mined.exists() else None)
    encoder = E.Encoder(tok, sampler.cat)
    rng = random.Random(seed)
    public = public_examples(a.public)
    held = held_out.of_long(held_out.held_out())
    pad = tok.id["<pad>"]
    while True:
        pool = []
        while len(pool) < POOL:
            e = sampler.dress(rng.choice(public).copy()) if public and rng.random() < a.public_share else sampler.sample()
            p = encoder.encode(e)
            if p and held_out.plain(e.text) not in held:
                pool.append((*p, getattr(e, "known", None)))
        for b in batches_of(pool, rng):
            queue.put(pack(b, pad))


def batches_of(pool, rng, most=TOKENS_PER_BATCH):
    """The pool's (prompt, answer, …) in batches of like lengths and at most `most` tokens with their padding, in random order."""
    pool.sort(key=lambda p: len(p[0]) + len(p[1]) + rng.random() * 2)
    batches, batch, longest = [], [], 0
    for p in pool:
        longest = max(longest, len(p[0]) + len(p[1]) - 1)
        if batch and (len(batch) + 1) * longest > most:
            batches.append(batch)
            batch, longest = [], len(p[0]) + len(p[1]) - 1
        batch.append(p)
    batches.append(batch)
    rng.shuffle(batches)
    return batches


def pack(batch, pad):
    longest = max(len(p) + len(q) - 1 for p, q, _ in batch)
    tokens = np.full((len(batch), longest), pad, np.int64)
    where, target = [], []
    for row, (p, q, known) in enumerate(batch):
        s = (p + q)[:-1]
        tokens[row, :len(s)] = s
        # `known`: how many answer tokens are certain (examples whose slots nobody annotated teach the action alone)
        n = len(q) if known is None else min(known, len(q))
        where += [row * longest + len(p) - 1 + i for i in range(n)]
        target += q[:n]
    return tokens, np.array(where, np.int64), np.array(target, np.int64)


def fixed_dev(tok, a, n=600):
    sampler = E.Sampler(seed=987_654)
    encoder = E.Encoder(tok, sampler.cat)
    pairs = []
    while len(pairs) < n:
        e = sampler.sample()
        p = encoder.encode(e)
        if p:
            pairs.append((*p, None, e.lang))
    return pairs


@torch.no_grad()
def measure(model, ema, dev, tok, device):
    """Share of fresh examples whose every answer token is the most probable one, with the averaged weights."""
    live = {n: p.detach().clone() for n, p in model.named_parameters()}
    for n, p in model.named_parameters():
        p.copy_(ema[n])
    model.eval()
    right, seen, loss, n = {}, {}, 0.0, 0
    for i in range(0, len(dev), 100):
        part = dev[i:i + 100]
        tokens, where, target = (torch.from_numpy(x).to(device) for x in pack([d[:3] for d in part], tok.id["<pad>"]))
        logits = model(tokens, where).float()
        loss += F.cross_entropy(logits, target, reduction="sum").item()
        n += len(target)
        hit = (logits.argmax(-1) == target).cpu().numpy()
        at = 0
        for d in part:
            k = len(d[1])
            seen[d[3]] = seen.get(d[3], 0) + 1
            right[d[3]] = right.get(d[3], 0) + bool(hit[at:at + k].all())
            at += k
    for n_, p in model.named_parameters():
        p.copy_(live[n_])
    return {"dev_loss": round(loss / n, 4), "dev_exact": {l: round(right[l] / seen[l], 3) for l in seen}}


def save(path, model, ema, opts, state, shape):
    torch.save({"model": model.state_dict(), "ema": ema, "opts": [o.state_dict() for o in opts], "state": state, "shape": shape.as_dict()}, str(path) + ".new")
    os.replace(str(path) + ".new", path)


if __name__ == "__main__":
    main()
