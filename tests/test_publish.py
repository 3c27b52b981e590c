"""Publishing: whatever happens, readers get a whole site, the old one or the new one."""

import hashlib
import http.client
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator import cli
from generator.publishing.releases import KEPT, Shelf
from tests.publishing import Publisher, Run, publisher
from tests.servers import Server, nginx
from tests.small_department import ROOT, small_department

PAGES = 30
NOTICE = "records/2021/2021-10.yml"
GUIDE = "docs/huong-dan/index.md"
GIAOBAN = [sys.executable, "-c", "import sys; from generator.cli import main; sys.exit(main())"]


@dataclass(frozen=True, slots=True)
class Bench:
    """A project, a folder to publish into, and sites made beforehand that differ in every file."""

    publisher: Publisher
    project: Path
    shelf: Path
    sites: tuple[Path, ...]

    def publish(self, site: int, *arguments: str) -> Run:
        folders = (self.project, self.shelf, self.sites[site])
        return self.publisher.start(*map(str, folders), *arguments)

    def tried(self, site: int, *arguments: str) -> tuple[int, str]:
        """Publish and wait; how it ended and what was said."""
        return self.publish(site, *arguments).ended()

    def published(self, site: int, *arguments: str) -> None:
        code, said = self.tried(site, *arguments)
        assert code == 0, said

    def live(self) -> str:
        """Which site is live; fails unless it is whole."""
        return whole(self.shelf / "current")


def page(version: str, number: int) -> str:
    style = hashlib.sha256(version.encode()).hexdigest()[:12]
    return (
        f'<!doctype html><html lang="vi"><head><link rel="stylesheet" href="assets/s.{style}.css">'
        f"</head><body><p>bản {version}, trang {number}</p>{'chữ ' * 3000}</body></html>"
    )


def whole(site: Path) -> str:
    versions = set()
    for number in range(PAGES):
        text = (site / f"{number or 'index'}.html").read_text("utf-8")
        found = re.search(r"bản (\w+), trang", text)
        assert found
        assert text == page(found[1], number)
        versions.add(found[1])
        (style,) = re.findall(r'href="([^"]+)"', text)
        assert (site / style).read_text("utf-8") == f"/* {found[1]} */"
    (version,) = versions
    return version


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("sites")
    for version in "ABCDEF":
        (folder / version / "assets").mkdir(parents=True)
        for number in range(PAGES):
            name = f"{number or 'index'}.html"
            (folder / version / name).write_text(page(version, number), "utf-8")
        style = hashlib.sha256(version.encode()).hexdigest()[:12]
        (folder / version / "assets" / f"s.{style}.css").write_text(f"/* {version} */")
    return tuple(folder / version for version in "ABCDEF")


@pytest.fixture(scope="module")
def publishing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Publisher]:
    with publisher(tmp_path_factory.mktemp("said")) as running:
        yield running


@pytest.fixture
def bench(tmp_path: Path, sites: tuple[Path, ...], publishing: Publisher) -> Bench:
    project = tmp_path / "dự án"
    (project / "docs").mkdir(parents=True)
    (project / "records").mkdir()
    (project / "mkdocs.yml").write_text("site_name: Thử\nplugins: [giaoban]\n", "utf-8")
    return Bench(publishing, project, tmp_path / "công bố", sites)


def test_the_new_site_stands_in_the_place_of_the_old(bench: Bench) -> None:
    for site, version in enumerate("ABC"):
        bench.published(site)
        assert bench.live() == version


def test_the_last_three_can_be_had_back_one_after_the_other(
    bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    for site in range(6):
        bench.published(site)
    assert len(Shelf(bench.shelf).names()) == KEPT + 1
    back = ["publish", str(bench.shelf), "--back", "--config", str(bench.project / "mkdocs.yml")]
    for version in "EDC":
        assert cli.main(back) == 0
        assert bench.live() == version
    assert cli.main(back) == 1
    assert "không còn bản nào trước" in capsys.readouterr().err
    assert bench.live() == "C"
    bench.published(0)
    assert bench.live() == "A"
    assert cli.main(back) == 0
    assert bench.live() == "C", "what was taken back once doesn't come again"


def test_an_open_page_still_finds_the_files_it_was_made_with(bench: Bench) -> None:
    for site in range(5):
        bench.published(site)
    styles = {path.read_text() for path in (bench.shelf / "current" / "assets").iterdir()}
    assert styles == {"/* B */", "/* C */", "/* D */", "/* E */"}


@pytest.mark.parametrize("how", ["kill", "full"])
def test_it_may_be_cut_short_before_any_step(bench: Bench, how: str) -> None:
    """Killed before each change in turn, or the disk full there, until one run gets through."""
    bench.published(0)
    seen, step = set(), 0
    while True:
        step += 1
        before, site = bench.live(), step % 2
        code, said = bench.tried(site, "--step", str(step), how)
        live = bench.live()
        seen.add(live == before)
        assert live in (before, "AB"[site])
        if "cắt" not in said:
            break
        assert (code == -signal.SIGKILL) == (how == "kill")
        if how == "full":
            assert ("đĩa đã đầy" in said) == (code != 0)
            assert not (bench.shelf / ".new").exists()
    assert step > 15, "there are that many steps at least"
    assert live == "AB"[site]
    bench.published(1 - site)
    assert bench.live() == "AB"[1 - site]
    assert len(Shelf(bench.shelf).names()) <= KEPT + 1


@pytest.mark.parametrize("how", ["kill", "full"])
def test_going_back_may_be_cut_short_before_any_step(bench: Bench, how: str) -> None:
    """What open pages need is copied first, so that comes to several steps."""
    for site in (0, 1):
        bench.published(site)
    step = 0
    while bench.live() == "B":
        step += 1
        code, said = bench.tried(0, "--back", "--step", str(step), how)
        assert bench.live() in "AB"
        assert "cắt" in said or (code, bench.live()) == (0, "A"), said
    assert step > 5, "there are that many steps at least"
    styles = {path.read_text() for path in (bench.shelf / "current" / "assets").glob("*.css")}
    assert styles == {"/* A */", "/* B */"}
    bench.published(2)
    assert bench.live() == "C"


def test_only_one_publishes_at_a_time(bench: Bench) -> None:
    first = bench.publish(0, "--slow", "2")
    until = time.monotonic() + 20
    while not (bench.shelf / ".new").exists():
        assert time.monotonic() < until
        time.sleep(0.02)
    code, said = bench.tried(1)
    assert (code, first.ended()[0]) == (1, 0)
    assert "một lần công bố khác đang chạy" in said
    assert bench.live() == "A"


def test_a_folder_with_other_things_in_it_is_left_alone(bench: Bench) -> None:
    bench.shelf.mkdir()
    (bench.shelf / "thư.txt").write_text("quý")
    code, said = bench.tried(0)
    assert code == 1
    assert "thư.txt" in said
    assert [path.name for path in bench.shelf.iterdir()] == ["thư.txt"]


def test_an_internal_site_never_takes_a_public_ones_place(bench: Bench) -> None:
    bench.published(0)
    bench.published(1, "--public")
    code, said = bench.tried(2)
    assert code == 1
    assert "bản công khai" in said
    back = ["publish", str(bench.shelf), "--back", "--config", str(bench.project / "mkdocs.yml")]
    assert cli.main(back) == 1
    assert bench.live() == "B"


def test_the_web_server_reads_its_files_before_pages_need_them(bench: Bench) -> None:
    bench.published(0)
    seen = bench.shelf.parent / "lúc nạp lại"
    copy = f"cp -rL '{bench.shelf}/current' '{seen}'"
    bench.published(1, "--reload", copy)
    assert (whole(seen), bench.live()) == ("A", "B")


def test_where_the_web_server_refuses_nothing_changes(bench: Bench) -> None:
    bench.published(0)
    code, said = bench.tried(1, "--reload", "false")
    assert code == 1
    assert "«false» không chạy được" in said
    assert bench.live() == "A"


@dataclass(slots=True)
class Readers:
    """People reading all along; `bad` are answers that none should get."""

    server: Server
    answers: int = 0
    bad: list[str] = field(default_factory=list)
    may_retry: bool = False
    _stop: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def reading(self, people: int = 4) -> Iterator[None]:
        threads = [threading.Thread(target=self._read, args=(seed,)) for seed in range(people)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._stop.set()
            for thread in threads:
                thread.join(20)

    def _read(self, seed: int) -> None:
        chance = random.Random(seed)
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        while not self._stop.is_set():
            number = chance.randrange(PAGES)
            address = f"/{number}.html" if number else "/"
            try:
                text = self._asked(connection, address)
                found = re.search(r"bản (\w+), trang", text)
                if not found or text != page(found[1], number):
                    self.bad.append(f"{address}: {text[:200]!r}")
                    continue
                (style,) = re.findall(r'href="([^"]+)"', text)
                if self._asked(connection, f"/{style}") != f"/* {found[1]} */":
                    self.bad.append(style)
            except (OSError, http.client.HTTPException) as error:
                self.bad.append(f"{address}: {error!r}")
                connection.close()
            time.sleep(0.002)
        connection.close()

    def _asked(self, connection: http.client.HTTPConnection, address: str) -> str:
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            if not self.may_retry:
                raise
            # A kept connection that the server has let go of: any browser asks again.
            connection.close()
            connection.request("GET", address)
            answer = connection.getresponse()
        content = answer.read()
        self.answers += 1
        return f"{answer.status}" if answer.status != 200 else content.decode()


def test_readers_get_whole_sites_while_publishing_is_killed(bench: Bench, tmp_path: Path) -> None:
    bench.published(0)
    started = time.monotonic()
    bench.published(1)
    takes = time.monotonic() - started
    chance = random.Random(20211202)
    killed, lives = 0, set[str]()
    with nginx(bench.shelf, tmp_path / "nginx") as server:
        readers = Readers(server)
        with readers.reading():
            while killed < 60 or (len(lives) < 2 and killed < 600):
                run = bench.publish(chance.randrange(6))
                # The second half of a run is where things move; kill there most often. Beside the
                # readers a run takes longer: none may be at its end before all are given more time.
                longest = 1.2 if len(lives) > 1 else 1.2 + killed / 20
                time.sleep(takes * chance.uniform(0.2, longest))
                run.kill()
                killed += run.ended()[0] == -signal.SIGKILL
                lives.add(bench.live())
    assert readers.bad == []
    assert readers.answers > 1000
    assert len(lives) > 1


def test_where_a_link_cannot_be_swapped_the_servers_file_is(bench: Bench, tmp_path: Path) -> None:
    """The way of Windows: the server's own file names the folder, and the server is told."""
    bench.published(0, "--by-file")
    with nginx(bench.shelf, tmp_path / "nginx") as server:
        readers = Readers(server, may_retry=True)
        with readers.reading():
            for site in (1, 2, 3, 4, 5):
                bench.published(site, "--by-file", "--reload", server.reload)
                run = bench.publish(0, "--by-file", "--reload", server.reload)
                time.sleep(0.1)
                run.kill()
                run.ended()
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.request("GET", "/")
        assert "bản " in connection.getresponse().read().decode()
        connection.close()
    assert readers.bad == []
    assert readers.answers > 200


@pytest.fixture(scope="module")
def department(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_department(tmp_path_factory.mktemp("phòng"))


def giaoban(
    project: Path, *arguments: str, file_size: int = 0
) -> "subprocess.CompletedProcess[str]":
    def limit() -> None:
        if file_size:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    return subprocess.run(
        [*GIAOBAN, *arguments],
        cwd=project,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        preexec_fn=limit,
    )


def test_the_small_department_is_published_and_every_check_passes(department: Path) -> None:
    done = giaoban(department, "publish", "trang")
    assert done.returncode == 0, done.stderr
    assert "Đã công bố bản 000001" in done.stdout
    assert (department / "trang" / "current" / "thong-bao" / "2021-10" / "index.html").is_file()
    assert '"thong-bao/2021-10/": {' in (department / "records" / "published.json").read_text()
    assert not (department / "docs" / "thong-bao").exists(), "publishing writes nowhere else"


def test_what_is_published_is_what_a_plain_build_makes(tmp_path: Path) -> None:
    """Pages kept by an earlier build are taken."""
    project = small_department(tmp_path)
    for arguments in (["build"], ["publish", "trang"], ["build", "--plain", "--site", "thường"]):
        done = giaoban(project, *arguments)
        assert done.returncode == 0, done.stderr
    differ = subprocess.run(
        ["diff", "-r", "thường", "trang/current"],
        cwd=project,
        capture_output=True,
        text=True,
    )
    assert differ.stdout.splitlines() == ["Only in trang/current: web.config"]


@pytest.mark.parametrize(
    ("file", "find", "put", "told"),
    [
        (NOTICE, "met: 2021-10-04", "met: 2021-13-04", f"{NOTICE}:6: met"),
        (GUIDE, "# ", '<a href="../khong-co/">x</a>\n\n# ', "khong-co"),
        (GUIDE, "# ", '<img src="https://example.org/a.png" alt="">\n\n# ', "từ ngoài trang"),
        (GUIDE, "# ", '<p style="color:red">x</p>\n\n# ', "bị trình duyệt chặn"),
        (GUIDE, "# ", '<p onclick="x()">x</p>\n\n# ', "bị trình duyệt chặn"),
    ],
)
def test_what_is_wrong_is_named_and_the_live_site_stays(
    department: Path, file: str, find: str, put: str, told: str
) -> None:
    shelf = Shelf(department / "trang")
    before = shelf.live
    path = department / file
    text = path.read_text("utf-8")
    path.write_text(text.replace(find, put, 1), "utf-8")
    try:
        done = giaoban(department, "publish", "trang")
    finally:
        path.write_text(text, "utf-8")
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert "Trang đang dùng vẫn giữ nguyên" in done.stderr
    assert (shelf.live, (department / "trang" / ".new").exists()) == (before, False)


def test_a_full_disk_is_told_in_words_and_leaves_nothing(department: Path) -> None:
    shelf = Shelf(department / "trang")
    before = shelf.live
    done = giaoban(department, "publish", "trang", file_size=40_000)
    assert done.returncode == 1
    assert "không ghi được" in done.stderr
    assert "Traceback" not in done.stderr
    assert (shelf.live, (department / "trang" / ".new").exists()) == (before, False)


def test_the_real_thing_may_be_killed_while_it_builds(department: Path) -> None:
    shelf = Shelf(department / "trang")
    if not shelf.root.exists():  # this test by itself
        assert giaoban(department, "publish", "trang").returncode == 0
    copy = department / "trang sao"
    shutil.copytree(shelf.root, copy)
    chance = random.Random(2021)
    for _ in range(8):
        process = subprocess.Popen(
            [*GIAOBAN, "publish", "trang"],
            cwd=department,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.3, 2.5))
        process.kill()
        process.wait(60)
        assert (shelf.root / "index.html").read_text("utf-8").endswith("</html>")
    done = giaoban(department, "publish", "trang")
    assert done.returncode == 0, done.stderr
    same = subprocess.run(
        ["diff", "-r", str(copy), str(shelf.root)], capture_output=True, text=True
    )
    assert same.stdout == "", "equal records, equal bytes"
