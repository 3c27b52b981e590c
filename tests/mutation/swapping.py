"""A mutant put in the place of a module that is loaded already, where that is possible.

Functions get the mutant's code, so that whoever imported them runs it; constants are set anew. Not
possible is it for what others took over on import: constants they share, classes, and what
functions made that run on import, or when an object is made that a test module keeps.
"""

import ast
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import FunctionType, ModuleType

from tests.mutation.mutations import Mutant


def swap(mutant: Mutant, module: ModuleType) -> bool:
    """Change the loaded module; False, and nothing changed, where only a new import would do."""
    fresh: dict[str, object] = {"__name__": module.__name__, "__file__": module.__file__}
    if mutant.function in _early(str(module.__file__)) or (
        not mutant.function and _is_shared(module)
    ):
        return False
    try:
        exec(mutant.code, fresh)
    except Exception:
        return False
    if mutant.function:
        olds = dict(_functions(vars(module), module.__name__))
        for name, new in _functions(fresh, module.__name__):
            if name in olds:
                _give(olds[name], new)
        _forget_results()
        return mutant.function in olds
    for name, value in fresh.items():
        old = vars(module).get(name)
        if not isinstance(value, (FunctionType, ModuleType)) and not _same(old, value):
            setattr(module, name, value)
    _forget_results()
    return True


@lru_cache
def _early(file: str) -> frozenset[str]:
    """The functions and methods that a module's own statements or an `__init__` may call."""
    mentioned: dict[str, set[str]] = {"": set()}
    for node in ast.parse(Path(file).read_text("utf-8")).body:
        match node:
            case ast.FunctionDef():
                mentioned[node.name] = _mentions(node)
            case ast.ClassDef():
                for part in node.body:
                    if isinstance(part, ast.FunctionDef):
                        mentioned[f"{node.name}.{part.name}"] = _mentions(part)
            case _:
                mentioned[""] |= _mentions(node)
    found: set[str] = set()
    further = {"", *(name for name in mentioned if name.endswith(".__init__"))}
    while further:
        found |= further
        called = set().union(*(mentioned[name] for name in further))
        further = {name for name in mentioned if name.split(".")[-1] in called} - found
    return frozenset(found - {""})


def _mentions(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} | {
        part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)
    }


def _give(old: FunctionType, new: FunctionType) -> None:
    if old.__code__.co_freevars == new.__code__.co_freevars:
        old.__code__ = new.__code__
        old.__defaults__ = new.__defaults__
        old.__kwdefaults__ = new.__kwdefaults__


def _functions(names: dict[str, object], module: str) -> Iterator[tuple[str, FunctionType]]:
    """Each function and method that is defined there, by its qualified name."""
    for value in list(names.values()):
        for plain in _unwrapped(value):
            if plain.__module__ == module:
                yield plain.__qualname__, plain
        if isinstance(value, type) and value.__module__ == module:
            yield from _functions(dict(vars(value)), module)


def _unwrapped(value: object) -> Iterator[FunctionType]:
    if isinstance(value, property):
        value = value.fget
    value = getattr(value, "__wrapped__", getattr(value, "__func__", value))
    if isinstance(value, FunctionType):
        yield value


def _is_shared(module: ModuleType) -> bool:
    """Whether classes are made here, or others hold this module's constants."""
    own = {
        id(value)
        for name, value in vars(module).items()
        if not name.startswith("__") and not isinstance(value, (FunctionType, ModuleType, type))
        and not hasattr(value, "__wrapped__")
    }  # fmt: skip
    if any(isinstance(v, type) and v.__module__ == module.__name__ for v in vars(module).values()):
        return True
    others = [
        other
        for name, other in list(sys.modules.items())
        if name.startswith(("generator.", "tests.")) and other is not module
    ]
    return any(
        id(value) in own and isinstance(value, (re.Pattern, dict, frozenset, set, tuple, list))
        for other in others
        for value in vars(other).values()
    )


def _same(old: object, new: object) -> bool:
    if isinstance(old, re.Pattern) and isinstance(new, re.Pattern):
        return (old.pattern, old.flags) == (new.pattern, new.flags)
    return bool(old == new)


def _forget_results() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("generator."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
