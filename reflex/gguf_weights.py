"""Reads back what gguf.py writes: the weights of a shipped model, for measuring it again. Q8_0 comes back as what the shell computes with."""
import struct
from pathlib import Path

import numpy as np

SCALARS = {0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "<?", 10: "<Q", 11: "<q", 12: "<d"}


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, form):
        value, = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return value

    def string(self):
        n = self.take("<Q")
        self.at += n
        return self.data[self.at - n:self.at].decode("utf8")

    def value(self, kind):
        if kind == 8:
            return self.string()
        if kind == 9:
            kind, n = self.take("<I"), self.take("<Q")
            return [self.value(kind) for _ in range(n)]
        return self.take(SCALARS[kind])


def read(path):
    """(metadata, {tensor name: float32 array})"""
    r = Reader(Path(path).read_bytes())
    if r.data[:4] != b"GGUF":
        raise ValueError(f"{path} is no GGUF file")
    r.at = 8
    tensors, items = r.take("<Q"), r.take("<Q")
    meta = {}
    for _ in range(items):
        key = r.string()
        meta[key] = r.value(r.take("<I"))
    infos = []
    for _ in range(tensors):
        name, axes = r.string(), r.take("<I")
        dims = [r.take("<Q") for _ in range(axes)]
        infos.append((name, dims[::-1], r.take("<I"), r.take("<Q")))
    start = r.at + -r.at % 32
    return meta, {name: tensor(r.data, start + offset, dims, kind) for name, dims, kind, offset in infos}


def tensor(data, at, dims, kind):
    n = int(np.prod(dims))
    if kind == 0:
        flat = np.frombuffer(data, "<f4", n, at)
    elif kind == 1:
        flat = np.frombuffer(data, "<f2", n, at)
    elif kind == 8:
        blocks = np.frombuffer(data, np.dtype([("d", "<f2"), ("q", "i1", 32)]), n // 32, at)
        flat = blocks["d"].astype(np.float32)[:, None] * blocks["q"]
    else:
        raise ValueError(f"tensor type {kind} is not one that gguf.py writes")
    return np.ascontiguousarray(flat.reshape(dims), np.float32)


def checkpoint(path):
    """The same as torch.load gives of train.py's checkpoint: {"model", "shape", "state"}; no optimizers."""
    import torch
    meta, w = read(path)
    shape = {"vocab": meta["llama.vocab_size"], "dim": meta["llama.embedding_length"], "layers": meta["llama.block_count"],
             "heads": meta["llama.attention.head_count"], "ffn": meta["llama.feed_forward_length"], "context": meta["llama.context_length"]}
    model = {"embed.weight": w["token_embd.weight"], "norm.weight": w["output_norm.weight"]}
    for i in range(shape["layers"]):
        part = lambda *names: np.concatenate([w[f"blk.{i}.{n}.weight"] for n in names])
        model |= {f"blocks.{i}.norm1.weight": part("attn_norm"), f"blocks.{i}.qkv.weight": part("attn_q", "attn_k", "attn_v"), f"blocks.{i}.out.weight": part("attn_output"),
                  f"blocks.{i}.norm2.weight": part("ffn_norm"), f"blocks.{i}.gate_up.weight": part("ffn_gate", "ffn_up"), f"blocks.{i}.down.weight": part("ffn_down")}
    state = {"step": int(meta["saysh.reflex.steps"]), "tokens": int(meta["saysh.reflex.tokens_seen"])}
    return {"model": {k: torch.from_numpy(v.copy()) for k, v in model.items()}, "shape": shape, "state": state}
