from shapecheck import find as _find

I = IGNORECASE = M = MULTILINE = S = DOTALL = A = ASCII = 0


class Match:
    def __init__(self, found, string):
        self._start, self._end, self._groups, self._named = found
        self.string = string

    def group(self, *which):
        found = [self[each] for each in which or (0,)]
        return found[0] if len(found) == 1 else tuple(found)

    def __getitem__(self, which):
        if which in self._named:
            return self._named[which]
        if type(which) is not int or not 0 <= which <= len(self._groups):
            raise IndexError("there is no such group")
        return self._groups[which - 1] if which else self.string[self._start:self._end]

    def groups(self):
        return self._groups

    def groupdict(self):
        return dict(self._named)

    def start(self):
        return self._start

    def end(self):
        return self._end

    def span(self):
        return self._start, self._end


class Pattern:
    def __init__(self, pattern):
        self.pattern = pattern
        _find(pattern, "", 0, "search")  # refuses what is none

    def _found(self, string, start, how):
        found = _find(self.pattern, string, start, how)
        return None if found is None else Match(found, string)

    def match(self, string):
        return self._found(string, 0, "match")

    def fullmatch(self, string):
        return self._found(string, 0, "fullmatch")

    def search(self, string):
        return self._found(string, 0, "search")

    def finditer(self, string):
        start = 0
        while start <= len(string):
            match = self._found(string, start, "search")
            if match is None:
                return
            yield match
            start = max(match.end(), match.start() + 1)

    def findall(self, string):
        matches = [[match.group(), *match.groups()] for match in self.finditer(string)]
        return [all[0] if len(all) == 1 else all[1] if len(all) == 2 else tuple(all[1:]) for all in matches]

    def split(self, string, maxsplit=0):
        parts = []
        start = 0
        for match in self.finditer(string):
            if maxsplit and len(parts) >= maxsplit * (1 + len(match.groups())):
                break
            parts += [string[start:match.start()], *match.groups()]
            start = match.end()
        return parts + [string[start:]]

    def sub(self, repl, string, count=0):
        parts = []
        start = 0
        for match in self.finditer(string):
            if count and len(parts) >= 2 * count:
                break
            parts += [string[start:match.start()], repl(match) if callable(repl) else _filled(repl, match)]
            start = match.end()
        return "".join(parts) + string[start:]


def _filled(text, match):
    groups = match.groups()
    for i in range(len(groups), 0, -1):
        text = text.replace(f"\\{i}", groups[i - 1] or "")
    return text


def compile(pattern, flags=0):
    return pattern if isinstance(pattern, Pattern) else Pattern(pattern)


def match(pattern, string, flags=0):
    return compile(pattern).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern).search(string)


def finditer(pattern, string, flags=0):
    return compile(pattern).finditer(string)


def findall(pattern, string, flags=0):
    return compile(pattern).findall(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern).sub(repl, string, count)


def escape(pattern):
    return "".join([c if c == "_" or c.isalnum() else "\\" + c for c in pattern])
