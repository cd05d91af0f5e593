"""Writes syntax trees of Python text as TreeDump.java does: python3 dump.py FILE prints a statement a line.

Docstrings, annotations of parameters, type comments and `async` are left out; an `else` that holds
nothing but an `if` counts as `elif`; list targets count as tuples.
"""
import ast
import struct
import sys

OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.MatMult: "@", ast.Pow: "**", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^",
    ast.LShift: "<<", ast.RShift: ">>", ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=",
    ast.Gt: ">", ast.GtE: ">=", ast.Is: "is", ast.IsNot: "is not", ast.In: "in",
    ast.NotIn: "not in", ast.USub: "-", ast.UAdd: "+", ast.Invert: "~",
}


def text(value):
    units = value.encode("utf-16-be", "surrogatepass")
    out = []
    for i in range(0, len(units), 2):
        c = units[i] * 256 + units[i + 1]
        out.append(chr(c) if 0x20 <= c < 0x7F and c not in (0x27, 0x5C) else "\\u%04x" % c)
    return "'" + "".join(out) + "'"


def bits(value):
    return struct.pack(">d", value).hex()


def constant(value):
    if value is None or value is True or value is False or value is Ellipsis:
        return "Ellipsis" if value is Ellipsis else str(value)
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bytes):
        return "b" + text(value.decode("latin-1"))
    if isinstance(value, int):
        return hex(value)
    return "j" + bits(value.imag) if isinstance(value, complex) else "d" + bits(value)


def form(*parts):
    return "(" + " ".join(parts) + ")"


def clauses(generators):
    return [form("for", target(g.target), expr(g.iter), *map(expr, g.ifs)) for g in generators]


def optional(node):
    return "-" if node is None else expr(node)


def expr(e):
    t = type(e)
    if t is ast.Name:
        return e.id
    if t is ast.Constant:
        return constant(e.value)
    if t is ast.Tuple:
        return form("tuple", *map(expr, e.elts))
    if t is ast.List:
        return form("list", *map(expr, e.elts))
    if t is ast.Set:
        return form("set", *map(expr, e.elts))
    if t is ast.Dict:
        entries = zip(e.keys, e.values)
        return form("dict", *["**" + expr(v) if k is None else expr(k) + ":" + expr(v) for k, v in entries])
    if t is ast.Starred:
        return "*" + expr(e.value)
    if t is ast.UnaryOp:
        return form("not" if type(e.op) is ast.Not else "u" + OPERATORS[type(e.op)], expr(e.operand))
    if t is ast.BinOp:
        return form(OPERATORS[type(e.op)], expr(e.left), expr(e.right))
    if t is ast.BoolOp:
        return form("and" if type(e.op) is ast.And else "or", *map(expr, e.values))
    if t is ast.Compare:
        rest = zip(e.ops, e.comparators)
        return form("cmp", expr(e.left), *[OPERATORS[type(o)] + " " + expr(c) for o, c in rest])
    if t is ast.IfExp:
        return form("ifexp", expr(e.test), expr(e.body), expr(e.orelse))
    if t is ast.NamedExpr:
        return form(":=", expr(e.target), expr(e.value))
    if t is ast.Lambda:
        return form("lambda", parameters(e.args), expr(e.body))
    if t is ast.Call:
        return form("call", expr(e.func), *map(expr, e.args), *map(keyword, e.keywords))
    if t is ast.Attribute:
        return form(".", expr(e.value), e.attr)
    if t is ast.Subscript:
        return form("[]", expr(e.value), expr(e.slice))
    if t is ast.Slice:
        return form("slice", optional(e.lower), optional(e.upper), optional(e.step))
    if t is ast.JoinedStr:
        return form("f", *map(expr, e.values))
    if t is ast.FormattedValue:
        return form("fv", expr(e.value), chr(e.conversion) if e.conversion > 0 else "-", optional(e.format_spec))
    if t is ast.ListComp:
        return form("listcomp", expr(e.elt), *clauses(e.generators))
    if t is ast.SetComp:
        return form("setcomp", expr(e.elt), *clauses(e.generators))
    if t is ast.GeneratorExp:
        return form("generator", expr(e.elt), *clauses(e.generators))
    if t is ast.DictComp:
        return form("dictcomp", expr(e.key), expr(e.value), *clauses(e.generators))
    if t is ast.Yield:
        return form("yield", optional(e.value))
    if t is ast.YieldFrom:
        return form("yieldfrom", expr(e.value))
    if t is ast.Await:
        return form("await", expr(e.value))
    raise TypeError(t)


def keyword(k):
    return "**" + expr(k.value) if k.arg is None else k.arg + "=" + expr(k.value)


def target(e):
    if isinstance(e, (ast.Tuple, ast.List)):
        return form("tuple", *map(target, e.elts))
    return "*" + target(e.value) if isinstance(e, ast.Starred) else expr(e)


def parameters(a):
    positional = a.posonlyargs + a.args
    defaults = [None] * (len(positional) - len(a.defaults)) + a.defaults
    out = []
    for i, (p, d) in enumerate(zip(positional, defaults)):
        out.append(("/" if i < len(a.posonlyargs) else "") + p.arg + ("" if d is None else "=" + expr(d)))
    if a.vararg:
        out.append("*" + a.vararg.arg)
    for p, d in zip(a.kwonlyargs, a.kw_defaults):
        out.append("!" + p.arg + ("" if d is None else "=" + expr(d)))
    if a.kwarg:
        out.append("**" + a.kwarg.arg)
    return form(*out)


def block(statements):
    kept = [s for s in statements if not is_docstring(s)]
    return "{" + " ".join(map(stmt, kept)) + "}"


def is_docstring(s):
    return isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant) and isinstance(s.value.value, str)


def branches(s):
    out = [expr(s.test), block(s.body)]
    if len(s.orelse) == 1 and isinstance(s.orelse[0], ast.If):
        return out + branches(s.orelse[0])
    return out + [block(s.orelse)]


def names(aliases):
    return [a.name + ("" if a.asname is None else "=" + a.asname) for a in aliases]


def flat(targets):
    for t in targets:
        if isinstance(t, (ast.Tuple, ast.List)):
            yield from flat(t.elts)
        else:
            yield t


def stmt(s):
    t = type(s)
    if t is ast.Expr:
        return expr(s.value)
    if t is ast.Assign:
        return form("=", *map(target, s.targets), expr(s.value))
    if t is ast.AnnAssign:
        return form("ann", expr(s.target), expr(s.annotation), optional(s.value))
    if t is ast.AugAssign:
        return form(OPERATORS[type(s.op)] + "=", expr(s.target), expr(s.value))
    if t is ast.Return:
        return form("return", optional(s.value))
    if t is ast.If:
        return form("if", *branches(s))
    if t in (ast.For, ast.AsyncFor):
        return form("for", target(s.target), expr(s.iter), block(s.body), block(s.orelse))
    if t is ast.While:
        return form("while", expr(s.test), block(s.body), block(s.orelse))
    if t in (ast.Break, ast.Continue, ast.Pass):
        return t.__name__.lower()
    if t is ast.Assert:
        return form("assert", expr(s.test), optional(s.msg))
    if t is ast.Raise:
        return form("raise", optional(s.exc), optional(s.cause))
    if t in (ast.With, ast.AsyncWith):
        items = [expr(i.context_expr) + ("" if i.optional_vars is None else "=" + target(i.optional_vars)) for i in s.items]
        return form("with", *items, block(s.body))
    if t.__name__ in ("Try", "TryStar"):
        handlers = [form("except", optional(h.type), h.name or "-", block(h.body)) for h in s.handlers]
        return form("try", block(s.body), *handlers, block(s.orelse), block(s.finalbody))
    if t is ast.Delete:
        return form("del", *map(expr, flat(s.targets)))
    if t in (ast.FunctionDef, ast.AsyncFunctionDef):
        return form("def", s.name, parameters(s.args), *["@" + expr(d) for d in s.decorator_list], block(s.body))
    if t is ast.ClassDef:
        return form("class", s.name, *map(expr, s.bases), *map(keyword, s.keywords), *["@" + expr(d) for d in s.decorator_list], block(s.body))
    if t is ast.Import:
        return form("import", *names(s.names))
    if t is ast.ImportFrom:
        return form("from", "." * s.level + (s.module or ""), *names(s.names))
    if t is ast.Global:
        return form("global", *s.names)
    if t is ast.Nonlocal:
        return form("nonlocal", *s.names)
    if t is ast.Match:
        cases = [form("case", pattern(c.pattern), optional(c.guard), block(c.body)) for c in s.cases]
        return form("match", expr(s.subject), *cases)
    raise TypeError(t)


def pattern(p):
    t = type(p)
    if t is ast.MatchValue:
        return form("value", expr(p.value))
    if t is ast.MatchSingleton:
        return form("value", constant(p.value))
    if t is ast.MatchAs:
        return form("as", "-" if p.pattern is None else pattern(p.pattern), p.name or "_")
    if t is ast.MatchStar:
        return form("star", p.name or "_")
    if t is ast.MatchSequence:
        return form("sequence", *map(pattern, p.patterns))
    if t is ast.MatchOr:
        return form("or", *map(pattern, p.patterns))
    if t is ast.MatchMapping:
        entries = [expr(k) + ":" + pattern(v) for k, v in zip(p.keys, p.patterns)]
        return form("mapping", *entries, p.rest or "-")
    keywords = [k + "=" + pattern(v) for k, v in zip(p.kwd_attrs, p.kwd_patterns)]
    return form("instance", expr(p.cls), *map(pattern, p.patterns), *keywords)


def dump(source):
    """The statements of a text, one a line."""
    return [stmt(s) for s in ast.parse(source).body if not is_docstring(s)]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        print("\n".join(dump(file.read())))
