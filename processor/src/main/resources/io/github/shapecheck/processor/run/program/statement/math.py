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


def prod(items, *, start=1):
    for item in items:
        start = start * item
    return start


def _natural(n):
    if n < 0:
        raise ValueError("a number of at least 0 is needed")
    return n


def factorial(n):
    return _math.prod(range(2, _natural(n) + 1))


def comb(n, k):
    chosen = min(k, _natural(n) - k)
    return 0 if chosen < 0 else _math.prod(range(n - chosen + 1, n + 1)) // factorial(chosen)


def isqrt(n):
    root = int(_math.sqrt(_natural(n)))
    while root * root > n:
        root -= 1
    while (root + 1) * (root + 1) <= n:
        root += 1
    return root


def isclose(a, b, *, rel_tol=1e-9, abs_tol=0.0):
    return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
