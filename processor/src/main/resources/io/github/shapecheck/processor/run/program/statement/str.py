# What strings can do that programs seldom ask for.
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
