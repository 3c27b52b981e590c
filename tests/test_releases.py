"""What stands in the folder of published sites, whatever happened there before."""

import errno
import json
import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from generator import breakdowns
from generator.generate import Generated
from generator.plugin import Settings
from generator.published.ledger import Ledger
from generator.publishing import disk, publish, shelving
from generator.publishing.going_live import Order
from generator.publishing.releases import NotPublished, Release, Shelf

HEX = "0123456789abcdef"


@dataclass(slots=True)
class Place:
    """A folder to publish into, where each site is a page and data named by its content."""

    order: Order
    site_url: str = ""
    said: list[str] = field(default_factory=list)
    next: str = "a"

    @property
    def shelf(self) -> Shelf:
        return self.order.shelf

    def publish(self, version: str, *, public: bool = False, reload: str = "") -> str:
        self.next = version
        order = Order(self.order.config, self.shelf, public, reload)
        return publish.publish(order, self.said.append)

    def back(self) -> str:
        return publish.back(self.order, self.said.append)

    def live(self) -> str:
        return (self.shelf.root / "index.html").read_text("utf-8")[-8]

    def data(self) -> set[str]:
        """The versions whose search data the live site answers with."""
        return {path.read_text() for path in (self.shelf.root / "tra-cuu").glob("*.js")}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    project = tmp_path / "dự án"
    (project / "docs").mkdir(parents=True)
    (project / "records").mkdir()
    config = project / "mkdocs.yml"
    config.write_text("")
    place = Place(Order(config, Shelf(tmp_path / "web" / "giao ban")))

    def build_html(config: Path, site: Path, **_: object) -> tuple[str, ...]:
        (site / "tra-cuu").mkdir(parents=True)
        (site / "index.html").write_text(f'<html lang="vi">{place.next}</html>', "utf-8")
        name = (HEX[ord(place.next) % 16] * 12) + ".js"
        (site / "tra-cuu" / f"tu-{name}").write_text(place.next)
        return ()

    def settings(config: Path) -> Settings:
        return Settings(config.parent / "records", config.parent / "docs", place.site_url)

    def generate(*_: object, **__: object) -> Generated:
        return Generated((), None, date(2022, 1, 1), Ledger(), {"": {}})

    for name, function in (
        ("build_html", build_html),
        ("settings", settings),
        ("generate", generate),
    ):
        monkeypatch.setattr(publish, name, function)
    return place


def refused(place: Place, version: str = "z", *, public: bool = False) -> str:
    """What is said; nothing in the folder has changed."""
    before = sorted(place.shelf.folder.rglob("*"))
    with pytest.raises(NotPublished) as reason:
        place.publish(version, public=public)
    assert sorted(place.shelf.folder.rglob("*")) == before
    return str(reason.value)


def test_a_site_being_removed_when_the_run_was_killed_never_comes_live(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(folder: Path) -> None:
        if shelving.GONE in folder.name:
            raise KeyboardInterrupt
        shutil.rmtree(folder, ignore_errors=True)

    for version in "abcd":
        place.publish(version)
    monkeypatch.setattr(disk, "remove", killed)
    with pytest.raises(KeyboardInterrupt):
        place.publish("e")
    assert [place.back() for _ in range(3)] == ["000004", "000003", "000002"]
    with pytest.raises(NotPublished, match="không còn bản nào trước"):
        place.back()
    assert place.live() == "b"


def test_a_site_that_an_older_version_half_removed_is_not_gone_back_to(place: Place) -> None:
    for version in "abc":
        place.publish(version)
    (place.shelf.path("000002") / "index.html").unlink()
    assert place.back() == "000001"
    assert place.live() == "a"


def test_at_most_three_back_even_where_removing_was_cut_short(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut:
        cut.setattr(shelving, "prune", lambda shelf: None)
        for version in "abcdef":
            place.publish(version)
    assert [place.back() for _ in range(3)] == ["000005", "000004", "000003"]
    with pytest.raises(NotPublished, match="không còn bản nào trước"):
        place.back()


def test_numbers_only_grow_and_what_was_taken_back_does_not_come_again(place: Place) -> None:
    for version in "abc":
        place.publish(version)
    assert place.back() == "000002"
    assert place.publish("d") == "000004"
    assert place.shelf.names() == ["000001", "000002", "000004"]
    assert place.back() == "000002"
    assert place.publish("e") == "000005"


def test_nothing_is_removed_before_the_new_site_is_live(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in "abc":
        place.publish(version)
    place.back()
    (place.shelf.folder / "current").unlink()
    with monkeypatch.context() as broken:
        broken.setattr(publish, "build_html", lambda *_, **__: ("hỏng",))
        with pytest.raises(NotPublished, match="hỏng"):
            place.publish("d")
    assert place.shelf.names() == ["000001", "000002", "000003"]
    with pytest.raises(NotPublished, match="không chạy được"):
        place.publish("d", reload="false")
    assert place.shelf.names() == ["000001", "000002", "000003", "000004"]
    assert place.publish("e") == "000005"


def test_where_the_pointer_is_lost_there_is_no_way_back(place: Place) -> None:
    place.publish("a")
    place.publish("b")
    (place.shelf.folder / "current").unlink()
    with pytest.raises(NotPublished, match="không còn bản nào trước"):
        place.back()
    assert place.shelf.names() == ["000001", "000002"]


def test_where_the_pointer_is_lost_a_public_site_is_still_known_to_be_one(place: Place) -> None:
    place.publish("a", public=True)
    (place.shelf.folder / "current").unlink()
    assert "bản công khai" in refused(place)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("folder", "đang là một thư mục thật"),
        ("file", "đang là một tệp"),
        ("elsewhere", "không phải một bản trong"),
        ("unlisted", "tệp này thiếu hoặc hỏng"),
    ],
)
def test_a_pointer_that_is_not_ours_is_told_and_nothing_is_touched(
    place: Place, made: str, told: str
) -> None:
    place.publish("a")
    current = place.shelf.folder / "current"
    if made == "unlisted":
        place.shelf.list_of("000001").write_text("{")
    else:
        current.unlink()
    if made == "folder":
        current.mkdir()
        (current / "f").write_text("quý")
    elif made == "file":
        current.write_text("quý")
    elif made == "elsewhere":
        current.symlink_to("/usr/share/000001")
    said = refused(place)
    assert told in said
    assert ", hoặc" in said or "rồi chạy lại" in said


@pytest.mark.parametrize(
    "foreign",
    [
        "server/nginx.conf",
        "server/ghi chú.txt",
        "releases/2021/f",
        "releases/000009/f",
        "releases/000010",
        ".new/f",
        "thư.txt",
    ],
)
def test_what_is_somebody_elses_is_named_and_left_alone(place: Place, foreign: str) -> None:
    place.publish("a")
    path = place.shelf.folder / foreign
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("server { quý }")
    said = refused(place)
    assert foreign.removesuffix("/f") in said
    assert "hãy chuyển thứ ấy đi" in said
    assert path.read_text() == "server { quý }"


@pytest.mark.parametrize("foreign", ["server/nginx.conf", "current/index.html", "tệp.txt"])
def test_a_folder_never_published_into_is_not_even_locked(place: Place, foreign: str) -> None:
    path = place.shelf.folder / foreign
    path.parent.mkdir(parents=True)
    path.write_text("server { quý }")
    refused(place)


def test_what_a_killed_run_left_is_not_somebody_elses(place: Place) -> None:
    place.publish("a")
    folder = place.shelf.folder
    for left in (".new/docs/x", ".new/site/y", "releases/.gone-000000/x", "releases/000002.json"):
        (folder / left).parent.mkdir(parents=True, exist_ok=True)
        (folder / left).write_text("{")
    (folder / "server" / ".nginx.conf.new").write_text("# Do «giao", "utf-8")
    assert place.publish("b") == "000003"
    assert not (folder / "releases" / ".gone-000000").exists()


def test_open_pages_find_their_data_after_every_swap_in_both_directions(place: Place) -> None:
    for version in "abc":
        place.publish(version)
    assert place.data() == {"a", "b", "c"}
    place.back()
    assert place.data() == {"a", "b", "c"}
    place.back()
    assert place.data() == {"a", "b", "c"}


def test_into_a_public_site_comes_only_what_was_public_and_live_just_before(place: Place) -> None:
    place.publish("a")
    place.publish("b", public=True)
    assert place.data() == {"b"}
    place.publish("c", public=True)
    assert place.data() == {"b", "c"}
    place.publish("d", public=True)
    assert place.data() == {"c", "d"}
    place.back()
    assert place.data() == {"b", "c", "d"}


def test_from_a_public_site_there_is_no_way_back_to_an_internal_one(place: Place) -> None:
    place.publish("a")
    place.publish("b", public=True)
    with pytest.raises(NotPublished) as reason:
        place.back()
    assert "000001 là bản nội bộ, không dùng lại ở đây được" in str(reason.value)
    assert "sửa bản ghi rồi công bố với «--public»" in str(reason.value)


@pytest.fixture
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.parametrize("umask", [0o077, 0o027, 0o022], indirect=True)
def test_what_is_served_is_readable_whatever_the_umask(place: Place, umask: None) -> None:
    place.publish("a")
    place.publish("b")
    folder = place.shelf.folder
    served = [folder.parent, folder, *(p for p in folder.rglob("*") if p.name != ".lock")]
    for path in served:
        if not path.is_symlink():
            expected = 0o755 if path.is_dir() else 0o644
            assert stat.S_IMODE(path.stat().st_mode) == expected, path


def test_a_folder_that_somebody_closed_stays_closed(place: Place) -> None:
    place.shelf.folder.mkdir(parents=True, mode=0o750)
    place.publish("a")
    assert stat.S_IMODE(place.shelf.folder.stat().st_mode) == 0o750


def test_a_ledger_that_is_gone_is_told(place: Place) -> None:
    place.publish("a")
    ledger = place.order.config.parent / "records" / "published.json"
    ledger.unlink()
    said = refused(place)
    assert "records/published.json: không còn tệp này" in said
    assert "lấy lại tệp trong git" in said
    ledger.write_text('{"pages": {}, "redirects": {}}')
    assert place.publish("b") == "000002"


def test_where_the_server_is_not_told_nothing_that_it_may_read_is_removed(place: Place) -> None:
    place.order = Order(place.order.config, Shelf(place.shelf.folder, by_link=False))
    for version in "abcdef":
        place.publish(version)
    assert len(place.shelf.names()) == 6
    assert "Chưa xóa bản cũ nào" in place.said[-1]
    place.publish("g", reload="true")
    assert place.shelf.names() == ["000004", "000005", "000006", "000007"]


def test_ready_files_name_the_folder_without_steps_back(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = place.shelf.folder
    (folder.parent / "khác").mkdir(parents=True)
    monkeypatch.chdir(folder.parent / "khác")
    place.order = Order(place.order.config, Shelf(Path("..") / folder.name))
    place.publish("a")
    for text in (path.read_text("utf-8") for path in (folder / "server").iterdir()):
        assert f'"{folder}/current"' in text
        assert ".." not in text.replace("[0-9a-f]{8}..", "")


def test_ready_files_for_a_site_in_a_subfolder_are_told_to_be_unfit(place: Place) -> None:
    place.publish("a")
    assert not any("site_url" in line for line in place.said)
    place.site_url = "https://pgd.example.vn/giao-ban/"
    place.publish("b")
    assert any("thư mục con «/giao-ban/»" in line for line in place.said)


@pytest.mark.parametrize(
    ("number", "named", "target", "told"),
    [
        (errno.ENOSPC, "docs/a.md", "web/.new/docs/a.md", "«web»: đĩa đã đầy; giải phóng"),
        (errno.EDQUOT, None, None, "«web»: đã dùng hết phần đĩa được cấp"),
        (errno.ENOSPC, "records/published.json", None, "«records»: đĩa đã đầy"),
        (errno.EACCES, "web/.lock", None, "«web/.lock»: không có quyền; xem lại chủ"),
        (errno.EROFS, "web/.lock", None, "«web»: đĩa chỉ cho đọc"),
        (errno.ENAMETOOLONG, "web/x", None, "«web/x»: tên quá dài"),
        (errno.ENOTDIR, "web/x", None, "là tệp, không phải thư mục"),
        (123456, "web/x", None, "hệ điều hành báo lỗi số 123456"),
    ],
)
def test_what_the_disk_refuses_is_said_in_vietnamese_and_names_the_target(
    number: int, named: str | None, target: str | None, told: str
) -> None:
    error = OSError(number, os.strerror(number), named, None, target)
    said = breakdowns.refused(error, Path("web"))
    assert told in said
    assert os.strerror(number) not in said


def test_the_list_of_a_release_says_after_which_it_came(place: Place) -> None:
    place.publish("a")
    place.publish("b")
    content = json.loads(place.shelf.list_of("000002").read_text())
    assert (content["after"], content["size"]) == ("000001", 4)


def shelf(folder: Path, releases: dict[str, dict[str, object]], live: str) -> Shelf:
    """A folder as other versions may have left it; each release is a page and its list."""
    for name, listed in releases.items():
        (folder / "releases" / name).mkdir(parents=True)
        (folder / "releases" / name / "index.html").write_text("Trang", "utf-8")
        content = {"made": "2022-01-05", "public": False, "hashes": [], "hashed": []}
        text = json.dumps({**content, "carried": [], **listed})
        (folder / "releases" / f"{name}.json").write_text(text, "utf-8")
    (folder / "current").symlink_to(f"releases/{live}")
    return Shelf(folder)


def test_a_pointer_to_what_is_gone_is_to_nothing(tmp_path: Path) -> None:
    there = shelf(tmp_path, {"000001": {}}, "000001")
    assert (there.live, there.root) == ("000001", tmp_path / "current")
    shutil.rmtree(tmp_path / "releases" / "000001")
    assert (there.live, there.pointed) == ("", "releases/000001")


def test_where_links_cannot_be_swapped_a_file_says_which_is_live(tmp_path: Path) -> None:
    there = Shelf(tmp_path, by_link=False)
    assert there.pointed == ""
    shelf(tmp_path, {"000001": {}, "000002": {}}, "000001")
    (tmp_path / "current.txt").write_text("releases/000002\n", "utf-8")
    assert (there.live, there.root) == ("000002", tmp_path / "releases" / "000002")


def test_a_folder_is_named_as_it_is_called_but_for_steps_back(tmp_path: Path) -> None:
    (tmp_path / "thật").mkdir()
    (tmp_path / "gọi").symlink_to("thật")
    assert Shelf(tmp_path / "gọi").whole_path == tmp_path / "gọi"
    assert Shelf(tmp_path / "gọi" / ".." / "thật").whole_path == tmp_path / "thật"


def test_only_what_is_a_number_with_a_site_and_its_list_is_a_release(tmp_path: Path) -> None:
    there = shelf(tmp_path, {"000001": {}, "000002": {}, "000010": {}}, "000010")
    releases = tmp_path / "releases"
    for name in ("000003x", "12345", "cũ"):
        (releases / name).mkdir()
        (releases / f"{name}.json").write_text("{}", "utf-8")
    shutil.rmtree(releases / "000001")
    (releases / "000002.json").unlink()
    assert there.numbers() == ["000001", "000002", "000010"]
    assert there.names() == ["000010"]


@pytest.mark.parametrize(
    ("live", "after", "earlier"),
    [
        ("000004", {}, ["000003", "000002", "000001"]),
        ("000003", {}, ["000002", "000001"]),
        ("000004", {"000004": "000002"}, ["000002", "000001"]),
        ("000004", {"000004": "000003", "000003": "000001"}, ["000003", "000001"]),
        ("000002", {"000002": ""}, []),
        ("000005", {}, ["000004", "000003", "000002"]),
    ],
)
def test_the_way_back_is_along_what_was_live_before(
    live: str, after: dict[str, str], earlier: list[str], tmp_path: Path
) -> None:
    listed: dict[str, dict[str, object]] = {f"00000{number}": {} for number in range(1, 7)}
    for name, before in after.items():
        listed[name] = {"after": before}
    assert shelf(tmp_path, listed, live).earlier() == earlier


def test_what_lacks_a_file_its_first_page_or_its_list_is_not_whole(tmp_path: Path) -> None:
    there = shelf(tmp_path, {"000001": {"size": 1}, "000002": {"size": 2}, "000003": {}}, "000001")
    assert [there.is_whole(name) for name in there.names()] == [True, False, True]
    page = tmp_path / "releases" / "000001" / "index.html"
    page.rename(page.with_name("khác.html"))
    assert not there.is_whole("000001")
    (tmp_path / "releases" / "000003.json").write_text("[]", "utf-8")
    assert not there.is_whole("000003")


def test_a_list_is_read_back_and_one_of_an_older_version_as_far_as_it_goes(tmp_path: Path) -> None:
    said = {"sisters": ["https://a.vn"], "found_by": ["https://b.vn"], "size": 7, "after": "000001"}
    there = shelf(tmp_path, {"000001": {}, "000002": said}, "000002")
    new, old = there.release("000002"), there.release("000001")
    assert (new.sisters, new.found_by, new.size, new.after) == (
        ("https://a.vn",),
        ("https://b.vn",),
        7,
        "000001",
    )
    assert (old.sisters, old.found_by, old.size, old.after) == ((), (), 1, None)
    assert old == Release("000001", "2022-01-05", False, (), ())
