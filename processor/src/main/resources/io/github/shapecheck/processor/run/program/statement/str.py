# What strings can do that programs seldom ask for.
from shapecheck import refuse


def casefold(self):
    return self.lower().replace("\u00df", "ss")


def capitalize(self):
    return self[:1].upper() + self[1:].lower()


def title(self):
    letters = []
    start = True
    for c in self:
        letters.append(c.upper() if start else c.lower())
        start = not c.isalpha()
    return "".join(letters)


def swapcase(self):
    return "".join([c.lower() if c.isupper() else c.upper() for c in self])


def istitle(self):
    return self.title() == self and any([c.isalpha() for c in self])


def isupper(self):
    return self.upper() == self and self.lower() != self


def islower(self):
    return self.lower() == self and self.upper() != self


def isspace(self):
    return self != "" and self.strip() == ""


def isalnum(self):
    return self != "" and all([c.isalpha() or c.isdigit() for c in self])


def isascii(self):
    return all([ord(c) < 128 for c in self])


def isidentifier(self):
    return self != "" and not self[0].isdigit() and all([c == "_" or c.isalnum() for c in self])


def splitlines(self):
    lines = self.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]


def ljust(self, width, fillchar=" "):
    return self + fillchar * (width - len(self))


def rjust(self, width, fillchar=" "):
    return fillchar * (width - len(self)) + self


def center(self, width, fillchar=" "):
    missing = max(0, width - len(self))
    left = missing // 2 + (missing & width & 1)
    return fillchar * left + self + fillchar * (missing - left)


def zfill(self, width):
    sign = self[:1] if self[:1] in ("+", "-") else ""
    return sign + self[len(sign):].rjust(width - len(sign), "0")


def partition(self, sep):
    at = self.find(sep)
    return (self, "", "") if at < 0 else (self[:at], sep, self[at + len(sep):])


def rpartition(self, sep):
    at = self.rfind(sep)
    return ("", "", self) if at < 0 else (self[:at], sep, self[at + len(sep):])


def removeprefix(self, prefix):
    return self[len(prefix):] if self.startswith(prefix) else self


def removesuffix(self, suffix):
    return self[:-len(suffix)] if suffix and self.endswith(suffix) else self


def expandtabs(self, tabsize=8):
    parts = []
    column = 0
    for c in self:
        part = " " * (tabsize - column % tabsize if tabsize > 0 else 0) if c == "\t" else c
        column = 0 if c == "\n" else column + len(part)
        parts.append(part)
    return "".join(parts)


def maketrans(x, y="", z=""):
    if isinstance(x, dict):
        return {ord(key) if isinstance(key, str) else key: x[key] for key in x}
    return {**{ord(a): ord(b) for a, b in zip(x, y)}, **{ord(c): None for c in z}}


def translate(self, table):
    letters = [table.get(ord(c), c) for c in self]
    return "".join([chr(c) if isinstance(c, int) else c for c in letters if c is not None])


def format(self, *args, **named):
    return _formatted(self, args, named, 0)[0]


def _formatted(text, args, named, place):
    """The text, and the place of the next argument."""
    parts = []
    at = 0
    while True:
        braces = [i for i in (text.find("{", at), text.find("}", at)) if i >= 0]
        if not braces:
            return "".join(parts) + text[at:], place
        stop = min(braces)
        parts.append(text[at:stop])
        at = stop + 2
        if text[stop:at] in ("{{", "}}"):
            parts.append(text[stop])
        elif text[stop] == "}":
            raise ValueError("a single } stands in the format")
        else:
            at = _end(text, stop + 1)
            part, place = _field(text[stop + 1:at - 1], args, named, place)
            parts.append(part)


def _end(text, at):
    depth = 1
    while depth:
        if at == len(text):
            raise ValueError("a { of the format is not closed")
        depth += 1 if text[at] == "{" else -1 if text[at] == "}" else 0
        at += 1
    return at


def _field(field, args, named, place):
    name, _, spec = field.partition(":")
    name, _, conversion = name.partition("!")
    path = name.replace("[", ".[").split(".")
    if path[0] == "":
        path[0] = str(place)
        place += 1
    if path[0].isdigit() and int(path[0]) >= len(args):
        raise IndexError(f"the format has no value for {{{name}}}")
    if not path[0].isdigit() and path[0] not in named:
        refuse("KeyError", "index_range", f"the format has no value for {{{name}}}")
    value = args[int(path[0])] if path[0].isdigit() else named[path[0]]
    for part in path[1:]:
        key = part[1:-1]
        value = value[int(key) if key.isdigit() else key] if part[0] == "[" else getattr(value, part)
    if conversion:
        value = repr(value) if conversion == "r" else str(value)
    spec, place = _formatted(spec, args, named, place)
    return f"{value:{spec}}", place
