"""Records the shapes of random uses of torch.distributions: python3 record.py 3000 | gzip -9n > distributions.tsv.gz

A line is the inputs, the forward text, and the type and shape of what it gives; ! where PyTorch refuses.
"""
import random
import sys

import torch
import torch.distributions as D

POSITIVE = "Normal LogNormal Laplace Cauchy Gumbel Beta Gamma FisherSnedecor Weibull Pareto Kumaraswamy VonMises".split()
DEBUG = len(sys.argv) > 2
ALONE = "Exponential HalfNormal HalfCauchy Chi2 Poisson StudentT".split()
EITHER = "Bernoulli ContinuousBernoulli Geometric".split()
CLASSES = "Categorical OneHotCategorical".split()


def shape(rng, low=0, high=3):
    return [rng.choice([1, 2, 3, 4, 5]) for _ in range(rng.randint(low, high))]


def alike(rng, sizes):
    """A shape that mostly broadcasts with another."""
    if rng.random() < 0.15:
        return shape(rng)
    made = [n if rng.random() < 0.75 else 1 for n in sizes]
    return made[rng.randint(0, len(made)):] if rng.random() < 0.3 else made


def distribution(rng, inputs, sizes):
    """A distribution as text; its parameters are inputs."""
    def tensor(kind):
        name = "abcdefgh"[len(inputs)]
        inputs[name] = kind
        return name

    choice = rng.random()
    if choice < 0.3:
        second = tensor(alike(rng, sizes)) if rng.random() < 0.8 else "2.0"
        return f"{rng.choice(POSITIVE)}({tensor(sizes)}, {second})"
    if choice < 0.4:
        return f"{rng.choice(ALONE)}({tensor(sizes)})"
    if choice < 0.55:
        return f"{rng.choice(EITHER)}({rng.choice(['', 'probs=', 'logits='])}{tensor(sizes)})"
    if choice < 0.75:
        return f"{rng.choice(CLASSES)}({rng.choice(['', 'logits='])}{tensor(sizes)})"
    if choice < 0.87:
        mean = sizes or [3]
        matrix = (alike(rng, mean[:-1]) if rng.random() < 0.5 else []) + [mean[-1], mean[-1]]
        if rng.random() < 0.1:
            matrix = matrix[1:]
        return f"MultivariateNormal({tensor(mean)}, {rng.choice(['', 'scale_tril=', 'precision_matrix='])}{tensor(matrix)})"
    return f"Independent({distribution(rng, inputs, sizes)}, {rng.choice([0, 1, 1, 2])})"


def use(rng, made, inputs, sizes):
    what = rng.random()
    if what < 0.3:
        method = rng.choice(["sample", "sample", "rsample"])
        return f"{made}.{method}({rng.choice(['', '(2,)', '(4, 3)', '[6]', 'torch.Size([2])'])})"
    if what < 0.6:
        inputs["v"] = alike(rng, sizes) if rng.random() < 0.7 else shape(rng, 0, 1) + sizes
        return f"{made}.log_prob(v)"
    if what < 0.7 and "VonMises" not in made:
        return f"{made}.entropy()"
    if what < 0.8:
        return f"torch.zeros({made}.{rng.choice(['batch_shape', 'event_shape'])})"
    if "Normal" in made or "Bernoulli" in made or "Categorical" in made:
        others = {}
        other = made
        for name in list(inputs):
            fresh = name + name
            if other.count(name) and len(name) == 1:
                others[fresh] = alike(rng, inputs[name]) if rng.random() < 0.4 else inputs[name]
        import re
        other = re.sub(r"(?<![A-Za-z])([a-h])(?![A-Za-z])", lambda m: m.group(1) * 2, other)
        inputs.update(others)
        return f"kl_divergence({made}, {other})"
    return f"{made}.mean"


def value(name, sizes, text):
    base = torch.rand(sizes) * 0.8 + 0.1
    if "MultivariateNormal" in text and len(sizes) >= 2 and sizes[-1] == sizes[-2] and name != "v":
        return torch.eye(sizes[-1]).expand(sizes).clone()
    if name == "v" and "OneHot" in text and sizes:
        return torch.cat([torch.ones(sizes[:-1] + [1]), torch.zeros(sizes[:-1] + [sizes[-1] - 1])], -1)
    if name == "v" and any(kind in text for kind in ("Categorical", "Bernoulli", "Geometric", "Poisson")):
        return torch.zeros(sizes)
    return base


def run(text, inputs):
    names = {**{n: getattr(D, n) for n in dir(D)}, "torch": torch, "kl_divergence": D.kl_divergence}
    names.update({n: value(n, s, text) for n, s in inputs.items()})
    try:
        result = eval(text, names)
    except Exception as error:
        if "support" in str(error) or "constraint" in str(error):
            return None
        if DEBUG:
            print(text, inputs, type(error).__name__, str(error)[:150].replace("\n", " "), file=sys.stderr)
        return "!"
    kind = {torch.float32: "f", torch.int64: "l"}[result.dtype]
    return kind + "[" + ",".join(map(str, result.shape)) + "]"


def main(count):
    rng = random.Random(7)
    D.Distribution.set_default_validate_args(True)
    done = 0
    while done < count:
        inputs, sizes = {}, shape(rng)
        text = use(rng, distribution(rng, inputs, sizes), inputs, sizes)
        result = run(text, inputs)
        if result is None:
            continue
        done += 1
        described = " ".join(f"{n}=f[{','.join(map(str, s))}]" for n, s in inputs.items())
        print(described, "y = " + text, result, sep="\t")


main(int(sys.argv[1]))
