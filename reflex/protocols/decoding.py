"""Answers by greedy choice among the tokens that may stand next, with kept keys and values: one utterance at a time, as in the shell."""
import torch
import torch.nn.functional as F

from model import rotate
from protocols.answer import Answer


class Reader:
    """The model's step function over a growing sequence."""

    def __init__(self, model):
        self.model, self.kept, self.length = model, [None] * len(model.blocks), 0

    def hidden(self, tokens):
        """Hidden state [dim] after these further tokens."""
        m = self.model
        x = m.embed(torch.tensor([tokens]))
        t0, t1 = self.length, self.length + len(tokens)
        for i, b in enumerate(m.blocks):
            q, k, v = b.qkv(b.norm1(x)).view(1, len(tokens), 3, b.heads, -1).permute(2, 0, 3, 1, 4)
            q, k = rotate(q, m.cos[t0:t1], m.sin[t0:t1]), rotate(k, m.cos[t0:t1], m.sin[t0:t1])
            if self.kept[i]:
                k, v = torch.cat([self.kept[i][0], k], 2), torch.cat([self.kept[i][1], v], 2)
            self.kept[i] = (k, v)
            scores = q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5
            if len(tokens) > 1:
                scores = scores + torch.full(scores.shape[-2:], float("-inf")).triu(t0 + 1)
            x = x + b.out((scores.softmax(-1) @ v).transpose(1, 2).reshape(1, len(tokens), -1))
            gate, up = b.gate_up(b.norm2(x)).chunk(2, -1)
            x = x + b.down(F.silu(gate) * up)
        self.length = t1
        return m.norm(x[0, -1])


@torch.inference_mode()
def understand(model, codec, name, text, most=64):
    """(intent, spans, probability of the intent, tokens read and written)"""
    units = codec.tok.encode(text)
    answer, reader, pending, sure = Answer(codec, name, units), Reader(model), codec.prompt(name, units), None
    while True:
        options = answer.allowed()
        if len(options) == 1 and sure is not None:
            token = options[0]
        else:
            logits = model.embed.weight[options] @ reader.hidden(pending)
            pending, best = [], int(logits.argmax())
            token = options[best]
            if sure is None:
                sure = float(logits.softmax(-1)[best])
        answer.take(token)
        pending.append(token)
        if answer.done or reader.length + len(pending) >= model.shape.context - 1 or most == 0:
            return answer.intent, answer.spans, sure, reader.length
        most -= 1
