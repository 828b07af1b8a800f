"""Public language sets → examples of our actions, by the rules in reflex/mapping/*.txt.

    python reflex/public.py --out reflex/work/public.jsonl --root ../shared/nlu [--show 3]

Only train splits are read. A row becomes an example when a rule fits it; the first rule that fits decides, a row without one is left out. Rows
whose words also stand in some dev or test split are left out. The format of the rules is told in reflex/mapping/README.md.
"""
import argparse
import copy
import gzip
import json
import random
import re
from collections import Counter, defaultdict
from pathlib import Path

import examples as E
import held_out as H
import phrases as P
import tokenizer as T

HERE = Path(__file__).parent
#: set → (its train files, the mapping file, most rows per language)
SETS = {
    "snips": ({"en": "snips/train.jsonl.gz"}, "snips", None),
    "hwu64": ({"en": "hwu64/train.jsonl.gz"}, "hwu64", None),
    "slurp": ({"en": "slurp/train.jsonl.gz"}, "hwu64", None),  # the same names of intents and slots
    "clinc150": ({"en": "clinc150/train.jsonl.gz"}, "clinc150", None),
    "ha_en": ({"en": "ha_template_samples/train_en.jsonl.gz"}, "ha_en", 3000),
    "ha_fr": ({"fr": "ha_template_samples/train_fr.jsonl.gz"}, "ha_fr", 3000),
    "ha_zh": ({"zh": "ha_template_samples/train_zh-cn.jsonl.gz"}, "ha_zh", 3000),
}
BEFORE = re.compile(
    r"(?:(?:please|kindly|hey|hi|hello|ok|okay|olly|alexa|siri|google|computer|ai|yo|so|well|just|go ahead and|"
    r"(?:can|could|would|will|may) you(?: please)?|i(?: want|'d like| would like| need)(?: for)? you to|i need to have you|you need to|would you mind to|"
    r"do me a favor and|be so kind and)[,.]? +)+")
AFTER = re.compile(r"(?:[ ,]*(?<=[ ,])(?:please|for me|thanks|thank you|olly|alexa|siri|google|now|right now|ok|okay|immediately|asap|at the moment|currently)|(?<![ap]\. m)(?<![ap]\.m)[ ?.!,])+$")
CJK_GAP = re.compile(r"(?<=[㐀-鿿％%°\d]) +(?=[㐀-鿿\d])|(?<=[㐀-鿿]) +(?=[㐀-鿿\d])")


# rules ---------------------------------------------------------------------------------------------------------------


class Rule:
    """One line `conditions => target`; see reflex/mapping/README.md."""

    def __init__(self, line, macros, cat):
        head, target = line.rsplit("=>", 1)
        self.line, self.whole, self.has, self.lacks, self.slots, self.musts = line, None, [], [], None, set()
        for sign, body, slots, star in re.findall(r"([?!]?)/((?:[^/\\]|\\.)*)/(?=\s|$)|@\s*([^/?!]*)|(\*)", head):
            if star:
                continue
            if slots:
                self.slots = dict((s.rstrip("+").split(":") + [""])[:2] for s in slots.split())
                self.musts = {s.split(":")[0] for s in slots.split() if s.endswith("+")}
            elif sign:
                (self.has if sign == "?" else self.lacks).append(re.compile(expand(body, macros)))
            else:
                self.whole = re.compile(expand(body, macros))
        words = target.split()
        self.kind = words[0]
        self.sure = not self.kind.startswith("~")
        self.action = self.kind.lstrip("~")
        self.consts = dict(w.split("=", 1) for w in words[1:])
        if self.action not in ("none", "skip"):
            if self.action not in cat:
                raise ValueError(f"no such action: {line}")
            names = set(self.consts) | {g.rsplit("_", 1)[0] for g in (self.whole.groupindex if self.whole else {})}
            names |= {a for a in (self.slots or {}).values() if a and a != "-"}
            for name in names:
                if name not in cat[self.action]:
                    raise ValueError(f"{self.action} has no {name}: {line}")

    def read(self, text, a, b, row):
        """None when the rule does not fit, else {arg: [[start, end]…]}."""
        match = None
        if self.whole:
            match = self.whole.fullmatch(text, a, b)
            if not match:
                return None
        if any(not r.search(text) for r in self.has) or any(r.search(text) for r in self.lacks):
            return None
        args = {}
        if self.slots is not None:
            if row.get("slots_known") is False or self.musts - {s["name"] for s in row["slots"]}:
                return None
            for s in sorted(row["slots"], key=lambda s: s.get("start") or 0):
                if s["name"] not in self.slots or s.get("start") is None:
                    return None
                arg = self.slots[s["name"]]
                if arg in ("", "-"):
                    continue
                if arg == "place" and arg in args and text[args[arg][0][1]:s["start"]] in (" ", ", ", ","):
                    args[arg] = [[args[arg][0][0], s["end"]]]  # "Athens, Georgia"
                    continue
                if arg in args:
                    return None  # twice the same: more than one call, or two words for one
                args[arg] = [[s["start"], s["end"]]]
        if match:
            for group in match.re.groupindex:
                if match.start(group) >= 0 and match.end(group) > match.start(group):
                    args.setdefault(group.rsplit("_", 1)[0], []).append([match.start(group), match.end(group)])
        return args


def expand(body, macros):
    """`<arg:macro>` is a span, `{macro}` words that belong to no argument, a blank any white space."""
    count = Counter()

    def span(m):
        count[m.group(1)] += 1
        return f"(?P<{m.group(1)}_{count[m.group(1)]}>{{{m.group(2)}}})"

    body = re.sub(r"<([a-z_]+):([a-z_0-9]+)>", span, body)
    for _ in range(12):
        new = re.sub(r"\{([a-z_][a-z_0-9]*)\}", lambda m: f"(?:{macros[m.group(1)]})", body)
        if new == body:
            return body
        body = new
    raise ValueError(f"macros without end: {body[:80]}")


def load_mapping(name, cat):
    """{intent: ([rules], most rows)}."""
    macros, sections, rules = {}, {}, []
    for path in (HERE / "mapping" / f"macros_{language_of(name)}.txt", HERE / "mapping" / f"{name}.txt"):
        if not path.exists():
            continue
        lines = [line for line in path.read_text("utf8").splitlines() if line.strip() and not line.startswith("#")]
        macros.update((part.strip() for part in line[1:].split("=", 1)) for line in lines if line.startswith("$"))
        for line in lines:
            if line.startswith("$"):
                continue
            if line.startswith("["):
                names, rest = line[1:].split("]", 1)
                most = re.search(r"max=(\d+)", rest)
                rules = []
                for intent in names.split():
                    if intent in sections:
                        raise ValueError(f"{name}: {intent} twice")
                    sections[intent] = (rules, int(most.group(1)) if most else None)
            else:
                rules.append(Rule(line, macros, cat))
    return sections


def language_of(name):
    return name[-2:] if name in ("ha_fr", "ha_zh") else "en"


# rows → examples -----------------------------------------------------------------------------------------------------


def core(text, lang):
    """Where the wish itself stands: without address and politeness around it."""
    a, b = 0, len(text)
    if lang == "en":
        m = BEFORE.match(text)
        a = m.end() if m else 0
        m = AFTER.search(text, a)
        b = m.start() if m else b
    else:
        while b > a and text[b - 1] in " ?？。.!！":
            b -= 1
    return a, b


def tidy(text, args):
    """Spans to unit borders without blanks and articles; None when one is no proper span."""
    starts = {s for _, s, _ in T.units(text)}
    ends = {e for _, _, e in T.units(text)}
    out = {}
    for arg, spans in args.items():
        for a, b in spans:
            a, b = E.trimmed(text, a, b)
            if arg not in ("at", "when", "recurrence"):
                m = re.match(r"(?:the|my|our|your|a|an|some|his|her|their) (?=\w)", text[a:b])
                if m and arg not in ("query", "artist", "question", "text", "value") or m and m.group() in ("my ", "our "):
                    a += m.end()
            if arg in ("at", "when"):
                m = re.search(r"\b(?:on|for|in|at|by|over|during)(?: the)? $", text[:a])
                a = m.start() if m else a
            if arg in ("person", "place", "title") and text[a:b].endswith("'s"):
                b -= 2
            if b <= a or a not in starts or b not in ends:
                return None
            out.setdefault(arg, []).append([a, b])
    flat = sorted(s for spans in out.values() for s in spans)
    if any(x[1] > y[0] for x, y in zip(flat, flat[1:])):
        return None
    return out


def example(row, lang, rules, source, used):
    text = row["text"].replace("\n", " ").rstrip()
    if lang == "zh":
        text = CJK_GAP.sub("", text)
    if len(text) > 180 or "  " in text.strip():
        return None
    low = T.normalise(text)
    a, b = core(low, lang)
    for rule in rules:
        args = rule.read(low, a, b, row)
        if args is None:
            continue
        used[rule.line] += 1
        if rule.action == "skip":
            return None
        out = {"text": text, "lang": lang, "calls": [], "known": None, "source": source}
        if rule.action == "none":
            return out
        args = args if rule.sure else {}
        spans = tidy(low, args)
        if spans is not None and source == "snips":
            spans = snips_spans(low, spans)
        if spans is None:
            return None
        out["calls"] = [{"action": rule.action, "args": {**spans, **{k: "V:" + v for k, v in rule.consts.items()}}}]
        if not rule.sure:
            out["known"], out["calls"][0]["args"] = 2, {}
        return out
    return None


def snips_spans(text, spans):
    """A time of SNIPS is annotated without its preposition, ours holds it; an artist is one after "by" or "from", else part of the query."""
    if "when" in spans:
        (a, b), = spans["when"]
        m = re.search(r"(?:\b(?:for|on|in|at|by|this|next|around|during|within|over|from|before|after|sometime|as of)(?: the)? |\bthe )$", text[:a])
        spans["when"] = [[m.start() if m else a, b]]
    if "artist" in spans and not re.search(r"\b(?:by|from|of|off)(?: the)? $", text[:spans["artist"][0][0]]):
        return None
    return spans


def build(root, seed=1):
    cat = E.catalogue()
    taken, used, unmapped = H.held_out(root), Counter(), Counter()
    for source, (files, name, most) in SETS.items():
        if not (HERE / "mapping" / f"{name}.txt").exists():
            continue
        sections = load_mapping(name, cat)
        for lang, file in files.items():
            rng = random.Random(seed)
            rows = list(H.rows_of(root / file))
            rng.shuffle(rows)
            if source.startswith("ha_"):
                rows.sort(key=rank_by_intent(rows))  # every intent in turn, not 35 % of one
            given, total = Counter(), 0
            for row in rows:
                if row["intent"] not in sections:
                    unmapped[(source, row["intent"])] += 1
                    continue
                rules, limit = sections[row["intent"]]
                key = H.plain(row["text"])
                if key in taken or limit is not None and given[row["intent"]] >= limit or most is not None and total >= most:
                    continue
                e = example(row, lang, rules, source, used)
                if e:
                    taken.add(key)
                    given[row["intent"]] += 1
                    total += 1
                    yield e
    for (source, intent), n in sorted(unmapped.items()):
        print(f"no rules for {source} {intent} ({n} rows)")


def rank_by_intent(rows):
    seen, place = Counter(), {}
    for r in rows:
        place[id(r)] = seen[r["intent"]]
        seen[r["intent"]] += 1
    return lambda r: place[id(r)]


# for training --------------------------------------------------------------------------------------------------------


class PublicExample(E.Example):
    """An example whose answer is certain up to `known` tokens (None: all of it)."""
    known = None

    def copy(self):
        e = copy.copy(self)
        e.chars, e.calls = list(self.chars), copy.deepcopy(self.calls)
        return e


def load(path):
    """The rows of a file written by this script as examples; those of rare actions stand in the list two or three times, the same objects."""
    with open(path, encoding="utf8") as f:
        rows = [from_json(json.loads(line)) for line in f]
    count = Counter(action_of(e) for e in rows)
    return [e for e in rows for _ in range(min(3, max(1, round((1000 / count[action_of(e)]) ** 0.5))))]


def action_of(e):
    return e.calls[0]["action"] if e.calls else None


def from_json(row):
    chars = [(c, None) for c in row["text"]]
    calls = []
    for i, call in enumerate(row["calls"]):
        consts = {}
        for arg, value in call["args"].items():
            if isinstance(value, str):
                consts[arg] = P.WHOLE if value == "V:*" else value[2:]
                continue
            for serial, (a, b) in enumerate(value):
                for k in range(a, b):
                    chars[k] = (chars[k][0], (str(i + 1), arg, serial))
        calls.append({"action": call["action"], "consts": consts})
    e = PublicExample(row["lang"], chars, calls)
    e.known = row["known"]
    return e


# by hand -------------------------------------------------------------------------------------------------------------


def shown(row):
    calls = []
    for c in row["calls"]:
        args = [f"{k}={v[2:]}" if isinstance(v, str) else f"{k}={' + '.join(row['text'][a:b] for a, b in v)!r}" for k, v in c["args"].items()]
        calls.append(c["action"] + "(" + ", ".join(args) + ")")
    return f"{'~' if row['known'] else ' '} [{row['source']}] {row['text']}  →  {' ; '.join(calls) or 'none'}"


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--out", default=str(HERE / "work" / "public.jsonl"))
    p.add_argument("--root", default=str(HERE.parent.parent / "shared" / "nlu"))
    p.add_argument("--show", type=int, default=0, help="random rows printed per action")
    a = p.parse_args()
    rows = list(build(Path(a.root)))
    Path(a.out).parent.mkdir(parents=True, exist_ok=True)
    new = Path(a.out + ".new")
    new.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf8")
    new.rename(a.out)
    by = defaultdict(list)
    for r in rows:
        by[r["calls"][0]["action"] if r["calls"] else "none"].append(r)
    rng = random.Random(7)
    for action in sorted(by, key=lambda k: -len(by[k])):
        sure = sum(r["known"] is None for r in by[action])
        print(f"{action:20} {len(by[action]):6}  with arguments {sure}")
        for r in rng.sample(by[action], min(a.show, len(by[action]))):
            print("   ", shown(r))
    print(len(rows), dict(Counter(r["lang"] for r in rows)), dict(Counter(r["source"] for r in rows)), "sure", sum(r["known"] is None for r in rows))


if __name__ == "__main__":
    main()
