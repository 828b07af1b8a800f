"""The reflex model: a llama-architecture decoder small enough to train on one core.

Same shapes and operations as llama.cpp's `llama` graph (RMSNorm, interleaved RoPE, SwiGLU, tied embeddings), so that the exported
GGUF gives the same greedy answers (reflex/parity.py holds it to that).
"""
import torch
import torch.nn as nn
import torch.nn.functional as F
from dataclasses import dataclass, asdict

NORM_EPS = 1e-5
ROPE_BASE = 10_000.0


@dataclass(frozen=True)
class Shape:
    vocab: int
    dim: int = 256
    layers: int = 6
    heads: int = 4
    ffn: int = 704
    context: int = 256

    def as_dict(self):
        return asdict(self)


class RmsNorm(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(dim))

    def forward(self, x):
        return F.rms_norm(x, (x.shape[-1],), self.weight.to(x.dtype), NORM_EPS)


def rope_table(context, head_dim):
    inverse = 1.0 / (ROPE_BASE ** (torch.arange(0, head_dim, 2).float() / head_dim))
    angles = torch.outer(torch.arange(context).float(), inverse)
    return angles.cos(), angles.sin()


def rotate(x, cos, sin):
    """x: [batch, heads, time, head_dim]; pairs are neighbours, as in llama.cpp's llama models."""
    a, b = x.float().unflatten(-1, (-1, 2)).unbind(-1)
    return torch.stack((a * cos - b * sin, a * sin + b * cos), -1).flatten(-2).to(x.dtype)


def attend(q, k, v):
    """Causal attention in float32, written out: at 20-40 tokens on a CPU the fused kernel's backward pass cost a fifth of a
    training step; this form, compiled, made the whole step 1.4 times as fast (4,810 against 3,360 tokens/s, one core)."""
    time = q.shape[2]
    with torch.autocast(q.device.type, enabled=False):
        scores = torch.matmul(q.float(), k.float().transpose(-1, -2)) * q.shape[-1] ** -0.5
        future = torch.ones(time, time, dtype=torch.bool, device=q.device).triu(1)
        weights = scores.masked_fill(future, float("-inf")).softmax(-1)
        return torch.matmul(weights, v.float()).to(v.dtype)


class Block(nn.Module):
    def __init__(self, s: Shape, dropout):
        super().__init__()
        self.heads = s.heads
        self.norm1, self.norm2 = RmsNorm(s.dim), RmsNorm(s.dim)
        self.qkv = nn.Linear(s.dim, 3 * s.dim, bias=False)
        self.out = nn.Linear(s.dim, s.dim, bias=False)
        self.gate_up = nn.Linear(s.dim, 2 * s.ffn, bias=False)
        self.down = nn.Linear(s.ffn, s.dim, bias=False)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, cos, sin):
        batch, time, dim = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(batch, time, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        q, k = rotate(q, cos, sin), rotate(k, cos, sin)
        a = attend(q, k, v)
        x = x + self.drop(self.out(a.transpose(1, 2).reshape(batch, time, dim)))
        gate, up = self.gate_up(self.norm2(x)).chunk(2, -1)
        return x + self.drop(self.down(F.silu(gate) * up))


class Reflex(nn.Module):
    def __init__(self, shape: Shape, dropout=0.0):
        super().__init__()
        self.shape = shape
        self.embed = nn.Embedding(shape.vocab, shape.dim)
        self.blocks = nn.ModuleList(Block(shape, dropout) for _ in range(shape.layers))
        self.norm = RmsNorm(shape.dim)
        cos, sin = rope_table(shape.context, shape.dim // shape.heads)
        self.register_buffer("cos", cos, persistent=False)
        self.register_buffer("sin", sin, persistent=False)
        for name, p in self.named_parameters():
            if p.dim() > 1:
                nn.init.normal_(p, 0.0, 0.02 / (2 * shape.layers) ** 0.5 if name.endswith(("out.weight", "down.weight")) else 0.02)

    def hidden(self, tokens):
        x = self.embed(tokens)
        time = tokens.shape[1]
        cos, sin = self.cos[:time], self.sin[:time]
        for block in self.blocks:
            x = block(x, cos, sin)
        return self.norm(x)

    def forward(self, tokens, where=None):
        """Logits [n, vocab] at the flat positions `where` of tokens [batch, time]; at every position when None."""
        h = self.hidden(tokens)
        if where is not None:
            h = h.flatten(0, 1)[where]
        return F.linear(h, self.embed.weight.to(h.dtype))
