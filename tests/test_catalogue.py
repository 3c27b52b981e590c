"""Documents of the archive: which mentions are one document, and what is known of it."""

from datetime import date

import pytest

from generator.graph.catalogue import Document
from generator.graph.indexes import Graph
from generator.model import Status
from generator.urls import Address


def document(graph: Graph, name: str) -> Document:
    return graph.catalogue.documents[Address(f"van-ban/{name}")]


def test_every_document_has_an_address_of_its_own(graph: Graph) -> None:
    assert [address.removeprefix("van-ban/") for address in graph.catalogue.documents] == [
        "05-nq-tu-thanh-pho-song-mo-2021",
        "12-kh-ptc",
        "1249-pgddt",
        "1249-pgddt-2021",
        "1249-pgddt-2022",
        "1301-tb-pgddt-2021",
        "27-2020-tt-bgddt",
        "30-2014-tt-bgddt",
        "3050-sgddt-gdpt-2021",
        "415-qd-ubnd",
        "415-qd-ubnd-thanh-pho-song-mo-2022",
        "415-qd-ubnd-tinh-ha-mong-2022",
        "77-kh-ubnd-thanh-pho-song-mo",
        "thong-tu-22",
    ]


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("1249-pgddt-2021", ["2021-10 muc-i-2-1", "2021-10 muc-i-2-1-2"]),
        ("1249-pgddt-2022", ["2022-10 muc-i-1-2"]),
        ("1249-pgddt", ["2022-11 muc-i-1"]),
        ("27-2020-tt-bgddt", ["2022-03 muc-i-1-1"]),
        ("415-qd-ubnd-tinh-ha-mong-2022", ["2022-10 muc-i-2-1"]),
        ("415-qd-ubnd", ["2022-10 muc-i-2-2"]),
    ],
)
def test_a_number_without_its_year_joins_only_what_its_own_notice_settles(
    name: str, places: list[str], graph: Graph
) -> None:
    mentions = document(graph, name).mentions
    assert [f"{m.reading.notice.id} {m.reading.passage.anchor}" for m in mentions] == places


def test_a_relation_typed_once_is_seen_from_both_sides(graph: Graph) -> None:
    old, new = document(graph, "30-2014-tt-bgddt"), document(graph, "27-2020-tt-bgddt")
    assert (new.replaces, old.replaced_by) == ((old.address,), (new.address,))
    assert (old.status, new.status) == (Status.REPLACED, Status.IN_FORCE)
    ours, theirs = document(graph, "1249-pgddt-2021"), document(graph, "3050-sgddt-gdpt-2021")
    assert (ours.carries_out, theirs.carried_out_by) == ((theirs.address,), (ours.address,))


def test_what_people_know_stands_beside_what_the_notices_say(graph: Graph) -> None:
    resolution = document(graph, "05-nq-tu-thanh-pho-song-mo-2021")
    assert (resolution.issued, resolution.id.is_settled) == (date(2021, 5, 12), True)
    assert resolution.id.body is not None
    assert resolution.id.body.name == "Thành ủy Sông Mơ"
    plan = document(graph, "77-kh-ubnd-thanh-pho-song-mo")
    assert (plan.kind, plan.status, plan.id.is_settled) == (
        "Kế hoạch năm học",
        Status.DRAFT,
        False,
    )


def test_spellings_are_kept_as_printed(graph: Graph) -> None:
    assert document(graph, "thong-tu-22").spellings == ("Thông tư 22",)
    assert document(graph, "27-2020-tt-bgddt").spellings == ("Thông tư 27",)


def test_each_citation_leads_to_a_document(graph: Graph) -> None:
    for readings in graph.readings.values():
        for reading in readings:
            for citation in reading.citations:
                found = graph.catalogue.of(reading, citation)
                assert found.address in graph.catalogue.documents
