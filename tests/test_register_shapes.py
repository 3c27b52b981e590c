"""The shapes of the registers."""

import pytest

from generator.reading.schema import read
from generator.records.register_shapes import DOCUMENTS


def register(link: str) -> bytes:
    return f"documents:\n  - {{number: 1249/PGDĐT, link: '{link}'}}\n".encode()


@pytest.mark.parametrize(
    "link",
    [
        "https://a.vn",
        "http://vanban.songmo.example:8080/05-nq-tu.pdf",
        "https://a.vn?docid=203778",
        "https://a.vn#muc-1",
        "https://a-b.vn/Van-ban/22_2021.aspx?x=1&y=a+b;c,d@e~f:g#h/i?j",
        "https://a.vn/%C3%A1%20n.pdf",
        "https://a.vn/%c3%a1%20n.pdf",
        "a.pdf",
        "tep/1249-pgddt.pdf",
        "_tep/-1249.tar.gz",
    ],
)
def test_the_whole_text_is_an_address_or_a_file(link: str) -> None:
    documents, problems = read(DOCUMENTS, register(link), "f")
    assert problems == ()
    assert documents is not None
    assert [document.link for document in documents.documents] == [link]


@pytest.mark.parametrize(
    "link",
    [
        "https://",
        "https://-a.vn",
        "https://a.vn:/x",
        "https://a.vn/x y",
        "https://a.vn/%0A",
        "https://a.vn/%7",
        "https://a.vn/(x)",
        "ftp://a.vn/x.pdf",
        "xhttps://a.vn",
        "tep",
        "tep/",
        "tep.",
        ".pdf",
        "/tep.pdf",
        "../tep.pdf",
        "tep/../x.pdf",
        "tep//x.pdf",
        "tep..pdf",
        "tệp.pdf",
        "t p.pdf",
    ],
)
def test_what_is_neither_an_address_nor_a_file(link: str) -> None:
    _, problems = read(DOCUMENTS, register(link), "f")
    assert [problem.field for problem in problems] == ["documents[0].link"]
