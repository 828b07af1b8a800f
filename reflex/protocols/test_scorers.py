"""Hand-counted cases: `python3 -m unittest discover -s reflex/protocols -t reflex` (no packages needed)."""
import unittest

from protocols import scorers as S


class Scorers(unittest.TestCase):
    def test_chunks_count_only_whole(self):
        gold = [[("city", 3, 9), ("time", 10, 12)], [("city", 0, 4)], []]
        told = [[("city", 3, 9), ("time", 10, 14)], [], [("city", 1, 2)]]
        # right 1, wrong 2 (time too long, city of nothing), missed 2
        self.assertAlmostEqual(S.span_f1(gold, told), 2 / (2 + 2 + 2))

    def test_the_same_chunk_told_twice_is_right_once(self):
        self.assertAlmostEqual(S.span_f1([[("a", 0, 1)]], [[("a", 0, 1), ("a", 0, 1)]]), 2 / 3)

    def test_nothing_to_tell_and_nothing_told(self):
        self.assertEqual(S.span_f1([[]], [[]]), 0.0)
        self.assertEqual(S.sentence_accuracy([("x", [])], [("x", [])]), 1.0)

    def test_a_sentence_needs_intent_and_spans(self):
        gold = [("x", [("a", 0, 1)]), ("x", [("a", 0, 1)]), ("y", [])]
        told = [("x", [("a", 0, 1)]), ("y", [("a", 0, 1)]), ("y", [("a", 0, 1)])]
        self.assertAlmostEqual(S.sentence_accuracy(gold, told), 1 / 3)

    def test_edits(self):
        for a, b, n in [("", "", 0), ("kitten", "sitting", 3), ("abc", "", 3), (["a", "b"], ["b"], 1)]:
            self.assertEqual(S.edits(a, b), n)

    def test_slu_f1_of_a_perfect_answer(self):
        self.assertEqual(S.slu_f1([[("date", "next monday")]], [[("date", "next monday")]]), 1.0)

    def test_slu_f1_counts_distance_on_both_sides(self):
        # word: one of two words missing, 0.5; characters: 5 of 11 ("next " is missing)
        d = 0.5 + 5 / 11
        self.assertAlmostEqual(S.slu_f1([[("date", "next monday")]], [[("date", "monday")]]), 2 * 2 / (2 * 2 + 2 * d))

    def test_slu_f1_word_error_rate_can_pass_one(self):
        self.assertEqual(S.word_distance("monday", "on next monday"), 2.0)

    def test_slu_f1_takes_the_nearest_of_the_same_slot(self):
        gold = [[("person", "ann"), ("person", "bob lee")]]
        self.assertEqual(S.slu_f1(gold, [[("person", "bob lee"), ("person", "ann")]]), 1.0)

    def test_slu_f1_wrong_slot_is_wrong_and_missed(self):
        # twice (words, characters): no right, one wrong, one missed
        self.assertEqual(S.slu_f1([[("date", "monday")]], [[("time", "monday")]]), 0.0)
        # one right and one wrong beside it: 2·2 / (2·2 + 2)
        self.assertAlmostEqual(S.slu_f1([[("date", "monday")]], [[("date", "monday"), ("time", "ten")]]), 4 / 6)

    def test_scope(self):
        gold, told = ["a", "a", "b", "oos", "oos"], ["a", "oos", "a", "oos", "b"]
        inside, outside = S.scope(gold, told, "oos")
        self.assertAlmostEqual(inside, 1 / 3)
        self.assertAlmostEqual(outside, 1 / 2)


if __name__ == "__main__":
    unittest.main()
