"""Records what PyTorch makes of the Python models: processor/src/test/resources/python/models.json.

    python3 record_models.py [NAME...]     names of files without .py; without names all, and the record is written

It needs torch, and einops for the one that imports it.

The comments at the end of a file say what to build and to call:

    # model: ResNet(BasicBlock, [2, 2])        a class or a factory with its arguments
    # input: [name=]sizes[:dtype][@axis] [< high]   sizes without the batch, which is 2 and stands at the axis
    # call: lengths=[13, 13]                   further arguments of forward
    # wrong: old text => new text              an edit of the source that PyTorch refuses; \\n is a line's end
    # wrong init: arguments                    other arguments
    # wrong input: ...                         another first input
"""

import inspect
import json
import pathlib
import re
import sys
import types
import warnings

import torch
from torch import nn

ROOT = pathlib.Path(__file__).resolve().parents[4]
FOLDER = ROOT / "processor/src/test/resources/python/models"
RECORD = FOLDER.parent / "models.json"
BATCH = 2
DTYPES = {"float": torch.float32, "long": torch.int64, "int": torch.int32, "boolean": torch.bool, "double": torch.float64}


def read(path):
    """The source, and what its last comments say."""
    text = path.read_text()
    at = text.index("\n# model: ") + 1
    says = {"input": [], "wrong": [], "wrong init": [], "wrong input": [], "call": []}
    for line in text[at:].splitlines():
        key, value = re.fullmatch(r"# ([a-z ]+): (.*)", line).groups()
        if key == "model":
            says["model"], says["init"] = re.fullmatch(r"(\w+)\((.*)\)", value).groups()
        else:
            says[key].append(value.strip())
    return text[:at].rstrip("\n") + "\n", says


def declared(text):
    """An input as the command line takes it."""
    text, _, high = (part.strip() for part in text.partition("<"))
    name, _, sizes = text.rpartition("=")
    sizes, _, axis = sizes.partition("@")
    sizes, _, dtype = sizes.partition(":")
    batch = None if axis == "none" else int(axis or 0)
    shape = [int(size) for size in sizes.split(",") if size]
    found = {"name": name or None, "sample": shape, "dtype": dtype or "float", "batch_axis": batch}
    if high:
        found["high"] = int(high)
    return found


def tensor(spec):
    shape = list(spec["sample"])
    if spec["batch_axis"] is not None:
        shape.insert(spec["batch_axis"], BATCH)
    dtype = DTYPES[spec["dtype"]]
    if dtype in (torch.int64, torch.int32):
        return torch.randint(0, spec.get("high", 2), shape, dtype=dtype)
    if dtype == torch.bool:
        return torch.rand(shape) > 0.5
    return torch.rand(shape, dtype=dtype)


def shapes(value):
    """The sizes of whatever a module returns."""
    if isinstance(value, torch.Tensor):
        return list(value.shape)
    if isinstance(value, dict):
        return {"dict": {str(key): shapes(item) for key, item in value.items()}}
    if isinstance(value, (tuple, list)):
        return [shapes(item) for item in value]
    if isinstance(value, (bool, int, float, str)):
        return {"value": value}
    return None


def is_leaf(module):
    """Without modules below; attention and transformers of torch count as one, unless their layers are others."""
    own = all(type(part).__module__.startswith("torch.") for part in module.modules())
    containers = (nn.Sequential, nn.ModuleList, nn.ModuleDict, nn.DataParallel)
    return own and not isinstance(module, containers) or not list(module.children())


def run(source, model, init, inputs, call):
    """Builds, then calls, and says how far that went."""
    torch.manual_seed(0)
    module = types.ModuleType("model")
    sys.modules["model"] = module
    steps = []
    try:
        exec(compile(source, "model.py", "exec"), module.__dict__)
        net = eval(f"{model}({init})", {"SimpleNamespace": types.SimpleNamespace} | module.__dict__)
        net.eval()
    except Exception as refused:
        return None, {"phase": "init", "error": error(refused)}, steps
    inside = []

    def enter(name, child):
        def before(*_):
            inside.append(name)

        def after(_, __, result):
            inside.pop()
            if not inside:
                steps.append([name, type(child).__name__, shapes(result)])

        child.register_forward_pre_hook(before)
        child.register_forward_hook(after)

    for name, child in net.named_modules():
        if is_leaf(child):
            enter(name, child)
    try:
        named = {}
        parameters = list(inspect.signature(net.forward).parameters)
        for place, spec in enumerate(inputs):
            spec["name"] = spec["name"] or parameters[place]
            if spec["name"] and "." in spec["name"]:
                named.setdefault(spec["name"].split(".")[0], []).append(tensor(spec))
            else:
                named[spec["name"]] = tensor(spec)
        named = {key: tuple(value) if isinstance(value, list) else value for key, value in named.items()}
        named.update(eval(f"dict({call})", module.__dict__))
        return net, shapes(net(**named)), steps
    except Exception as refused:
        at = inside[-1] if inside else None
        return None, {"phase": "forward", "at": at, "leaf_calls_before": len(steps), "error": error(refused)}, steps


def shared(net):
    """The names of tensors that have several."""
    names = {}
    for name, value in net.state_dict(keep_vars=True).items():
        names.setdefault(id(value), []).append(name)
    return [name for group in names.values() if len(group) > 1 for name in group]


def error(refused):
    first = str(refused).splitlines()[0] if str(refused) else ""
    return re.sub(r"\{.*?\}", "{...}", f"{type(refused).__name__}: {first}")[:200]  # sets have no order


def edited(source, edit):
    old, new = (side.replace("\\n", "\n") for side in edit.split(" => "))
    if old not in source:
        raise SystemExit(f"not in the source: {old!r}")
    return source.replace(old, new, 1)


def record(path):
    source, says = read(path)
    inputs = [declared(text) for text in says["input"]]
    call = ", ".join(says["call"])
    net, outputs, steps = run(source, says["model"], says["init"], inputs, call)
    if net is None:
        raise SystemExit(f"{path.name}: {outputs}")
    variants = [({"edit": edit.split(" => ")}, edited(source, edit), says["init"], inputs) for edit in says["wrong"]]
    variants += [({"init": init}, source, init, inputs) for init in says["wrong init"]]
    for text in says["wrong input"]:
        given = [declared(text)] + inputs[1:]
        given[0]["name"] = inputs[0]["name"]
        variants.append(({"inputs": given}, source, says["init"], given))
    refused = []
    for what, text, init, given in variants:
        broken, verdict, _ = run(text, says["model"], init, given, call)
        if broken is not None:
            raise SystemExit(f"{path.name}: PyTorch takes {what}")
        refused.append({**what, **verdict})
    return {
        "file": path.name,
        "class": says["model"],
        "init": says["init"],
        "inputs": inputs,
        "call": call,
        "outputs": outputs,
        "params": sum(p.numel() for p in net.parameters()),
        "leaf_shapes": steps,
        "state_dict": {name: list(value.shape) for name, value in net.state_dict().items()},
        "shared": shared(net),
        "refused": refused,
    }


def main():
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    entries = []
    for path in sorted(FOLDER.glob("*.py")):
        if len(sys.argv) > 1 and path.stem not in sys.argv[1:]:
            continue
        entries.append(record(path))
        entry = entries[-1]
        print(path.stem, entry["params"], len(entry["leaf_shapes"]), str(entry["outputs"])[:60])
        if len(sys.argv) > 1:
            for variant in entry["refused"]:
                print("   ", variant["phase"], variant.get("at"), variant["error"])
    if len(sys.argv) == 1:
        lines = ",\n".join(json.dumps(entry) for entry in entries)
        RECORD.write_text(f"[\n{lines}\n]\n")


main()
