import torch
from shapecheck import opaque, operation


def _drawn(sizes, dtype):
    return operation("empty", *sizes, dtype=dtype) if sizes else opaque("a random number")


def rand(*sizes):
    return _drawn(sizes, torch.float64)


randn = rand


def _sized(place, dtype=torch.float64):
    """A function whose argument of that place is the size."""
    def sized(*given, size=None, **ignored):
        size = given[place] if len(given) > place else size
        return _drawn(() if size is None else (size,), dtype)

    return sized


random = random_sample = standard_normal = _sized(0)
exponential = standard_gamma = rayleigh = geometric = choice = _sized(1)
poisson = _sized(1, torch.int64)
uniform = normal = beta = gamma = laplace = gumbel = logistic = _sized(2)
binomial = randint = integers = _sized(2, torch.int64)


def permutation(x):
    return operation("randperm", x) if type(x) is int else x


def seed(*ignored):
    pass


shuffle = seed
