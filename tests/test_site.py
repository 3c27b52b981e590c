"""From the cross-linked archive to every file of `docs/`."""

import re
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from generator import site
from generator.graph import indexes
from generator.graph.indexes import Graph
from generator.model import Archive
from generator.records import loading as records
from generator.site import Site

TODAY = date(2022, 3, 10)
LINK = re.compile(r"\]\((?P<path>[^)#?]*)(?:\?[^)#]*)?(?:#(?P<anchor>[^)]*))?\)")
ANCHOR = re.compile(r"(?<= )#(?P<id>[a-z0-9][a-z0-9-]*)(?=[ }])")


@pytest.fixture(scope="module")
def built(graph: Graph) -> Site:
    return site.build(graph, TODAY)


def pages(built: Site) -> dict[str, str]:
    return {path: text.decode() for path, text in built.files.items() if path.endswith(".md")}


def test_every_thing_has_its_page(built: Site, graph: Graph) -> None:
    registers = graph.archive.registers
    expected = {
        "index.md",
        *(f"thong-bao/{notice.id}.md" for notice in graph.archive.notices),
        *(f"thong-bao/{notice.id}.txt" for notice in graph.archive.notices),
        *(f"thong-bao/{notice.id}.ban-in.txt" for notice in graph.archive.notices),
        *(f"truong/{school.key}.md" for school in registers.schools),
        *(f"linh-vuc/{topic.key}.md" for topic in registers.topics),
        *(f"{address}.md" for address in graph.catalogue.documents),
        *(f"{folder}/index.md" for folder in "thong-bao truong linh-vuc van-ban nam-hoc".split()),
        "nam-hoc/2021-2022.md",
        "nam-hoc/2022-2023.md",
        "vb/1249-pgddt.md",
        "con-bo-ngo/index.md",
    }
    assert expected - built.files.keys() == set()


def test_paths_are_short_and_plain(built: Site) -> None:
    for path in pages(built):
        assert re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*\.md", path)
        assert len(path.removesuffix(".md")) < 80


def test_every_link_leads_to_a_page_and_to_a_place_in_it(built: Site) -> None:
    texts = pages(built)
    anchors = {path: set(ANCHOR.findall(text)) for path, text in texts.items()}
    lost = []
    for path, text in texts.items():
        for link in LINK.finditer(text):
            if ":" in link["path"]:
                continue
            target = _joined(path, link["path"])
            if target not in built.files or (
                link["anchor"] and link["anchor"] not in anchors.get(target, set())
            ):
                lost.append(f"{path}: {link[0]}")
    assert lost == []


def _joined(start: str, link: str) -> str:
    if not link:
        return start
    parts: list[str] = []
    for part in (PurePosixPath(start).parent / link).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_an_anchor_stands_once_on_a_page(built: Site) -> None:
    for path, text in pages(built).items():
        found = ANCHOR.findall(text)
        assert len(found) == len(set(found)), path


def test_the_same_records_give_the_same_bytes(built: Site, records_folder: Path) -> None:
    archive = records.load(records_folder).archive
    assert archive is not None
    again = site.build(indexes.graph(archive), TODAY)
    assert list(again.files.items()) == list(built.files.items())


def test_today_decides_only_what_is_still_to_come(built: Site, graph: Graph) -> None:
    earlier = site.build(graph, date(2021, 9, 1))
    differing = [path for path, text in built.files.items() if earlier.files[path] != text]
    assert [path for path in differing if path.endswith(".md")] == ["index.md"]


def test_an_empty_archive_is_a_site_too(graph: Graph) -> None:
    empty = site.build(indexes.graph(Archive((), graph.archive.registers)), TODAY)
    assert {"index.md", "thong-bao/index.md", "truong/mn-hoa-sua.md"} <= empty.files.keys()


def test_nothing_of_a_record_becomes_markup(built: Site) -> None:
    page = pages(built)["thong-bao/2022-03.md"]
    assert "<b>" not in page
    assert "{{" not in page
    assert "&#123;&#123; 7&#42;7 &#125;&#125;" in page


def test_the_newest_day_of_the_records_is_today_where_nobody_says(graph: Graph) -> None:
    assert site.latest_date(graph.archive) == date(2022, 10, 3)
    assert site.latest_date(Archive((), graph.archive.registers)) == date(2000, 1, 1)
