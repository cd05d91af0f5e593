"""Random Python programs: assignments, loops, branches, functions, classes, exceptions."""
from expressions import BOOL, DICT, FLOAT, INT, INTS, LISTS, PAIR, STR, STRS, TABLE, TYPES, Expressions

ERRORS = ["ValueError", "KeyError", "IndexError", "TypeError", "ZeroDivisionError", "AttributeError", "Exception", "LookupError", "ArithmeticError", "AssertionError"]


class Program:
    """One program, which ends with the values of its variables."""

    def __init__(self, rng):
        self.rng = rng
        self.mistakes = rng.choice([0, 0, 0, 0.01, 0.02, 0.05])
        self.e = Expressions(rng, self.mistakes)
        self.lines = []
        self.depth = 0
        self.nesting = 0
        self.loops = 0
        self.in_function = False
        self.objects = {}

    def text(self):
        for kind in self.rng.sample([INT, STR, INTS, DICT, FLOAT, LISTS], 2):
            self.assign(kind, simple=True)
        self.block(self.rng.randint(1, 4))
        self.put(f"print({', '.join(sorted(self.e.scope))})")
        return "\n".join(self.lines) + "\n"

    def put(self, line):
        self.lines.append("    " * self.depth + line)

    def block(self, count):
        before = len(self.lines)
        for _ in range(count):
            if len(self.lines) > 20:
                break
            self.statement()
        if len(self.lines) == before:
            self.put("pass")

    def suite(self, count=2, bound=None):
        """An indented block; what it gives a value to is not known behind it."""
        scope = dict(self.e.scope)
        self.e.scope.update(bound or {})
        self.depth += 1
        self.nesting += 1
        self.block(self.rng.randint(1, count))
        self.depth -= 1
        self.nesting -= 1
        self.e.scope = {k: v for k, v in self.e.scope.items() if k in scope} if self.rng.random() > self.mistakes else self.e.scope

    def statement(self):
        simple = [self.assign, self.assign, self.augmented, self.change, self.change, self.change, self.alias, self.show, self.unpack, self.delete, self.swap, self.walrus, self.use]
        nested = [self.branch, self.branch, self.loop, self.loop, self.while_loop, self.attempt, self.function, self.closure, self.class_, self.generator, self.lambda_, self.match, self.raising, self.data]
        if self.nesting >= 3 or self.rng.random() < 0.55:
            self.rng.choice(simple)()
        else:
            self.rng.choice(nested)()

    def assign(self, kind=None, simple=False):
        kind = kind or self.rng.choice(TYPES)
        value = self.e.of(kind, 0 if simple else self.rng.choice([1, 2, 2, 3]))
        old = self.e.known(kind)
        name = self.rng.choice(old) if old and self.rng.random() < 0.35 and not simple else self.e.name()
        self.put(f"{name} = {value}")
        self.e.scope[name] = kind

    def variable(self, *kinds):
        names = [n for k in kinds for n in self.e.known(k)]
        if not names:
            kind = self.rng.choice(kinds)
            self.assign(kind, simple=True)
            names = self.e.known(kind)
        return self.rng.choice(names)

    def augmented(self):
        name = self.variable(INT, FLOAT, STR, INTS, STRS)
        kind = self.e.scope[name]
        operator = self.e.pick("+=", "-=", "*=", "//=", "%=", "|=") if kind == INT else self.e.pick("+=", "-=", "*=", "/=") if kind == FLOAT else "+="
        value = self.e.of(kind, 2) if kind != INT or operator != "*=" else self.e.pick("2", "3", "-1")
        self.put(f"{name} {operator} {value}")

    def change(self):
        e, rng = self.e, self.rng
        name = self.variable(INTS, INTS, DICT, LISTS, TABLE, STRS)
        kind = e.scope[name]
        item = {INTS: INT, STRS: STR, LISTS: INTS}.get(kind)
        if kind == DICT:
            line = rng.choice([lambda: f"{name}[{e.of(STR)}] = {e.of(INT)}", lambda: f"{name}.update({e.of(DICT)})", lambda: f"{name}.pop({e.of(STR)}, None)", lambda: f"{name}.setdefault({e.of(STR)}, {e.of(INT)})", lambda: f"del {name}[{e.of(STR, 0)}]",
                               lambda: f"{name}[{e.of(STR, 0)}] += {e.of(INT, 1)}", lambda: f"{name}[{e.of(STR, 0)}] = {name}.get({e.of(STR, 0)}, 0) + 1", lambda: f"{name}.clear()", lambda: f"print({name}.popitem())"])()
        elif kind == TABLE:
            line = rng.choice([lambda: f"{name}[{e.of(INT)}] = {e.of(INTS)}", lambda: f"{name}.setdefault({e.of(INT)}, []).append({e.of(INT)})", lambda: f"{name}[{e.of(INT, 0)}].append({e.of(INT, 1)})", lambda: f"{name}.pop({e.of(INT, 0)})"])()
        else:
            line = rng.choice([lambda: f"{name}.append({e.of(item)})", lambda: f"{name}.insert({e.of(INT, 0)}, {e.of(item, 1)})", lambda: f"{name}.extend({e.of(kind, 1)})", lambda: f"{name}.pop({e.pick('', '0', '-1', e.of(INT, 0))})", lambda: f"{name}.reverse()",
                               lambda: f"{name}.sort({e.pick('', 'reverse=True')})", lambda: f"{name}[{e.of(INT, 0)}] = {e.of(item, 1)}", lambda: f"{name}[{e.pick('', '1', '-2')}:{e.pick('', '2', '-1')}] = {e.of(kind, 1)}", lambda: f"del {name}[{e.pick('0', ':1', '-1', '1:', '::2')}]",
                               lambda: f"{name}.remove({e.of(item, 0)})", lambda: f"{name}.clear()", lambda: f"{name} *= {e.pick(1, 2)}", lambda: f"{name}[::2] = {e.of(kind, 1)}"])()
        self.put(line)

    def alias(self):
        name = self.variable(INTS, LISTS, DICT, TABLE)
        other = self.e.name()
        self.put(f"{other} = {name}")
        self.e.scope[other] = self.e.scope[name]

    def show(self):
        self.put(f"print({', '.join(self.e.of(self.rng.choice(TYPES), 2) for _ in range(self.rng.randint(1, 3)))})")

    def unpack(self):
        e = self.e
        a, b = e.name(), e.name()
        kind, text = self.rng.choice([
            ((INT, STR), lambda: f"{a}, {b} = {e.of(PAIR)}"), ((INT, INTS), lambda: f"{a}, *{b} = {e.of(INTS)}"), ((INTS, INT), lambda: f"*{a}, {b} = {e.of(INTS)}"),
            ((INT, INT), lambda: f"{a} = {b} = {e.of(INT)}"), ((INT, INT), lambda: f"({a}, {b}) = divmod({e.of(INT)}, {e.of(INT, 0)})"), ((INT, INT), lambda: f"[{a}, {b}] = {e.of(INTS)}[:2]"),
            ((INT, INT), lambda: f"({a}, _), {b} = {e.of(PAIR)}, {e.of(INT)}")])
        self.put(text())
        e.scope[a], e.scope[b] = kind

    def delete(self):
        if self.nesting == 0 and len(self.e.scope) > 5 and self.rng.random() < 0.3:
            name = self.rng.choice(sorted(self.e.scope))
            self.put(f"del {name}")
            del self.e.scope[name]
        else:
            self.show()

    def swap(self):
        a, b = self.variable(INT), self.e.name()
        self.put(f"{a}, {b} = {self.e.of(INT)}, {a}")
        self.e.scope[b] = INT

    def walrus(self):
        name = self.e.name()
        self.put(f"print(({name} := {self.e.of(INT)}), {name} + 1)")
        self.e.scope[name] = INT

    def branch(self):
        self.put(f"if {self.e.of(BOOL)}:")
        self.suite(3)
        for _ in range(self.rng.choice([0, 0, 1])):
            self.put(f"elif {self.e.of(self.e.pick(BOOL, BOOL, INTS, INT, STR))}:")
            self.suite(2)
        if self.rng.random() < 0.5:
            self.put("else:")
            self.suite(2)

    def loop(self):
        e = self.e
        i, j = e.name("i"), e.name("i")
        head, bound = self.rng.choice([
            (lambda: f"for {i} in range({e.of(INT, 1)} % 5 + 1):", {i: INT}), (lambda: f"for {i} in {e.of(INTS)}[:4]:", {i: INT}), (lambda: f"for {i}, {j} in enumerate({e.of(STRS)}[:4]):", {i: INT, j: STR}),
            (lambda: f"for {i}, {j} in zip({e.of(STRS)}[:3], {e.of(INTS)}):", {i: STR, j: INT}), (lambda: f"for {i}, {j} in list({e.of(DICT)}.items()):", {i: STR, j: INT}), (lambda: f"for {i} in sorted({e.of(DICT)}):", {i: STR}),
            (lambda: f"for {i} in reversed(range({e.of(INT, 0)} % 4)):", {i: INT}), (lambda: f"for {i} in {e.of(LISTS)}[:3]:", {i: INTS}), (lambda: f"for {i}, {j} in itertools.product(range(2), {e.of(STRS, 1)}[:2]):", {i: INT, j: STR})])
        self.put(head())
        self.loops += 1
        self.suite(3, bound)
        self.jump()
        self.loops -= 1
        if self.rng.random() < 0.15:
            self.put("else:")
            self.suite(1)

    def jump(self):
        if self.rng.random() < 0.3:
            self.depth += 1
            self.put(f"if {self.e.of(BOOL, 1)}:")
            self.put("    " + self.e.pick("break", "continue"))
            self.suite_of(f"print('in', {self.e.of(INT, 1)})")
            self.depth -= 1

    def suite_of(self, line):
        self.put(line)

    def while_loop(self):
        count = self.e.name("n")
        self.put(f"{count} = {self.rng.randint(1, 4)}")
        self.put(f"while {count} > 0{self.e.pick('', ' and ' + self.e.of(BOOL, 1))}:")
        self.depth += 1
        self.put(f"{count} -= 1")
        self.depth -= 1
        self.suite(2, {count: INT})
        if count in self.e.scope:
            del self.e.scope[count]

    def attempt(self):
        self.put("try:")
        mistakes, self.e.mistakes = self.e.mistakes, 0.06
        self.suite(2)
        self.e.mistakes = mistakes
        if self.rng.random() < 0.35:
            self.depth += 1
            self.put(self.e.pick(f"raise {self.e.pick(*ERRORS)}({self.e.of(STR, 1)})", f"assert {self.e.of(BOOL, 1)}, {self.e.of(STR, 1)}", "{}['missing']", "[].pop()", "1 // 0", "int('x')", "None.size", "undefined_name"))
            self.depth -= 1
        bare = self.rng.random() < 0.5
        kinds = "Exception" if bare else self.e.pick(self.e.pick(*ERRORS), "(" + ", ".join(self.rng.sample(ERRORS, 2)) + ")")
        self.put(f"except {kinds} as error:")
        self.depth += 1
        self.put("print(type(error).__name__)")
        self.depth -= 1
        if not bare and self.rng.random() < 0.7:
            self.put("except Exception as error:")
            self.depth += 1
            self.put("print('other', type(error).__name__)")
            self.depth -= 1
        for part in ("else", "finally"):
            if self.rng.random() < 0.25:
                self.put(part + ":")
                self.suite(1)

    def raising(self):
        if self.nesting and self.rng.random() < 0.3:
            self.put(self.e.pick(f"assert {self.e.of(BOOL, 1)}", f"if {self.e.of(BOOL, 1)}: raise {self.e.pick(*ERRORS)}('stop')"))
        else:
            self.attempt()

    def body(self, parameters, result, more=()):
        """A function's body: it sees its parameters and what is around, and changes its own names only."""
        scope, functions, loops, function = dict(self.e.scope), dict(self.e.functions), self.loops, self.in_function
        outer = {n: k for n, k in scope.items() if self.rng.random() < 0.4 and k in (INTS, DICT, LISTS)}
        self.e.scope = {**outer, **parameters}
        self.loops, self.in_function = 0, True
        self.depth += 1
        self.nesting += 2
        for line in more:
            self.put(line)
        frozen = set(outer)
        self.body_block(frozen)
        self.put(f"return {self.e.of(result)}")
        self.depth -= 1
        self.nesting -= 2
        self.e.scope, self.e.functions, self.loops, self.in_function = scope, functions, loops, function

    def body_block(self, frozen):
        for _ in range(self.rng.randint(0, 2)):
            before = len(self.lines)
            saved = dict(self.e.scope)
            self.rng.choice([self.assign_new, self.change, self.branch, self.loop, self.assign_new])()
            text = "\n".join(self.lines[before:])
            if any(f"{name} = " in text or f"{name} *= " in text or f"{name} += " in text for name in frozen) and self.rng.random() > self.mistakes:
                del self.lines[before:]
                self.e.scope = saved

    def assign_new(self):
        kind = self.rng.choice(TYPES)
        value, name = self.e.of(kind), self.e.name()
        self.put(f"{name} = {value}")
        self.e.scope[name] = kind

    def function(self):
        e, rng = self.e, self.rng
        name, kinds, result = e.name("f"), [rng.choice(TYPES) for _ in range(rng.randint(0, 3))], rng.choice(TYPES)
        parameters = {e.name("p"): kind for kind in kinds}
        text = list(parameters)
        more, form = [], rng.random()
        if form < 0.2 and kinds:
            text[-1] += f"={e.literal(kinds[-1])}"
            kinds = kinds[:-1]
        elif form < 0.3:
            text.append("*rest")
            more.append("print(rest)")
        elif form < 0.4:
            text.append(f"*, flag={e.literal(BOOL)}, **others")
            more.append("print(flag, others)")
        self.put(f"def {name}({', '.join(text)}):")
        self.body(parameters, result, more)
        e.functions[name] = (kinds, result)
        self.put(f"print({e.call(name, 1)})")
        if form > 0.3 and form < 0.4:
            self.put(f"print({name}({', '.join([e.of(k, 1) for k in kinds] + [f'flag={e.of(INT, 0)}', 'extra=1'])}))")

    def closure(self):
        e = self.e
        name, inner, counter = e.name("f"), e.name("g"), e.name("c")
        self.put(f"def {name}({counter}):")
        self.depth += 1
        self.put(f"def {inner}(step=1):")
        self.put(f"    nonlocal {counter}")
        self.put(f"    {counter} {e.pick('+=', '-=')} step")
        self.put(f"    return {counter}{e.pick('', ' * 2', ' % 3')}")
        self.put(f"return {inner}")
        self.depth -= 1
        made = e.name("h")
        self.put(f"{made} = {name}({e.of(INT, 1)})")
        self.put(f"print({made}(), {made}({e.of(INT, 0)}), {made}(step={e.of(INT, 0)}))")
        e.functions[made] = ([], INT)

    def lambda_(self):
        e = self.e
        name = e.name("k")
        kinds = [self.rng.choice([INT, INTS, STR]) for _ in range(self.rng.randint(1, 2))]
        parameters = [e.name("p") for _ in kinds]
        scope = dict(e.scope)
        e.scope = {**{n: k for n, k in scope.items() if k == INT}, **dict(zip(parameters, kinds))}
        result = self.rng.choice([INT, STR, INTS, BOOL])
        self.put(f"{name} = lambda {', '.join(parameters)}: {e.of(result)}")
        e.scope = scope
        e.functions[name] = (kinds, result)
        self.put(self.e.pick(f"print([{name}(*q) for q in [({', '.join(e.of(k, 1) for k in kinds)},)]])", f"print({e.call(name, 1)})"))

    def generator(self):
        e = self.e
        name, n = e.name("f"), e.name("p")
        self.put(f"def {name}({n}):")
        self.put(f"    for i in range({n}):")
        self.put(f"        {e.pick('', 'if i % 2: ')}yield i{e.pick('', ' * i', f', {n}')}")
        self.put(f"    {e.pick('return', 'yield from [7, 8]', f'yield {n}')}")
        self.put(e.pick(f"print(list({name}({e.of(INT, 0)} % 5)))", f"print(sum(1 for q in {name}(4)), next({name}(3)))", f"print(dict(enumerate({name}(3))))", f"print(*{name}(2))"))

    def match(self):
        self.put(f"match {self.e.of(self.e.pick(INT, STR, INTS, PAIR, DICT))}:")
        cases = self.rng.sample(["0", "1 | 2", "'conv' | 'a'", "[]", "[q]", "[q, *r]", "(q, str())", "{'key': q}", "int()", "str(q)", "[q, r] if q == r", "None", "-1", "float(q)"], 3)
        self.depth += 1
        for case in cases:
            self.put(f"case {case}:")
            bound = [b for b in ("q", "r") if b in case.replace("str", "").replace("'", "")]
            self.put("    print(" + ", ".join(["'case'"] + bound) + ")")
        if self.rng.random() < 0.7:
            self.put("case _:")
            self.put("    print('none')")
        self.depth -= 1

    def class_(self):
        from classes import write
        write(self)

    def use(self):
        from classes import use
        use(self)

    def data(self):
        from classes import data
        data(self)
