"""Jinja for Markdown: every value is escaped unless its type says that it is Markdown.

Escaping is by numeric character references of all ASCII punctuation: backslashes fail once
extensions are on. Front matter is dumped from values escaped for HTML, since the theme prints
titles and descriptions as they come.
"""

import html
import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

_ESCAPES = {
    **{c: f"&#{ord(c)};" for c in "!\"#$&'()*+-.:<=>@[\\]^_`{|}~"},
    **{blank: " " for blank in "\n\r\t"},
}
"""All ASCII punctuation but `,;/%?`, which means nothing to any Markdown reader."""

# Most marks in prose stand where they can't begin anything; pages are smaller and sooner read
# without references for them. First the set, then where: so that `re` looks for the set alone.
_ESCAPED = re.compile(
    r"""[-.:&!"#$'*+<=>@\[\\\]^_`{|}~\n\r\t](?:"""
    r"(?<![-.:&])"
    r"|(?<=-)(?:(?<!\w-)|(?!\w))"
    r"|(?<=\.)(?:(?<=[\s.wW]\.)|(?=\.))"  # a row of dots, www.
    r"|(?<=:)(?:(?<=\s:)|(?!\s|\Z))"
    r"|(?<=&)(?![^\0-\x7f])"
    r")"
)
_OPENING = re.compile(r"\s*[^\W_]*[-.:()&]")
"""What may open a list or a definition, or join what stands before."""

MetaValue = str | int | bool | Sequence[str] | Sequence[Mapping[str, str]]


def escape(value: object) -> Markup:
    """Text -> Markdown that shows it to the letter, on one line."""
    return value if isinstance(value, Markup) else _escaped_once(str(value))


@lru_cache(maxsize=1 << 15)
def _escaped_once(text: str) -> Markup:
    """Titles and labels come again on many pages."""
    return Markup(escaped(text))


def escaped(text: str) -> str:
    """`escape` for words that are put together into longer Markdown, and rarely come again."""
    shown = _ESCAPED.sub(_reference, text)
    if opening := _OPENING.match(text):
        end = opening.end()
        if not shown.startswith("&#", end - 1):
            shown = f"{shown[: end - 1]}{_ESCAPES[text[end - 1]]}{shown[end:]}"
    return shown


def _reference(mark: re.Match[str]) -> str:
    return _ESCAPES[mark[0]]


def front_matter(meta: Mapping[str, MetaValue]) -> Markup:
    """The YAML head of a page; every text in it is escaped for HTML."""
    return Markup(f"---\n{''.join(map(_field, meta, meta.values()))}---\n")


def _field(name: str, value: MetaValue) -> str:
    safe = _html_safe(value)
    if isinstance(safe, str) and safe.isprintable():  # YAML quotes such words as JSON does
        return f"{name}: {json.dumps(safe, ensure_ascii=False)}\n"
    return _dumped(json.dumps({name: safe}))


@lru_cache(maxsize=1 << 10)
def _dumped(field: str) -> str:
    """A field that was given as JSON; many pages have the same ones."""
    return str(
        yaml.dump(json.loads(field), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    )


def _html_safe(value: MetaValue) -> object:
    if isinstance(value, str):
        return html.escape(value, quote=True)
    if isinstance(value, (bool, int)):
        return value
    return [
        _html_safe(entry)
        if isinstance(entry, str)
        else {k: _html_safe(v) for k, v in entry.items()}
        for entry in value
    ]


_ADDRESS = re.compile(r"[A-Za-z0-9./#?=&%:_~@+,;-]*")


@lru_cache(maxsize=1 << 14)
def address(text: str) -> Markup:
    """An address or an anchor of ours, unescaped; ValueError for anything but plain ASCII."""
    if not _ADDRESS.fullmatch(text):
        raise ValueError(f"not an address: {text!r}")
    return Markup(text)


class _EscapedOnce(CodeGenerator):
    """Writes templates that call `escape` alone on a value, not MarkupSafe's after it.

    An older or newer Jinja that doesn't know these methods escapes twice, to the same result.
    """

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write("environment.finalize(")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")


class _Environment(Environment):
    code_generator_class = _EscapedOnce


def environment(**functions: Callable[..., Markup]) -> Environment:
    """The one Jinja environment, where templates may call `functions`.

    A name missing in a template is an error.
    """
    made = _Environment(
        loader=PackageLoader("generator", "templates"),
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.globals |= {"front_matter": front_matter, **functions}
    made.filters["address"] = address
    return made
