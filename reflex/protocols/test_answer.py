"""Whatever is chosen among the allowed tokens, an answer ends, and its spans are units of the text in order; what was encoded is allowed."""
import random
import unittest

import tokenizer as T
from protocols.answer import Answer
from protocols.codec import Codec, grammar_of
from protocols.sets import Row, row_of

TEXTS = ["play jazz by jazz hands", "book a table for 2 at o'brien's", "add it"]
ROWS = [
    Row("snips", TEXTS[0], "PlayMusic", (("genre", 5, 9), ("artist", 13, 23))),
    Row("snips", TEXTS[1], "BookRestaurant", (("size", 17, 18), ("name", 22, 31))),
    Row("snips", TEXTS[2], "AddToPlaylist", ()),
    Row("clinc150", "what is up", "greeting", None),
]


def codec():
    labels = ["<s>", "</s>", "<pad>", "<u>", "<a>", "S:snips", "S:clinc150", "A:clinc150/greeting"]
    labels += [f"A:snips/{r.intent}" for r in ROWS[:3]] + [f"K:snips/{n}" for r in ROWS[:3] for n, _, _ in r.spans]
    return Codec(T.train([r.text for r in ROWS], labels, 330), grammar_of(ROWS))


class Answers(unittest.TestCase):
    def test_what_was_encoded_is_allowed_and_read_back(self):
        c = codec()
        for row in ROWS:
            answer = Answer(c, row.set, c.tok.encode(row.text))
            for token in c.encode(row)[1]:
                self.assertIn(token, answer.allowed())
                answer.take(token)
            self.assertTrue(answer.done)
            self.assertEqual((answer.intent, answer.spans), (row.intent, list(row.spans or ())))

    def test_any_walk_ends_with_spans_of_the_text(self):
        c, rng = codec(), random.Random(1)
        for i in range(300):
            text = TEXTS[i % 3]
            units = c.tok.encode(text)
            answer, steps = Answer(c, "snips", units), 0
            while not answer.done:
                answer.take(rng.choice(answer.allowed()))
                steps += 1
                self.assertLess(steps, 100)
            borders = {a for _, a, _ in units} | {b for _, _, b in units}
            flat = [at for _, a, b in answer.spans for at in (a, b)]
            self.assertEqual(flat, sorted(flat))
            self.assertLessEqual(set(flat), borders)
            self.assertLessEqual({n for n, _, _ in answer.spans}, set(c.grammar["snips"][answer.intent]))

    def test_slurp_gold_counts_words(self):
        row = row_of("slurp", {"text": "what is one american dollar", "intent": "qa_currency", "slots": [], "spans": [["currency_name", 3, 5]]})
        self.assertEqual(row.values(), [("currency_name", "american dollar")])


if __name__ == "__main__":
    unittest.main()
