# What PyTorch itself writes in Python: modules around modules, and functions that are no operations.
import math
import torch
from torch import nn
from shapecheck import kind, refuse


class DataParallel(nn.Module):
    def __init__(self, module, *ignored, **options):
        super().__init__()
        self.module = module

    def forward(self, *inputs, **options):
        return self.module(*inputs, **options)


class DistributedDataParallel(DataParallel):
    pass


class FloatFunctional(nn.Module):  # operations, each behind an identity
    def __init__(self):
        super().__init__()
        self.activation_post_process = nn.Identity()

    def add(self, x, y):
        return self.activation_post_process(torch.add(x, y))

    def mul(self, x, y):
        return self.activation_post_process(torch.mul(x, y))

    def matmul(self, x, y):
        return self.activation_post_process(torch.matmul(x, y))

    def cat(self, x, dim=0):
        return self.activation_post_process(torch.cat(x, dim))

    def add_relu(self, x, y):
        return self.activation_post_process(torch.relu(torch.add(x, y)))

    add_scalar = add
    mul_scalar = mul


def data_parallel(module, inputs, *ignored, **options):
    return module(*inputs) if type(inputs) is tuple else module(inputs)


def checkpoint(function, *args, use_reentrant=None, preserve_rng_state=True, context_fn=None, **kwargs):
    return function(*args, **kwargs)


def checkpoint_sequential(functions, segments, input, **ignored):
    for function in functions:
        input = function(input)
    return input


def grad(outputs, inputs, *ignored, **options):
    return (inputs,) if torch.is_tensor(inputs) else tuple(inputs)


def _get_activation_fn(activation):
    return getattr(torch, activation)


def _repeated(axes):
    return lambda x: (x,) * axes if type(x) is int else tuple(x)


_single = _repeated(1)
_pair = _repeated(2)
_triple = _repeated(3)
_quadruple = _repeated(4)


def calculate_gain(nonlinearity, param=None):
    slope = param if type(param) is float else 0.01
    gains = {"tanh": 5 / 3, "relu": math.sqrt(2), "leaky_relu": math.sqrt(2 / (1 + slope ** 2)), "selu": 0.75}
    return gains.get(nonlinearity, 1.0)


def _fan(tensor, axis):
    if tensor.dim() < 2:
        raise ValueError(f"a weight of at least 2 axes is needed, not {kind(tensor)}")
    return tensor.shape[axis] * math.prod(tensor.shape[2:])


def _calculate_fan_in_and_fan_out(tensor):
    return _fan(tensor, 1), _fan(tensor, 0)


def _calculate_correct_fan(tensor, mode):
    return _fan(tensor, 0 if mode == "fan_out" else 1)


def from_pretrained(cls, embeddings, *ignored, **options):
    if embeddings.dim() != 2:
        raise AssertionError(f"the table of an embedding has two axes, not {kind(embeddings)}")
    return cls(*embeddings.shape)


def broadcast_shapes(*shapes):
    common = []
    for shape in shapes:
        sizes = [shape] if type(shape) is int else list(shape)
        common = [1] * (len(sizes) - len(common)) + common
        for i, size in enumerate(sizes, len(common) - len(sizes)):
            if size < 0:
                refuse("RuntimeError", "broadcast", f"broadcast_shapes makes no shape with {kind(size)}")
            if common[i] is 1:  # sizes that are free are the same only where they are written so
                common[i] = size
            elif size is not common[i] and size is not 1:
                both = f"{kind(common[i])} and {kind(size)}"
                refuse("RuntimeError", "broadcast", f"broadcast_shapes cannot bring {both} together")
    return tuple(common)


def pack_sequence(sequences, enforce_sorted=True):
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    return nn.utils.rnn.pack_padded_sequence(nn.utils.rnn.pad_sequence(sequences), lengths, enforce_sorted=enforce_sorted)


def _vector(x):
    if x.dim() != 1:
        refuse("RuntimeError", "rank", f"a vector is needed, not {kind(x)}")
    return x.shape[0]


def combinations(input, r=2, with_replacement=False):
    count = _vector(input)
    if r < 0:
        refuse("RuntimeError", "range", f"combinations of {r} numbers")
    if r == 0:
        return input[:0]
    rows = 1
    for i in range(r):
        rows = rows * (count + i if with_replacement else count - i) // (i + 1)
        if rows == 0:
            break
    return input[torch.empty(rows, r, dtype=torch.long)]


def vander(x, N=None, increasing=False):
    powers = torch.arange(_vector(x) if N is None else N)
    return x.unsqueeze(1) ** (powers if increasing else powers.flip(0))


def matrix_norm(A, ord="fro", dim=(-2, -1), keepdim=False, *, dtype=None):
    if A.dim() < 2 or len(dim) != 2:
        refuse("RuntimeError", "rank", f"the norm of a matrix is over two axes, not over {dim} of {kind(A)}")
    A = A if dtype is None else A.to(dtype)
    rows, columns = dim
    if ord == "fro":
        return torch.linalg.vector_norm(A, 2, dim, keepdim)
    if ord in ("nuc", 2, -2):
        values = torch.linalg.svdvals(A.movedim(dim, (-2, -1)))
        norm = values.sum(-1) if ord == "nuc" else values.amax(-1) if ord == 2 else values.amin(-1)
        return norm.reshape([1 if i in (rows % A.dim(), columns % A.dim()) else size for i, size in enumerate(A.shape)]) if keepdim else norm
    if ord not in (1, -1, math.inf, -math.inf):
        refuse("RuntimeError", "argument", f"the norm of a matrix has no order {ord!r}")
    summed, kept = (rows, columns) if abs(ord) == 1 else (columns, rows)
    sums = A.abs().sum(summed, keepdim=True)
    norm = sums.amax(kept, keepdim=True) if ord > 0 else sums.amin(kept, keepdim=True)
    return norm if keepdim else norm.squeeze(dim)
