"""Random Python expressions of wanted types, over the names of a scope."""

INT, FLOAT, STR, BOOL = "int", "float", "str", "bool"
INTS, STRS, LISTS, PAIR, DICT, TABLE = "list[int]", "list[str]", "list[list]", "pair", "dict[str]", "dict[int]"
TYPES = [INT, INT, INT, FLOAT, STR, BOOL, INTS, INTS, STRS, LISTS, PAIR, DICT, TABLE]
WORDS = ["conv", "a", "b", "x1", "relu", "Pool", "", "layer.0", "key", "z"]
SPECS = [":3d", ":05d", ":,", ":<6", ":>6", ":^7", ":+d", ":x", ":b", ":e", ":.2f", "", "!r", ":*^9", ":08.3f", ":%"]
INT_SPECS, FLOAT_SPECS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12], [3, 4, 9, 10, 11, 12, 14, 15]

FAIL = [".index(", "int('", "float('", ")]", "sqrt(-", "[-1]", "1]", "2]", "0]", "7]", "[v", "max([]", "// 0", "% 0"]


class Expressions:
    """Expressions; some are of the wrong type, at the rate of mistakes."""

    def __init__(self, rng, mistakes):
        self.rng = rng
        self.mistakes = mistakes
        self.scope = {}
        self.functions = {}
        self.count = 0

    def name(self, prefix="v"):
        self.count += 1
        return f"{prefix}{self.count}"

    def pick(self, *choices):
        return self.rng.choice(choices)

    def known(self, kind):
        return [name for name, of in self.scope.items() if of == kind]

    def of(self, kind, depth=2):
        rng = self.rng
        if rng.random() < self.mistakes:
            kind = rng.choice(TYPES)
        names = self.known(kind)
        if names and rng.random() < (0.75 if depth <= 0 else 0.4):
            return rng.choice(names)
        calls = [f for f, (_, result) in self.functions.items() if result == kind]
        if calls and depth > 0 and rng.random() < 0.35:
            return self.call(rng.choice(calls), depth - 1)
        if depth <= 0:
            return self.literal(kind)
        if rng.random() < 0.07:
            return f"({self.of(kind, depth - 1)} if {self.of(BOOL, depth - 1)} else {self.of(kind, depth - 1)})"
        if rng.random() < 0.04:
            return f"({self.of(kind, depth - 1)} {self.pick('or', 'and')} {self.of(kind, depth - 1)})"
        return getattr(self, "_" + {"list[int]": "ints", "list[str]": "strs", "list[list]": "lists", "dict[str]": "dict",
                                    "dict[int]": "table"}.get(kind, kind))(depth - 1)

    def call(self, function, depth):
        kinds = self.functions[function][0]
        arguments = [self.of(kind, depth) for kind in kinds]
        if self.rng.random() < self.mistakes:
            arguments.append("1")
        return f"{function}({', '.join(arguments)})"

    def literal(self, kind):
        rng = self.rng
        if kind == INT:
            return str(rng.choice([0, 1, 2, 3, 4, 5, 7, 10, 16, 64, 100, -1, -2, -7]))
        if kind == FLOAT:
            return rng.choice(["0.5", "1.5", "2.0", "0.1", "1e-3", "3.25", "-0.75", "1e3", "0.0", "7.0"])
        if kind == STR:
            return repr(rng.choice(WORDS))
        if kind == BOOL:
            return rng.choice(["True", "False"])
        if kind == INTS:
            return "[" + ", ".join(self.literal(INT) for _ in range(rng.randint(0, 5))) + "]"
        if kind == STRS:
            return "[" + ", ".join(self.literal(STR) for _ in range(rng.randint(0, 4))) + "]"
        if kind == LISTS:
            return "[" + ", ".join(self.literal(INTS) for _ in range(rng.randint(0, 3))) + "]"
        if kind == PAIR:
            return f"({self.literal(INT)}, {self.literal(STR)})"
        if kind == DICT:
            return "{" + ", ".join(f"{self.literal(STR)}: {self.literal(INT)}" for _ in range(rng.randint(0, 3))) + "}"
        return "{" + ", ".join(f"{self.literal(INT)}: {self.literal(INTS)}" for _ in range(rng.randint(0, 3))) + "}"

    def _int(self, d):
        a, of = self.rng.random(), self.of
        if a < 0.4:
            operator = self.pick("+", "-", "*", "//", "%", "+", "-", "*", "&", "|", "^", "%")
            return f"({of(INT, d)} {operator} {of(INT, d)})"
        choices = [
            lambda: f"{of(INT, d)} % {self.pick(2, 3, 7, 97)}", lambda: f"len({of(self.pick(INTS, STRS, STR, DICT, LISTS, PAIR, TABLE), d)})",
            lambda: f"-{of(INT, 0)}", lambda: f"~{of(INT, 0)}", lambda: f"abs({of(INT, d)})", lambda: f"sum({of(INTS, d)})",
            lambda: f"max({of(INT, d)}, {of(INT, d)})", lambda: f"min({of(INTS, d)}, default={of(INT, 0)})", lambda: f"max({of(INTS, d)})",
            lambda: f"{of(INTS, d)}[{of(INT, 0)}]", lambda: f"{of(INTS, d)}[-1]", lambda: f"{of(DICT, d)}[{of(STR, 0)}]",
            lambda: f"{of(DICT, d)}.get({of(STR, d)}, {of(INT, 0)})", lambda: f"int({of(FLOAT, d)})", lambda: f"int({of(STR, 0)})",
            lambda: f"round({of(FLOAT, d)})", lambda: f"{of(INTS, d)}.index({of(INT, 0)})", lambda: f"{of(INTS, d)}.count({of(INT, 0)})",
            lambda: f"{of(STR, d)}.find({of(STR, 0)})", lambda: f"{of(PAIR, d)}[0]", lambda: f"({of(INT, d)} << {self.pick(0, 1, 3)})",
            lambda: f"({of(INT, d)} >> {self.pick(0, 1, 2)})", lambda: f"{of(INT, 0)} ** {self.pick(0, 1, 2, 3)}", lambda: f"divmod({of(INT, d)}, {of(INT, 0)})[{self.pick(0, 1)}]",
            lambda: f"int({of(BOOL, d)})", lambda: f"ord({of(STR, 0)}[0])", lambda: f"sum(1 for q in {of(self.pick(INTS, STRS), d)} if q)",
            lambda: f"next(iter({of(INTS, d)}), {of(INT, 0)})", lambda: f"(lambda q, r={self.literal(INT)}: q - r)({of(INT, d)})",
            lambda: f"sum(q * r for q, r in zip({of(INTS, d)}, {of(INTS, d)}))", lambda: f"len(set({of(self.pick(INTS, STRS), d)}))",
            lambda: f"len(range({of(INT, 0)}, {of(INT, 0)}, {self.pick(1, 2, -1, 3)}))", lambda: f"functools.reduce(lambda q, r: (q * 3 + r) % 101, {of(INTS, d)}, {of(INT, 0)})",
            lambda: f"math.{self.pick('ceil', 'floor')}({of(FLOAT, d)})", lambda: f"math.gcd({of(INT, 0)}, {of(INT, 0)})", lambda: f"pow({of(INT, 0)}, {self.pick(2, 3)}, 13)",
        ]
        return self.careful(choices)

    def careful(self, choices):
        """One of the expressions; a second look at those that often fail."""
        text = self.rng.choice(choices)()
        return self.rng.choice(choices)() if any(part in text for part in FAIL) and self.rng.random() < 0.8 else text

    def _float(self, d):
        of = self.of
        return self.careful([
            lambda: f"({of(FLOAT, d)} {self.pick('+', '-', '*', '/', '//', '%')} {of(self.pick(FLOAT, INT), d)})", lambda: f"({of(INT, d)} / {of(INT, d)})",
            lambda: f"float({of(INT, d)})", lambda: f"round({of(FLOAT, d)}, {self.pick(0, 1, 2, 3)})", lambda: f"abs({of(FLOAT, d)})",
            lambda: f"-{of(FLOAT, 0)}", lambda: f"max({of(FLOAT, d)}, {of(FLOAT, d)})", lambda: f"sum([{of(FLOAT, 0)}, {of(FLOAT, 0)}])",
            lambda: f"math.sqrt({of(INT, 0)})", lambda: f"{of(INT, 0)} ** -1", lambda: f"{of(FLOAT, 0)} ** 2", lambda: f"float({of(STR, 0)})"])

    def _bool(self, d):
        of, pick = self.of, self.pick
        compare = pick("<", "<=", ">", ">=", "==", "!=")
        return self.careful([
            lambda: f"{of(INT, d)} {compare} {of(INT, d)}", lambda: f"{of(INT, 0)} {compare} {of(INT, d)} {pick('<', '<=', '!=')} {of(INT, 0)}",
            lambda: f"{of(FLOAT, d)} {compare} {of(self.pick(INT, FLOAT), d)}", lambda: f"{of(STR, d)} {compare} {of(STR, d)}",
            lambda: f"{of(INTS, d)} {compare} {of(INTS, d)}", lambda: f"not {of(self.pick(BOOL, INT, INTS, STR), d)}",
            lambda: f"({of(BOOL, d)} {pick('and', 'or')} {of(BOOL, d)})", lambda: f"{of(INT, d)} {pick('in', 'not in')} {of(INTS, d)}",
            lambda: f"{of(STR, d)} {pick('in', 'not in')} {of(pick(STR, STRS, DICT), d)}", lambda: f"isinstance({of(pick(*TYPES), d)}, {pick('int', 'str', 'list', '(int, float)', 'dict', 'tuple', 'bool')})",
            lambda: f"{of(STR, d)}.{pick('startswith', 'endswith')}({of(STR, 0)})", lambda: f"{of(STR, 0)}.{pick('isdigit', 'isalpha', 'islower', 'isupper')}()",
            lambda: f"any(q > {of(INT, 0)} for q in {of(INTS, d)})", lambda: f"all({of(INTS, d)})", lambda: f"{of(PAIR, d)} {compare} {of(PAIR, d)}",
            lambda: f"{of(pick(INTS, DICT, LISTS), d)} is {of(pick(INTS, DICT, LISTS), 0)}", lambda: f"bool({of(pick(*TYPES), d)})", lambda: f"{of(DICT, d)} {pick('==', '!=')} {of(DICT, d)}",
            lambda: f"{of(pick(*TYPES), d)} {pick('is', 'is not')} None"])

    def _str(self, d):
        of, pick = self.of, self.pick
        return self.careful([
            lambda: f"({of(STR, d)} + {of(STR, d)})", lambda: f"({of(STR, 0)} * {pick(0, 1, 2, 3)})", lambda: f"str({of(pick(*TYPES), d)})",
            lambda: f"f'{{{self.quoted(of(INT, d))}{SPECS[pick(*INT_SPECS)]}}}'", lambda: f"f'{{{self.quoted(of(FLOAT, d))}{SPECS[pick(*FLOAT_SPECS)]}}}'",
            lambda: f"f'<{{{self.quoted(of(pick(*TYPES), d))}}}|{{{self.quoted(of(STR, 0))}{pick('', '!r', ':>5')}}}>'", lambda: f"repr({of(pick(*TYPES), d)})",
            lambda: f"{of(STR, d)}{self.slice(d)}", lambda: f"{of(STR, d)}[{of(INT, 0)}]", lambda: f"{of(STR, d)}.{pick('upper', 'lower', 'strip', 'title', 'capitalize', 'swapcase')}()",
            lambda: f"{of(STR, 0)}.join({of(STRS, d)})", lambda: f"{of(STR, d)}.replace({of(STR, 0)}, {of(STR, 0)})", lambda: f"{of(STR, d)}.{pick('center', 'ljust', 'rjust')}({pick(4, 8)}, '.')",
            lambda: f"'%d-%s' % ({of(INT, d)}, {of(pick(*TYPES), d)})", lambda: f"'%{pick('5.1', '', '.3', '08.2')}{pick('f', 'e', 'g')}' % {of(FLOAT, 0)}", lambda: f"'{{}}/{{:>4}}'.format({of(pick(*TYPES), d)}, {of(INT, 0)})",
            lambda: f"{of(STRS, d)}[{of(INT, 0)}]", lambda: f"{of(PAIR, d)}[1]", lambda: f"max({of(STRS, d)}, key=len)", lambda: f"type({of(pick(*TYPES), d)}).__name__",
            lambda: f"'{{a}}{{0!r}}'.format({of(INT, 0)}, a={of(STR, 0)})", lambda: f"','.join(str(q) for q in {of(pick(INTS, STRS, PAIR), d)})", lambda: f"str({of(INT, d)}).zfill(5)",
            lambda: f"chr(97 + {of(INT, 0)} % 26)", lambda: f"{pick('hex', 'bin', 'oct')}({of(INT, d)})", lambda: f"''.join(sorted({of(STR, d)}))"])

    def quoted(self, text):
        """An expression inside of an f-string in single quotes."""
        return text.replace("'", '"') if '"' not in text and "\\" not in text and "{" not in text and "lambda" not in text else "1"

    def slice(self, d):
        part = lambda: self.pick("", "", self.of(INT, 0))
        return f"[{part()}:{part()}{self.pick('', '', ':2', ':-1')}]"

    def _ints(self, d):
        of, pick = self.of, self.pick
        return self.careful([
            lambda: f"[{of(INT, d)}, {of(INT, d)}, *{of(INTS, 0)}]", lambda: f"({of(INTS, d)} + {of(INTS, d)})", lambda: f"({of(INTS, 0)} * {pick(0, 1, 2)})", lambda: f"{of(INTS, d)}{self.slice(d)}",
            lambda: f"list(range({of(INT, 0)} % 9, {of(INT, 0)} % 12{pick('', ', 2', ', -1', ', 3')}))", lambda: f"sorted({of(INTS, d)}{pick('', ', reverse=True', ', key=lambda q: -q', ', key=lambda q: (q % 3, q)', ', key=abs')})",
            lambda: f"[q {pick('*', '+', '-', '%')} {of(INT, 0)} for q in {of(INTS, d)}{pick('', ' if q > 1', ' if q % 2 == 0')}]", lambda: f"[q + r for q in {of(INTS, d)} for r in {of(INTS, 0)} if q != r][:6]",
            lambda: f"list(map(lambda q: q % 5, {of(INTS, d)}))", lambda: f"list(filter(None, {of(INTS, d)}))", lambda: f"list(reversed({of(INTS, d)}))", lambda: f"[len(q) for q in {of(pick(STRS, LISTS), d)}]", lambda: f"sorted(set({of(INTS, d)}))",
            lambda: f"list({of(DICT, d)}.values())", lambda: f"sorted({of(TABLE, d)})", lambda: f"{of(INTS, d)}.copy()", lambda: f"[q for r in {of(LISTS, d)} for q in r]", lambda: f"{of(LISTS, d)}[{of(INT, 0)}]",
            lambda: f"{of(TABLE, d)}.get({of(INT, d)}, [])", lambda: f"{of(TABLE, d)}[{of(INT, d)}]", lambda: f"[i * q for i, q in enumerate({of(INTS, d)}{pick('', ', 1')})]", lambda: f"list(itertools.chain({of(INTS, d)}, {of(INTS, 0)}))",
            lambda: f"list(itertools.accumulate({of(INTS, d)}))", lambda: f"sum({of(LISTS, d)}, [])", lambda: f"[(r := q % 4) for q in {of(INTS, d)}]"])

    def _strs(self, d):
        of, pick = self.of, self.pick
        return self.careful([
            lambda: f"{of(STR, d)}.split({pick('', repr('.'), repr('a'), repr(','))})", lambda: f"list({of(STR, d)})", lambda: f"[str(q) for q in {of(INTS, d)}]", lambda: f"sorted({of(STRS, d)}{pick('', ', key=len', ', reverse=True', ', key=lambda q: (len(q), q)')})",
            lambda: f"list({of(DICT, d)})", lambda: f"({of(STRS, d)} + {of(STRS, 0)})", lambda: f"{of(STRS, d)}{self.slice(d)}", lambda: f"[q.upper() for q in {of(STRS, d)} if q]", lambda: f"list(map(str, {of(pick(INTS, STRS, PAIR), d)}))", lambda: f"[f'{{k}}={{w}}' for k, w in {of(DICT, d)}.items()]",
            lambda: f"[f'{{i}}:{{q!r}}' for i, q in enumerate({of(pick(INTS, STRS), d)})]"])

    def _lists(self, d):
        of, pick = self.of, self.pick
        return self.careful([
            lambda: f"[{of(INTS, d)}, {of(INTS, d)}]", lambda: f"[[q] * 2 for q in {of(INTS, d)}]", lambda: f"[{of(INTS, d)}] * {pick(1, 2, 3)}", lambda: f"[list(q) for q in zip({of(INTS, d)}, {of(INTS, d)})]", lambda: f"{of(LISTS, d)}{self.slice(d)}",
            lambda: f"sorted({of(LISTS, d)}{pick('', ', key=len', ', key=sum')})", lambda: f"copy.{pick('copy', 'deepcopy')}({of(LISTS, d)})", lambda: f"list({of(TABLE, d)}.values())", lambda: f"[[r for r in range(q % 4)] for q in {of(INTS, d)}]"])

    def _pair(self, d):
        of, pick = self.of, self.pick
        return self.careful([lambda: f"({of(INT, d)}, {of(STR, d)})", lambda: f"tuple([{of(INT, d)}, {of(STR, d)}])", lambda: f"max([{of(PAIR, d)}, {of(PAIR, d)}])", lambda: f"min({of(PAIR, d)}, {of(PAIR, d)}, key=lambda q: q[0])", lambda: f"sorted({of(DICT, d)}.items())[0][::-1]"])

    def _dict(self, d):
        of, pick = self.of, self.pick
        return self.careful([
            lambda: f"{{{of(STR, d)}: {of(INT, d)}, {of(STR, 0)}: {of(INT, 0)}}}", lambda: f"{{**{of(DICT, d)}, {of(STR, d)}: {of(INT, d)}}}", lambda: f"{{q: len(q) for q in {of(STRS, d)}}}", lambda: f"dict(zip({of(STRS, d)}, {of(INTS, d)}))", lambda: f"dict({of(DICT, d)}, k={of(INT, d)})",
            lambda: f"{{k: w + 1 for k, w in {of(DICT, d)}.items() if w}}", lambda: f"({of(DICT, d)} | {of(DICT, 0)})", lambda: f"{of(DICT, d)}.copy()", lambda: f"dict.fromkeys({of(STRS, d)}, {of(INT, 0)})"])

    def _table(self, d):
        of, pick = self.of, self.pick
        return self.careful([lambda: f"{{{of(INT, d)}: {of(INTS, d)}}}", lambda: f"{{q: [q] * 2 for q in {of(INTS, d)}}}", lambda: f"dict(enumerate({of(LISTS, d)}))", lambda: f"{{**{of(TABLE, d)}, **{of(TABLE, 0)}}}"])
