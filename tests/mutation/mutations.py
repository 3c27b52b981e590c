"""A module's source -> its mutants: the same code with one small slip each.

Changed are what decides: comparisons, conditions, numbers, short texts, regular expressions,
statements and returns. Left alone are annotations, docstrings, messages, and tables of words, which
are data: whether each word of a closed set is right no mutant can tell.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

LONGEST = 70
"""Characters of the code that a mutant's name repeats."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """`name` stays the same when lines move: module, function, what was there, what is."""

    name: str
    line: int
    code: CodeType
    function: str
    """In which function or method (its qualified name); empty on the module's own level."""


def mutants(source: str, module: str, file: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    tree = ast.parse(source)
    seen: dict[str, int] = {}
    for place in sorted(_places(tree, source.splitlines()), key=lambda place: place.line):
        before = ast.unparse(place.node)
        for after in _instead(place):
            name = f"{module}: {place.function}: {_difference(before, ast.unparse(after))}"
            seen[name] = seen.get(name, 0) + 1
            if seen[name] > 1:
                name += f" ({seen[name]})"
            place.put(after)
            try:
                code = compile(ast.fix_missing_locations(tree), file, "exec")
            finally:
                place.put(place.node)
            yield Mutant(name, place.line, code, place.function)


@dataclass(frozen=True, slots=True)
class _Place:
    """A node, and where it hangs; `pattern` tells that a text is a regular expression."""

    node: ast.AST
    parent: ast.AST
    field: str
    index: int | None
    function: str
    pattern: bool
    line: int

    def put(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


_NEVER = {
    (ast.AnnAssign, "annotation"),
    (ast.arg, "annotation"),
    (ast.FunctionDef, "returns"),
    (ast.FunctionDef, "decorator_list"),
    (ast.ClassDef, "decorator_list"),
    (ast.ClassDef, "bases"),
    (ast.Subscript, "ctx"),
}


def _places(tree: ast.Module, lines: list[str]) -> Iterator[_Place]:
    def walk(
        parent: ast.AST, function: str, pattern: bool, line: int, inside_function: bool
    ) -> Iterator[_Place]:
        for field, value in ast.iter_fields(parent):
            if (type(parent), field) in _NEVER:
                continue
            nodes = value if isinstance(value, list) else [value]
            for index, node in enumerate(nodes):
                if not isinstance(node, ast.AST) or _is_left_alone(node):
                    continue
                inside = pattern or _is_pattern(node, lines)
                place = index if isinstance(value, list) else None
                here = getattr(node, "lineno", line)
                yield _Place(node, parent, field, place, function, inside, here)
                below, deeper = function, inside_function
                if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not deeper:
                    below = f"{function}.{node.name}".lstrip(".")
                    deeper = isinstance(node, ast.FunctionDef)
                yield from walk(node, below, inside, here, deeper)

    yield from walk(tree, "", False, 1, False)


def _is_left_alone(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom():
            return True
        case ast.Assign(targets=[ast.Name(id="__all__" | "__slots__")]):
            return True
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case ast.Call(func=ast.Name(id="TypeVar" | "NewType")):
            return True
    return False


def _is_pattern(node: ast.AST, lines: list[str]) -> bool:
    """A raw text, or an argument of `re`."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=attr)):
            return attr != "escape"
        case ast.Constant(value=str()) | ast.JoinedStr():
            return lines[node.lineno - 1][node.col_offset :][:2].lower() in {'r"', "r'", "rf", "fr"}
    return False


_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
_METHODS = {
    "startswith": "endswith",
    "endswith": "startswith",
    "match": "search",
    "fullmatch": "match",
    "find": "rfind",
    "rfind": "find",
    "partition": "rpartition",
    "rpartition": "partition",
}
_DROPPED = set("strip lstrip rstrip lower upper casefold removeprefix removesuffix".split())


def _instead(place: _Place) -> Iterator[ast.AST]:
    """What may stand there instead."""
    node = place.node
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in _COMPARISONS:
            other = _COMPARISONS[type(operator)]()
            yield ast.Compare(node.left, [other], node.comparators)
        case ast.Compare(ops=[first, second]):
            for ops in (
                [_COMPARISONS[type(first)](), second],
                [first, _COMPARISONS[type(second)]()],
            ):
                yield ast.Compare(node.left, ops, node.comparators)
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
            for index in range(len(node.values)):
                kept = [value for at, value in enumerate(node.values) if at != index]
                yield kept[0] if len(kept) == 1 else ast.BoolOp(node.op, kept)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.IfExp():
            yield node.body
            yield node.orelse
        case ast.BinOp() if type(node.op) in _OPERATORS and not place.pattern:
            yield ast.BinOp(node.left, _OPERATORS[type(node.op)](), node.right)
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as value) if place.function or isinstance(
            place.parent, (ast.Assign, ast.AnnAssign)
        ):
            yield ast.Constant(value + 1)
            yield ast.Constant(value - 1)
        case ast.Constant(value=str() as value) if place.pattern:
            yield from (ast.Constant(text) for text in _other_patterns(value))
        case ast.Constant(value=str() as value) if _is_sign(place, value):
            yield ast.Constant(f"{value}~" if value else "~")
        case ast.Name(id=name) if name in _NAMES:
            yield ast.Name(_NAMES[name], node.ctx)
        case ast.Call(func=ast.Attribute(value=inner, attr=attr)) if attr in _DROPPED:
            yield inner
        case ast.Attribute(attr=attr) if attr in _METHODS:
            yield ast.Attribute(node.value, _METHODS[attr], node.ctx)
        case ast.comprehension(ifs=[_, *_]):
            for index in range(len(node.ifs)):
                kept = [test for at, test in enumerate(node.ifs) if at != index]
                yield ast.comprehension(node.target, node.iter, kept, node.is_async)
        case ast.Match() if len(node.cases) > 1:
            for index in range(len(node.cases)):
                cases = [case for at, case in enumerate(node.cases) if at != index]
                yield ast.Match(node.subject, cases)
        case ast.Return(value=ast.expr() as value):
            if not (isinstance(value, ast.Constant) and value.value in (None, False)):
                yield ast.Return(ast.Constant(None))
        case ast.If() | ast.For() | ast.While() | ast.AugAssign() | ast.Raise() | ast.Break():
            yield ast.Pass()
        case ast.Continue():
            yield ast.Pass()
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield ast.Pass()


def _is_sign(place: _Place, value: str) -> bool:
    """A short text that decides something: within a function, and no part of a message."""
    return (
        place.function != ""
        and not isinstance(place.parent, ast.JoinedStr)
        and len(value) <= 12
        and " " not in value.strip()
    )


_TOKEN = re.compile(
    r"(?P<sign>\\b|\(\?<?[!=]|(?<=[\w)\]}])[?*+](?![?+])|\^|\$)|\\[\s\S]|\(\?P?[<:a-z]"
    r"|(?P<set>\[\^?(?:\\?[\s\S](?!-))?)|(?P<times>\{[0-9]*,?[0-9]*\})"
    r"|(?P<choice>(?<=[(|:])[^\W_][^()|\\\[\]?*+{}^$]*\|)|[\s\S]"
)
_OTHER_TOKENS = {
    r"\b": "",
    "(?<!": "(?<=",
    "(?<=": "(?<!",
    "(?!": "(?=",
    "(?=": "(?!",
    "?": "",
    "*": "+",
    "+": "*",
    "^": "",
    "$": "",
}


def _other_patterns(pattern: str) -> Iterator[str]:
    """A regular expression with one token changed, as far as the change leaves it one."""
    for token in _TOKEN.finditer(pattern):
        text = token[0]
        match token.lastgroup:
            case "sign":
                others = [_OTHER_TOKENS[text]]
            case "set":
                negated = text.startswith("[^")
                others = ["[" + text[2:], "[^"] if negated else ["["] if len(text) > 1 else []
            case "times":
                others = [text.replace(n, str(int(n) + 1)) for n in re.findall("[0-9]+", text)]
            case "choice":
                others = [""]
            case _:
                others = []
        for other in others:
            if other != text:
                yield pattern[: token.start()] + other + pattern[token.end() :]


def _difference(before: str, after: str) -> str:
    """`before -> after`, only where the two differ when they are long."""
    before, after = " ".join(before.split()), " ".join(after.split())
    if len(before) <= LONGEST:
        return f"{before} -> {after}"
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    start = max(0, start - 20)
    return f"…{before[start : start + LONGEST]}… -> …{after[start : start + LONGEST]}…"
