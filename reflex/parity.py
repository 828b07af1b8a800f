"""Greedy answers of a checkpoint, for the comparison with the GGUF in node-llama-cpp (evals/parity.ts).

    python reflex/parity.py reflex/work/base/last.pt --n 500 > /tmp/parity.jsonl
    node evals/parity.ts /tmp/parity.jsonl --model FILE
"""
import argparse
import json
from pathlib import Path

import torch

import examples as E
import tokenizer as T
from model import Reflex, Shape


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkpoint")
    p.add_argument("--n", type=int, default=500)
    a = p.parse_args()
    c = torch.load(a.checkpoint, map_location="cpu", weights_only=False)
    d = json.loads((Path(a.checkpoint).parent / "tokenizer.json").read_text("utf8"))
    tok = T.Tokenizer(d["tokens"], [tuple(m) for m in d["merges"]])
    model = Reflex(Shape(**c["shape"]))
    model.load_state_dict(c["model"])
    model.eval()
    sampler = E.Sampler(seed=424_242)
    encoder = E.Encoder(tok, sampler.cat)
    for _ in range(a.n):
        e = sampler.sample()
        e.before = None
        pair = encoder.encode(e)
        if pair:
            print(json.dumps({"text": e.text, "prompt": pair[0], "answer": greedy(model, pair[0], tok.id["</s>"])}, ensure_ascii=False))


@torch.no_grad()
def greedy(model, prompt, end, most=90):
    """The most probable token at each step, over the whole vocabulary, no constraint."""
    ids = list(prompt)
    for _ in range(most):
        best = int(model(torch.tensor([ids]))[0, -1].argmax())
        ids.append(best)
        if best == end:
            break
    return ids[len(prompt):]


if __name__ == "__main__":
    main()
