"""Writes how Python reads the texts of trees.txt: python3 record.py ../../resources/python/trees.txt"""
import sys
import textwrap

from dump import block, dump, stmt
import ast


def read(lines):
    """A text; what stands only inside a function is read there."""
    source = "\n".join(lines) + "\n"
    try:
        compile(source, "text", "exec")
        return dump(source)
    except SyntaxError:
        tree = ast.parse(source)
        return [stmt(s) for s in tree.body]


def record(path):
    with open(path, encoding="utf-8") as file:
        parts = file.read().rstrip("\n").split("\n\n")
    for i, part in enumerate(parts):
        lines = [line[2:] for line in part.split("\n") if line.startswith("|")]
        if lines:
            trees = read(lines)
            parts[i] = "\n".join(["| " + line if line else "|" for line in lines] + ["= " + t for t in trees])
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n\n".join(parts) + "\n")


record(sys.argv[1])
