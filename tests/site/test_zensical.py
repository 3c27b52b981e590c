"""The generated Markdown asks nothing of MkDocs: Zensical, which runs no plugin of ours, agrees."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
BUILDERS = ("mkdocs", "zensical")
# Zensical's theme puts its own mark at the head of a page.
SKIP_LINK = "__skip"


@dataclass(frozen=True, slots=True)
class Outline:
    """What a page is, whoever built it: its words, its places, where its links go."""

    words: tuple[str, ...]
    places: tuple[str, ...]
    links: tuple[str, ...]


@pytest.fixture(scope="module")
def department(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small department's Markdown, and a configuration with neither our plugin nor theme."""
    folder = tmp_path_factory.mktemp("phòng")
    shutil.copytree(ROOT / "tests" / "records", folder / "records")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    shutil.copytree(ROOT / "generator" / "theme", folder / config["theme"].pop("custom_dir"))
    (folder / "docs").mkdir()
    subprocess.run([Path(sys.executable).with_name("giaoban"), "pages"], cwd=folder, check=True)
    plain = config | {"plugins": ["search"], "watch": [], "strict": False}
    for builder in BUILDERS:
        own = yaml.safe_dump(plain | {"site_dir": builder})
        (folder / f"{builder}.yml").write_text(own, "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(department: Path) -> dict[str, dict[str, Outline]]:
    """Builder -> address -> outline."""
    for builder in BUILDERS:
        subprocess.run(
            [sys.executable, "-m", builder, "build", "--config-file", f"{builder}.yml"],
            cwd=department,
            check=True,
            capture_output=True,
        )
    return {builder: dict(_outlines(department / builder)) for builder in BUILDERS}


def test_both_builders_find_the_same_pages(built: dict[str, dict[str, Outline]]) -> None:
    assert built["zensical"].keys() == built["mkdocs"].keys()
    assert len(built["mkdocs"]) > 10


def test_both_builders_read_every_page_alike(built: dict[str, dict[str, Outline]]) -> None:
    differing = {
        address: (outline, built["zensical"].get(address))
        for address, outline in built["mkdocs"].items()
        if outline != built["zensical"].get(address)
    }
    assert differing == {}


class _Article(HTMLParser):
    """Gathers the outline of what stands in <article>."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.inside = 0
        self.words: list[str] = []
        self.places: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += tag == "article"
        if self.inside:
            given = {name: value or "" for name, value in attrs}
            if "id" in given and given["id"] != SKIP_LINK:
                self.places.append(given["id"])
            if "href" in given:
                self.links.append(urljoin(self.address, given["href"]))

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words += data.split()


def _outlines(site: Path) -> Iterator[tuple[str, Outline]]:
    for page in sorted(site.rglob("index.html")):
        address = "/" + page.relative_to(site).as_posix().removesuffix("index.html")
        article = _Article(address)
        article.feed(page.read_text("utf-8"))
        yield address, Outline(tuple(article.words), tuple(article.places), tuple(article.links))
