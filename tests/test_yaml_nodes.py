"""Nodes know the file's line of every place in their text."""

import pytest

from generator.reading import yaml_tree
from generator.reading.yaml_nodes import Mapping, Scalar


def text_of(source: str) -> Scalar:
    """The value of the first field."""
    root, problems = yaml_tree.read(source.encode(), "f")
    assert not problems
    assert isinstance(root, Mapping)
    value = root.entries[0][1]
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(
    "source",
    [
        "text: |\n  một\n  hai\n\n    - ba # bốn\n  năm: \n",
        "text: |-\n  một\n\n  hai",
        "text: |2+\n\n\n  một\n   hai\n\n",
        "# chú thích\n\ntext:\n  # nữa\n  |\n  một\n  hai\n",
        "text: | # khối chữ\n  một\n  hai\n",
    ],
)
def test_a_literal_block_keeps_its_text_and_knows_each_line_exactly(source: str) -> None:
    text = text_of(source)
    lines = source.split("\n")
    offset = 0
    for words in text.text.split("\n")[:-1]:
        assert lines[text.line_of(offset) - 1].removeprefix("  ") == words
        assert text.line_of(offset + len(words)) == text.line_of(offset)
        offset += len(words) + 1


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("text: một\n  hai\n\n  ba\n", {"một": 1, "hai": 2, "ba": 4}),
        ("text: >\n  một hai\n  ba\n\n\n  bốn\n", {"một": 2, "hai": 2, "ba": 3, "bốn": 6}),
        ("text: 'một\n  hai'\n", {"một": 1, "hai": 2}),
        ('\ntext: "một \\"hai\\"\n  ba \\\n  bốn"\n', {"một": 2, "ba": 3, "bốn": 4}),
        ("text: một hai\n", {"một": 1, "hai": 1}),
        ("text: a\n  a\n  a b\n", {"b": 3}),
    ],
)
def test_a_folded_text_knows_the_line_of_its_words(source: str, words: dict[str, int]) -> None:
    text = text_of(source)
    assert {word: text.line_of(text.text.index(word)) for word in words} == words
