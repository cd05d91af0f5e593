from collections import OrderedDict

from torch import nn


class IntermediateLayerGetter(nn.ModuleDict):
    """The modules of a network up to the last that is asked for; gives what these return."""

    def __init__(self, model, return_layers):
        children = dict(model.named_children())
        wanted = {str(name): str(as_name) for name, as_name in return_layers.items()}
        if not set(wanted).issubset(children):
            raise ValueError("return_layers are not present in model")
        missing = set(wanted)
        layers = OrderedDict()
        for name, module in children.items():
            if missing:
                layers[name] = module
                missing.discard(name)
        super().__init__(layers)
        self.return_layers = {str(name): str(as_name) for name, as_name in return_layers.items()}

    def forward(self, x):
        out = OrderedDict()
        for name, module in self.items():
            x = module(x)
            if name in self.return_layers:
                out[self.return_layers[name]] = x
        return out


def _make_divisible(v, divisor, min_value=None):
    rounded = max(min_value or divisor, int(v + divisor / 2) // divisor * divisor)
    return rounded + divisor if rounded < 0.9 * v else rounded
