"""Records the constructors of torch.nn's layers: processor/src/main/resources/io/github/shapecheck/processor/run/record/constructors.txt."""

import inspect
import pathlib

from torch import nn

TARGET = pathlib.Path(__file__).resolve().parents[4] / "processor/src/main/resources/io/github/shapecheck/processor/run/record/constructors.txt"

# Younger than the PyTorch that runs this; from the documentation of 2.7.
YOUNGER = {
    "CircularPad1d": "padding",
    "CircularPad2d": "padding",
    "CircularPad3d": "padding",
    "ZeroPad1d": "padding",
    "ZeroPad3d": "padding",
    "RMSNorm": "normalized_shape, eps=None, elementwise_affine=True, device=None, dtype=None",
}


def parameters(layer):
    """The parameters of the constructor, those of a base class for *args."""
    for base in layer.__mro__:
        if "__init__" in vars(base):
            found = list(inspect.signature(base.__init__).parameters.values())[1:]
            if not any(p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD) for p in found):
                return ", ".join(text(p) for p in found)
    return ""


def recurrent(name):
    """The mode is the class; RNN's nonlinearity stands among the keywords."""
    shared = parameters(nn.RNNBase).removeprefix("mode, ").replace("proj_size=0, ", "" if name != "LSTM" else "proj_size=0, ")
    return shared.replace("num_layers=1, ", "num_layers=1, nonlinearity='tanh', ") if name == "RNN" else shared


def text(parameter):
    default = parameter.default
    if default is parameter.empty:
        return parameter.name
    return f"{parameter.name}={getattr(default, '__name__', None) or repr(default)}"


NO_LAYERS = ("Container", "Module", "RNNBase", "RNNCellBase", "DataParallel", "NLLLoss2d", "Sequential")

layers = dict(YOUNGER)
for name in dir(nn):
    layer = getattr(nn, name)
    if inspect.isclass(layer) and issubclass(layer, nn.Module) and not name.startswith("_") and name not in NO_LAYERS and not name.endswith(("List", "Dict")):
        layers.setdefault(name, recurrent(name) if name in ("RNN", "LSTM", "GRU") else parameters(layer))
for name in layers:  # since 2.1
    if name == "LayerNorm":
        layers[name] = layers[name].replace("elementwise_affine=True", "elementwise_affine=True, bias=True")
    elif name.startswith("Transformer"):
        layers[name] = layers[name].replace("norm_first=False", "norm_first=False, bias=True")
TARGET.parent.mkdir(parents=True, exist_ok=True)
TARGET.write_text("".join(f"{name}{name.startswith('Lazy') * f' is {name[4:]}'}({layers[name]})\n" for name in sorted(layers)))
