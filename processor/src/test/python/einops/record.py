"""Records what einops makes of random calls over PyTorch: python3 record.py > ../../resources/einops/calls.txt"""
import random

import numpy
import torch
from einops import einsum, pack, rearrange, reduce, repeat, unpack

NAMES = ["b", "c", "h", "w", "d", "p1", "heads"]
SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12]


def side(rng, names):
    """Groups of names, sometimes with dots, lengths, ones or a mistake."""
    parts = []
    rest = list(names)
    while rest:
        if rng.random() < 0.3 and len(rest) > 1:
            n = rng.randint(2, min(3, len(rest)))
            inner = rest[:n]
            if rng.random() < 0.1:
                inner.insert(rng.randint(0, n), "1")
            parts.append("(" + " ".join(inner) + ")")
            rest = rest[n:]
        else:
            parts.append(rest.pop(0))
    if rng.random() < 0.08:
        parts.insert(rng.randint(0, len(parts)), rng.choice(["1", "()", "2", "3"]))
    return parts


def mistake(rng, text):
    if rng.random() > 0.08:
        return text
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice([" ", "(", ")", "...", "x", "1", "_", "->", ",", "b", " ()"]) + text[at + rng.randint(0, 1):]


def pattern_call(rng):
    names = rng.sample(NAMES, rng.randint(1, 5))
    left = side(rng, names)
    right_names = list(names)
    rng.shuffle(right_names)
    function = rng.choice(["rearrange", "rearrange", "reduce", "repeat"])
    lengths = {}
    sizes = {n: rng.choice(SIZES[:6]) for n in NAMES}
    if function == "reduce" or rng.random() < 0.04:
        right_names = right_names[: rng.randint(0, len(right_names))]
    if function == "repeat" or rng.random() < 0.04:
        for n in rng.sample(NAMES, rng.randint(0, 2)):
            if n not in names:
                right_names.insert(rng.randint(0, len(right_names)), n)
                if rng.random() < 0.95:
                    lengths[n] = sizes[n]
    right = side(rng, right_names)
    dots = rng.random() < 0.2
    shape = []
    for part in left:
        if part.startswith("("):
            inner = part[1:-1].split()
            size = 1
            for n in inner:
                size *= 1 if n == "1" else sizes.get(n, 2)
            shape.append(size)
            open_ones = [n for n in inner if n in sizes]
            free = rng.choice(open_ones) if open_ones else None
            for n in open_ones:
                if n != free or rng.random() < 0.15:
                    lengths[n] = sizes[n]
        elif part in sizes:
            shape.append(sizes[part])
            if rng.random() < 0.1:
                lengths[part] = sizes[part]
        else:
            shape.append(1 if part in ("1", "()") else int(part))
    if dots:
        at = rng.randint(0, len(left))
        left.insert(at, "...")
        shape[at:at] = [rng.choice(SIZES) for _ in range(rng.randint(0, 2))]
        if function != "reduce" or rng.random() < 0.7:
            right.insert(rng.randint(0, len(right)), rng.choice(["...", "...", "(...)"]))
    for i in range(len(shape)):
        if rng.random() < 0.03:
            shape[i] = rng.choice(SIZES)
    if rng.random() < 0.03:
        shape.append(2)
    for n in list(lengths):
        if rng.random() < 0.05:
            lengths[n] = rng.choice(SIZES)
    if rng.random() < 0.02:
        lengths[rng.choice(NAMES)] = 2
    text = mistake(rng, " ".join(left) + " -> " + " ".join(right))
    keywords = "".join(f", {n}={v}" for n, v in lengths.items())
    extra = ", '" + rng.choice(["mean", "max", "sum", "prod"]) + "'" if function == "reduce" else ""
    return [shape], f"{function}(x, '{text}'{extra}{keywords})"


def pack_call(rng):
    names = rng.sample(NAMES, rng.randint(0, 3))
    at = rng.randint(0, len(names))
    text = " ".join(names[:at] + ["*"] + names[at:])
    sizes = [rng.choice(SIZES[:6]) for _ in names]
    if rng.random() < 0.5:
        shapes = [
            sizes[:at] + [rng.choice(SIZES[:5]) for _ in range(rng.randint(0, 2))] + sizes[at:]
            for _ in range(rng.randint(1, 3))
        ]
        if rng.random() < 0.15 and shapes[-1]:
            shapes[-1][rng.randint(0, len(shapes[-1]) - 1)] += 1
        if rng.random() < 0.05:
            shapes[-1] = shapes[-1][1:]
        inputs = ", ".join("xyz"[i] for i in range(len(shapes)))
        return shapes, f"pack([{inputs}], '{mistake(rng, text)}')[0]"
    pieces = [[rng.choice(SIZES[:5]) for _ in range(rng.randint(0, 2))] for _ in range(rng.randint(1, 3))]
    whole = sum(int(numpy.prod(p)) for p in pieces)
    if rng.random() < 0.3:
        p = rng.choice(pieces)
        if p:
            p[rng.randint(0, len(p) - 1)] = -1
    if rng.random() < 0.2:
        whole += rng.choice([-1, 1, 2])
    shape = sizes[:at] + [max(whole, 1)] + sizes[at:]
    return [shape], f"unpack(x, {pieces}, '{mistake(rng, text)}')"


def einsum_call(rng):
    names = rng.sample(NAMES, rng.randint(1, 4))
    sizes = {n: rng.choice(SIZES[2:6]) for n in names}
    operands = [rng.sample(names, rng.randint(1, len(names))) for _ in range(rng.randint(1, 3))]
    used = sorted({n for o in operands for n in o})
    result = rng.sample(used, rng.randint(0, len(used)))
    shapes = [[sizes[n] for n in o] for o in operands]
    if rng.random() < 0.15:
        shapes[-1][-1] += 1
    text = ", ".join(" ".join(o) for o in operands) + " -> " + " ".join(result)
    inputs = ", ".join("xyz"[i] for i in range(len(shapes)))
    return shapes, f"einsum({inputs}, '{mistake(rng, text)}')"


def written(value):
    if isinstance(value, list):
        return "(" + ", ".join(map(written, value)) + ")"
    return str(list(value.shape))


def main():
    rng = random.Random(7)
    scope = dict(rearrange=rearrange, reduce=reduce, repeat=repeat, pack=pack, unpack=unpack, einsum=einsum)
    print("# inputs | call | what einops gives: shapes, or that it refuses; record.py writes it")
    for i in range(3000):
        shapes, call = rng.choice([pattern_call, pattern_call, pattern_call, pattern_call, pack_call, einsum_call])(rng)
        tensors = {"xyz"[i]: torch.ones(shape) for i, shape in enumerate(shapes)}
        try:
            result = written(eval(call, scope, tensors))
        except Exception:
            result = "refused"
        inputs = " ".join(f"{name}{list(t.shape)}" for name, t in tensors.items())
        print(f"{inputs} | {call} | {result}")


main()
