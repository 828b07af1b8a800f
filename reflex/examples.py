"""Phrases → training examples: joins, corrections, politeness, fillers and recognition noise, with spans kept exact."""
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

import phrases as P
import tokenizer as T

HERE = Path(__file__).parent
LANG_SHARE = {"en": 0.60, "fr": 0.20, "zh": 0.20}
SPECIALS = ["<s>", "</s>", "<pad>", "<u>", "<a>", "<prev>", "<none>", "<+>"]
#: Vocabularies of times, amounts and small words: as a label or a title they would teach that a duration is a name.
MEANS_SOMETHING = re.compile(r"dur|clock|day|date|time|period|recur|num|perc|hour|min|sec|month|when|week|year|amount|level|^n_|^at|please|filler|joiner|correct|about|^h_|^wd|^help|^tail|peux|after|before|heure|jour|mois")
#: Their sentences are questions or manners, which stay what they are also in talk.
TALKED_OF_BY_NOBODY = {"answer", "smalltalk", "cancel", "undo", "repeat", "explain", "help", "fact_remember", "phrase_teach", "note_take", "message_send"}
#: Arguments whose values are open: any words may stand there, so words are swapped in from elsewhere to teach copying.
OPEN_ARGS = {"label", "text", "title", "item", "list", "query", "artist", "name", "person", "word", "phrase", "device", "place", "file"}


def catalogue():
    return json.loads((HERE / "catalogue.json").read_text("utf8"))


def special_tokens(cat):
    """The fixed head of the vocabulary: marks, languages, actions, argument names, constants."""
    args = sorted({a for spec in cat.values() for a in spec})
    words = sorted({v for spec in cat.values() for a in spec.values() for v in a.get("values", [])})
    constants = ["*", "true", "false"] + [str(n) for n in (0, 1, 2, 3, 5, 10, 20, 25, 30, 33, 50, 67, 75, 80, 90, 100)] + words
    return (SPECIALS + [f"L:{l}" for l in LANG_SHARE] + [f"A:{a}" for a in cat] + [f"K:{a}" for a in args]
            + [f"V:{c}" for c in dict.fromkeys(constants)])


@dataclass
class Example:
    lang: str
    chars: list  # [(character, tag)], tag = (call index, arg, serial) or None
    calls: list  # [{"action", "consts": {arg: value}}]
    before: list | None = None  # the call before: [(action, [(arg, ["words", …] | "V:const")])]
    template: str = ""  # the key of the template that it comes from, where it is one

    @property
    def text(self):
        return "".join(c for c, _ in self.chars)


def chars_of(pieces):
    return [(c, tag) for text, tag in pieces for c in text]


def squeeze(chars):
    out = []
    for c, tag in chars:
        if c.isspace():
            if not out or out[-1][0] == " ":
                continue
            out.append((" ", tag))
        elif c in ",.!?;" and out and out[-1][0] == " ":
            out[-1] = (c, tag)
        else:
            out.append((c, tag))
    while out and out[-1][0] == " ":
        out.pop()
    return out


class Sampler:
    def __init__(self, langs=None, seed=0, cat=None, noise=1.0, emphasis=None):
        """emphasis: {template key: factor}, how much oftener than others a template is taken (reflex/mine.py)"""
        self.cat = cat or catalogue()
        self.rng = random.Random(seed)
        self.noise = noise
        self.languages = {l: P.Language(l, self.cat) for l in (langs or LANG_SHARE)}
        self.extra = []  # ready examples from elsewhere: (weight, function(rng) → Example)
        self.plain, self.pairs, self.none, self.after, self.none_after = {}, {}, {}, {}, {}
        for l, language in self.languages.items():
            for b in language.blocks if emphasis else []:
                b.weights = [w * emphasis.get(t.key, 1.0) for t, w in zip(b.templates, b.weights)]
            groups = {}
            for b in language.blocks:
                if b.after:
                    (self.after if b.actions else self.none_after).setdefault(l, []).append(b)
                elif not b.actions:
                    self.none.setdefault(l, []).append(b)
                elif len(b.actions) > 1:
                    self.pairs.setdefault(l, []).append(b)
                else:
                    groups.setdefault(b.actions[0], []).append(b)
            self.plain[l] = groups

    def problems(self):
        return [p for l in self.languages.values() for p in l.problems]

    # one example ------------------------------------------------------------------------------------------------

    def sample(self):
        rng = self.rng
        lang = rng.choices(list(self.languages), [LANG_SHARE[l] for l in self.languages])[0]
        for _ in range(20):
            r = rng.random()
            try:
                if r < 0.15 and lang in self.none:
                    e = self.nothing(lang)
                elif r < 0.245 and lang in self.after:
                    e = self.follow_up(lang)
                elif r < 0.31 and lang in self.pairs:
                    e = self.from_block(lang, self.pick(self.pairs[lang], alike=0.5))
                elif r < 0.39:
                    e = self.joined(lang)
                elif r < 0.42:
                    e = self.corrected(lang)
                else:
                    e = self.single(lang)
                e = self.dress(e)
            except P.PhraseError:
                raise
            if e.chars and len(e.chars) < 220:
                return e
        return e

    def pick(self, blocks, alike=0.0):
        """alike: how often one whose calls are all of one kind ("eggs and milk") comes before the many mixed ones."""
        same = [b for b in blocks if len(set(b.actions)) == 1] if self.rng.random() < alike else []
        blocks = same or blocks
        return self.rng.choices(blocks, [sum(b.weights) ** 0.5 for b in blocks])[0]

    def single(self, lang, action=None):
        groups = self.plain[lang]
        if action is None:
            names = list(groups)
            if not names:
                return Example(lang, [], [])
            action = self.rng.choices(names, [sum(sum(b.weights) for b in groups[n]) ** 0.4 for n in names])[0]
        return self.from_block(lang, self.pick(groups[action]))

    def from_block(self, lang, block, before=None):
        rng, language = self.rng, self.languages[lang]
        t = rng.choices(block.templates, block.weights)[0]
        tagged = []
        for text, tag in language.fill(t.nodes, rng):
            tagged.append((text, (tag[0], tag[1], tag[2]) if tag else None))
        chars = squeeze(chars_of(tagged))
        calls = [{"action": a, "consts": {}} for a in block.actions]
        for which, arg, value in t.consts:
            for i in self.targets(which, arg, block):
                calls[i]["consts"][arg] = value
        e = Example(lang, chars, calls, before, t.key)
        if self.rng.random() < 0.12 * self.noise:
            self.swap_open_value(e)
        return e

    def targets(self, which, arg, block):
        if which != "*":
            return [int(which) - 1]
        return [i for i, a in enumerate(block.actions) if arg in self.cat[a]]

    def nothing(self, lang):
        if self.rng.random() < 0.4:
            return self.talk_about(lang)
        if lang in self.none_after and self.rng.random() < 0.1:
            return self.from_block(lang, self.pick(self.none_after[lang]), self.some_before(lang, None))
        return self.from_block(lang, self.pick(self.none[lang]))

    def talk_about(self, lang):
        """Any command inside talk about commands ("she told me to …"): nothing is to be done."""
        language, glue = self.languages[lang], "" if lang == "zh" else " "
        names = [n for n in self.plain[lang] if n not in TALKED_OF_BY_NOBODY]
        command = self.single(lang, self.rng.choice(names)).text
        if command[:1].isupper() and self.rng.random() < 0.7:
            command = command[0].lower() + command[1:]
        words = language.words("about_before", self.rng) + glue + command
        if self.rng.random() < 0.3:
            words += glue + language.words("about_after", self.rng)
        return Example(lang, squeeze([(c, None) for c in words]), [])

    def follow_up(self, lang):
        block = self.pick(self.after[lang])
        for _ in range(4):
            before = self.some_before(lang, block.after)
            if before:
                break
        return self.from_block(lang, block, before)

    def some_before(self, lang, action):
        groups = self.plain[lang]
        if action in (None, "*"):
            prev = self.single(lang) if self.rng.random() < 0.85 else self.joined(lang)
        elif action in groups:
            prev = self.single(lang, action)
        else:
            return [(action, [])]
        return plan_of(prev, self.cat, words=True)

    # shapes of several calls ------------------------------------------------------------------------------------

    def joined(self, lang):
        rng = self.rng
        parts = [self.single(lang) for _ in range(2 if rng.random() < 0.85 else 3)]
        chars, calls = [], []
        for i, part in enumerate(parts):
            if i:
                joiner = self.languages[lang].words("joiner", rng) or ("，" if lang == "zh" else "and")
                if lang != "zh":
                    joiner = joiner if joiner[0] in ",;." else " " + joiner
                    joiner += " "
                chars += [(c, None) for c in joiner]
            part_chars = part.chars
            for n, call in enumerate(part.calls):
                for arg, value in list(call["consts"].items()):
                    if value == P.WHOLE:
                        del call["consts"][arg]
                        part_chars = [(c, tag or (str(n + 1), arg, 0.5)) for c, tag in part_chars]
            shift = len(calls)
            for c, tag in part_chars:
                chars.append((c, (str(int(tag[0]) + shift) if tag[0] != "*" else "*", tag[1], tag[2] + shift) if tag else None))
            calls += part.calls
        return Example(lang, squeeze(chars), calls)

    def corrected(self, lang):
        rng = self.rng
        first, second = self.single(lang), self.single(lang)
        words = self.languages[lang].words("correction", rng)
        if not words or not first.chars:
            return second
        keep = len(first.chars) if rng.random() < 0.7 else rng.randint(1, len(first.chars))
        glue = "" if lang == "zh" else " "
        if any(v == P.WHOLE for c in second.calls for v in c["consts"].values()):
            return second
        chars = [(c, None) for c, _ in first.chars[:keep]] + [(c, None) for c in glue + words + glue] + second.chars
        return Example(lang, squeeze(chars), second.calls)

    # words around, noise within ---------------------------------------------------------------------------------

    def dress(self, e):
        rng, language = self.rng, self.languages[e.lang]
        glue = [] if e.lang == "zh" else [(" ", None)]
        chars = e.chars
        n = self.noise
        if not chars:
            return e
        if e.calls and rng.random() < 0.14 * n:
            w = language.words("please_before", rng)
            chars = [(c, None) for c in w] + (glue if w else []) + chars
        if e.calls and rng.random() < 0.12 * n:
            w = language.words("please_after", rng)
            chars = chars + (glue if w and w[0] not in ",，." else []) + [(c, None) for c in w]
        if rng.random() < 0.07 * n:
            w = language.words("filler", rng)
            breaks = [i for i, (c, t) in enumerate(chars) if (c == " " and t is None) or (e.lang == "zh" and t is None)] + [0]
            i = rng.choice(breaks)
            chars = chars[:i] + glue + [(c, None) for c in w] + glue + chars[i:]
        if rng.random() < 0.18 * n:
            end = "?!." if e.lang != "zh" else "。？！"
            chars = chars + [(rng.choice(end), None)]
        elif rng.random() < 0.3 and chars and chars[-1][0] in "?.!。？！" and chars[-1][1] is None:
            chars = chars[:-1]
        if rng.random() < 0.4 * n:
            chars = [(c, t) for c, t in chars if c not in ",，" or t]
        if rng.random() < 0.08 * n:
            chars = [(c, t) for c, t in chars if c not in "'’"]
        if e.lang == "fr" and rng.random() < 0.15 * n:
            chars = [(strip_accent(c), t) for c, t in chars]
        if rng.random() < 0.05 * n and e.lang != "zh":
            chars = self.typo(chars)
        if e.lang == "en" and rng.random() < 0.06 * n:
            chars = drop_word(chars, {"the", "a", "an", "my", "to"}, rng)
        if e.lang == "zh" and rng.random() < 0.05 * n:
            chars = [(c, t) for c, t in chars if t or c not in "的了吧呢啊"]
        e.chars = squeeze(chars)
        # whatever was said before is still there in the next turn, and mostly has nothing to do with it
        if e.before is None and rng.random() < 0.4:
            e.before = self.some_before(e.lang, None)
        return e

    def typo(self, chars):
        rng = self.rng
        spots = [i for i in range(1, len(chars) - 1) if chars[i][0].isalpha() and chars[i - 1][0].isalpha() and chars[i + 1][0].isalpha()]
        if not spots:
            return chars
        i = rng.choice(spots)
        kind = rng.random()
        if kind < 0.35:
            return chars[:i] + chars[i + 1:]
        if kind < 0.7:
            return chars[:i - 1] + [(chars[i][0], chars[i - 1][1]), (chars[i - 1][0], chars[i][1])] + chars[i + 1:] if chars[i][1] == chars[i - 1][1] else chars
        return chars[:i] + [(rng.choice("abcdefghijklmnopqrstuvwxyz"), chars[i][1])] + chars[i:]

    def swap_open_value(self, e):
        """One open value is replaced by words of some other vocabulary, so that copying does not hang on known values."""
        tags = sorted({t for _, t in e.chars if t and t[1] in OPEN_ARGS})
        if not tags:
            return
        tag = self.rng.choice(tags)
        language = self.languages[e.lang]
        names = [v for v in language.vocab_lines if len(language.vocab_lines[v]) >= 12 and not MEANS_SOMETHING.search(v)]
        if not names:
            return
        new = language.words(self.rng.choice(names), self.rng)
        if self.rng.random() < 0.4:
            new = self.odd_words(e.lang, names) or new
        if not new:
            return
        out, done = [], False
        for c, t in e.chars:
            if t == tag:
                if not done:
                    out += [(x, tag) for x in new]
                    done = True
            else:
                out.append((c, t))
        e.chars = squeeze(out)


    def odd_words(self, lang, names):
        """A few words of different vocabularies in a row: nothing to know, only to copy."""
        rng, language = self.rng, self.languages[lang]
        said = [language.words(rng.choice(names), rng) for _ in range(rng.randint(1, 3))]
        if lang == "zh":
            return "".join(s[rng.randrange(len(s)):][:rng.randint(1, 4)] for s in said if s)
        parts = [w for s in said for w in s.split()]
        rng.shuffle(parts)
        return " ".join(parts[:rng.randint(1, 5)])


ACCENTS = str.maketrans("àâäéèêëîïôöùûüçÀÉÈÊ", "aaaeeeeiioouuucAEEE")


def strip_accent(c):
    return c.translate(ACCENTS)


def drop_word(chars, words, rng):
    text = "".join(c for c, _ in chars)
    hits = [m for m in re.finditer(r"[a-z]+ ", text) if m.group().strip() in words and chars[m.start()][1] is None]
    if not hits:
        return chars
    m = rng.choice(hits)
    return chars[:m.start()] + chars[m.end():]


# example → plan → tokens ---------------------------------------------------------------------------------------------


def spans_of(e):
    """{(call index, arg): [(start, end)…]} in characters; shared (*) slots go to every call that knows the argument."""
    runs, last = [], None
    for i, (_, tag) in enumerate(e.chars):
        if tag is not None and tag == last:
            runs[-1][2] = i + 1
        elif tag is not None:
            runs.append([tag, i, i + 1])
        last = tag
    out = {}
    for tag, a, b in runs:
        out.setdefault((tag[0], tag[1]), []).append((a, b))
    return out


def trimmed(text, a, b):
    while a < b and text[a] in " ,.;:!?，。！？":
        a += 1
    while b > a and text[b - 1] in " ,;!?，。！？":
        b -= 1
    return a, b


def plan_of(e, cat, words=False):
    """[(action, [(arg, value)])] in the catalogue's order of arguments; value = [(start, end)…] (or their words) or "V:const"."""
    spans, text, plan = spans_of(e), e.text, []
    before = dict(e.before[-1][1]) if e.before else {}
    for i, call in enumerate(e.calls):
        args = []
        for arg in cat[call["action"]]:
            found = spans.get((str(i + 1), arg)) or (spans.get(("*", arg)))
            if found:
                pieces = [trimmed(text, a, b) for a, b in found]
                pieces = [(a, b) for a, b in pieces if b > a]
                if pieces:
                    args.append((arg, [text[a:b] for a, b in pieces] if words else pieces))
            elif arg in call["consts"]:
                value = call["consts"][arg]
                if value == P.FROM_BEFORE:
                    if arg in before:
                        args.append((arg, before[arg] if words or isinstance(before[arg], str) else ("words", before[arg])))
                else:
                    args.append((arg, "V:" + value))
        plan.append((call["action"], args))
    return plan


class Encoder:
    """Examples → (prompt ids, answer ids). See reflex/README.md for the format."""

    def __init__(self, tok, cat):
        self.tok, self.cat = tok, cat
        self.id = tok.id

    def words(self, text):
        return [i for ids, _, _ in self.tok.encode(text) for i in ids]

    def value(self, value, units):
        if isinstance(value, str):
            return [self.id[value]] if value in self.id else None
        if isinstance(value, tuple):  # words of the call before
            return self.join([self.words(w) for w in value[1]])
        parts = []
        for a, b in value:
            inside = [(ids, s, t) for ids, s, t in units if s >= a and t <= b]
            if not inside or inside[0][1] != a or inside[-1][2] != b:
                return None
            parts.append([i for ids, _, _ in inside for i in ids])
        return self.join(parts)

    def join(self, parts):
        out = []
        for p in parts:
            out += ([self.id["<+>"]] if out else []) + p
        return out

    def before(self, before):
        out = []
        for action, args in before or []:
            out.append(self.id["A:" + action])
            for arg, value in args:
                out.append(self.id["K:" + arg])
                if isinstance(value, str):
                    out.append(self.id.get(value, self.id["V:*"]))
                else:
                    out += self.join([self.words(w) for w in value])
        return [self.id["<prev>"]] + out if out else []

    def encode(self, e):
        text = e.text
        units = self.tok.encode(text)
        answer = [self.id["L:" + e.lang]]
        plan = plan_of(e, self.cat)
        if not plan:
            answer.append(self.id["<none>"])
        for action, args in plan:
            answer.append(self.id["A:" + action])
            for arg, value in args:
                ids = self.value(value, units)
                if ids is None:
                    return None
                answer += [self.id["K:" + arg]] + ids
        answer.append(self.id["</s>"])
        prompt = [self.id["<s>"]] + self.before(e.before)[:48] + [self.id["<u>"]] + [i for ids, _, _ in units for i in ids] + [self.id["<a>"]]
        if len(prompt) + len(answer) > 160:
            return None
        return prompt, answer
