"""Saves a small network as safetensors in three element types, with what it gives then."""
import json, math, os, struct, sys
import torch

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "resources", "weights")
sys.path.insert(0, HERE)
from convnet import Net

TYPES = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64"}


def write(path, tensors):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, tensor in tensors.items():
        raw = tensor.contiguous().view(torch.uint8) if tensor.dim() else tensor.reshape(1).view(torch.uint8)
        raw = bytes(raw.flatten().tolist())
        header[name] = {"dtype": TYPES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text + data)


os.makedirs(HERE, exist_ok=True)
torch.manual_seed(3)
net = Net().train()
for _ in range(5):
    net(torch.randn(8, 1, 12, 10))
net.eval()
x = torch.tensor([math.sin(0.37 * i * 1.01 + 1) for i in range(240)], dtype=torch.float64).float().reshape(2, 1, 12, 10)
for dtype in (torch.float32, torch.float16, torch.bfloat16):
    state = {k: v.to(dtype) if v.is_floating_point() else v for k, v in net.state_dict().items()}
    write(os.path.join(HERE, TYPES[dtype] + ".safetensors"), state)
    copy = Net().eval()
    copy.load_state_dict({k: v.float() if v.is_floating_point() else v for k, v in state.items()})
    with torch.no_grad(), open(os.path.join(HERE, TYPES[dtype] + ".txt"), "w") as out:
        out.write(" ".join("%.7g" % v for v in copy(x).flatten().tolist()) + "\n")
