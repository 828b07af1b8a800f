"""Hard examples, mined from the model's own mistakes: which templates it still gets wrong on fresh samples, and how much oftener to show them.

    python reflex/mine.py reflex/work/base/last.pt        writes emphasis.json beside it; train.py --resume reads that

Every template of every language is sampled a few times, without noise; its share of wrong plans, drawn towards that of its action where few were seen, becomes a factor of
0.6 to 2.5 on its weight. The factor is bounded because a template that stays wrong may be wrong itself: --show prints the worst.
"""
import argparse
import json
from collections import defaultdict
from pathlib import Path

import torch

import examples as E
import tokenizer as T
from model import Reflex, Shape
from train import pack

LEAST, MOST = 0.6, 2.5
#: So many samples of its action's average are added to each template's own.
PRIOR = 3


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkpoint")
    p.add_argument("--each", type=int, default=4, help="samples of each template")
    p.add_argument("--seed", type=int, default=31)
    p.add_argument("--show", type=int, default=0, help="print so many of the worst templates")
    a = p.parse_args()
    path = Path(a.checkpoint)
    c = torch.load(path, map_location="cpu", weights_only=False)
    model = Reflex(Shape(**c["shape"]))
    model.load_state_dict(c["model"])
    model.eval()
    d = json.loads((path.parent / "tokenizer.json").read_text("utf8"))
    tok = T.Tokenizer(d["tokens"], [tuple(m) for m in d["merges"]])
    wrong = mistakes(model, tok, E.Sampler(seed=a.seed, noise=0), a.each)
    emphasis, mean = factors(wrong)
    (path.parent / "emphasis.json").write_text(json.dumps(emphasis, ensure_ascii=False), "utf8")
    print(f"{len(wrong)} templates, {100 * mean:.1f} % of their samples wrong, {sum(f > 1.5 for f in emphasis.values())} shown more than 1.5 times as often")
    for key in sorted(wrong, key=lambda k: -sum(wrong[k]) / len(wrong[k]))[:a.show]:
        print(f"{sum(wrong[key])}/{len(wrong[key])}  {key}")


def mistakes(model, tok, sampler, each):
    """{template key: [wrong or not…]}"""
    encoder, rows = E.Encoder(tok, sampler.cat), []
    for lang, language in sampler.languages.items():
        for block in language.blocks:
            for t in range(len(block.templates)):
                for _ in range(each):
                    before = sampler.some_before(lang, block.after) if block.after else None
                    alone = E.P.Block(block.actions, block.after, [block.templates[t]], [1.0])
                    e = sampler.from_block(lang, alone, before)
                    p = e.chars and encoder.encode(e)
                    if p:
                        rows.append((*p, e.template))
    rows.sort(key=lambda r: len(r[0]) + len(r[1]))
    wrong = defaultdict(list)
    for i in range(0, len(rows), 256):
        part = rows[i:i + 256]
        tokens, where, target = (torch.from_numpy(x) for x in pack([(p, q, None) for p, q, _ in part], tok.id["<pad>"]))
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            hit = model(tokens, where).argmax(-1) == target
        at = 0
        for _, q, key in part:
            wrong[key].append(not bool(hit[at:at + len(q)].all()))
            at += len(q)
    return wrong


def factors(wrong):
    of_action = defaultdict(list)
    for key, seen in wrong.items():
        of_action[key.partition(":")[0]] += seen
    mean = sum(sum(s) for s in wrong.values()) / sum(len(s) for s in wrong.values())
    out = {}
    for key, seen in wrong.items():
        around = of_action[key.partition(":")[0]]
        share = (sum(seen) + PRIOR * sum(around) / len(around)) / (len(seen) + PRIOR)
        out[key] = round(min(MOST, max(LEAST, ((share + 0.03) / (mean + 0.03)) ** 0.6)), 2)
    return out, mean


if __name__ == "__main__":
    main()
