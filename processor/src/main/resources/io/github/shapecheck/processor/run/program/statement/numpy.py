# What NumPy does otherwise than the function of the same name in torch.
import torch
from shapecheck import operation


def _rows(value):
    return value if type(value) in (list, tuple) else ()


def _stacked(value):
    """The arrays in a list as one; None where it holds no arrays."""
    if torch.is_tensor(value):
        return value
    arrays = [_stacked(item) for item in _rows(value)]
    return operation("stack", arrays) if arrays and None not in arrays else None


def array(object, *given, **named):
    stacked = _stacked(object)
    return operation("tensor", object, *given, **named) if stacked is None else stacked


asarray = array


def _combined(operator, left, right):
    if _rows(left) and len(left) == len(_rows(right)):
        return [operator(a, b) for a, b in zip(left, right)]
    return operator(left, right)


def _running(operator, value, axis):
    """Running results over numbers, or over rows of them; None where it is not they."""
    rows = _rows(value)
    if not rows or torch.is_tensor(rows[0]) or _rows(rows[0]) and axis != 0:
        return None
    results = [rows[0]]
    for row in rows[1:]:
        results.append(_combined(operator, results[-1], row))
    return results


def _cumulated(name, operator):
    def cumulated(a, axis=None, **named):
        results = _running(operator, a, axis)
        return operation(name, a, 0 if axis is None else axis, **named) if results is None else results

    return cumulated


cumsum = _cumulated("cumsum", lambda a, b: a + b)
cumprod = cumproduct = _cumulated("cumprod", lambda a, b: a * b)


def prod(a, axis=None, **ignored):
    results = _running(lambda a, b: a * b, a, axis)
    if results is not None:
        return results[-1]
    if not torch.is_tensor(a) and not _rows(a):
        result = 1
        for item in a:
            result *= item
        return result
    stacked = _stacked(a)
    whole = operation("tensor", a) if stacked is None else stacked
    return operation("prod", whole) if axis is None else operation("prod", whole, dim=axis)


def vstack(rows):
    numbers = _rows(rows) and all([_rows(row) and all([type(n) is int for n in row]) for row in rows])
    return list(rows) if numbers else operation("vstack", rows)


def append(arr, values, axis=None):
    parts = [part if torch.is_tensor(part) else operation("tensor", part) for part in (arr, values)]
    return torch.cat([part.ravel() for part in parts] if axis is None else parts, 0 if axis is None else axis)


def linspace(start, stop, num=50, **ignored):
    return operation("linspace", start, stop, num)


def meshgrid(*parts, indexing="xy"):
    return operation("meshgrid", *parts, indexing=indexing)


def transpose(a, axes=None):
    return operation("permute", a, tuple(range(a.dim() - 1, -1, -1)) if axes is None else tuple(axes))


def fill_diagonal(*ignored, **named):
    pass


def _renamed(name):
    keys = {"shape": "size", "k": "diagonal", "a_min": "min", "a_max": "max"}
    return lambda *given, **named: operation(name, *given, **{keys.get(key, key): named[key] for key in named})


ones = _renamed("ones")
zeros = _renamed("zeros")
empty = _renamed("empty")
full = _renamed("full")
tril = _renamed("tril")
triu = _renamed("triu")
clip = _renamed("clip")
