class Counter(dict):
    def __init__(self, items=(), **counts):
        super().__init__()
        self.update(items, **counts)

    def __missing__(self, key):
        return 0

    def update(self, items=(), **counts):
        if isinstance(items, dict):
            for key in items:
                self[key] = self[key] + items[key]
        else:
            for key in items:
                self[key] = self[key] + 1
        for key in counts:
            self[key] = self[key] + counts[key]

    def subtract(self, items=()):
        for key, count in Counter(items).items():
            self[key] = self[key] - count

    def most_common(self, n=None):
        return sorted(self.items(), key=lambda pair: pair[1], reverse=True)[:n]

    def elements(self):
        for key in self:
            for _ in range(self[key]):
                yield key

    def total(self):
        return sum(self.values())

    def _with(self, other, count):
        made = Counter()
        for key in list(self) + [key for key in other if key not in self]:
            if count(self[key], other[key]) > 0:
                made[key] = count(self[key], other[key])
        return made

    def __add__(self, other):
        return self._with(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._with(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._with(other, lambda a, b: max(a, b))

    def __and__(self, other):
        return self._with(other, lambda a, b: min(a, b))

    def __repr__(self):
        return f"Counter({dict(self.most_common())!r})" if self else "Counter()"


class deque(list):
    def __init__(self, items=(), maxlen=None):
        super().__init__()
        self.maxlen = maxlen
        self.extend(items)

    def append(self, item):
        super().append(item)
        if self.maxlen is not None and len(self) > self.maxlen:
            del self[0]

    def appendleft(self, item):
        self.insert(0, item)
        if self.maxlen is not None and len(self) > self.maxlen:
            del self[-1]

    def extend(self, items):
        for item in items:
            self.append(item)

    def extendleft(self, items):
        for item in items:
            self.appendleft(item)

    def popleft(self):
        return self.pop(0)

    def rotate(self, n=1):
        for _ in range(n % len(self) if self else 0):
            self.insert(0, self.pop())

    def copy(self):
        return deque(self, self.maxlen)

    def __repr__(self):
        limit = "" if self.maxlen is None else f", maxlen={self.maxlen}"
        return f"deque({list(self)!r}{limit})"


class ChainMap(dict):
    def __init__(self, *maps):
        super().__init__()
        self.maps = list(maps)
        for map in reversed(maps):
            self.update(map)
