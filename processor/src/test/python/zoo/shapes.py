"""Runs a network statement by statement and writes down the shape of every operation.

The names follow the report's rule: the variable where a statement is one operation, else the layer's path or the
function's name; a name already taken gets _1, _2, ...
"""

import ast
import inspect
import textwrap

import torch
from torch import nn

OPERATORS = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "div", ast.FloorDiv: "floor_divide",
    ast.Mod: "remainder", ast.MatMult: "matmul", ast.Pow: "pow", ast.BitAnd: "bitwise_and",
    ast.LShift: "bitwise_left_shift", ast.RShift: "bitwise_right_shift", ast.BitOr: "bitwise_or", ast.BitXor: "bitwise_xor", ast.USub: "neg", ast.Invert: "bitwise_not",
    ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt", ast.GtE: "ge",
}
SHAPED = {"T", "mT", "H", "mH"}


def is_leaf(module):
    return type(module).__module__.startswith("torch.nn") and not isinstance(module, nn.Sequential)


def tensors(value):
    if isinstance(value, torch.Tensor):
        return [value]
    if isinstance(value, (tuple, list)) and not isinstance(value, torch.Size):
        return [t for item in value for t in tensors(item)]
    return []


def key(node):
    """What stands between the brackets, as an expression."""
    if isinstance(node, ast.Slice):
        return ast.Call(ast.Name("slice", ast.Load()),
                        [part or ast.Constant(None) for part in (node.lower, node.upper, node.step)], [])
    if isinstance(node, ast.Tuple):
        return ast.Tuple([key(part) for part in node.elts], ast.Load())
    return node


class Instrument(ast.NodeTransformer):
    """Wraps every operation of a forward pass and numbers the statements."""

    def wrap(self, label, node):
        call = ast.Call(ast.Name("__op", ast.Load()), [ast.Constant(label), node], [])
        return ast.copy_location(call, node)

    def visit_Call(self, node):
        self.generic_visit(node)
        func = node.func
        label = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "call")
        return ast.copy_location(
            ast.Call(ast.Name("__call", ast.Load()), [ast.Constant(label), func] + node.args, node.keywords), node)

    def visit_BinOp(self, node):
        self.generic_visit(node)
        return self.wrap(OPERATORS[type(node.op)], node)

    def visit_UnaryOp(self, node):
        self.generic_visit(node)
        return self.wrap(OPERATORS[type(node.op)], node) if type(node.op) in OPERATORS else node

    def visit_Compare(self, node):
        self.generic_visit(node)
        return self.wrap(OPERATORS[type(node.ops[0])], node)

    def visit_Subscript(self, node):
        self.generic_visit(node)
        if not isinstance(node.ctx, ast.Load):
            return node
        target = ast.arguments([], [ast.arg("__target")], None, [], [], None, [])
        part = ast.Subscript(ast.Name("__target", ast.Load()), node.slice, ast.Load())
        return ast.copy_location(
            ast.Call(ast.Name("__item", ast.Load()), [node.value, ast.Lambda(target, part)], []), node)

    def visit_Attribute(self, node):
        self.generic_visit(node)
        return self.wrap(node.attr, node) if node.attr in SHAPED else node

    def visit_AugAssign(self, node):
        load = ast.Name(node.target.id, ast.Load())
        value = ast.copy_location(ast.BinOp(load, node.op, node.value), node)
        result = self.statement(ast.copy_location(ast.Assign([node.target], value), node))
        result.value.args[1].args[0].value += "_"
        return result

    def visit_AnnAssign(self, node):
        return self.statement(ast.copy_location(ast.Assign([node.target], node.value), node))

    def statement(self, node):
        value = self.visit(node.value) if node.value is not None else None
        variable = None
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            variable = node.targets[0].id
        unpacks = isinstance(node, ast.Assign) and isinstance(node.targets[0], (ast.Tuple, ast.List))
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
            return self.write(node, value)
        begin = ast.Call(ast.Name("__begin", ast.Load()), [], [])
        end = ast.Call(ast.Name("__end", ast.Load()), [
            begin, value or ast.Constant(None), ast.Constant(variable), ast.Constant(unpacks)], [])
        node.value = end
        return node

    def write(self, node, value):
        target = node.targets[0]
        parts = [ast.arg("__target"), ast.arg("__value")]
        inner = ast.Call(ast.Attribute(ast.Name("__target", ast.Load()), "__setitem__", ast.Load()),
                         [key(self.visit(target.slice)), ast.Name("__value", ast.Load())], [])
        part = ast.Lambda(ast.arguments([], parts, None, [], [], None, []), inner)
        begin = ast.Call(ast.Name("__begin", ast.Load()), [], [])
        call = ast.Call(ast.Name("__write", ast.Load()), [begin, self.visit(target.value), value, part], [])
        return ast.copy_location(ast.Expr(call), node)

    visit_Assign = statement
    visit_Return = statement
    visit_Expr = statement


class Recorder:
    def __init__(self, model, inputs):
        self.model = model
        self.paths = paths(model)
        self.taken = {}
        self.steps = []
        for name in [*inputs, *(n for n, _ in model.named_parameters(recurse=False)),
                     *(n for n, _ in model.named_buffers(recurse=False))]:
            self.unique(name)

    def unique(self, wanted):
        name, number = wanted, 0
        while name in self.taken:
            number += 1
            name = f"{wanted}_{number}"
        self.taken[name] = True
        return name

    def step(self, label, value):
        if tensors(value):
            single = isinstance(value, torch.Tensor)
            self.steps.append([None, label, [tuple(t.shape) for t in tensors(value)], single])
        return value

    def op(self, label, value):
        return self.step(label, value) if isinstance(value, torch.Tensor) else value

    def item(self, target, part):
        value = part(target)
        return self.step("getitem", value) if isinstance(target, torch.Tensor) else value

    def write(self, begin, target, value, part):
        part(target, value)
        self.step("setitem", target)
        self.name(begin, None)

    def call(self, label, func, *args, **kwargs):
        if isinstance(func, nn.Module):
            return self.apply(func, args, kwargs)
        value = func(*args, **kwargs)
        if func in (len, list, tuple, int, float) or isinstance(getattr(func, "__self__", None), list):
            return value
        return self.step(label, value)

    def apply(self, module, args, kwargs):
        if isinstance(module, nn.Sequential):
            value = args[0]
            for child in module:
                value = self.apply(child, (value,), {})
            return value
        if is_leaf(module):
            return self.step(self.paths.get(module, type(module).__name__), module(*args, **kwargs))
        return forward_of(type(module), self)(module, *args, **kwargs)

    def begin(self):
        return len(self.steps)

    def end(self, begin, value, variable, unpacks):
        if unpacks and isinstance(value, torch.Tensor):
            self.step("unbind", list(value))
        self.name(begin, variable)
        return value

    def name(self, begin, variable):
        unnamed = [s for s in self.steps[begin:] if s[0] is None]
        for s in unnamed:
            s[0] = self.unique(variable if variable and len(self.steps) == begin + 1 else s[1])


def paths(model):
    """The path of each layer as Java names it: a Sequential's stacked layers share their field's."""
    import emit
    found = {}

    def walk(module, prefix):
        for name, child in module.named_children():
            path = prefix + emit.field_name(module, name)
            if isinstance(module, nn.Sequential) and emit.is_stack(module):
                path = prefix[:-1]
            if isinstance(module, nn.Sequential) and emit.is_repeat(module):
                path = prefix + name
            found.setdefault(child, path)
            if not is_leaf(child):
                walk(child, path + ".")

    walk(model, "")
    return found


CODE = {}


def forward_of(cls, recorder):
    if cls not in CODE:
        source = textwrap.dedent(inspect.getsource(cls.forward))
        tree = ast.parse(source)
        function = tree.body[0]
        function.body = [Instrument().visit(s) for s in function.body]
        ast.fix_missing_locations(tree)
        CODE[cls] = compile(tree, f"<{cls.__name__}.forward>", "exec")
    module = inspect.getmodule(cls)
    scope = dict(vars(module))
    scope.update(__write=recorder.write, __op=recorder.op, __call=recorder.call, __item=recorder.item, __begin=recorder.begin,
                 __end=recorder.end)
    exec(CODE[cls], scope)
    return scope["forward"]


def record(model, inputs):
    """The steps of one run: name, label, shapes, whether it is a single tensor."""
    torch.manual_seed(0)
    recorder = Recorder(model, inputs)
    with torch.no_grad():
        forward_of(type(model), recorder)(model, **inputs)
    return recorder.steps
