"""What the search data says is read back to the letter, or not at all."""

import pytest

from generator.graph.indexes import Graph
from generator.search.data import MANIFEST, search_files
from generator.search.decoding import search_texts


def test_every_passage_is_read_back(graph: Graph) -> None:
    passages = [
        " ".join(reading.passage.prose.text.split())
        for notices in graph.years.values()
        for notice in notices
        for reading in graph.readings[notice.id]
    ]
    files = search_files(graph)
    found = list(search_texts(files))
    assert [text for _, text in found] == passages
    assert {name for name, _ in found} <= files.keys()


def test_a_site_without_search_data_says_nothing() -> None:
    assert list(search_texts({})) == []


@pytest.mark.parametrize("script", [b"", b"giaobanSearch.put(1)", b'giaobanSearch.put("a","",{})'])
def test_other_data_is_refused(script: bytes) -> None:
    with pytest.raises((ValueError, LookupError)):
        list(search_texts({MANIFEST: script}))
