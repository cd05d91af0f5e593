def _cached(function):
    results = {}

    def cached(*arguments, **options):
        key = arguments, tuple(options.items())
        if key not in results:
            results[key] = function(*arguments, **options)
        return results[key]

    cached.__name__ = function.__name__
    cached.__wrapped__ = function
    cached.cache_clear = lambda: results.clear()
    return cached


cache = _cached


def lru_cache(maxsize=128, typed=False):
    return _cached(maxsize) if callable(maxsize) else _cached


def reduce(function, items, *initial):
    items = [*initial, *items]
    if not items:
        raise TypeError("reduce of nothing has no value")
    result = items[0]
    for item in items[1:]:
        result = function(result, item)
    return result


def wraps(wrapped, *ignored):
    def named(function):
        try:
            function.__name__ = wrapped.__name__
        except AttributeError:
            pass
        return function

    return named


def cmp_to_key(comparison):
    class Key:
        def __init__(self, value):
            self.value = value

        def __lt__(self, other):
            return comparison(self.value, other.value) < 0

    return Key


def total_ordering(cls):
    return cls


def singledispatch(function):
    return function
