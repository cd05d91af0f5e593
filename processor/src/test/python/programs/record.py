"""Records what Python makes of random programs: python3 record.py 10000 > programs.txt; gzip -9n programs.txt

A record is the seed, the lines of the program behind a bar, and the lines of its output behind an equals sign; an
exception that ends the program is its last line. Programs with numbers that are beyond 2^62 or no finite floats are left out, and
so are those that run long.
"""
import ast
import contextlib
import io
import math
import random
import sys
import warnings

from statements import Program

MODULES = ["collections", "copy", "dataclasses", "enum", "functools", "itertools", "math"]
KEEP = 1500


class Beyond(BaseException):
    """The program computes what no size is."""


class Guarded(ast.NodeTransformer):
    """Looks at the value of every expression."""

    def visit(self, node):
        if isinstance(node, ast.MatchValue):
            return node
        self.generic_visit(node)
        if isinstance(node, (ast.BinOp, ast.Call, ast.UnaryOp)):
            return guarded(node)
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            node.value = guarded(node.value)
            return [node, ast.Expr(guarded(ast.Name(node.target.id, ast.Load())))]
        return node


def guarded(node):
    return ast.Call(ast.Name("_guard_", ast.Load()), [node], [])


def guard(value):
    if isinstance(value, int) and abs(value) >= 1 << 62:
        raise Beyond
    if isinstance(value, float) and not math.isfinite(value) or isinstance(value, complex):
        raise Beyond
    if isinstance(value, (str, list, tuple, dict)) and len(value) > 300:
        raise Beyond
    return value


def output(text):
    """What a program prints."""
    printed = io.StringIO()
    names = {"__name__": "program"}
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(text, "program", "exec"), names)
        except Exception as error:
            print("!", type(error).__name__)
    return printed.getvalue()


def counter():
    """A trace function that ends what runs long."""
    steps = 0

    def trace(frame, event, argument):
        nonlocal steps
        steps += 1
        if steps > 20000:
            raise Beyond
        return trace

    return trace


def within(text):
    """Whether a program comes to its end soon, and all of its numbers are small."""
    tree = ast.fix_missing_locations(Guarded().visit(ast.parse(text)))
    code = compile(tree, "program", "exec")
    with contextlib.redirect_stdout(io.StringIO()):
        sys.settrace(counter())
        try:
            exec(code, {"_guard_": guard, "__name__": "program"})
        except Beyond:
            return False
        except Exception:
            return True
        finally:
            sys.settrace(None)
    return True


def used(text):
    names = [n for n in MODULES if n + "." in text]
    return "import " + ", ".join(names) + "\n" + text if names else text


def main(count, first):
    seed, done = first, 0
    while done < count:
        text = used(Program(random.Random(seed)).text())
        seed += 1
        try:
            if not within(text):
                continue
        except SyntaxError:
            continue
        result = output(text)
        if len(result) > KEEP or " at 0x" in result or "<function" in result:
            continue
        done += 1
        print(seed - 1)
        print("".join("|" + line + "\n" for line in text.splitlines()), end="")
        print("".join("=" + line + "\n" for line in result.splitlines()))


warnings.simplefilter("ignore")
main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
