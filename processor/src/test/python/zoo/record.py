"""Writes processor/src/test/resources/zoo: each network of this directory as Java, with what PyTorch makes of it.

    python3 record.py            all families
    python3 record.py vision     one family
"""

import importlib
import inspect
import pathlib
import sys

import torch
from torch import nn

import emit
import shapes

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "resources" / "zoo"
FAMILIES = ["vision", "segmentation", "detection", "attention", "generative", "text", "audio", "speech", "series", "geometry", "synthesis", "control", "points", "idioms"]


class In:
    """An input: the shape of a sample, -1 for a free size; `high` makes it integers below that number."""

    def __init__(self, *shape, high=None, dtype=None, batch=0, axes=None, where=None):
        self.shape, self.high, self.batch, self.axes, self.where = shape, high, batch, axes, where
        self.dtype = dtype or ("long" if high else "float")

    def names(self):
        defaults = {1: "F", 2: "CL", 3: "CHW", 4: "CDHW"}
        return self.axes or list(defaults.get(len(self.shape), ""))

    def tensor(self, sizes):
        shape = [sizes[self.names()[i]] if s == -1 else s for i, s in enumerate(self.shape)]
        if self.batch >= 0:
            shape.insert(self.batch, sizes["N"])
        if self.dtype == "long":
            return torch.randint(0, self.high, shape)
        if self.dtype == "boolean":
            return torch.rand(shape) > 0.5
        return torch.rand(shape)

    def annotation(self, name):
        parts = ["value = {" + ", ".join(map(str, self.shape)) + "}", f'name = "{name}"']
        if self.where:
            parts.append(f'where = "{self.where}"')
        if self.axes:
            parts.append("axes = {" + ", ".join(f'"{a}"' for a in self.axes) + "}")
        if self.batch != 0:
            parts.append(f"batchAxis = {self.batch}")
        if self.dtype != "float":
            parts.append(f"dtype = {self.dtype}.class")
        return f"@Input({', '.join(parts)})"


def shape_text(step):
    text = ";".join(",".join(map(str, s)) if s else "()" for s in step[2])
    return text if step[3] else text + ";"


def write(family, cls):
    torch.manual_seed(0)
    model = cls().eval()
    names = [p for p in inspect.signature(cls.forward).parameters if p != "self"]
    inputs = dict(zip(names, cls.inputs))
    cases = getattr(cls, "cases", [dict(N=2), dict(N=3)])
    runs = [shapes.record(model, {k: v.tensor(c) for k, v in inputs.items()}) for c in cases]
    lines = emit.java(cls.__name__, family, model, [v.annotation(k) for k, v in inputs.items()])
    total = sum(p.numel() for p in model.parameters())
    lines += ["", "/* PyTorch " + torch.__version__.split("a")[0] + ":", f"parameters {total}"]
    lines.append("sizes " + " ".join(",".join(f"{k}={v}" for k, v in c.items()) for c in cases))
    for steps in zip(*runs):
        lines.append(" ".join([steps[0][0]] + [shape_text(s) for s in steps]))
    lines.append("*/")
    folder = TARGET / family
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{cls.__name__}.java").write_text("\n".join(lines) + "\n")
    print(family, cls.__name__, total, len(runs[0]))


def main():
    sys.modules["record"] = sys.modules["__main__"]
    for family in sys.argv[1:] or FAMILIES:
        module = importlib.import_module(family)
        for cls in vars(module).values():
            if inspect.isclass(cls) and issubclass(cls, nn.Module) and hasattr(cls, "inputs"):
                write(family, cls)


if __name__ == "__main__":
    main()
