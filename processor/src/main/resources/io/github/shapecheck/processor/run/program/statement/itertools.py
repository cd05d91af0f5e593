class chain:
    def __init__(self, *parts):
        self._items = _chained(parts)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)

    @classmethod
    def from_iterable(cls, parts):
        made = cls()
        made._items = _chained(parts)
        return made


def _chained(parts):
    for part in parts:
        yield from part


def product(*parts, repeat=1):
    rows = [()]
    for items in [tuple(part) for part in parts] * repeat:
        rows = [row + (item,) for row in rows for item in items]
    yield from rows


def _chosen(items, size, after):
    if size == 0:
        yield ()
        return
    for i in range(len(items)):
        for rest in _chosen(after(items, i), size - 1, after):
            yield (items[i],) + rest


def permutations(items, r=None):
    items = tuple(items)
    size = len(items) if r is None else r
    return _chosen(items, size, lambda all, i: all[:i] + all[i + 1:])


def combinations(items, r):
    return _chosen(tuple(items), r, lambda all, i: all[i + 1:])


def combinations_with_replacement(items, r):
    return _chosen(tuple(items), r, lambda all, i: all[i:])


def repeat(object, times=None):
    while times is None or times > 0:
        yield object
        times = None if times is None else times - 1


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(items):
    items = list(items)
    while items:
        yield from items


def islice(items, *bounds):
    bounds = slice(*bounds)
    wanted = bounds.start or 0
    at = 0
    items = iter(items)
    while bounds.stop is None or at < bounds.stop:
        try:
            item = next(items)
        except StopIteration:
            return
        if at == wanted:
            yield item
            wanted += bounds.step or 1
        at += 1


def accumulate(items, func=None, *, initial=None):
    total = initial
    first = initial is None
    if not first:
        yield total
    for item in items:
        total = item if first else total + item if func is None else func(total, item)
        first = False
        yield total


def zip_longest(*parts, fillvalue=None):
    parts = [list(part) for part in parts]
    for i in range(max([len(part) for part in parts], default=0)):
        yield tuple(part[i] if i < len(part) else fillvalue for part in parts)


def pairwise(items):
    items = list(items)
    yield from zip(items, items[1:])


def starmap(function, rows):
    for row in rows:
        yield function(*row)


def takewhile(predicate, items):
    for item in items:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate, items):
    dropping = True
    for item in items:
        dropping = dropping and predicate(item)
        if not dropping:
            yield item


def filterfalse(predicate, items):
    for item in items:
        if not (item if predicate is None else predicate(item)):
            yield item


def compress(items, selectors):
    for item, wanted in zip(items, selectors):
        if wanted:
            yield item


def groupby(items, key=None):
    groups = []
    for item in items:
        of = item if key is None else key(item)
        if not groups or groups[-1][0] != of:
            groups.append((of, []))
        groups[-1][1].append(item)
    for of, group in groups:
        yield of, iter(group)


def tee(items, n=2):
    items = list(items)
    return tuple(iter(items) for _ in range(n))
