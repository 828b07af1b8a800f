"""Trains one model on rows of one or several sets, with the optimisers and the schedule of reflex/train.py."""
import copy
import json
import random
import time
from dataclasses import replace

import numpy as np
import torch
import torch.distributed as dist
import torch.nn.functional as F

import train as recipe
from protocols.augment import Augment

TOKENS_PER_BATCH = 2560
POOL = 4096  # rows sorted by length together


def run(rank, workers, rows, codec, model, a, out):
    """a: the arguments of `protocol.py train`. Writes the last weights and their moving average to `out`, once a minute and at the end."""
    torch.set_num_threads(1)
    torch.manual_seed(a.seed + rank)
    if workers > 1:
        dist.init_process_group("gloo", rank=rank, world_size=workers)
        model = copy.deepcopy(model)  # a spawned worker gets the weights in memory shared with the others
    matrices = [p for n, p in model.named_parameters() if p.dim() == 2 and "embed" not in n]
    rest = [p for n, p in model.named_parameters() if p.dim() != 2 or "embed" in n]
    opts = [recipe.Muon(matrices, a.muon_lr, rank=rank, workers=workers), torch.optim.AdamW(rest, a.lr, betas=(0.9, 0.98), weight_decay=a.decay_embed)]
    forward = torch.compile(model, dynamic=True) if a.compile else model
    mean = {n: p.detach().clone() for n, p in model.named_parameters()}
    step, began, losses, tokens_seen, told = 0, time.time(), [], 0, time.time()
    model.train()
    for tokens, where, target in batches(rows, codec, a.seed * 100 + rank):
        loss = F.cross_entropy(forward(tokens, where).float(), target, label_smoothing=a.smoothing)
        for o in opts:
            o.zero_grad(set_to_none=True)
        loss.backward()
        seconds, seen, lost = recipe.together(model, workers, [time.time() - began if rank == 0 else 0.0, float(tokens.numel()), loss.item() / workers])
        done = seconds / (a.minutes * 60)
        if done >= 1:
            break
        scale = min(1.0, (step + 1) / 60) * min(1.0, (1 - done) / a.decay)
        for o, lr in zip(opts, (a.muon_lr, a.lr)):
            for g in o.param_groups:
                g["lr"] = lr * scale
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for o in opts:
            o.step()
        step, tokens_seen = step + 1, tokens_seen + seen
        losses.append(lost)
        if step % 4 == 0:
            with torch.no_grad():
                for n, p in model.named_parameters():
                    mean[n].lerp_(p, 1 - min(0.98, (1 + step / 4) / (10 + step / 4)))
        if rank == 0 and time.time() - told > 60:
            told = time.time()
            print(json.dumps({"step": step, "minutes": round(seconds / 60, 1), "loss": round(float(np.mean(losses[-100:])), 4), "tokens": int(tokens_seen)}), flush=True)
            save(out, model, mean, codec, {"step": step, "tokens": tokens_seen})
    if rank == 0:
        save(out, model, mean, codec, {"step": step, "tokens": tokens_seen})
    if workers > 1:
        dist.destroy_process_group()


def save(out, model, mean, codec, state):
    torch.save({"mean": mean, "last": model.state_dict(), "shape": model.shape.as_dict(), "state": state, "tokens": codec.tok.tokens, "merges": codec.tok.merges,
                "grammar": codec.grammar}, str(out) + ".new")
    (out.parent / (out.name + ".new")).replace(out)


def batches(rows, codec, seed):
    """For ever: (tokens [b, t], flat positions whose next token is predicted, that token)."""
    rng = random.Random(seed)
    augment, pad, order = Augment(rows, seed), codec.tok.id["<pad>"], []
    while True:
        pool = []
        while len(pool) < POOL:
            if not order:
                order = rng.sample(range(len(rows)), len(rows))
            row = rows[order.pop()]
            text, spans = augment(row)
            p, q = codec.encode(replace(row, text=text, spans=spans))
            if len(p) + len(q) < 120:
                pool.append((p, q))
        for b in recipe.batches_of(pool, rng, TOKENS_PER_BATCH):
            yield tuple(torch.from_numpy(x) for x in recipe.pack([(*s, None) for s in b], pad))
