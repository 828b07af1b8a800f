"""How loss falls with size and tokens, and how exact plans follow from loss: two fits, with bootstrap intervals. numpy only.

Loss L(N, D) = E + A / N^a + B / D^b over non-embedding parameters N and tokens D, both in millions (Hoffmann et al. 2022, "Training
compute-optimal large language models", approach 3). The exponents are searched on a grid; E, A, B >= 0 follow by least squares of the relative
error. A weak prior keeps the exponents sane where a short ladder leaves them open: ln a and ln b are normal about ln 0.35, standard deviation 0.5.

Share of exact plans = 1 / (1 + exp(slope * (L - middle))): the second of the two steps of Llama 3 (Dubey et al. 2024, section 3.2.1) and of the
densing law (Xiao et al. 2024). It is fitted on counts, by weighted logistic regression.
"""
from dataclasses import dataclass
from itertools import combinations

import numpy as np

EXPONENTS = np.exp(np.linspace(np.log(0.08), np.log(1.2), 22))
PRIOR_MEAN, PRIOR_SD = np.log(0.35), 0.5
#: Relative scatter of the loss between two seeds of one run; the fit never claims less.
LEAST_NOISE = 0.015


@dataclass(frozen=True)
class LossLaw:
    E: float
    A: float
    a: float
    B: float
    b: float

    def at(self, n, d):
        """Loss per answer token at n million non-embedding parameters and d million tokens."""
        return self.E + self.A * np.asarray(n, float) ** -self.a + self.B * np.asarray(d, float) ** -self.b


@dataclass(frozen=True)
class Link:
    slope: float
    middle: float

    def at(self, loss):
        return 1 / (1 + np.exp(self.slope * (np.asarray(loss, float) - self.middle)))


def fit_loss(n, d, loss, noise=LEAST_NOISE):
    """The law with the least relative error; `noise` is the relative standard deviation of one loss, against which the prior is weighed."""
    return fit_losses(n, d, np.asarray(loss, float)[None], loss, noise)[0]


def fit_losses(n, d, many, scale, noise):
    """A law for every row of `many` (the same n and d, other losses); errors are counted in units of `scale`."""
    n, d, scale = (np.asarray(x, float) for x in (n, d, scale))
    y = (np.asarray(many, float) / scale).T
    best, found = np.full(y.shape[1], np.inf), np.zeros((y.shape[1], 5))
    for a in EXPONENTS:
        for b in EXPONENTS:
            weights, error = nonnegative(np.stack([np.ones_like(n), n ** -a, d ** -b], 1) / scale[:, None], y)
            cost = error / noise ** 2 + sum(((np.log(x) - PRIOR_MEAN) / PRIOR_SD) ** 2 for x in (a, b))
            better = cost < best
            best[better] = cost[better]
            found[better] = np.stack([weights[0], weights[1], np.full_like(best, a), weights[2], np.full_like(best, b)], 1)[better]
    return [LossLaw(*map(float, row)) for row in found]


def nonnegative(x, y):
    """Least squares with weights >= 0 for a few columns, each column of y by itself: the best of the free solutions of every subset.
    Returns weights [columns of x, columns of y] and squared errors."""
    best, out = (y ** 2).sum(0), np.zeros((x.shape[1], y.shape[1]))
    for size in range(1, x.shape[1] + 1):
        for some in combinations(range(x.shape[1]), size):
            part = list(some)
            w = np.linalg.lstsq(x[:, part], y, rcond=1e-12)[0]
            error = np.where((w < 0).any(0), np.inf, ((y - x[:, part] @ w) ** 2).sum(0))
            better = error < best
            best = np.where(better, error, best)
            out[:, better] = 0.0
            out[np.ix_(part, better)] = w[:, better]
    return out, best


def scatter(law, n, d, loss):
    """Relative standard deviation of the losses about the law, for the freedom that the fit had; at least LEAST_NOISE."""
    off = np.log(np.asarray(loss, float) / law.at(n, d))
    return max(LEAST_NOISE, float(np.sqrt((off ** 2).sum() / max(1, len(off) - 4))))


def bootstrap_loss(n, d, loss, rounds=200, seed=1):
    """(law, laws, noise): the fit, and the fits to losses drawn anew about it (parametric bootstrap), with the scatter they were drawn with."""
    law = fit_loss(n, d, loss)
    noise = scatter(law, n, d, loss)
    law = fit_loss(n, d, loss, noise)
    rng = np.random.default_rng(seed)
    middle = law.at(n, d)
    return law, fit_losses(n, d, middle * np.exp(rng.normal(0, noise, (rounds, len(n)))), middle, noise), noise


def fit_link(loss, right, asked, steps=60):
    """Logistic regression of counts on the loss: Newton's steps, halved until the likelihood grows."""
    loss, right, asked = (np.asarray(x, float) for x in (loss, right, asked))
    centre = loss.mean()
    x = np.stack([np.ones_like(loss), loss - centre], 1)
    worth = lambda w: (right * (x @ w) - asked * np.logaddexp(0, x @ w)).sum()
    share = (right.sum() + 1) / (asked.sum() + 2)
    w = np.array([np.log(share / (1 - share)), -1.0])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x * (asked * p * (1 - p))[:, None]).T @ x + 1e-9 * np.eye(2), x.T @ (right - asked * p))
        while worth(w + step) < worth(w) - 1e-12 and np.abs(step).max() > 1e-9:
            step = step / 2
        w = w + step
        if np.abs(step).max() < 1e-8:
            break
    return Link(float(-w[1]), float(centre - w[0] / w[1]))


def overdispersion(link, loss, right, asked):
    """How many times larger than binomial the scatter about the link is (Pearson's chi square per degree of freedom), at least 1."""
    p = link.at(loss)
    chi = (((right - asked * p) ** 2) / (asked * p * (1 - p))).sum()
    return max(1.0, float(chi / max(1, len(loss) - 2)))


def bootstrap_link(loss, right, asked, rounds=200, seed=2):
    loss, right, asked = (np.asarray(x, float) for x in (loss, right, asked))
    link = fit_link(loss, right, asked)
    spread = overdispersion(link, loss, right, asked)
    rng = np.random.default_rng(seed)
    p = link.at(loss)
    drawn = []
    for _ in range(rounds):
        noisy = np.clip(rng.normal(p, np.sqrt(spread * p * (1 - p) / asked)), 0.001, 0.999)
        drawn.append(fit_link(loss, noisy * asked, asked))
    return link, drawn, spread


def drawn_losses(laws, noise, n, d, seed=3):
    """What one run's loss might be at n and d: a draw for each of the bootstrap's laws."""
    rng = np.random.default_rng(seed)
    return np.array([law.at(n, d) for law in laws]) * np.exp(rng.normal(0, noise, len(laws)))


def drawn_shares(losses, links, spread, asked, seed=4):
    """What the share of exact plans on `asked` sentences might be: the loss, the link and the sample all are uncertain."""
    rng = np.random.default_rng(seed)
    p = np.array([link.at(loss) for link, loss in zip(links, losses)])
    return np.clip(rng.normal(p, np.sqrt(spread * p * (1 - p) / asked)), 0, 1)
