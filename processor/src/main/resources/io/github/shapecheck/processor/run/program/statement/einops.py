# What einops itself makes of other operations.
import math
import torch
from shapecheck import kind, refuse


def _wrong(message):
    refuse("RuntimeError", "einops", message)


def _sides(function, pattern):  # einops-13: how many axes stand in front of the star, and behind it
    axes = pattern.split()
    for axis in axes:
        if axes.count(axis) > 1:
            _wrong(f"{function} has '{axis}' twice in its pattern")
        if axis != "*" and not (axis.isidentifier() and axis[0] != "_" and axis[-1] != "_"):
            _wrong(f"{function} has '{axis}' in its pattern, which is no name of an axis")
    if "*" not in axes:
        _wrong(f"{function} has no * in its pattern")
    return axes.index("*"), len(axes) - axes.index("*") - 1


def pack(tensors, pattern):
    before, after = _sides("pack", pattern)
    if type(tensors) not in (list, tuple) or len(tensors) == 0:
        refuse("TypeError", "argument", "pack needs a list of tensors")
    parts = []
    shapes = []
    for tensor in tensors:
        sizes = tuple(tensor.shape)
        end = len(sizes) - after
        if end < before:  # einops-14
            _wrong(f"pack needs {before + after} axes or more but receives {kind(tensor)}")
        shapes.append(sizes[before:end])
        parts.append(tensor.reshape((*sizes[:before], math.prod(sizes[before:end]), *sizes[end:])))
    return torch.cat(parts, before), shapes  # einops-15


def unpack(tensor, packed_shapes, pattern):  # einops-16
    before, after = _sides("unpack", pattern)
    sizes = tuple(tensor.shape)
    if len(sizes) != before + 1 + after:
        _wrong(f"unpack needs {before + 1 + after} axes but receives {kind(tensor)}")
    lengths = [None if -1 in shape else math.prod(shape) for shape in packed_shapes]
    if lengths.count(None) > 1:
        _wrong("unpack can infer only one size of -1")
    rest = sizes[before] - sum([length for length in lengths if length is not None])
    parts = tensor.split([rest if length is None else length for length in lengths], before)
    return [part.reshape((*sizes[:before], *shape, *sizes[before + 1:])) for part, shape in zip(parts, packed_shapes)]


def parse_shape(x, pattern):  # einops-18
    names = pattern.split()
    if len(names) != x.dim():
        _wrong(f"parse_shape names {len(names)} axes of {kind(x)}")
    return {name: size for name, size in zip(names, x.shape) if name != "_"}
