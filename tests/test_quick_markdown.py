"""The shorter ways through Python-Markdown lead where its own do, whatever is written."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import AnchorLink

from generator.accelerator import conversion, mkdocs_parts
from generator.accelerator.mkdocs_parts import File, Files, Page, get_files
from generator.accelerator.pages import heard

PIECES = (
    *"\n \n\n|- |    |# |## |1. |:   |> |* |+ || ||---\n|---|---|  \n|===".split("|"),
    *"a b bổ_sung mục·1 *nhấn* **đậm** _nghiêng_ ** * _ __ ` ``mã`` \\ \\* \\& \\_".split(" "),
    "[TOC]",
    *"&#46; &#45; &#38; &#x26; &amp; &#46 &#; & &&#42; &lt; &#12a; &khong-co; &#42;&#95;".split(),
    *"<mark> </mark> <q> </q> <br> <br /> <span> </span> </> < > <> <1> <hr> <div> </div>".split(),
    *"<!-- --> <!--x--> <?php ?> <script> </script> <textarea> <p> </p> <Mark> <a> </a>".split(),
    '<span id="cho">',
    '<a name="cho-khac">',
    '<a id="a&amp;b" name=b>',
    "<mark\nclass='x'>",
    '<small class="a&#46;b" hidden>',
    "<http://vi.du/>",
    "<a@vi.du>",
    "[chữ](khac.md)",
    "[chữ](khac.md#muc)",
    "[chữ](khong-co.md)",
    "[chữ](#muc)",
    "[chữ](../trang.md)",
    "[ch*ữ*](thu/muc.md 'tên')",
    "[chữ](<khac.md>)",
    "[chữ](a(b)c)",
    "[chữ](trang.txt)",
    "[chữ](khac.md?a=1&b=2)",
    "[chữ]( )",
    "[chữ]()",
    "[a [b] c](khac.md)",
    "![hình](khac.md)",
    "![hình]",
    "[nhớ]",
    "[chữ][nhớ]",
    "\n\n[nhớ]: khac.md 'tên'\n\n",
    "{: .lop }",
    "{: #muc }",
    "{: #mu&#46;c }",
    "{: #mu\\_c }",
    '{: .a&#45;b title="x&#46;y" data-z=1 hidden }',
    "{: &#46;x=1 }",
    "\n{: .khoi }\n",
    " {: .dau #dau }\n",
    "{: .thừa } }",
    "\n\n```\n<b>mã</b> &#46;\n```\n\n",
    "\n\n| a | b |\n|---|:-:|\n| c&#46; | <mark>d</mark> |\n\n",
    "\n\n# Đầu mục &#46; <mark>x</mark> {: #dau-muc }\n\n",
    "\n\n## Mục <small>nhỏ</small>\n\n",
)
"""What pages are made of, and what may look like it."""


@dataclass(frozen=True, slots=True)
class Site:
    config: MkDocsConfig
    files: Files

    def page(self, text: str) -> Page:
        file = self.files.get_file_from_path("trang.md")
        assert isinstance(file, File)
        page = Page(None, file, self.config)
        page.markdown, page.meta = text, {}
        return page


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("site")
    for path in ("trang.md", "khac.md", "thu/muc.md", "trang.txt"):
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_text("", "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Thử\nvalidation: {links: {anchors: warn}}\n"
        "markdown_extensions: [attr_list, def_list]\n",
        "utf-8",
    )
    config = load_config(str(folder / "mkdocs.yml"))
    return Site(config, get_files(config))


def made(site: Site, text: str, *, quick: bool) -> dict[str, object]:
    """All that a page has after its Markdown was read, and what was said meanwhile."""
    page = site.page(text)
    try:
        with heard() as said:
            if quick and not conversion.convert(page, site.config, site.files):
                return {}
            if not quick:
                page.render(site.config, site.files)
    except AssertionError as refused:  # Python's parser of HTML on «<![chữ»
        return {"refused": str(refused)}
    links = {to.src_uri: links for to, links in (page.links_to_anchors or {}).items()}
    return {
        "html": page.content,
        "title": page.title,
        "toc": [outline(item) for item in page.toc],
        "places": page.present_anchor_ids,
        "links": links,
        "said": said,
    }


def outline(item: AnchorLink) -> tuple[str, str, int, list[object]]:
    return item.title, item.id, item.level, [outline(child) for child in item.children]


def check(site: Site, text: str) -> None:
    quick = made(site, text, quick=True)
    if quick:
        assert quick == made(site, text, quick=False)


texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example("*&#42;* _&#95;_ &#46;_a_&#46;")
@example("*- **---*&#42;&#95;")
@example('<span id="a">**b** <mark>[c](khac.md#d)</mark></span>')
@example("*nhấn**nhấn*<script>")
@given(text=texts)
def test_any_text_becomes_the_same_page(site: Site, text: str) -> None:
    check(site, text)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join), max_size=12))
def test_whole_pages_become_the_same(site: Site, lines: list[str]) -> None:
    check(site, "\n\n".join(lines))


def test_pages_as_ours_take_the_shorter_way(site: Site) -> None:
    text = Path(__file__).parent / "golden" / "thong-bao" / "2021-10.md"
    _, _, body = text.read_text("utf-8").split("---\n", 2)
    check(site, body)
    assert made(site, body, quick=True)


def test_this_markdown_is_the_one_the_shorter_ways_know() -> None:
    """When it fails: read what changed in those files, fuzz, then note the hashes."""
    assert mkdocs_parts.markdown_moved() == ()


def test_another_markdown_is_left_to_itself(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    known = {**mkdocs_parts.KNOWN_MARKDOWN, "core.py": "0" * 64}
    monkeypatch.setattr(mkdocs_parts, "KNOWN_MARKDOWN", known)
    conversion._is_known.cache_clear()
    assert made(site, "chữ", quick=True) == {}
    conversion._is_known.cache_clear()


def test_escapes_beside_entities_are_left_to_markdown(site: Site) -> None:
    for text in ("**\\*nhấn*---**&&#42;*nhấn*", "*- **---*&#42;&#95;", "**a** _b_ &#42;"):
        assert made(site, text, quick=True) == {}
    assert made(site, "**a** &#42; **[b](khac.md)**", quick=True)
