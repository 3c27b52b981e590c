"""What the accelerator renders again, what it keeps, and when it leaves all to MkDocs."""

import shutil
from pathlib import Path

import pytest
import yaml
from mkdocs.theme import Theme

from generator.accelerator import mkdocs_parts, store, workers
from generator.accelerator.theme_files import list_no_hidden_files
from generator.kept_files import CACHE
from tests.hand_written_site import Project, same
from tests.small_department import small_department


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1638403200")
    return Project(tmp_path)


@pytest.fixture
def side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even these few pages are worth other processes."""
    monkeypatch.setattr(workers, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(workers, "cores", lambda: 3)


def test_only_what_changed_is_rendered_again(project: Project) -> None:
    everything = len(project.names())
    assert same(project).rendered == everything
    assert same(project).rendered == 0
    project.write("thang/05", "# Khác\n\n## Việc {#viec}\n")
    assert same(project).rendered == 1
    project.write("thang/06", "[Xem](30.md#viec) và [xem](05.md#viec)\n")
    assert "thang/06.md" in same(project).messages[0]
    project.write("thang/30", "# Ba mươi\n\n## Việc {#viec}\n")
    found = same(project)
    assert (found.rendered, found.messages) == (2, ())
    (project.docs / "thang/30.md").unlink()
    found = same(project)
    assert (found.rendered, len(found.messages)) == (1, 1)
    (project.theme / "menu.html").write_text("Trình đơn khác", "utf-8")
    assert same(project).rendered == everything


def test_an_anchor_that_moves_away_is_missed_by_pages_that_did_not_change(project: Project) -> None:
    project.write("thang/01", "[Xem](02.md#viec)\n")
    assert same(project).messages == ()
    project.write("thang/02", "# Không còn mục ấy\n")
    found = same(project)
    assert found.rendered == 1
    assert "thang/01.md" in found.messages[0] and "#viec" in found.messages[0]


def damage(path: Path, how: str) -> None:
    content = path.read_bytes()
    match how:
        case "cut":
            path.write_bytes(content[: len(content) // 2])
        case "flip":
            middle = len(content) * 3 // 4
            flipped = bytes([content[middle] ^ 1])
            path.write_bytes(content[:middle] + flipped + content[middle + 1 :])
        case "empty":
            path.write_bytes(b"")
        case "folder":
            path.unlink()
            path.mkdir()


@pytest.mark.parametrize("how", ["cut", "flip", "empty", "folder"])
@pytest.mark.parametrize("damaged", ["*", "pages/*/*"])
def test_a_damaged_cache_costs_only_time(project: Project, how: str, damaged: str) -> None:
    same(project)
    kept = [path for path in (project.folder / CACHE).rglob(damaged) if path.is_file()]
    assert len(kept) >= len(project.names())
    for path in kept:
        damage(path, how)
    shutil.rmtree(project.folder / "fast")  # what stands there right is not asked of the cache
    assert same(project).rendered == len(project.names())


@pytest.mark.parametrize("known", ["kept", "lost"])
def test_pages_that_change_places_in_the_cache_are_not_taken(project: Project, known: str) -> None:
    same(project)
    same(project)
    first, second, *_ = sorted((project.folder / CACHE / "pages").glob("??/*"))
    shutil.copyfile(first, second)
    if known == "lost":
        (project.folder / CACHE / "pages" / "known" / "facts").unlink(missing_ok=True)
    shutil.rmtree(project.folder / "fast")
    assert same(project).rendered == 1


def test_what_is_known_of_pages_stands_together_after_the_second_build(project: Project) -> None:
    same(project)
    project.write("thang/01", "# Lời khác\n")
    same(project)
    same(project)
    for path in (project.folder / CACHE / "pages").glob("??/*"):
        path.unlink()
    assert same(project).rendered == 0
    shutil.rmtree(project.folder / "fast")
    assert same(project).rendered == len(project.names())


def test_what_is_known_of_a_page_follows_what_it_asked_for(project: Project) -> None:
    project.write("thang/01", "# Ảnh\n\n![Ảnh](anh.png)\n")
    assert len(same(project).messages) == 1
    same(project)
    (project.folder / "docs" / "thang" / "anh.png").write_bytes(b"")
    assert [same(project).rendered for _ in range(3)] == [1, 0, 0]


def test_hidden_files_of_a_theme_are_all_that_is_not_listed() -> None:
    env = Theme("material").get_env()
    every = env.list_templates()
    list_no_hidden_files(env)
    shown = [name for name in every if "/." not in f"/{name}"]
    assert 0 < len(shown) < len(every) / 20
    assert env.list_templates() == shown


def test_a_full_or_forbidden_disk_keeps_nothing_and_builds_all(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(beside: str, path: str) -> None:
        raise OSError(28, "No space left on device")

    (project.folder / ".cache").write_text("một tệp, không phải thư mục", "utf-8")
    assert same(project).rendered == len(project.names())
    (project.folder / ".cache").unlink()
    with monkeypatch.context() as patched:
        patched.setattr("os.replace", full)
        found = project.build()
    assert found.files == project.build(plain=True).files
    assert not [path for path in (project.folder / CACHE).rglob("*") if path.is_file()]


def test_what_a_killed_build_leaves_is_cleared_when_it_is_old(project: Project) -> None:
    same(project)
    shelf = next((project.folder / CACHE / "pages").iterdir())
    (shelf / "abc.123.new").write_bytes(b"half")
    kept = store.Store(project.folder / CACHE / "pages")
    kept.shrink(set())
    assert (shelf / "abc.123.new").exists()
    kept.shrink(set(), now=(shelf / "abc.123.new").stat().st_mtime + store.ABANDONED + 1)
    assert not (shelf / "abc.123.new").exists()


def test_the_cache_stays_within_its_bounds(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "SPARE_BYTES", 0)
    for number in range(5):
        project.configure(site_name=f"Tên thứ {number}")
        same(project)
    kept = [path for path in (project.folder / CACHE / "pages").rglob("*") if path.is_file()]
    assert len(kept) <= 2 * len(project.names()) + 1
    assert same(project).rendered == 0


TEMPLATES_THAT_DEPEND_ON_MORE = {
    "the list of all pages": "{% for file in pages %}{{ file.url }}{% endfor %}",
    "the day of the build": "{{ build_date_utc }}",
    "the year of the build": "{{ build_date_utc.year }}",
    "the day of the page": "{{ page.update_date if page }}",
    "where the site is built": "{{ 'ở đâu đó' if config.site_dir }}",
    "where its pages are": "{{ config.docs_dir | length }}",
    "the head of another page": "{% for item in nav %}{{ item.meta.icon }}{% endfor %}",
    "the text of another page": "{{ nav.homepage.content }}",
    "the title a neighbour gives itself": "{% if page %}{{ page.next_page.title }}{% endif %}",
}


@pytest.mark.usefixtures("side_by_side")
@pytest.mark.parametrize("template", TEMPLATES_THAT_DEPEND_ON_MORE.values(), ids=str)
def test_templates_that_read_more_than_their_page_are_built_plainly(
    project: Project, template: str
) -> None:
    project.configure(nav=["index.md", "thang/index.md", "thang/01.md"])
    (project.theme / "menu.html").write_text(template, "utf-8")
    assert "a template reads" in same(project).notes[0]
    assert "a template reads" in same(project).notes[0]


HOOK = """def on_page_markdown(markdown, **_):
    return markdown + "\\n\\nThêm."
"""


@pytest.mark.parametrize(
    "changed",
    [
        {"plugins": ["search"]},
        {"hooks": ["hook.py"]},
        {"markdown_extensions": ["pymdownx.snippets"]},
        {"nav": None},
        {"extra": {"when": yaml.safe_load("2021-12-02")}},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_nobody_vouches_for_is_built_plainly(
    project: Project, changed: dict[str, object]
) -> None:
    (project.folder / "hook.py").write_text(HOOK, "utf-8")
    project.configure(**changed)
    assert same(project).notes != []


def test_two_pages_of_one_address_are_built_plainly(project: Project) -> None:
    (project.docs / "thang" / "01").mkdir()
    project.write("thang/01/index", "# Hai trang cùng một chỗ\n")
    assert same(project).notes != []


def test_a_broken_template_fails_as_it_does_plainly(project: Project) -> None:
    (project.theme / "menu.html").write_text("{{ khong_co.gi_ca }}", "utf-8")
    for plain in (False, True):
        with pytest.raises(Exception, match="khong_co"):
            project.build(plain=plain)


def test_this_mkdocs_is_the_one_the_accelerator_knows() -> None:
    """When it fails: read what changed in those files, mend `site_build`, then note the hashes."""
    assert mkdocs_parts.moved() == ()


def test_another_mkdocs_is_left_to_itself(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {**mkdocs_parts.KNOWN_SOURCES, "structure/pages.py": "0" * 64}
    monkeypatch.setattr(mkdocs_parts, "KNOWN_SOURCES", known)
    assert "structure/pages.py" in same(project).notes[0]
    monkeypatch.setattr(mkdocs_parts, "KNOWN_VERSION", "1.7.0")
    assert "MkDocs" in same(project).notes[0]


@pytest.mark.usefixtures("side_by_side")
def test_the_real_theme_and_records_come_out_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1638403200")
    project = Project.__new__(Project)
    project.folder = small_department(tmp_path)
    first = same(project)
    assert (first.notes, first.messages) == ([], ())
    assert first.rendered > 20
    assert same(project).rendered == 0
    record = max((tmp_path / "records").glob("2*/*.yml"))
    record.write_text(record.read_text("utf-8").replace("nghiêm túc", "nghiêm chỉnh"), "utf-8")
    assert same(project).messages == ()
