"""Writes a torch.nn network down as an annotated Java class."""

import inspect
import textwrap

import torch
from torch import nn

JAVA_WORDS = {"final", "default", "switch", "case", "class", "new", "super", "this", "enum", "const", "goto", "char",
              "int", "float", "double", "long", "short", "byte", "boolean", "package", "public", "private", "static"}


def conv(ctor=""):
    return [("in", "in_channels", 0), ("out", "out_channels", 0), ("k", "kernel_size", None), ("s", "stride", 1),
            ("p", "padding", 0), ("d", "dilation", 1), ("groups", "groups", 1), ("bias", "bias", True),
            ("paddingMode", "padding_mode", "zeros")] + ([("outputPadding", "output_padding", 0)] if ctor else [])


def pool(more):
    return [("k", "kernel_size", None), ("s", "stride", "k"), ("p", "padding", 0), ("ceilMode", "ceil_mode", False)] \
        + more


RNN = [("in", "input_size", 0), ("hidden", "hidden_size", 0), ("layers", "num_layers", 1), ("bias", "bias", True),
       ("batchFirst", "batch_first", False), ("bidirectional", "bidirectional", False)]
CELL = [("in", "input_size", 0), ("hidden", "hidden_size", 0), ("bias", "bias", True)]
BATCH_NORM = [("value", "num_features", 0), ("affine", "affine", True),
              ("trackRunningStats", "track_running_stats", True)]
INSTANCE_NORM = [("value", "num_features", 0), ("affine", "affine", False),
                 ("trackRunningStats", "track_running_stats", False)]
REDUCED = [("reduction", "reduction", "mean")]

MEMBERS = {
    "Linear": [("in", "in_features", 0), ("out", "out_features", 0), ("bias", "bias", True)],
    "Bilinear": [("in1", "in1_features", 0), ("in2", "in2_features", 0), ("out", "out_features", 0),
                 ("bias", "bias", True)],
    "Embedding": [("num", "num_embeddings", 0), ("dim", "embedding_dim", 0)],
    "EmbeddingBag": [("num", "num_embeddings", 0), ("dim", "embedding_dim", 0)],
    "LSTM": RNN + [("proj", "proj_size", 0)], "GRU": RNN, "RNN": RNN,
    "LSTMCell": CELL, "GRUCell": CELL, "RNNCell": CELL,
    "LayerNorm": [("value", "normalized_shape", None), ("affine", "elementwise_affine", True)],
    "GroupNorm": [("groups", "num_groups", 0), ("channels", "num_channels", 0), ("affine", "affine", True)],
    "Dropout": [("value", "p", 0.5)], "Dropout1d": [("value", "p", 0.5)], "Dropout2d": [("value", "p", 0.5)],
    "Dropout3d": [("value", "p", 0.5)], "AlphaDropout": [("value", "p", 0.5)],
    "Flatten": [("start", "start_dim", 1), ("end", "end_dim", -1)],
    "Unflatten": [("dim", "dim", None), ("size", "unflattened_size", None)],
    "PixelShuffle": [("value", "upscale_factor", None)], "PixelUnshuffle": [("value", "downscale_factor", None)],
    "ChannelShuffle": [("value", "groups", None)],
    "Upsample": [("size", "size", None), ("scale", "scale_factor", None), ("mode", "mode", "nearest"),
                 ("alignCorners", "align_corners", None)],
    "UpsamplingNearest2d": [("size", "size", None), ("scale", "scale_factor", None)],
    "UpsamplingBilinear2d": [("size", "size", None), ("scale", "scale_factor", None)],
    "PReLU": [("value", "num_parameters", 1)],
    "LeakyReLU": [("negativeSlope", "negative_slope", 0.01)],
    "Softmax": [("dim", "dim", None)], "LogSoftmax": [("dim", "dim", None)], "Softmin": [("dim", "dim", None)],
    "GLU": [("dim", "dim", -1)],
    "LocalResponseNorm": [("value", "size", None)],
    "CosineSimilarity": [("dim", "dim", 1)], "PairwiseDistance": [],
    "CrossEntropyLoss": REDUCED, "MSELoss": REDUCED, "NLLLoss": REDUCED, "L1Loss": REDUCED, "BCELoss": REDUCED,
    "BCEWithLogitsLoss": REDUCED, "SmoothL1Loss": REDUCED, "HuberLoss": REDUCED, "KLDivLoss": REDUCED,
    "CTCLoss": [("blank", "blank", 0)] + REDUCED, "TripletMarginLoss": REDUCED, "CosineEmbeddingLoss": REDUCED,
    "MarginRankingLoss": REDUCED,
    "MultiheadAttention": [("dim", "embed_dim", 0), ("heads", "num_heads", 0), ("kdim", "kdim", "embed_dim"),
                           ("vdim", "vdim", "embed_dim"), ("batchFirst", "batch_first", False)],
    "Unfold": [("k", "kernel_size", None), ("d", "dilation", 1), ("p", "padding", 0), ("s", "stride", 1)],
    "Fold": [("size", "output_size", None), ("k", "kernel_size", None), ("d", "dilation", 1), ("p", "padding", 0),
             ("s", "stride", 1)],
    "GELU": [], "ELU": [], "SELU": [], "CELU": [], "Hardtanh": [], "Softplus": [],
}
for n in (1, 2, 3):
    MEMBERS[f"Conv{n}d"] = conv()
    MEMBERS[f"ConvTranspose{n}d"] = conv("transposed")
    MEMBERS[f"MaxPool{n}d"] = pool([("d", "dilation", 1), ("returnIndices", "return_indices", False)])
    MEMBERS[f"AvgPool{n}d"] = pool([])
    MEMBERS[f"MaxUnpool{n}d"] = [("k", "kernel_size", None), ("s", "stride", "k"), ("p", "padding", 0)]
    MEMBERS[f"LPPool{n}d"] = [("norm", "norm_type", None), ("k", "kernel_size", None), ("s", "stride", "k")]
    MEMBERS[f"AdaptiveAvgPool{n}d"] = [("value", "output_size", None)]
    MEMBERS[f"AdaptiveMaxPool{n}d"] = [("value", "output_size", None), ("returnIndices", "return_indices", False)]
    MEMBERS[f"BatchNorm{n}d"] = BATCH_NORM
    MEMBERS[f"InstanceNorm{n}d"] = INSTANCE_NORM
    for kind in ("Zero", "Constant", "Reflection", "Replication"):
        MEMBERS[f"{kind}Pad{n}d"] = [("value", "padding", None)]


def number(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (tuple, list, torch.Size)):
        same = len(set(value)) == 1 and not isinstance(value, torch.Size)
        items = ["-1" if v is None else number(v) for v in value]
        return items[0] if same else "{" + ", ".join(items) + "}"
    return "-1" if value is None else repr(value)


def member(module, name, attribute, default):
    value = getattr(module, attribute)
    if name == "bias":
        value = value is not None and value is not False
    if name == "outputPadding" and set(value) == {0}:
        return None
    if name == "value" and attribute == "output_size" and value is None:
        return "-1"
    if default == "k" and (value is None or value == getattr(module, "kernel_size")):
        return None
    if default == "embed_dim":
        return None if value == module.embed_dim else f"{name} = {value}"
    flat = value[0] if isinstance(value, tuple) and len(set(value)) == 1 else value
    if isinstance(value, str):
        if name == "p":
            return f"padding = Padding.{value.upper()}"
        enums = {"paddingMode": "PaddingMode", "mode": "Interpolation", "reduction": "Reduction"}
        return None if value == default else f"{name} = {enums[name]}.{value.upper().replace('-', '_')}"
    if value is None and attribute in ("size", "scale_factor", "align_corners"):
        return None
    if default is not None and flat == default:
        return None
    if attribute == "normalized_shape" or attribute == "unflattened_size":
        return f"{name} = " + "{" + ", ".join(map(str, value)) + "}"
    pads = name == "value" and attribute == "padding"
    text = "{" + ", ".join(map(str, value)) + "}" if pads and len(set(value)) > 1 else number(value)
    return f"{name} = {text}"


def transformer(module):
    name = type(module).__name__
    layer = module if name.endswith("Layer") else module.layers[0]
    attention = layer.self_attn
    parts = [f"dim = {attention.embed_dim}", f"heads = {attention.num_heads}"]
    if not name.endswith("Layer"):
        parts.append(f"layers = {len(module.layers)}")
        if module.norm is not None:
            parts.append("norm = true")
    if layer.linear1.out_features != 2048:
        parts.append(f"feedforward = {layer.linear1.out_features}")
    if attention.batch_first:
        parts.append("batchFirst = true")
    if layer.norm_first:
        parts.append("normFirst = true")
    return f"@{name}({', '.join(parts)})"


def annotation(module):
    name = type(module).__name__
    if name == "Transformer":
        layer = module.encoder.layers[0]
        return (f"@Transformer(dim = {module.d_model}, heads = {module.nhead}, encoderLayers = "
                f"{len(module.encoder.layers)}, decoderLayers = {len(module.decoder.layers)}, feedforward = "
                f"{layer.linear1.out_features}" + (", batchFirst = true)" if module.batch_first else ")"))
    if name.startswith("Transformer"):
        return transformer(module)
    if name == "NonDynamicallyQuantizableLinear":
        name = "Linear"
    parts = [member(module, *m) for m in MEMBERS.get(name, [])]
    parts = [p for p in parts if p]
    if len(parts) == 1 and parts[0].startswith("value = "):
        parts = [parts[0][len("value = "):]]
    return f"@{name}" + (f"({', '.join(parts)})" if parts else "")


def is_leaf(module):
    return type(module).__module__.startswith("torch.nn") and not isinstance(module, nn.Sequential)


def is_stack(sequential):
    """Whether its layers can stand on one field: leaves, no annotation twice."""
    children = list(sequential)
    return all(is_leaf(c) for c in children) and len({type(c) for c in children}) == len(children)


def is_repeat(sequential):
    """Whether it is one module several times."""
    children = list(sequential)
    texts = {deep(c) for c in children if not is_leaf(c)}
    return len(children) > 1 and len(texts) == 1 and not any(is_leaf(c) for c in children)


def deep(module):
    classes = {}
    return body(module, classes) + "\n".join(classes.values())


def field_name(module, name):
    if name.isdigit():
        return "l" + name
    return name + "_" if name in JAVA_WORDS else name


def forward_text(cls):
    source = textwrap.dedent(inspect.getsource(cls.forward)).split("\n")
    several = len(inspect.signature(cls.forward).parameters) > 2
    end = next(i for i, line in enumerate(source) if line.rstrip().endswith(":"))
    lines = textwrap.dedent("\n".join(source[end + 1:])).rstrip().split("\n")
    if several:
        lines = [source[0]] + ["    " + line if line else "" for line in lines] if end == 0 else lines
    return [line.rstrip().replace("\\", "\\\\").replace('"""', '\\"""') for line in lines]


def constants(module):
    return {k: v for k, v in vars(module).items()
            if not k.startswith("_") and k != "training" and isinstance(v, (int, float)) and not isinstance(v, bool)}


def header(module, model):
    """The annotations of a class."""
    lines = []
    numbers = ", ".join(f"{k} = {v}" for k, v in constants(module).items())
    if numbers or not model:
        lines.append(f'@Params("{numbers}")')
    if not isinstance(module, nn.Sequential):
        lines += ['@Forward("""'] + [("    " + line).rstrip() for line in forward_text(type(module))] + ['    """)']
    return lines


def body(module, classes):
    """The lines of a class for a module, as one text; `classes` collects the classes of its submodules."""
    fields = []
    seen = {}
    for name, tensor in module._parameters.items():
        if tensor is not None:
            fields.append(f"@Parameter({number(torch.Size(tensor.shape))}) Block {field_name(module, name)};")
    for name, tensor in module._buffers.items():
        fields.append(f"@Buffer({number(torch.Size(tensor.shape))}) Block {field_name(module, name)};")
    for name, child in module._modules.items():
        field = field_name(module, name)
        if is_leaf(child):
            fields.append(f"{annotation(child)} Block {field};")
        elif isinstance(child, nn.Sequential) and is_stack(child):
            fields.append(" ".join(annotation(c) for c in child) + f" Block {field};")
        elif isinstance(child, nn.Sequential) and is_repeat(child):
            fields.append(f"@Submodule(value = {class_of(child[0], classes)}.class, repeat = {len(child)}) "
                          f"Block {field};")
        else:
            fields.append(f"@Submodule({class_of(child, classes)}.class) Block {field};")
    return "\n".join(fields)


def class_of(module, classes):
    inner = body(module, classes)
    text = "\n".join(header(module, False)) + "\n@@\n" + inner
    for name, known in classes.items():
        if known == text:
            return name
    base = "Layers" if isinstance(module, nn.Sequential) else type(module).__name__
    name, n = base, 1
    while name in classes:
        n += 1
        name = f"{base}{n}"
    classes[name] = text
    return name


def java(name, package, model, inputs):
    """The whole source file."""
    classes = {}
    fields = body(model, classes)
    lines = [f"package zoo.{package};", "", "import io.github.shapecheck.*;", "import io.github.shapecheck.nn.*;", ""]
    lines += inputs + header(model, True) + [f"class {name} {{", "  static class Block {}", ""]
    lines += ["  " + f for f in fields.split("\n") if f]
    for inner, text in classes.items():
        head, _, rest = text.partition("\n@@\n")
        lines.append("")
        lines += [("  " + h).rstrip() for h in head.split("\n")]
        lines.append(f"  static class {inner} {{")
        lines += ["    " + f for f in rest.split("\n") if f]
        lines.append("  }")
    lines += ["}"]
    return lines
