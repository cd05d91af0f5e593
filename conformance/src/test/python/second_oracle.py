"""Asks PyTorch's Python layer about cases, one JSON object a line, and prints its verdicts.

LibTorch's C++ layer checks less than the Python layer (ranks, divisibility, masks); where the Java oracles
state such a check themselves, this holds the statement against the real thing:

    python3 second_oracle.py < cases.jsonl

A case is {"layer": "Conv2d", "attributes": {"in": 3}, "inputs": [{"name": "x", "type": "FLOAT", "shape": [1, 3, 8]}],
"statement": "layer(x)", "torch": "[1, 4, 6]"}, "torch" being what LibTorch said ("refused" for a refusal). Lines
on which Python differs are printed.
"""

import json
import sys
import warnings

import torch
import torch.nn.functional as F
from torch import nn

warnings.simplefilter("ignore")
torch.set_num_threads(1)

NAMES = {
    "k": "kernel_size", "s": "stride", "p": "padding", "d": "dilation", "ceilMode": "ceil_mode",
    "returnIndices": "return_indices", "countIncludePad": "count_include_pad", "outputPadding": "output_padding",
    "divisorOverride": "divisor_override", "norm": "norm_type", "outputSize": "output_size",
    "outputRatio": "output_ratio", "paddingMode": "padding_mode", "trackRunningStats": "track_running_stats",
    "batchFirst": "batch_first", "proj": "proj_size", "layers": "num_layers", "hidden": "hidden_size",
    "in1": "in1_features", "in2": "in2_features", "addBiasKv": "add_bias_kv", "addZeroAttn": "add_zero_attn",
    "feedforward": "dim_feedforward", "encoderLayers": "num_encoder_layers", "decoderLayers": "num_decoder_layers",
    "normFirst": "norm_first", "paddingIdx": "padding_idx", "includeLastOffset": "include_last_offset",
    "alignCorners": "align_corners", "scale": "scale_factor", "negativeSlope": "negative_slope",
    "labelSmoothing": "label_smoothing", "ignoreIndex": "ignore_index", "groups": "groups", "minVal": "min_val",
    "maxVal": "max_val",
}
VALUE = {
    "PReLU": "num_parameters", "PixelShuffle": "upscale_factor", "PixelUnshuffle": "downscale_factor",
    "ChannelShuffle": "groups", "LocalResponseNorm": "size", "LayerNorm": "normalized_shape",
    "RMSNorm": "normalized_shape",
}


def value_name(layer):
    if layer in VALUE:
        return VALUE[layer]
    if layer.startswith("Adaptive"):
        return "output_size"
    if "Pad" in layer:
        return "padding"
    return "num_features" if "Norm" in layer else "p"


def build(layer, given):
    given = dict(given)
    kwargs = {}
    if layer.startswith("Transformer") and layer != "Transformer":
        return transformer(layer, given)
    if layer.startswith("Conv") or layer in ("Linear", "RNN", "GRU", "LSTM") or layer.endswith("Cell"):
        inner = {"C": "channels", "L": "features"}.get(layer[0], "size")
        inner = "size" if layer in ("RNN", "GRU", "LSTM") or layer.endswith("Cell") else inner
        if "in" in given:
            kwargs[("input_" if inner == "size" else "in_") + inner] = given.pop("in")
        elif layer.startswith("Conv") or layer == "Linear":
            layer = "Lazy" + layer
        if "out" in given:
            kwargs["out_" + inner] = given.pop("out")
    if layer == "Bilinear":
        kwargs["out_features"] = given.pop("out")
    if layer.startswith(("BatchNorm", "InstanceNorm")) and "value" not in given:
        layer = "Lazy" + layer
    if layer == "GroupNorm":
        kwargs.update(num_groups=given.pop("groups"), num_channels=given.pop("channels"))
    if layer == "LayerNorm" or layer == "RMSNorm":
        kwargs["elementwise_affine"] = given.pop("affine", True)
    if layer in ("Embedding", "EmbeddingBag"):
        kwargs.update(num_embeddings=given.pop("num"), embedding_dim=given.pop("dim"))
        kwargs.update(mode=given.pop("mode").lower()) if "mode" in given else None
    if layer == "MultiheadAttention":
        kwargs.update(embed_dim=given.pop("dim"), num_heads=given.pop("heads"))
    if layer == "Transformer":
        kwargs.update(d_model=given.pop("dim"), nhead=given.pop("heads"))
    if layer in ("Flatten",):
        kwargs.update({k + "_dim": v for k, v in given.items()})
        given = {}
    if layer == "Unflatten":
        kwargs.update(dim=given.pop("dim"), unflattened_size=tuple(given.pop("size")))
    if layer == "Fold":
        kwargs["output_size"] = given.pop("size")
    if layer.endswith("Loss") and "weight" in given:
        w = given.pop("weight")
        kwargs["weight"] = torch.ones(w) if isinstance(w, list) or w else None
    if "posWeight" in given:
        kwargs["pos_weight"] = torch.ones(given.pop("posWeight"))
    padding = given.pop("padding", "EXPLICIT")
    for name, value in given.items():
        if isinstance(value, list):
            value = value[0] if len(value) == 1 and name != "value" or len(value) == 1 and "Norm" not in layer else tuple(value)
        if layer.startswith("Adaptive") and isinstance(value, tuple):
            value = tuple(None if v == -1 else v for v in value)
        elif layer.startswith("Adaptive") and value == -1:
            value = None
        if isinstance(value, str):
            value = value.lower().replace("nearest_exact", "nearest-exact")
        if name == "divisorOverride" and value == 0:
            continue
        key = value_name(layer.replace("Lazy", "")) if name == "value" else NAMES.get(name, name)
        if layer == "MultiMarginLoss" and name == "p":
            key = "p"
        kwargs[key] = value
    if padding != "EXPLICIT":
        kwargs["padding"] = padding.lower()
    if layer in ("ZeroPad1d", "ZeroPad3d") and not hasattr(nn, layer):
        return getattr(nn, layer.replace("Zero", "Constant"))(value=0.0, **kwargs)
    if layer.startswith("ConstantPad"):
        kwargs["value"] = 0.0
    if layer.startswith("CircularPad") and not hasattr(nn, layer):
        raise NotImplementedError(layer)
    return getattr(nn, layer)(**kwargs)


def transformer(layer, given):
    given["d_model"], given["nhead"] = given.pop("dim"), given.pop("heads")
    layers = given.pop("layers", None)
    given = {NAMES.get(k, k): v for k, v in given.items()}
    if "bias" in given:
        raise NotImplementedError("bias")
    one = getattr(nn, layer if layer.endswith("Layer") else layer + "Layer")(**given)
    return one if layers is None else getattr(nn, layer)(one, layers)


def tensor(operand):
    kind = operand["type"]
    if kind == "LONG":
        return torch.zeros(operand["shape"], dtype=torch.long)
    return torch.ones(operand["shape"], dtype=torch.bool if kind == "BOOL" else torch.float)


def printed(value):
    if isinstance(value, torch.Tensor):
        return str(list(value.shape))
    if isinstance(value, (tuple, list)):
        return "(" + ", ".join(printed(v) for v in value) + ")"
    return str(value)


def ask(case):
    scope = {"torch": torch, "F": F, "nn": nn}
    weights = {}
    with torch.no_grad():
        if case["layer"]:
            module = build(case["layer"], case["attributes"])
            module.train("Dropout" in case["layer"])
            scope["layer"] = module
        for operand in case["inputs"]:
            scope[operand["name"]] = tensor(operand)
        output = printed(eval(case["statement"], scope))
        if case["layer"]:
            weights = {n: list(p.shape) for n, p in module.named_parameters()}
    return output, weights


def main():
    asked = different = 0
    for line in sys.stdin:
        case = json.loads(line)
        try:
            output, weights = ask(case)
        except NotImplementedError:
            continue
        except Exception as error:  # whatever PyTorch refuses with
            output, weights = "refused", {}
            why = str(error).split("\n")[0]
        asked += 1
        same = output == case["torch"] and (output == "refused" or weights == case.get("weights", weights))
        if not same or "--all" in sys.argv:
            different += 1
            shown = {k: v for k, v in case.items() if k not in ("torch", "weights")}
            print(json.dumps(shown))
            print("    LibTorch", case["torch"], case.get("weights", ""), case.get("ours", ""))
            print("    Python  ", output, weights if output != "refused" else why)
    print(asked, "cases,", different, "different", file=sys.stderr)


main()
