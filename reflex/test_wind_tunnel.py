"""python -m unittest reflex/test_wind_tunnel.py"""
import sys
import unittest
from pathlib import Path
from xml.dom import minidom

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
import scaling_law as S  # noqa: E402
import wind_forecast as W  # noqa: E402

TRUE = S.LossLaw(E=0.1, A=0.15, a=0.4, B=1.2, b=0.5)
N = np.array([0.14, 0.14, 0.14, 0.44, 0.44, 0.44, 0.8, 0.8])
D = np.array([1.0, 2, 4, 1, 2, 4, 1, 2])
SETS = ["own/en", "own/fr", "own/zh", "catalogue/en", "catalogue/fr", "catalogue/zh"]


def rung(shape, budget, loss, right=50):
    return {"shape": shape, "budget": budget, "n": W.non_embedding(shape), "tokens": int(budget * 1e6), "seconds": budget * 50, "dev_loss": loss,
            "sets": {s: {"n": 100, "exact": right, "rightActions": right} for s in SETS}}


class Law(unittest.TestCase):
    def test_a_law_without_noise_is_found_again(self):
        law = S.fit_loss(N, D, TRUE.at(N, D))
        self.assertAlmostEqual(float(law.at(2.2, 100)), float(TRUE.at(2.2, 100)), delta=0.02)

    def test_parts_of_the_law_are_never_negative(self):
        law = S.fit_loss(N, D, np.array([2.0, 1.0, 0.4, 1.9, 0.9, 0.3, 2.1, 0.8]))
        self.assertGreaterEqual(min(law.E, law.A, law.B), 0)

    def test_the_interval_holds_the_truth_and_narrows_with_a_large_model_in_the_fit(self):
        noisy = TRUE.at(N, D) * np.exp(np.random.default_rng(5).normal(0, 0.015, len(N)))
        widths = []
        for n, d, loss in ((N, D, noisy), (np.append(N, 2.2), np.append(D, 38), np.append(noisy, TRUE.at(2.2, 38)))):
            law, drawn, noise = S.bootstrap_loss(n, d, loss, rounds=60)
            low, high = np.quantile(S.drawn_losses(drawn, noise, 2.2, 100), (0.05, 0.95))
            self.assertTrue(low < TRUE.at(2.2, 100) < high)
            widths.append(high - low)
        self.assertLess(widths[1], widths[0] / 2)


class LinkTest(unittest.TestCase):
    def test_a_link_is_found_again_from_counts_however_far_off_they_are(self):
        for true, losses in ((S.Link(4, 0.6), [2, 1.5, 1, 0.6, 0.3]), (S.Link(1.4, 1.2), [3.4, 2.5, 1.6, 0.3]), (S.Link(5, 0.4), [2.1, 1.6, 1.3, 1.2])):
            asked = np.full(len(losses), 10_000.0)
            link = S.fit_link(losses, true.at(losses) * asked, asked)
            self.assertAlmostEqual(link.slope, true.slope, places=3)
            self.assertAlmostEqual(link.middle, true.middle, places=3)


class Forecast(unittest.TestCase):
    def test_parameters_of_the_blocks(self):
        self.assertEqual(W.non_embedding("192x5x3x512"), 2_213_952)
        self.assertEqual(W.non_embedding("64x3x2x160"), 141_760)

    def test_between_two_points_of_the_grid(self):
        at = W.between([{"tokens": 80, "loss": [0.3, 0.2, 0.4]}, {"tokens": 100, "loss": [0.2, 0.1, 0.3]}], 90)
        np.testing.assert_allclose(at["loss"], [0.25, 0.15, 0.35])

    def test_a_picture_is_well_formed(self):
        runs = [rung("64x3x2x160", b, 2.0 / b, 20) for b in (1, 2, 4)]
        law = {**W.told({"law": TRUE, "noise": 0.02, "links": {t: (S.Link(2, 1), [], 1.0, 100) for t in W.TARGETS}}),
               "forecast": [{"tokens": t, "loss": [0.3, 0.2, 0.4], **{k: [0.8, 0.7, 0.9] for k in W.TARGETS}} for t in (80, 100)]}
        prediction = {"runs": runs, "anchors": [], "shape": "192x5x3x512", "tokens": 90, "laws": {"anchored": law}}
        minidom.parseString(W.picture(prediction, rung("192x5x3x512", 88, 0.31)))


if __name__ == "__main__":
    unittest.main()
