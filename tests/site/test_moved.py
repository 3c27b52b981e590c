"""Old addresses in a browser: pages and places lead on, with scripts and without."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from generator.published import ledger
from generator.published.ledger import Ledger
from tests.servers import Server, nginx
from tests.site.conftest import published
from tests.small_department import small_department

pytestmark = pytest.mark.browser

OLD = "thong-bao/2022-03-bat-thuong/"
NEW = "thong-bao/2022-03-hop-bat-thuong/"
REDIRECTS = {
    OLD: NEW,
    f"{OLD}#cho-cu": "thong-bao/2021-10/#muc-i-2",
    "thong-bao/2021-10/#muc-i-9": "thong-bao/2021-10/#muc-i-2-1",
    "thong-bao/2021-10/#muc-i-10": "thong-bao/2022-03/#muc-i",
    "van-ban/thong-tu-27/": "van-ban/27-2020-tt-bgddt/",
    "thong-bao/2019-01/": "thong-bao/2022-03/#muc-i",
}


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The small department after a notice was renamed, items went and a document was settled."""
    project = small_department(tmp_path_factory.mktemp("đổi chỗ"))
    published(project)
    path = project / "records" / "published.json"
    pages = json.loads(path.read_text("utf-8"))["pages"]
    pages[OLD]["cho-cu"] = "0123456789"
    pages["thong-bao/2021-10/"] |= {"muc-i-9": "0123456789", "muc-i-10": "0123456789"}
    path.write_text(ledger.written(Ledger(pages, REDIRECTS)), "utf-8")
    records = project / "records" / "2022"
    (records / "2022-03-bat-thuong.yml").rename(records / "2022-03-hop-bat-thuong.yml")
    shelf = published(project)
    with nginx(shelf, Path(tmp_path_factory.mktemp("nginx"))) as server:
        yield server


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (OLD, NEW),
        (f"{OLD}#muc-i-y-1", f"{NEW}#muc-i-y-1"),
        (f"{OLD}#cho-cu", "thong-bao/2021-10/#muc-i-2"),
        ("thong-bao/2021-10/#muc-i-9", "thong-bao/2021-10/#muc-i-2-1"),
        ("thong-bao/2021-10/#muc-i-10", "thong-bao/2022-03/#muc-i"),
        ("van-ban/thong-tu-27/", "van-ban/27-2020-tt-bgddt/"),
        ("vb/27-tt-bgddt/", "van-ban/27-2020-tt-bgddt/"),
        ("thong-bao/2019-01/", "thong-bao/2022-03/#muc-i"),
        ("thong-bao/2019-01/#muc-i-1", "thong-bao/2022-03/#muc-i"),
        (f"{OLD}#%E1", f"{NEW}#%E1"),
    ],
)
def test_an_old_address_leads_to_the_new_one(
    browser: Browser, moved: Server, start: str, end: str
) -> None:
    page = browser.new_page()
    page.goto(f"{moved.url}/{start}")
    page.wait_for_url(f"{moved.url}/{end}")
    page.close()


def test_an_old_page_shows_words_alone(moved: Server) -> None:
    with urlopen(f"{moved.url}/{OLD}") as there:
        assert b"{:" not in there.read()


def test_a_page_without_places_leads_on_without_scripts(browser: Browser, moved: Server) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{moved.url}/van-ban/thong-tu-27/")
    page.wait_for_url(f"{moved.url}/van-ban/27-2020-tt-bgddt/")
    page.close()


@pytest.mark.parametrize("place", ["muc-i-y-1", "cho-cu"])
def test_a_page_with_places_keeps_the_one_asked_for_without_scripts(
    browser: Browser, moved: Server, place: str
) -> None:
    """A refresh would lose it, so the page lists its places, each with its new address."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{moved.url}/{OLD}#{place}")
    page.locator(f"#{place} a").click()
    end = REDIRECTS.get(f"{OLD}#{place}", f"{NEW}#{place}")
    page.wait_for_url(f"{moved.url}/{end}")
    page.close()


def test_the_text_of_a_notice_that_was_renamed_is_still_there(moved: Server) -> None:
    old, new = (f"{moved.url}/{page.rstrip('/')}.txt" for page in (OLD, NEW))
    with urlopen(old) as there, urlopen(new) as here:
        assert there.read() == here.read() != b""


def test_a_refresh_loses_the_place_asked_for(browser: Browser, moved: Server) -> None:
    """What the list is for; a browser that keeps it would make the list needless."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{moved.url}/van-ban/thong-tu-27/#cho-cu")
    page.wait_for_url(f"{moved.url}/van-ban/27-2020-tt-bgddt/")
    assert "#" not in page.url
    page.close()


def test_a_place_says_where_its_words_are_without_scripts(browser: Browser, moved: Server) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{moved.url}/thong-bao/2021-10/#muc-i-10")
    line = page.locator("#muc-i-10")
    assert line.inner_text().strip() == "Chỗ #muc-i-10 trước đây nay là /thong-bao/2022-03/#muc-i"
    line.locator("a").click()
    page.wait_for_url(f"{moved.url}/thong-bao/2022-03/#muc-i")
    page.close()
