"""Reads phrase files (FORMAT.md) and expands templates into examples."""
import re
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
WHOLE = "*"
FROM_BEFORE = "^"


class PhraseError(Exception):
    """A phrase file that cannot be read: file, line and what is wrong."""


@dataclass
class Slot:
    arg: str | None  # None: words that belong to no argument
    call: str  # "1".."4" or "*"
    vocab: str | None
    inline: list | None


@dataclass
class Template:
    nodes: list
    consts: list  # (call, arg, value)
    where: str
    key: str = ""  # its own words and those of its block's header: stays the same when lines are added around it


@dataclass
class Block:
    actions: list[str]  # [] for [none]
    after: str | None  # an action, "*" or None
    templates: list[Template] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)


HEADER = re.compile(r"^\[([a-z_ +]+)\](?:\s+after\s+([a-z_*]+))?\s*$")


class Parser:
    """( | ) and [ | ] and {slot} → a list of nodes: str, ("alt", [nodes…]) or Slot."""

    def __init__(self, text, where):
        self.text, self.at, self.where = text, 0, where

    def fail(self, what):
        raise PhraseError(f"{self.where}: {what} in: {self.text}")

    def sequence(self, stop):
        nodes, literal = [], []

        def flush():
            if literal:
                nodes.append("".join(literal))
                literal.clear()

        while self.at < len(self.text):
            c = self.text[self.at]
            if c in stop:
                break
            self.at += 1
            if c == "(":
                flush()
                nodes.append(("alt", self.alternatives(")")))
            elif c == "[":
                flush()
                nodes.append(("alt", self.alternatives("]") + [[]]))
            elif c == "{":
                flush()
                end = self.matching_brace()
                nodes.append(self.slot(self.text[self.at:end]))
                self.at = end + 1
            elif c in ")]}":
                self.fail(f"a {c!r} that closes nothing")
            else:
                literal.append(c)
        flush()
        return nodes

    def matching_brace(self):
        end = self.text.find("}", self.at)
        if end < 0:
            self.fail("a { that is never closed")
        return end

    def alternatives(self, close):
        options = []
        while True:
            options.append(self.sequence("|" + close))
            if self.at >= len(self.text):
                self.fail(f"a bracket that is never closed by {close!r}")
            c = self.text[self.at]
            self.at += 1
            if c == close:
                return options

    def slot(self, body):
        call = "1"
        m = re.match(r"^([1-4*])\.(.*)$", body, re.S)
        if m:
            call, body = m.group(1), m.group(2)
        m = re.match(r"^([a-z_][a-z0-9_]*)(?:=([a-z0-9_]+)|:(.*))?$", body, re.S)
        if not m:
            self.fail(f"a slot that cannot be read: {{{body}}}")
        arg, vocab, inline = m.groups()
        if inline is not None:
            return Slot(None if arg == "_" else arg, call, None, [Parser(v, self.where).all() for v in inline.split("|")])
        return Slot(None if arg == "_" else arg, call, vocab or arg, None)

    def all(self):
        nodes = self.sequence("")
        return nodes


def parse(text, where):
    return Parser(text, where).all()


class Language:
    """All phrase files of one language."""

    def __init__(self, lang, catalogue, root=HERE / "phrases"):
        self.lang, self.catalogue = lang, catalogue
        self.folder = root / lang
        self.vocab_lines = {}
        self.problems = []
        for path in sorted((self.folder / "vocab").glob("*.txt")):
            self.vocab_lines[path.stem] = self.read_vocab(path)
        self.blocks = []
        for path in sorted(self.folder.glob("*.txt")):
            self.read_blocks(path)
        self.blocks = [b for b in self.blocks if b.templates]
        self.tame_dangling()

    def read_vocab(self, path):
        lines = []
        for number, line in enumerate(path.read_text("utf8").splitlines(), 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            weight, line = split_weight(line)
            try:
                nodes = parse(line, f"{path.relative_to(HERE)}:{number}")
            except PhraseError as e:
                self.problems.append(str(e))
                continue
            lines.append((weight, nodes))
        return lines

    def read_blocks(self, path):
        block = None
        for number, line in enumerate(path.read_text("utf8").splitlines(), 1):
            line = line.strip()
            where = f"{path.relative_to(HERE)}:{number}"
            if not line or line.startswith("#"):
                continue
            m = HEADER.match(line)
            if m:
                names = [] if m.group(1).strip() == "none" else [n.strip() for n in m.group(1).split("+")]
                unknown = [n for n in names + ([m.group(2)] if m.group(2) not in (None, "*") else []) if n not in self.catalogue]
                if unknown:
                    self.problems.append(f"{where}: no such action: {unknown}")
                    block = None
                    continue
                block = Block(names, m.group(2))
                self.blocks.append(block)
                continue
            if block is None:
                continue
            try:
                weight, template = self.template(line, block, where)
            except PhraseError as e:
                self.problems.append(str(e))
                continue
            block.templates.append(template)
            block.weights.append(weight)

    def template(self, line, block, where):
        weight, line = split_weight(line)
        body, arrow, tail = line.partition("=>")
        consts = []
        for item in re.findall(r"([1-4*]\.)?([a-z_]+)=(\S+)", tail) if arrow else []:
            call = item[0][:-1] if item[0] else "1"
            consts.append((call, item[1], item[2]))
        template = Template(parse(body.strip(), where), consts, where, f"{self.lang} {' + '.join(block.actions)} after {block.after}: {line}")
        self.check(template, block)
        return weight, template

    def check(self, template, block):
        def slots(nodes):
            for n in nodes:
                if isinstance(n, Slot):
                    yield n
                elif isinstance(n, tuple):
                    for option in n[1]:
                        yield from slots(option)

        named = [(s.call, s.arg) for s in slots(template.nodes) if s.arg] + [(c, a) for c, a, _ in template.consts]
        for call, arg in named:
            for index in (range(len(block.actions)) if call == "*" else [int(call) - 1]):
                if index >= len(block.actions) or arg not in self.catalogue[block.actions[index]]:
                    if call == "*":
                        continue
                    raise PhraseError(f"{template.where}: {block.actions} has no argument {arg!r}")
        for call, arg, value in template.consts:
            spec = self.catalogue[block.actions[0 if call == "*" else int(call) - 1]].get(arg)
            if spec and spec["type"] == "enum" and value not in spec["values"] + [FROM_BEFORE]:
                raise PhraseError(f"{template.where}: {arg} cannot be {value!r}")
            if spec and spec["type"] == "bool" and value not in ("true", "false", FROM_BEFORE):
                raise PhraseError(f"{template.where}: {arg} cannot be {value!r}")

    def tame_dangling(self):
        """Templates and vocabulary lines with a vocabulary that does not exist are dropped and told of."""

        def ok(nodes):
            for n in nodes:
                if isinstance(n, Slot) and n.inline is None and n.vocab not in self.vocab_lines:
                    self.missing.add(n.vocab)
                    return False
                if isinstance(n, tuple) and not all(ok(o) for o in n[1]):
                    return False
            return True

        self.missing = set()
        for name, lines in self.vocab_lines.items():
            self.vocab_lines[name] = [(w, n) for w, n in lines if ok(n)]
        for b in self.blocks:
            kept = [(t, w) for t, w in zip(b.templates, b.weights) if ok(t.nodes)]
            b.templates, b.weights = [t for t, _ in kept], [w for _, w in kept]
        if self.missing:
            self.problems.append(f"{self.lang}: vocabularies that do not exist: {sorted(self.missing)}")

    def words(self, name, rng):
        """One value of a vocabulary, as a string; "" where the vocabulary does not exist."""
        if name not in self.vocab_lines or not self.vocab_lines[name]:
            return ""
        return squeeze("".join(c for c, _ in self.fill([Slot(None, "1", name, None)], rng)))

    def fill(self, nodes, rng, tag=None, depth=0):
        """→ list of (text, tag); tag = (call, arg, serial) or None."""
        if depth > 12:
            raise PhraseError(f"{self.lang}: vocabularies that contain each other")
        out = []
        for n in nodes:
            if isinstance(n, str):
                out.append((n, tag))
            elif isinstance(n, Slot):
                inner = tag if tag or not n.arg else (n.call, n.arg, rng.random())
                if n.inline is not None:
                    chosen = rng.choice(n.inline)
                else:
                    lines = self.vocab_lines[n.vocab]
                    if not lines:
                        continue
                    chosen = rng.choices(lines, [w for w, _ in lines])[0][1] if depth < 2 and len(lines) < 60 else rng.choice(lines)[1]
                out += self.fill(chosen, rng, inner, depth + 1)
            else:
                out += self.fill(rng.choice(n[1]), rng, tag, depth)
        return out


def split_weight(line):
    m = re.match(r"^(\d+(?:\.\d+)?):\s+(.*)$", line)
    return (float(m.group(1)), m.group(2)) if m else (1.0, line)


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()
