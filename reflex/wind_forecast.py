"""What the wind tunnel's figures foretell: predictions, their comparison with what came, sizes for a budget, two mixes of data. See wind_tunnel.py."""
import json
import subprocess
from datetime import datetime, timezone
from pathlib import Path

import numpy as np

import scaling_law as S
import wind_plot as P

HERE = Path(__file__).parent
MILLION = 1_000_000
LEVEL = 0.9
ROUNDS = 200
#: What is foretold, as groups of the sets that evals/raw.ts counts.
TARGETS = {
    "own evals": ["own/en", "own/fr", "own/zh"],
    "own en": ["own/en"],
    "own fr": ["own/fr"],
    "own zh": ["own/zh"],
    "catalogue": ["catalogue/en", "catalogue/fr", "catalogue/zh"],
}
#: Sizes that `plan` weighs against each other, as DIMxLAYERSxHEADSxFFN.
SIZES = ["64x3x2x160", "96x4x3x256", "128x4x2x352", "160x4x5x448", "160x5x5x448", "192x5x3x512", "224x5x7x608", "256x5x4x704", "256x6x4x704", "320x6x5x864"]


# predictions ---------------------------------------------------------------------------------------------------------


def predict(a):
    """Fits the laws, tells what the run will reach, and writes it down with everything that it follows from."""
    out = Path(a.out)
    runs, anchors = runs_of(out), rows(out / "anchors.jsonl")
    fitted = [r for r in runs if r["budget"] >= a.least]
    n = non_embedding(a.shape)
    laws = {"ladder": law_of(fitted, fitted), "anchored": law_of(fitted + [r for r in anchors if r["annealed"]], fitted + anchors)}
    prediction = {
        "name": a.name, "date": a.date, "made_at": datetime.now(timezone.utc).isoformat(timespec="seconds"), "phrases": commit_of(out), "note": a.note,
        "shape": a.shape, "n": n, "tokens": a.tokens, "level": LEVEL, "least": a.least, "runs": runs, "anchors": anchors,
        "laws": {name: {**told(law), "forecast": [forecast(law, n, d) for d in grid(a.tokens)]} for name, law in laws.items()},
        "backtest": [{"model": r["model"], "annealed": r["annealed"], "tokens": r["tokens"], "measured": figures(r), "foretold": forecast(laws["ladder"], r["n"], r["tokens"] / MILLION)} for r in anchors],
    }
    folder = HERE / "predictions"
    folder.mkdir(exist_ok=True)
    stem = folder / f"{a.date}-{a.name}"
    stem.with_suffix(".json").write_text(json.dumps(prediction, indent=1) + "\n", "utf8")
    stem.with_suffix(".svg").write_text(picture(prediction), "utf8")
    stem.with_suffix(".md").write_text(page(prediction), "utf8")
    print(page(prediction))


def law_of(loss_rows, link_rows):
    """Everything fitted: the law of the loss on some rows, a link per target on rows that may be more."""
    n, d, loss = (np.array(x) for x in zip(*[(r["n"] / MILLION, r["tokens"] / MILLION, r["dev_loss"]) for r in loss_rows]))
    law, drawn, noise = S.bootstrap_loss(n, d, loss, ROUNDS)
    links = {}
    for target in TARGETS:
        points = [(r["dev_loss"], *counts(r, target)) for r in link_rows if r.get("sets")]
        links[target] = (*S.bootstrap_link(*zip(*points), ROUNDS), points[0][2])
    return {"law": law, "drawn": drawn, "noise": noise, "links": links}


def forecast(fitted, n, d):
    """{"tokens", "loss": [middle, low, high], target: [middle, low, high]} at n parameters and d million tokens; the middle is the median of the draws."""
    n, out = n / MILLION, {"tokens": round(d, 1)}
    losses = S.drawn_losses(fitted["drawn"], fitted["noise"], n, d)
    out["loss"] = spread_of(losses)
    for target, (_, links, spread, asked) in fitted["links"].items():
        out[target] = spread_of(S.drawn_shares(losses, links, spread, asked))
    return out


def spread_of(draws):
    return [round(float(v), 4) for v in np.quantile(draws, (0.5, (1 - LEVEL) / 2, (1 + LEVEL) / 2))]


def told(fitted):
    return {"loss": {k: round(v, 5) for k, v in vars(fitted["law"]).items()}, "noise": round(fitted["noise"], 4),
            "links": {t: {"slope": round(k.slope, 4), "middle": round(k.middle, 4), "spread": round(spread, 2)} for t, (k, _, spread, _) in fitted["links"].items()}}


def grid(tokens):
    return [tokens * f for f in (0.7, 0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.2, 1.4)]


# comparison ----------------------------------------------------------------------------------------------------------


def compare(a, outcome):
    """The prediction, as it was written down, beside what was measured on the same sets."""
    path = Path(a.prediction)
    prediction = json.loads(path.read_text("utf8"))
    at = outcome["tokens"] / MILLION
    got = figures(outcome)
    result = {"prediction": path.name, "outcome": outcome, "figures": got, "foretold": {name: between(law["forecast"], at) for name, law in prediction["laws"].items()}}
    stem = path.with_name(path.stem + "-outcome")
    stem.with_suffix(".json").write_text(json.dumps(result, indent=1) + "\n", "utf8")
    stem.with_suffix(".svg").write_text(picture(prediction, outcome), "utf8")
    lines = [f"# What came of [{path.stem}]({path.stem}.md)", "", f"{outcome['shape']} after {at:.1f} M tokens, measured on the same samples and the same evals as the ladder (phrases of {prediction['phrases']}).",
             *outside(prediction, at), "", "| figure | came | ladder | anchored |", "|---|---|---|---|"]
    for target, value in got.items():
        cells = [judged(target, value, result["foretold"][name][target]) for name in ("ladder", "anchored")]
        lines.append(f"| {target} | {shown(target, value)} | {cells[0]} | {cells[1]} |")
    lines += ["", f"![prediction and outcome]({stem.name}.svg)", ""]
    stem.with_suffix(".md").write_text("\n".join(lines), "utf8")
    print("\n".join(lines))


def between(forecasts, tokens):
    """The forecast at a number of tokens, in a line between its neighbours on the grid (the nearest end outside of it)."""
    at = [f["tokens"] for f in forecasts]
    return {k: [float(np.interp(tokens, at, [f[k][i] for f in forecasts])) for i in range(3)] for k in forecasts[0] if k != "tokens"}


def outside(prediction, tokens):
    """A warning when the run saw fewer or more tokens than anything was foretold for."""
    told_for = [f["tokens"] for f in prediction["laws"]["anchored"]["forecast"]]
    return [] if told_for[0] <= tokens <= told_for[-1] else [f"Foretold was only {told_for[0]} to {told_for[-1]} M tokens: the nearer end stands below."]


def judged(target, value, foretold):
    middle, low, high = foretold
    where = "within" if low <= value <= high else "above" if value > high else "below"
    return f"{interval(target, foretold)}: {where}, off by {shown(target, value - middle, sign=True)}"


# sizes for a budget --------------------------------------------------------------------------------------------------


def plan(a):
    """For each size: how many tokens it would see in the time there is, and what the anchored law says of it."""
    prediction = json.loads(Path(a.prediction).read_text("utf8"))
    law = S.LossLaw(**prediction["laws"]["anchored"]["loss"])
    link = prediction["laws"]["anchored"]["links"]["own evals"]
    fixed = fixed_cost(prediction["runs"])
    mine = non_embedding(a.shape)
    choices = []
    for shape in dict.fromkeys([*SIZES, a.shape]):
        n = non_embedding(shape)
        speed = a.tokens_per_second * (fixed + mine) / (fixed + n)
        d = speed * a.minutes * 60 / MILLION + (a.seen if shape == a.shape else 0)
        loss = float(law.at(n / MILLION, d))
        choices.append((loss, shape, n, speed, d, float(S.Link(link["slope"], link["middle"]).at(loss))))
    best = min(choices)
    print(f"{a.minutes:g} minutes, {a.tokens_per_second:g} tokens/s with {a.shape}; a token costs as much as {fixed / MILLION:.2f} M parameters besides the blocks'")
    print(f"{'shape':>14} {'params M':>9} {'tokens/s':>9} {'tokens M':>9} {'loss':>7} {'own evals':>9}")
    for c in sorted(choices, key=lambda c: c[2]):
        loss, shape, n, speed, d, share = c
        print(f"{shape:>14} {n / MILLION:9.2f} {speed:9.0f} {d:9.1f} {loss:7.4f} {share:9.1%}{'  ← least loss' if c == best else ''}")
    near = [c[1] for c in choices if c[0] < best[0] * (1 + prediction["laws"]["anchored"]["noise"])]
    print(f"within the noise of one run: {', '.join(near)}; the smallest of them answers soonest")


def fixed_cost(runs):
    """What a token costs besides its blocks (logits, copies, the optimizer), in parameters: the seconds of the ladder in a line over n."""
    per_token = {r["shape"]: (r["n"], r["seconds"] / r["tokens"]) for r in runs}
    n, cost = (np.array(x, float) for x in zip(*per_token.values()))
    if len(n) < 2:
        return 0.0
    slope, start = np.polyfit(n, cost, 1)
    return max(0.0, float(start / slope)) if slope > 0 else 0.0


# two mixes of data ---------------------------------------------------------------------------------------------------


def versus(a):
    """Exact plans of two ladders, rung by rung: the evals are the same for both, the losses are not (each has fresh samples of its own phrases)."""
    one, other = ({(r["shape"], r["budget"]): r for r in runs_of(Path(out)) if r.get("sets")} for out in (a.out, a.other))
    print(f"{'rung':>20}  " + "  ".join(f"{t:>22}" for t in TARGETS))
    gains = {t: [] for t in TARGETS}
    for rung in [r for r in one if r in other]:
        cells = []
        for t in TARGETS:
            (x, n), (y, m) = counts(one[rung], t), counts(other[rung], t)
            gain, error = y / m - x / n, np.sqrt(x / n * (1 - x / n) / n + y / m * (1 - y / m) / m)
            gains[t].append((gain, error))
            cells.append(f"{x / n:.1%} → {y / m:.1%} ({gain * 100:+.1f})")
        print(f"{rung[0]:>14}-{rung[1]:g}M  " + "  ".join(f"{c:>22}" for c in cells))
    for t, pairs in gains.items():
        gain, error = np.array(pairs).T
        mean = (gain / error ** 2).sum() / (1 / error ** 2).sum()
        # rungs of one ladder share their sentences, so their errors do not average out: the error of one rung stands
        print(f"{t}: {mean * 100:+.1f} points, 90 % within {1.64 * error.mean() * 100:.1f}")


# words and pictures --------------------------------------------------------------------------------------------------


def page(p):
    asked = {t: counts(next(r for r in p["runs"] if r.get("sets")), t)[1] for t in TARGETS}
    lines = [f"# Prediction {p['date']}: {p['name']}", "", f"Made {p['made_at']}, before the run's outcome was known. {p['note']}".strip(), "",
             f"The run: {p['shape']} ({p['n'] / MILLION:.2f} M parameters without the embedding), about {p['tokens']:g} M tokens. Figures are measured on {asked['own evals']} own evals and "
             f"{asked['catalogue']} examples of the catalogue without a threshold, and on 2,000 fresh samples of the phrases of {p['phrases']}. Intervals: {LEVEL:.0%}.", "",
             "| figure | from the ladder alone | ladder and the run's own earlier checkpoints |", "|---|---|---|"]
    at = {name: between(law["forecast"], p["tokens"]) for name, law in p["laws"].items()}
    for target in ["loss", *TARGETS]:
        lines.append(f"| {target} | {interval(target, at['ladder'][target])} | **{interval(target, at['anchored'][target])}** |")
    lines += ["", "By tokens, anchored:", "", "| tokens | " + " | ".join(["loss", *TARGETS]) + " |", "|---|" + "---|" * (1 + len(TARGETS))]
    for f in p["laws"]["anchored"]["forecast"]:
        lines.append(f"| {f['tokens']:g} M | " + " | ".join(interval(t, f[t]) for t in ["loss", *TARGETS]) + " |")
    for name, law in p["laws"].items():
        l = law["loss"]
        lines += ["", f"Law, {name}: L = {l['E']:.4f} + {l['A']:.4f} / N^{l['a']:.3f} + {l['B']:.4f} / D^{l['b']:.3f} (N, D in millions; scatter {law['noise']:.1%}); own evals = 1 / (1 + exp({law['links']['own evals']['slope']:.2f} (L - {law['links']['own evals']['middle']:.3f})))."]
    lines += ["", "## The ladder", "", "| shape | N | tokens | loss | own evals | catalogue | core seconds |", "|---|---|---|---|---|---|---|"]
    for r in p["runs"]:
        f = figures(r)
        lines.append(f"| {r['shape']} | {r['n'] / MILLION:.3f} M | {r['tokens'] / MILLION:.2f} M | {r['dev_loss']:.4f} | {f.get('own evals', float('nan')):.1%} | {f.get('catalogue', float('nan')):.1%} | {r['seconds']:.0f} |")
    lines += ["", f"Budgets of one shape are branches of one trunk; the seconds are counted from the trunk's beginning. Rungs below {p['least']:g} M tokens are not fitted: they sit in the first fall of the loss.", "", "## Back-test: what the ladder alone says of checkpoints that were known",
              "", "| checkpoint | tokens | loss came | loss foretold | own evals came | foretold |", "|---|---|---|---|---|---|"]
    for b in p["backtest"]:
        m, f = b["measured"], b["foretold"]
        lines.append(f"| {b['model']}{'' if b['annealed'] else ' (rate not yet down)'} | {b['tokens'] / MILLION:.1f} M | {m['loss']:.4f} | {interval('loss', f['loss'])} | {m['own evals']:.1%} | {interval('own evals', f['own evals'])} |")
    lines += ["", "## To get the same", "", "```", *commands_of(p), "```"]
    return "\n".join([*lines, "", f"![the ladder and the prediction]({p['date']}-{p['name']}.svg)", ""])


def commands_of(p):
    most = {r["shape"]: r["budget"] for r in p["runs"]}
    anchors = {a: [r["model"] for r in p["anchors"] if r["annealed"] == a] for a in (True, False)}
    return [f"python reflex/wind_tunnel.py freeze --commit {p['phrases']}",
            "cp reflex/work/base/tokenizer.json reflex/work/tunnel/    # the vocabulary that the shipped model has; it also stands in its GGUF",
            "python reflex/wind_tunnel.py ladder --public reflex/work/public.jsonl --shapes " + " ".join(f"{s}:{b:g}" for s, b in most.items()),
            "python reflex/wind_tunnel.py score",
            *(f"python reflex/wind_tunnel.py anchor{' --annealed' if a else ''} {' '.join(f'{m}.gguf' for m in models)}    # git show COMMIT:reflex/reflex.gguf > COMMIT.gguf" for a, models in anchors.items() if models),
            f"python reflex/wind_tunnel.py predict --name {p['name']} --shape {p['shape']} --tokens {p['tokens']:g}"]


def picture(p, outcome=None):
    points = p["runs"] + p["anchors"] + ([outcome] if outcome else [])
    losses, tokens = [r["dev_loss"] for r in points], [r["tokens"] / MILLION for r in points]
    left = P.Panel(0, "Loss per answer token", "million tokens", "loss", (min(tokens) * 0.8, max(p["tokens"] * 1.3, *tokens)), (min(losses) * 0.6, max(losses) * 1.15), x_log=True, y_log=True)
    right = P.Panel(P.WIDTH, "Exact plans, own evals", "loss", "share", (0, max(losses) * 1.05), (0, 1))
    law, link = S.LossLaw(**p["laws"]["anchored"]["loss"]), p["laws"]["anchored"]["links"]["own evals"]
    curve = np.geomspace(left.x_range[0], left.x_range[1], 60)
    shapes = list(dict.fromkeys([r["shape"] for r in p["runs"]] + [p["shape"]]))
    for shape, colour in zip(shapes, P.COLOURS):
        left.line([(d, float(law.at(non_embedding(shape) / MILLION, d))) for d in curve], colour, "5 3" if shape == p["shape"] else "none")
    steps = np.linspace(0.01, max(losses), 60)
    right.line([(x, float(S.Link(link["slope"], link["middle"]).at(x))) for x in steps], "#555")
    for r in p["runs"] + p["anchors"]:
        colour, hollow = P.COLOURS[shapes.index(r["shape"]) % len(P.COLOURS)], not r.get("annealed", True)
        title = f"{r['shape']}, {r['tokens'] / MILLION:.1f} M tokens"
        left.dot(r["tokens"] / MILLION, r["dev_loss"], colour, title, hollow)
        if r.get("sets"):
            right.dot(r["dev_loss"], figures(r)["own evals"], colour, title, hollow)
    at = between(p["laws"]["anchored"]["forecast"], outcome["tokens"] / MILLION if outcome else p["tokens"])
    left.bar(outcome["tokens"] / MILLION if outcome else p["tokens"], *at["loss"][1:], P.COLOURS[(len(shapes) - 1) % len(P.COLOURS)], "anchored prediction")
    right.bar(at["loss"][0], *at["own evals"][1:], P.COLOURS[(len(shapes) - 1) % len(P.COLOURS)], "anchored prediction")
    if outcome:
        left.dot(outcome["tokens"] / MILLION, outcome["dev_loss"], P.OUTCOME, "outcome", size=5)
        right.dot(outcome["dev_loss"], figures(outcome)["own evals"], P.OUTCOME, "outcome", size=5)
    left.legend([*zip(shapes, P.COLOURS), *([("outcome", P.OUTCOME)] if outcome else [])], right=True)
    return P.svg([left, right])


def figures(r):
    """The loss, and the share of exact plans per target where they were counted."""
    out = {"loss": r["dev_loss"]}
    for target in TARGETS if r.get("sets") else ():
        right, asked = counts(r, target)
        out[target] = right / asked
    return out


def counts(r, target):
    parts = [r["sets"][s] for s in TARGETS[target]]
    return sum(p["exact"] for p in parts), sum(p["n"] for p in parts)


def interval(target, values):
    middle, low, high = (shown(target, v) for v in values)
    return f"{middle} ({low} to {high})"


def shown(target, value, sign=False):
    if target == "loss":
        return f"{value:+.4f}" if sign else f"{value:.4f}"
    return f"{value * 100:+.1f} points" if sign else f"{value * 100:.1f} %"


# files ---------------------------------------------------------------------------------------------------------------


def runs_of(out):
    """The ladder's rungs, with their exact plans where they were counted."""
    scores = {r["model"]: {"sets": r["sets"]} for r in rows(out / "scores.jsonl")}
    return [{**r, **scores.get(f"{r['shape']}-{r['budget']:g}M", {})} for r in rows(out / "runs.jsonl")]


def non_embedding(shape):
    """Parameters without the embedding, which is also the output: matrices and norms of the blocks, and the last norm."""
    dim, layers, _, ffn = (int(x) for x in shape.split("x"))
    return layers * (4 * dim * dim + 3 * dim * ffn + 2 * dim) + dim


def commit_of(out):
    mark = out / "frozen" / "main" / "commit"
    if mark.exists():
        return mark.read_text("utf8").strip()
    return subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=HERE, capture_output=True, text=True).stdout.strip()


def rows(path):
    return [json.loads(line) for line in path.read_text("utf8").splitlines() if line] if path.exists() else []


def append(path, row):
    with path.open("a", encoding="utf8") as f:
        f.write(json.dumps(row) + "\n")
