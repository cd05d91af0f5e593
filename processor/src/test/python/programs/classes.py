"""Random classes of random programs, and what is done with their instances."""
from expressions import BOOL, DICT, INT, INTS, STR


def write(p):
    """A class, perhaps with a subclass, and an instance of it."""
    e = p.e
    name, first = e.name("C"), e.pick("n", "size")
    base = p.rng.choice([c for c in p.objects.values()] or [None]) if p.rng.random() < 0.5 else None
    p.put(f"class {name}" + (f"({base['name']}):" if base else ":"))
    p.depth += 1
    p.put(f"kind = {e.of(STR, 1)}")
    p.put(f"made = {e.pick('0', '[]')}")
    numbers = base["numbers"] if base else [first]
    if base:
        if p.rng.random() < 0.7:
            p.put(f"def __init__(self, {numbers[0]}, more={e.literal(INT)}):")
            p.put(f"    super().__init__({numbers[0]}{e.pick('', ' + 1')})")
            p.put(f"    self.more = more")
            numbers = numbers + ["more"]
    else:
        p.put(f"def __init__(self, {first}, items=None):")
        p.put(f"    self.{first} = {first}")
        p.put(f"    self.items = list(items) if items is not None else []")
    methods = {}
    for _ in range(p.rng.randint(1, 3)):
        method(p, numbers, methods)
    p.depth -= 1
    instance = e.name("o")
    arguments = e.pick(e.of(INT, 1), f"{numbers[0]}={e.of(INT, 1)}")
    if not base:
        arguments += e.pick("", f", items={e.of(INTS, 1)}")
    p.put(f"{instance} = {name}({arguments})")
    inherited = dict(base["methods"]) if base else {}
    made = {"name": name, "numbers": numbers, "methods": {**inherited, **methods}}
    p.objects[instance] = made
    use(p, instance)


def method(p, numbers, methods):
    """One method: plain, a property, static, special."""
    e = p.e
    kind = p.rng.choice(["plain", "plain", "property", "static", "class", "len", "item", "eq", "add", "repr", "call", "iter", "lt", "contains", "bool"])
    special = {"len": "__len__", "item": "__getitem__", "eq": "__eq__", "add": "__add__", "repr": "__repr__", "call": "__call__", "iter": "__iter__", "lt": "__lt__", "contains": "__contains__", "bool": "__bool__"}
    name = special.get(kind) or e.name("m")
    if name in methods:
        return
    methods[name] = kind
    number = f"self.{p.rng.choice(numbers)}"
    if kind == "property":
        p.put("@property")
    if kind in ("static", "class"):
        p.put("@" + kind + "method")
    head = {"plain": "self, by=1", "static": "a, b=2", "class": "cls", "item": "self, i", "eq": "self, other", "add": "self, other", "call": "self, a", "lt": "self, other", "contains": "self, item"}.get(kind, "self")
    p.put(f"def {name}({head}):")
    bodies = {
        "plain": [f"self.items.append(by); return len(self.items)", f"{number} += by; return {number}", f"return [{number}, by] + self.items", f"return f'{{self.kind}}:{{{number}}}'", "return self"],
        "property": [f"return {number} * 2", "return self.items[-1]", "return type(self).__name__"], "static": ["return a - b", "return [a] * 2"], "class": ["return cls.kind", "return cls(5)", "return cls.__name__"],
        "len": ["return len(self.items)"], "item": ["return self.items[i]", f"return {number} + i"], "eq": [f"return isinstance(other, type(self)) and {number} == getattr(other, '{numbers[0]}')"], "add": [f"return type(self)({number} + (other if isinstance(other, int) else other.{numbers[0]}))"],
        "repr": [f"return f'<{{type(self).__name__}} {{{number}}}>'"], "call": [f"return a + {number}"], "iter": ["return iter(self.items)", f"yield {number}; yield 1"], "lt": [f"return {number} < other.{numbers[0]}"], "contains": [f"return item == {number} or item in self.items"], "bool": [f"return {number} > 2"]}
    p.put("    " + p.rng.choice(bodies[kind]))


def use(p, instance=None):
    """Calls on an instance."""
    e = p.e
    if not p.objects or p.in_function or p.nesting and instance is None:
        p.assign()
        return
    instance = instance or p.rng.choice(sorted(p.objects))
    made = p.objects[instance]
    lines = [f"print({instance}.{made['numbers'][0]}, {instance}.items, {instance}.kind)", f"{instance}.{made['numbers'][0]} = {e.of(INT, 1)}", f"print(hasattr({instance}, {e.of(STR, 0)}), getattr({instance}, 'more', None))",
             f"{instance}.items += {e.of(INTS, 1)}", f"print(isinstance({instance}, {made['name']}), type({instance}).__name__)", f"{made['name']}.made = {e.of(INT, 0)}; print({instance}.made)", f"setattr({instance}, 'extra', {e.of(INT, 0)}); print(vars({instance}))"]
    for name, kind in made["methods"].items():
        call = {"plain": f"{instance}.{name}({e.of(INT, 0)})", "property": f"{instance}.{name}", "static": f"{made['name']}.{name}({e.of(INT, 0)})", "class": f"{instance}.{name}()", "len": f"len({instance})", "item": f"{instance}[{e.of(INT, 0)}]",
                "eq": f"{instance} == {p.rng.choice(sorted(p.objects))}", "add": f"({instance} + {e.of(INT, 0)}).{made['numbers'][0]}", "repr": f"[{instance}]", "call": f"{instance}({e.of(INT, 0)})", "iter": f"list({instance})", "lt": f"{instance} < {instance}", "contains": f"{e.of(INT, 0)} in {instance}", "bool": f"bool({instance})"}[kind]
        stays = kind in ("plain", "class") or name == "__repr__" and False
        lines += [f"print(type({call}).__name__)" if stays and p.rng.random() < 0.3 else f"print({call})" if "__repr__" in made["methods"] or not stays else f"print(isinstance({call}, {made['name']}))"] * 2
    for _ in range(p.rng.randint(1, 3)):
        p.put(p.rng.choice(lines))


def data(p):
    """A dataclass, a named tuple, an enum, a dict with defaults."""
    e = p.e
    name, value = e.name("D"), e.name("o")
    p.put(p.rng.choice([
        f"@dataclasses.dataclass\nclass {name}:\n    n: int\n    tag: str = {e.literal(STR)}\n    items: list = dataclasses.field(default_factory=list)\n{value} = {name}({e.of(INT, 1)})\n{value}.items.append({e.of(INT, 0)})\nprint({value}, {value} == {name}(3), {value}.tag)",
        f"{name} = collections.namedtuple('{name}', 'n tag')\n{value} = {name}({e.of(INT, 1)}, tag={e.of(STR, 1)})\nprint({value}, {value}.n, {value}[1], {value}._replace(n=1))",
        f"{value} = collections.defaultdict({e.pick('list', 'int')})\nfor q in {e.of(STR, 1)}:\n    {value}[q{e.pick('', '.upper()')}]\nprint(dict({value}), len({value}))",
        f"{value} = collections.OrderedDict({e.of(DICT, 1)})\n{value}['new'] = {e.of(INT, 0)}\nprint(list({value}.items()), {value} == {e.of(DICT, 0)})",
        f"{value} = functools.partial(lambda a, b, c=0: (a, b, c), {e.of(INT, 0)}, c={e.of(STR, 0)})\nprint({value}(2), {value}(b=1))",
        f"class {name}(enum.Enum):\n    A = {e.of(INT, 0)}\n    B = 'b'\nprint({name}.A.value, {name}('b').name, {name}.B == {name}.B, [m.name for m in {name}])",
        f"{value} = {{{e.of(INT, 1)}, {e.of(INT, 1)}, *{e.of(INTS, 1)}}}\n{value}.add({e.of(INT, 0)})\n{value}.discard({e.of(INT, 0)})\nprint(sorted({value}), sorted({value} {e.pick('|', '&', '-', '^')} {{1, 2, 3}}), {e.of(INT, 0)} in {value}, {value} <= {{1, 2}})",
    ]).replace("\n", "\n" + "    " * p.depth))
