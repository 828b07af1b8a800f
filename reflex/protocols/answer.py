"""An answer under construction: what may stand next, and what has been said so far."""


class Answer:
    """What may follow: after an intent or at a unit's end a slot of that intent or the end; in a slot only units of the text, in order."""

    def __init__(self, codec, name, units):
        self.codec, self.name, self.units = codec, name, units
        self.intent, self.spans, self.done = None, [], False
        self.slot, self.cursors, self.at = None, [], 0  # cursors: (first unit, unit, piece)

    def allowed(self):
        if self.intent is None:
            return list(self.codec.actions[self.name])
        if self.slot is None:
            return self.structure(self.at)
        if not self.cursors:
            return list({self.units[u][0][0] for u in range(self.at, len(self.units))})
        out = {self.units[u][0][p] for _, u, p in map(self.step, self.cursors) if u < len(self.units)}
        ends = [u for _, u, p in self.cursors if p == len(self.units[u][0]) - 1]
        return list(out | set(self.structure(min(ends) + 1))) if ends else list(out)

    def structure(self, at):
        slots = self.codec.slots[self.name][self.intent] if at < len(self.units) else ()
        return [self.codec.end, *slots]

    def step(self, cursor):
        first, u, p = cursor
        return (first, u, p + 1) if p + 1 < len(self.units[u][0]) else (first, u + 1, 0)

    def take(self, token):
        if self.intent is None:
            self.intent = self.codec.actions[self.name][token]
            # a set without slots says no more
            self.done = not any(self.codec.slots[self.name].values())
            return
        if token == self.codec.end or token in self.codec.slots[self.name][self.intent]:
            if self.slot is not None:
                first, u, _ = min(c for c in self.cursors if c[2] == len(self.units[c[1]][0]) - 1)
                self.spans.append((self.slot, self.units[first][1], self.units[u][2]))
                self.at = u + 1
            self.slot, self.cursors = self.codec.slots[self.name][self.intent].get(token), []
            self.done = token == self.codec.end
        elif not self.cursors:
            self.cursors = [(u, u, 0) for u in range(self.at, len(self.units)) if self.units[u][0][0] == token]
        else:
            moved = map(self.step, self.cursors)
            self.cursors = [c for c in moved if c[1] < len(self.units) and self.units[c[1]][0][c[2]] == token]
