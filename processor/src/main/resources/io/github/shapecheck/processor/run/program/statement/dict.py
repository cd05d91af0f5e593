# What dicts can do that programs seldom ask for.
from shapecheck import refuse


def setdefault(self, key, default=None):
    if key not in self:
        self[key] = default
    return self[key]


def popitem(self, last=True):
    if not self:
        refuse("KeyError", "index_range", "the dict is empty")
    key = list(self)[-1 if last else 0]
    return key, self.pop(key)


def move_to_end(self, key, last=True):
    value = self.pop(key)
    others = {} if last else dict(self)
    for other in others:
        del self[other]
    self[key] = value
    self.update(others)


def fromkeys(keys, value=None):
    return {key: value for key in keys}
