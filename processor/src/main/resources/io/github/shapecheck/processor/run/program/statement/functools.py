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
