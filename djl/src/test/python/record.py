"""Records what PyTorch makes of each case of operations.txt: its values, in recorded.txt.gz beside it, and gradients."""
import gzip, math, os, re, sys
import torch, torch.nn as nn, torch.nn.functional as F

def attention(q, k, v):
    return torch.softmax(q @ k.transpose(-2, -1) / math.sqrt(q.size(-1)), dim=-1) @ v


if not hasattr(F, "scaled_dot_product_attention"):  # PyTorch 1
    F.scaled_dot_product_attention = attention
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "resources")


def values(count, seed):
    return [math.sin(0.37 * i * (1 + 0.01 * seed) + seed) for i in range(count)]


def tensor(shape, seed, scale=1.0):
    return torch.tensor(values(math.prod(shape), seed), dtype=torch.float64).float().mul(scale).reshape(shape)


def inputs(text):
    found = {}
    for number, part in enumerate(re.findall(r"(\w+)\[([^\]]*)\]!?(?::(\d+))?", text)):
        shape = [int(s) for s in part[1].split(",")]
        if part[2]:
            found[part[0]] = (torch.arange(math.prod(shape)) * 7 % int(part[2])).reshape(shape)
        else:
            found[part[0]] = tensor(shape, number + 1)
    return found


def fill(layer):
    """Weights by their names in order; variances positive."""
    for seed, (name, value) in enumerate(sorted(layer.state_dict().items())):
        if name.endswith("num_batches_tracked"):
            continue
        made = tensor(list(value.shape), seed + 10, 0.5)
        value.copy_(made.abs() + 0.5 if name.endswith("running_var") else made)


def flat(result):
    return [result] if isinstance(result, torch.Tensor) else [t for r in result for t in flat(r)]


def write(name, lines):
    with open(os.path.join(HERE, name), "wb") as out, gzip.GzipFile("", "wb", 9, out, 0) as packed:
        packed.write(("\n".join(lines) + "\n").encode())


def gradient(forward, names):
    """Of the results, each weighed by numbers, with respect to the first input; "-" where there is none."""
    first = next(iter(names))
    if not names[first].is_floating_point():
        return "-"
    names = dict(names, **{first: names[first].clone().requires_grad_()})
    loss = 0.0
    for seed, result in enumerate(flat(eval(forward, {"torch": torch, "nn": nn, "F": F}, names))):
        if result.is_floating_point() and result.requires_grad:
            loss = loss + (result * tensor(list(result.shape), seed + 30)).sum()
    if not isinstance(loss, torch.Tensor):
        return "-"
    try:
        loss.backward()
    except RuntimeError:  # not every operation has one in every version
        return "-"
    return " ".join("%.6g" % v for v in names[first].grad.flatten().tolist())


def main():
    lines, gradients = [], []
    for line in open(os.path.join(HERE, "operations.txt")):
        if line.startswith("#") or not line.strip():
            continue
        given, layer, forward = [part.strip() for part in line.split(" | ")]
        names = inputs(given)
        if layer != "-":
            names["a"] = eval(layer.split(" = nn.", 1)[1].join(["nn.", ""]), {"nn": nn}).eval()
            fill(names["a"])
        with torch.no_grad():
            results = flat(eval(forward, {"torch": torch, "nn": nn, "F": F}, names))
        gradients.append(gradient(forward, names))
        lines.append("; ".join(" ".join("%.6g" % v for v in r.double().flatten().tolist()) for r in results))
    write("recorded.txt.gz", lines)
    write("gradients.txt.gz", gradients)
    print(len(lines), "cases,", sum(g != "-" for g in gradients), "with gradients")


if __name__ == "__main__":
    main()
