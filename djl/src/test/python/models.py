"""Records what PyTorch's networks give and their gradients, with numbers for weights: models.txt.gz beside operations.txt.

The Python models of the processor's tests, ResNet-50 of torchvision (by the example's names), and the example's U-Net and GPT-2.
"""
import json, math, os, re, sys, types
import torch, torch.nn as nn, torch.nn.functional as F
from record import HERE, values, write

PYTHON = os.path.join(HERE, *[".."] * 4, "processor/src/test/resources/python")
DTYPES = {"float": torch.float32, "double": torch.float64, "long": torch.int64, "int": torch.int32, "boolean": torch.bool}
SHOWN = 40

# Values so near to an edge that single precision, PyTorch's own too, takes the wrong gradient: recorded in double precision.
NEAR_EDGES = {"spatial_transformer.py", "yolo.py"}


def seed(name):
    return sum(ord(c) * (i + 1) for i, c in enumerate(name)) % 97


def numbers(name, shape, dtype=torch.float32):
    """Weights of a size that keeps values where they are."""
    made = torch.tensor(values(math.prod(shape), seed(name)), dtype=torch.float64).reshape(shape)
    if name.endswith("running_var"):
        made = 1 + 0.4 * made.abs()
    elif len(shape) > 1:
        made = made * 1.2 / math.sqrt(math.prod(shape) / shape[0])
    else:
        made = (1 if name.endswith("weight") else 0) + 0.1 * made
    return made.to(dtype)


def given(index, shape, dtype, high):
    count = math.prod(shape)
    if dtype == "boolean":
        return torch.tensor([i % 3 == 1 for i in range(count)]).reshape(shape)
    if dtype in ("long", "int"):
        return (torch.arange(count) * 7 % (high or 2)).reshape(shape).to(DTYPES[dtype])
    return torch.tensor(values(count, index + 1), dtype=torch.float64).reshape(shape).to(DTYPES[dtype])


def flat(result):
    if isinstance(result, torch.Tensor):
        return [result]
    items = result.values() if isinstance(result, dict) else result if isinstance(result, (list, tuple)) else []
    return [t for r in items for t in flat(r)]


def shown(tensor):
    """Some values, evenly spread."""
    row = tensor.detach().double().flatten()
    step = max(1, row.numel() // SHOWN) | 1
    return " ".join("%.6g" % v for v in row[::step][:SHOWN].tolist())


def record(name, model, inputs, **call):
    model.eval()
    named = {**dict(model.named_parameters()), **dict(model.named_buffers())}
    with torch.no_grad():
        for key, value in named.items():
            if value.is_floating_point():
                value.copy_(numbers(key, list(value.shape), value.dtype))
    results = flat(model(*inputs, **call))
    loss = 0.0
    for i, result in enumerate(results):
        if result.is_floating_point():
            loss = loss + (result * torch.tensor(values(result.numel(), i + 30)).reshape(result.shape)).sum()
    loss.backward()
    gradients = ["%s=%.5g" % (k, p.grad.double().norm()) for k, p in named.items() if isinstance(p, nn.Parameter) and p.grad is not None]
    return " | ".join([name, "; ".join(map(shown, results)), " ".join(gradients)])


def python_models():
    for entry in json.load(open(os.path.join(PYTHON, "models.json"))):
        module = types.ModuleType("model")
        sys.modules["model"] = module
        torch.manual_seed(0)
        try:
            exec(open(os.path.join(PYTHON, "models", entry["file"])).read(), module.__dict__)
            model = eval("%s(%s)" % (entry["class"], entry["init"]), module.__dict__)
            inputs = []
            for i, one in enumerate(entry["inputs"]):
                shape = list(one["sample"])
                if one["batch_axis"] is not None:
                    shape.insert(one["batch_axis"], 2)
                inputs.append(given(i, shape, one["dtype"], one.get("high")))
            call = eval("dict(%s)" % entry["call"], module.__dict__)
            if entry["file"] in NEAR_EDGES:
                model, inputs = model.double(), [given(i, x.shape, "double", 0) for i, x in enumerate(inputs)]
            yield record(entry["file"], model, inputs, **call)
        except Exception as error:  # not every version of PyTorch has all
            print(entry["file"], type(error).__name__, error)


class DoubleConv(nn.Module):
    def __init__(self, channels, out):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(channels, out, 3, padding=1, bias=False), nn.BatchNorm2d(out)
        self.conv2, self.bn2 = nn.Conv2d(out, out, 3, padding=1, bias=False), nn.BatchNorm2d(out)

    def forward(self, x):
        return torch.relu(self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x))))))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        for i, (a, b) in enumerate(((3, 64), (64, 128), (128, 256), (256, 512)), 1):
            setattr(self, "down%d" % i, DoubleConv(a, b))
            setattr(self, "up%d" % i, nn.ConvTranspose2d(2 * b, b, 2, 2))
            setattr(self, "merge%d" % i, DoubleConv(2 * b, b))
        self.bottom = DoubleConv(512, 1024)
        self.head = nn.Conv2d(64, 2, 1)

    def forward(self, x):
        skips = []
        for i in range(1, 5):
            skips.append(getattr(self, "down%d" % i)(x))
            x = F.max_pool2d(skips[-1], 2)
        x = self.bottom(x)
        for i in range(4, 0, -1):
            x = getattr(self, "merge%d" % i)(torch.cat([skips[i - 1], getattr(self, "up%d" % i)(x)], 1))
        return self.head(x)


class GptBlock(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(768), nn.LayerNorm(768)
        self.attention, self.project = nn.Linear(768, 3 * 768), nn.Linear(768, 768)
        self.widen, self.narrow = nn.Linear(768, 4 * 768), nn.Linear(4 * 768, 768)
        self.register_buffer("mask", torch.zeros(1, 1, 1024, 1024))

    def forward(self, x):
        B, T, C = x.size()
        q, k, v = [t.view(B, T, 12, C // 12).transpose(1, 2) for t in self.attention(self.norm1(x)).split(C, dim=2)]
        scores = q @ k.transpose(-2, -1) / math.sqrt(k.size(-1))
        scores = scores.masked_fill(self.mask[:, :, :T, :T] == 0, float("-inf"))
        y = (torch.softmax(scores, -1) @ v).transpose(1, 2).contiguous().view(B, T, C)
        x = x + self.project(y)
        return x + self.narrow(F.gelu(self.widen(self.norm2(x))))


class Gpt2(nn.Module):
    def __init__(self):
        super().__init__()
        self.token, self.position = nn.Embedding(50257, 768), nn.Embedding(1024, 768)
        self.blocks = nn.Sequential(*[GptBlock() for _ in range(12)])
        self.norm = nn.LayerNorm(768)

    def forward(self, tokens, targets):
        x = self.blocks(self.token(tokens) + self.position(torch.arange(tokens.size(1))))
        logits = F.linear(self.norm(x), self.token.weight)
        return logits, F.cross_entropy(logits.view(-1, logits.size(-1)), targets.view(-1))


class ResNet50(nn.Module):
    """torchvision's, its blocks by the example's names."""

    def __init__(self):
        super().__init__()
        import torchvision

        net = torchvision.models.resnet50()
        self.stem = nn.Sequential(net.conv1, net.bn1, net.relu, net.maxpool)
        for i in range(1, 5):
            layer = list(getattr(net, "layer%d" % i))
            setattr(self, "enter%d" % i, layer[0])
            setattr(self, "layer%d" % i, nn.Sequential(*layer[1:]))
        self.fc = net.fc

    def forward(self, x):
        x = self.stem(x)
        for i in range(1, 5):
            x = getattr(self, "layer%d" % i)(getattr(self, "enter%d" % i)(x))
        return self.fc(x.mean((2, 3)))


def main():
    lines = list(python_models())
    print(len(lines), "models")
    lines.append(record("ResNet50", ResNet50(), [given(0, [2, 3, 224, 224], "float", 0)]))
    lines.append(record("UNet", UNet(), [given(0, [2, 3, 32, 48], "float", 0)]))
    tokens = given(0, [2, 9], "long", 50257)
    lines.append(record("Gpt2", Gpt2(), [tokens, tokens]))
    write("models.txt.gz", lines)


if __name__ == "__main__":
    main()
