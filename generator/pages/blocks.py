"""Paragraphs and bullets of a notice in Markdown, each bullet at its own address.

Written here and not in a template: sites hold tens of thousands of bullets.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.markdown import address, escape


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph (`mark` empty), or an item with what hangs under it; `words` are Markdown."""

    mark: str
    anchor: str
    label: str
    words: Markup
    items: tuple["Shown", ...] = ()
    has_figures: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says of the mark: its letter or number too, where it has one."""
        return f"{self.label}, {self.mark}" if any(map(str.isalnum, self.mark)) else self.label


def mark(text: str, anchor: str, label: str, spoken: str = "") -> Markup:
    """What is printed before an item or a heading, as a link to its own place."""
    return Markup(
        f"[{escape(text)}](#{address(anchor)})"
        f'{{: .mark aria-label="{escape(spoken or label)}" title="{escape(label)}" }}'
    )


def items(shown: Sequence[Shown], depth: int = 0) -> Markup:
    """Items of a list; `depth` counts how far it is indented."""
    return Markup("".join(_items(shown, "    " * depth)))


def blocks(shown: Sequence[Shown], anchor: str = "", style: str = "") -> Markup:
    """Paragraphs and lists in the order they stand, a blank line between the two.

    The first paragraph bears `anchor`.
    """
    first = next((block for block in shown if not block.mark), None)
    pieces = [f'<span id="{address(anchor)}"></span>\n\n'] if anchor and shown and not first else []
    follows_paragraph = False
    for block in shown:
        if block.mark:
            if follows_paragraph:
                pieces.append("\n")
            pieces += _items([block], "")
        else:
            own = address(anchor) if anchor and block is first else ""
            pieces.append(f"\n{block.words}\n{_attributes(block, own, style)}")
        follows_paragraph = not block.mark
    return Markup("".join(pieces))


def _attributes(paragraph: Shown, anchor: str, style: str) -> str:
    if paragraph.has_figures:
        return "{: .figures }\n"
    given = " ".join(filter(None, [f"#{anchor}" if anchor else "", address(style)]))
    return f"{{: {given} }}\n" if given else ""


def _items(shown: Sequence[Shown], indent: str) -> Iterator[str]:
    for item in shown:
        yield (
            f"{indent}- {mark(item.mark, item.anchor, item.label, item.spoken)} {item.words}\n"
            f"{indent}  {{: #{address(item.anchor)} .item }}\n"
        )
        yield from _items(item.items, f"{indent}    ")
