"""Writes a trained checkpoint as GGUF (f16 or Q8_0): the `llama` architecture with our own vocabulary and merges.

    python reflex/gguf.py reflex/work/base/last.pt reflex/reflex.gguf --type q8_0

Format: GGUF version 3, little endian (ggml's specification). Our tokenizer is not one that llama.cpp knows; it is read from
`tokenizer.ggml.tokens`/`merges` by the shell itself, which hands token ids to the model.
"""
import argparse
import json
import struct
from pathlib import Path

import numpy as np
import torch

F32, F16, Q8_0 = 0, 1, 8
ALIGN = 32


def main():
    p = argparse.ArgumentParser()
    p.add_argument("checkpoint")
    p.add_argument("out")
    p.add_argument("--type", choices=["f16", "q8_0"], default="q8_0")
    p.add_argument("--meta", help="JSON file of further saysh.reflex.* strings")
    a = p.parse_args()
    c = torch.load(a.checkpoint, map_location="cpu", weights_only=False)
    tok = json.loads((Path(a.checkpoint).parent / "tokenizer.json").read_text("utf8"))
    extra = json.loads(Path(a.meta).read_text("utf8")) if a.meta else {}
    size = write(a.out, c["model"], c["shape"], tok, a.type, {"steps": str(c["state"]["step"]), "tokens_seen": str(c["state"]["tokens"]), **extra})
    print(json.dumps({"file": a.out, "bytes": size}))


def string(s):
    b = s.encode("utf8")
    return struct.pack("<Q", len(b)) + b


class Header:
    def __init__(self):
        self.items = []

    def add(self, key, kind, value):
        t, body = {
            "str": lambda v: (8, string(v)),
            "u32": lambda v: (4, struct.pack("<I", v)),
            "f32": lambda v: (6, struct.pack("<f", v)),
            "bool": lambda v: (7, struct.pack("<B", v)),
            "strs": lambda v: (9, struct.pack("<IQ", 8, len(v)) + b"".join(string(x) for x in v)),
            "i32s": lambda v: (9, struct.pack("<IQ", 5, len(v)) + struct.pack(f"<{len(v)}i", *v)),
        }[kind](value)
        self.items.append(string(key) + struct.pack("<I", t) + body)


def write(path, weights, shape, tok, kind, meta):
    tokens = tok["tokens"]
    h = Header()
    h.add("general.architecture", "str", "llama")
    h.add("general.name", "str", "saysh reflex")
    h.add("general.license", "str", "apache-2.0")
    h.add("general.file_type", "u32", {"f16": 1, "q8_0": 7}[kind])
    h.add("llama.context_length", "u32", shape["context"])
    h.add("llama.embedding_length", "u32", shape["dim"])
    h.add("llama.block_count", "u32", shape["layers"])
    h.add("llama.feed_forward_length", "u32", shape["ffn"])
    h.add("llama.attention.head_count", "u32", shape["heads"])
    h.add("llama.attention.head_count_kv", "u32", shape["heads"])
    h.add("llama.attention.layer_norm_rms_epsilon", "f32", 1e-5)
    h.add("llama.rope.dimension_count", "u32", shape["dim"] // shape["heads"])
    h.add("llama.rope.freq_base", "f32", 10000.0)
    h.add("llama.vocab_size", "u32", len(tokens))
    h.add("tokenizer.ggml.model", "str", "gpt2")
    h.add("tokenizer.ggml.pre", "str", "gpt-2")
    h.add("tokenizer.ggml.tokens", "strs", tokens)
    special = tokens.index("<0x00>")
    h.add("tokenizer.ggml.token_type", "i32s", [3] * special + [6] * 256 + [1] * (len(tokens) - special - 256))
    h.add("tokenizer.ggml.merges", "strs", [f"{a} {b}" for a, b in tok["merges"]])
    h.add("tokenizer.ggml.bos_token_id", "u32", tokens.index("<s>"))
    h.add("tokenizer.ggml.eos_token_id", "u32", tokens.index("</s>"))
    h.add("tokenizer.ggml.padding_token_id", "u32", tokens.index("<pad>"))
    h.add("tokenizer.ggml.add_bos_token", "bool", 0)
    h.add("saysh.reflex.format", "str", "1")
    for k, v in meta.items():
        h.add("saysh.reflex." + k, "str", str(v))
    tensors = [("token_embd.weight", weights["embed.weight"]), ("output_norm.weight", weights["norm.weight"])]
    for i in range(shape["layers"]):
        w = lambda n: weights[f"blocks.{i}.{n}.weight"]
        q, k, v = w("qkv").chunk(3, 0)
        gate, up = w("gate_up").chunk(2, 0)
        for name, t in [("attn_norm", w("norm1")), ("attn_q", q), ("attn_k", k), ("attn_v", v), ("attn_output", w("out")),
                        ("ffn_norm", w("norm2")), ("ffn_gate", gate), ("ffn_up", up), ("ffn_down", w("down"))]:
            tensors.append((f"blk.{i}.{name}.weight", t))
    info, data = b"", b""
    for name, t in tensors:
        a = np.ascontiguousarray(t.detach().float().numpy())
        if a.ndim == 1:
            t_kind, raw = F32, a.tobytes()
        elif kind == "f16":
            t_kind, raw = F16, a.astype(np.float16).tobytes()
        else:
            t_kind, raw = Q8_0, quantize_q8_0(a)
        info += string(name) + struct.pack("<I", a.ndim) + b"".join(struct.pack("<Q", d) for d in reversed(a.shape)) + struct.pack("<IQ", t_kind, len(data))
        data += raw + b"\0" * (-len(raw) % ALIGN)
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(h.items)) + b"".join(h.items) + info
    head += b"\0" * (-len(head) % ALIGN)
    Path(path).write_bytes(head + data)
    return len(head) + len(data)


def quantize_q8_0(a):
    """Blocks of 32 along the rows: an f16 scale, then 32 signed bytes (ggml's Q8_0)."""
    blocks = a.reshape(-1, 32)
    scale = np.abs(blocks).max(1, keepdims=True) / 127.0
    inverse = np.where(scale > 0, 1.0 / np.where(scale > 0, scale, 1), 0)
    q = np.round(blocks * inverse).astype(np.int8)
    out = np.zeros(len(blocks), dtype=[("d", "<f2"), ("q", "i1", 32)])
    out["d"], out["q"] = scale[:, 0].astype(np.float16), q
    return out.tobytes()


if __name__ == "__main__":
    main()
