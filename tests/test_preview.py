"""The preview: a saved record becomes the page; a broken one is told, and no page is lost."""

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from generator.generate import Generated
from generator.preview import building
from generator.preview.watching import Watched, changed
from generator.problems import Problem
from tests.small_department import ROOT, small_department

COMMAND = "import sys; from generator.cli import main; sys.exit(main())"
TITLE = "Kết luận Hội nghị giao ban"


class Preview:
    """`giaoban serve` in a folder as the clerk has it, and what it says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.record = max((folder / "records").glob("2*/*.yml"))
        self.page = f"thong-bao/{self.record.stem}/"
        self.process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, "serve", "--address", "127.0.0.1:0"],
            cwd=folder,
            env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PATH": "/usr/bin:/bin"},
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said: list[str] = []
        self._ready = threading.Event()
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()
        assert self._ready.wait(120), self.said
        self.address = next(line for line in self.said if "Xem ở" in line).split()[2].rstrip(";")

    def _listen(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr as said:
            for line in said:
                self.said.append(line.rstrip())
                if "Xem ở" in line:
                    self._ready.set()

    def get(self, path: str) -> str:
        with urlopen(self.address + path, timeout=60) as answer:
            return str(answer.read().decode())

    def state(self, seen: int = -1) -> dict[str, object]:
        """What the preview shows, as soon as it is not what was seen."""
        found = json.loads(self.get(f".giaoban/state?seen={seen}"))
        assert isinstance(found, dict)
        return found

    def save(self, old: str, new: str) -> dict[str, object]:
        """Change the newest record; what is shown when the preview is done with it."""
        text = self.record.read_text("utf-8")
        assert old in text
        with self.done():
            self.record.write_text(text.replace(old, new), "utf-8")
        return self.state()

    @contextmanager
    def done(self) -> Iterator[None]:
        """What is changed meanwhile has been built, or refused, on leaving."""
        before = self._builds()
        yield
        until = time.monotonic() + 120
        while self._builds() == before:
            assert time.monotonic() < until, self.said
            time.sleep(0.02)

    def _builds(self) -> int:
        return sum(line.startswith(("Đã dựng trang", "Chưa dựng lại")) for line in self.said)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(30)
        self._ear.join(30)
        return code


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    started = Preview(small_department(tmp_path_factory.mktemp("xem thử")))
    yield started
    assert started.stop() == 130


def test_a_saved_record_becomes_the_page(preview: Preview) -> None:
    assert "mới tinh" not in preview.get(preview.page)
    assert preview.save("title: ", "title: Bản mới tinh của ")["failures"] == []
    assert "Bản mới tinh của" in preview.get(preview.page)
    preview.save("title: Bản mới tinh của ", "title: ")
    assert "mới tinh" not in preview.get(preview.page)


def test_a_broken_record_is_told_and_the_last_good_pages_stay(preview: Preview) -> None:
    good = preview.get(preview.page)
    shown = preview.save("title: ", "titel: ")
    failures = shown["failures"]
    assert isinstance(failures, list)
    assert any("titel" in failure and preview.record.name in failure for failure in failures)
    assert any("titel" in line for line in preview.said)
    assert preview.get(preview.page) == good
    assert preview.save("titel: ", "title: ")["failures"] == []


def test_the_saved_notices_page_does_not_wait_for_the_others(preview: Preview) -> None:
    before = preview.state()["seen"]
    assert isinstance(before, int)
    with preview.done():
        text = preview.record.read_text("utf-8")
        preview.record.write_text(text.replace("title: ", "title: Bản đi trước của ", 1), "utf-8")
        first = preview.state(before)
        page = preview.get(preview.page)
    assert (first["seen"], first["failures"]) == (before + 1, [])
    assert "Bản đi trước của" in page
    settled = preview.state()
    assert settled["seen"] == before + 2
    assert preview.get(preview.page) == page
    preview.save("title: Bản đi trước của ", "title: ")


def test_a_page_by_hand_and_its_broken_link(preview: Preview) -> None:
    page = preview.folder / "docs" / "huong-dan" / "moi.md"
    with preview.done():
        page.write_text("# Trang mới\n\n[Xem](khong-co.md)\n", "utf-8")
    assert preview.state()["failures"] == [
        "docs/huong-dan/moi.md: liên kết «khong-co.md» dẫn đến trang không có; sửa lại địa chỉ"
    ]
    with preview.done():
        page.unlink()
    assert preview.state()["failures"] == []


@pytest.mark.parametrize(
    "path", ["../mkdocs.yml", "%2e%2e/%2e%2e/mkdocs.yml", "thong-bao/..%2f..%2fmkdocs.yml", "khong"]
)
def test_nothing_but_the_site_is_served(preview: Preview, path: str) -> None:
    with pytest.raises(HTTPError) as refused:
        preview.get(path)
    with refused.value as answer:
        assert answer.code == 404
        assert "Không có trang này" in answer.read().decode()


def test_folders_lead_to_their_pages_and_files_keep_their_kind(preview: Preview) -> None:
    with urlopen(preview.address + preview.page.rstrip("/"), timeout=60) as answer:
        assert answer.url == preview.address + preview.page
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    with urlopen(preview.address + "assets/styles/text.css", timeout=60) as answer:
        assert answer.headers["Content-Type"] == "text/css; charset=utf-8"


@pytest.mark.browser
def test_the_browser_shows_what_was_saved_and_what_is_wrong(
    preview: Preview, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(preview.address + preview.page)
    preview.save("title: ", "title: Bản thấy ngay của ")
    expect(page.locator("article")).to_contain_text("Bản thấy ngay của", timeout=60_000)
    preview.save("title: ", "titel: <b>")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("titel", timeout=60_000)
    expect(page.locator("article")).to_contain_text("Bản thấy ngay của")
    preview.save("titel: <b>", "title: ")
    expect(alert).to_have_count(0, timeout=60_000)
    preview.save("title: Bản thấy ngay của ", "title: ")
    page.close()


@pytest.mark.browser
def test_the_browser_searches_by_the_words_just_saved(preview: Preview, browser: Browser) -> None:
    synonyms = preview.folder / "records" / "synonyms.yml"
    text = synonyms.read_text("utf-8")
    page = browser.new_page()
    page.goto(f"{preview.address}tra-cuu/?q=ZXQBA")
    expect(page.locator(".search-status")).to_contain_text("Không tìm thấy")
    with preview.done():
        synonyms.write_text(text.replace("words:", "words:\n  bếp ăn: [ZXQBA]"), "utf-8")
    expect(page.locator(".search-result mark").first).to_have_text("bếp ăn", timeout=60_000)
    with preview.done():
        synonyms.write_text(text.replace("words:", "words:\n  ZXQBA: bếp ăn"), "utf-8")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("records/synonyms.yml:4: words.ZXQBA: ", timeout=60_000)
    with preview.done():
        synonyms.unlink()
    expect(alert).to_have_count(0, timeout=60_000)
    with preview.done():
        synonyms.write_text(text, "utf-8")
    page.close()


def test_the_first_build_may_fail_too(tmp_path: Path) -> None:
    folder = small_department(tmp_path)
    record = max((folder / "records").glob("2*/*.yml"))
    text = record.read_text("utf-8")
    record.write_text(text.replace("title: ", "titel: ", 1), "utf-8")
    started = Preview(folder)
    with pytest.raises(HTTPError) as refused:
        started.get("")
    with refused.value as answer:
        assert answer.code == 503
        assert "Chưa có trang nào" in answer.read().decode()
    assert started.save("titel: ", "title: ")["failures"] == []
    assert TITLE in started.get("") or "Kết luận" in started.get("")
    assert started.stop() == 130


def test_every_way_of_saving_is_noticed(tmp_path: Path) -> None:
    records, docs = tmp_path / "records", tmp_path / "docs"
    for folder in (records, docs / "thong-bao", docs / "huong-dan"):
        folder.mkdir(parents=True)
    record = records / "2021-12.yml"
    record.write_text("một", "utf-8")
    watched = Watched((records,), docs, frozenset({"index.md"}))
    before = watched.state()
    (records / ".2021-12.yml.swp").write_text("tệp tạm", "utf-8")
    (docs / "thong-bao" / "2021-12.md").write_text("trang sinh ra", "utf-8")
    (docs / "index.md").write_text("trang sinh ra", "utf-8")
    assert changed(before, watched.state()) == []
    beside = tmp_path / "beside"
    beside.write_text("hai", "utf-8")
    beside.rename(record)
    (docs / "huong-dan" / "index.md").write_text("viết tay", "utf-8")
    after = watched.state()
    assert changed(before, after) == [str(docs / "huong-dan" / "index.md"), str(record)]
    record.unlink()
    assert changed(after, watched.state()) == [str(record)]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--config", "khong-co.yml"], "không có tệp cấu hình này"),
        (["--address", "ở đâu đó"], "không phải là địa chỉ và cổng"),
        (["--address", "127.0.0.1:99999"], "không phải là địa chỉ và cổng"),
    ],
)
def test_what_cannot_be_served_is_told(tmp_path: Path, arguments: list[str], told: str) -> None:
    small_department(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "serve", *arguments],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert told in done.stderr


def test_a_public_site_is_previewed_as_public(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def generate(*_: object, public: bool, **__: object) -> Generated:
        asked.append(public)
        return Generated((Problem("a.yml", 1, "", "sai"),))

    monkeypatch.setattr(building, "generate", generate)
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: Thử\nplugins: [{giaoban: {public: true}}]\n", "utf-8")
    (tmp_path / "docs").mkdir()
    building._Builder().build(building.Order(config, tmp_path / "site"))
    assert asked == [True]
