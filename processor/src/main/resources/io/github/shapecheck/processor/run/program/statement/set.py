# What sets can do by their operators.
def union(self, *others):
    result = self | set()
    for other in others:
        result = result | set(other)
    return result


def intersection(self, *others):
    result = self | set()
    for other in others:
        result = result & set(other)
    return result


def difference(self, *others):
    result = self | set()
    for other in others:
        result = result - set(other)
    return result


def symmetric_difference(self, other):
    return self ^ set(other)


def issubset(self, other):
    return self <= set(other)


def issuperset(self, other):
    return self >= set(other)


def isdisjoint(self, other):
    return len(self & set(other)) == 0


def _become(self, items):
    self.clear()
    for item in items:
        self.add(item)


def update(self, *others):
    _become(self, self.union(*others))


def intersection_update(self, *others):
    _become(self, self.intersection(*others))


def difference_update(self, *others):
    _become(self, self.difference(*others))


def symmetric_difference_update(self, other):
    _become(self, self ^ set(other))
