"""The small wrongs a mutant is made of: where a source can be changed, and the changed tree."""

import ast
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, cast

Change = Callable[[ast.AST], ast.AST]
"""Makes the node that stands in place of another; it may change the one it is given."""

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
TWINS = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Mutation(NamedTuple):
    """One change of one node: its place in the order of `ast.walk`, and which of the node's changes."""

    node: int
    change: int
    line: int


def mutations(source: str) -> Iterator[Mutation]:
    """Every change this file knows for a source."""
    tree = ast.parse(source)
    types, declared = _types(tree), _decorators(tree) | _asserted(tree)
    for index, node in enumerate(ast.walk(tree)):
        if id(node) in declared:
            continue
        for number, _ in enumerate(_changes(node, in_type=id(node) in types)):
            yield Mutation(index, number, cast("ast.expr", node).lineno)


def mutated(source: str, mutation: Mutation) -> ast.Module:
    """The source's tree with the change made."""
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    old = nodes[mutation.node]
    change = list(_changes(old, in_type=id(old) in _types(tree)))[mutation.change]
    new = ast.copy_location(change(old), old)
    for parent in nodes:
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list):
                value[:] = [new if item is old else item for item in value]
    return ast.fix_missing_locations(tree)


def _types(tree: ast.Module) -> set[int]:
    """Nodes within annotations: of those, only the bounds of fields are looked at."""
    roots = [
        part
        for node in ast.walk(tree)
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None))
        if part is not None
    ]
    return {id(node) for root in roots for node in ast.walk(root)}


def _decorators(tree: ast.Module) -> set[int]:
    """Nodes within decorators: frozen, slots and sizes of caches change no answer."""
    roots = [part for node in ast.walk(tree) for part in getattr(node, "decorator_list", ())]
    return {id(node) for root in roots for node in ast.walk(root)}


def _asserted(tree: ast.Module) -> set[int]:
    """The `strict` of a zip: an assertion that both are as long, which changes no answer of two that are."""
    return {
        id(keyword.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "zip"
        for keyword in node.keywords
        if keyword.arg == "strict"
    }


def _changes(node: ast.AST, *, in_type: bool) -> Iterator[Change]:
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int | float):
        yield from _constants(node.value)
    elif not in_type and isinstance(node, ast.stmt):
        yield from _statements(node)
    elif not in_type:
        yield from _expressions(node)


def _constants(value: complex) -> Iterator[Change]:
    if isinstance(value, bool):
        yield lambda _: ast.Constant(not value)
    else:
        yield lambda _: ast.Constant(value + 1)
        yield lambda _: ast.Constant(value - 1)


def _expressions(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            for other in COMPARISONS[type(operator)]:
                yield partial(_with_operator, place=place, other=other)
    elif isinstance(node, ast.BoolOp):
        joined = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield lambda _: ast.BoolOp(joined, node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield lambda _: node.operand
    elif isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC:
        swapped = ARITHMETIC[type(node.op)]
        yield lambda _: ast.BinOp(node.left, swapped(), node.right)
    elif isinstance(node, ast.IfExp):
        yield lambda _: ast.IfExp(node.test, node.orelse, node.body)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TWINS:
        twin = ast.Name(TWINS[node.func.id], ast.Load())
        yield lambda _: ast.Call(twin, node.args, node.keywords)


def _with_operator(old: ast.AST, *, place: int, other: type[ast.cmpop]) -> ast.AST:
    compare = cast("ast.Compare", old)
    ops = [*compare.ops[:place], other(), *compare.ops[place + 1 :]]
    return ast.Compare(compare.left, ops, compare.comparators)


def _statements(node: ast.stmt) -> Iterator[Change]:
    if isinstance(node, ast.If | ast.While):
        negated = ast.UnaryOp(ast.Not(), node.test)
        yield lambda _: type(node)(negated, node.body, node.orelse)
    elif isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        yield lambda _: ast.Return(ast.Constant(None))
    elif _removable(node):
        yield lambda _: ast.Pass()


def _removable(node: ast.stmt) -> bool:
    """Statements whose absence still gives a program: calls, additions, raises, jumps, writes into something."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return False
        case ast.Raise(exc=ast.Call(func=ast.Name(id="AssertionError"))):
            return False  # the code says itself that it is never reached
        case ast.Assign(targets=[target]):
            return isinstance(target, ast.Subscript | ast.Attribute)
        case _:
            return isinstance(node, ast.Expr | ast.AugAssign | ast.Raise | ast.Continue | ast.Break)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
