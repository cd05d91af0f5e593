import math as _math


def perm(n, k=None):
    return _math.prod(range(n - (n if k is None else k) + 1, n + 1))


def dist(p, q):
    return _math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))


def fsum(items):
    parts = []
    for x in items:
        rest = []
        for y in parts:
            x, y = (x, y) if abs(x) >= abs(y) else (y, x)
            total = x + y
            low = y - (total - x)
            if low:
                rest.append(low)
            x = total
        parts = rest + [x]
    return float(sum(parts))


def modf(x):
    return _math.copysign(abs(x) - abs(_math.trunc(x)), x), float(_math.trunc(x))


def frexp(x):
    if x == 0:
        return x, 0
    exponent = _math.floor(_math.log2(abs(x))) + 1
    return x / 2 ** exponent, exponent


def ldexp(x, i):
    return x * 2.0 ** i


def remainder(x, y):
    return float(x - y * round(x / y))


def erfc(x):
    return 1.0 - _math.erf(x)


def cbrt(x):
    return _math.copysign(abs(x) ** (1 / 3), x)


def asinh(x):
    return _math.log(x + _math.sqrt(x * x + 1))


def acosh(x):
    return _math.log(x + _math.sqrt(x * x - 1))


def atanh(x):
    return _math.log((1 + x) / (1 - x)) / 2


def gamma(x):
    return float(_math.factorial(int(x) - 1))
