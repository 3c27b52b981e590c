"""An accelerated build gives a clean plain build's bytes and messages, whatever was done before."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.accelerator import workers
from tests.hand_written_site import Project, same

WORDS = "giao ban tháng kết luận trường học báo cáo đội ngũ kiểm tra Đông Triều".split()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1638403200")
    return Project(tmp_path)


@pytest.fixture
def side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even these few pages are worth other processes."""
    monkeypatch.setattr(workers, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(workers, "cores", lambda: 3)


def edit(project: Project, pick: random.Random) -> None:
    name = pick.choice(project.names())
    project.write(name, f"{project.read(name)}\n{' '.join(pick.choices(WORDS, k=6))}\n")


def link(project: Project, pick: random.Random) -> None:
    """To a page or an anchor that may or may not be there, now or later."""
    name = pick.choice(project.months())
    target = pick.choice([*project.months(), "thang/99"]).removeprefix("thang/")
    anchor = pick.choice(["", "#viec", "#khong-co"])
    project.write(name, f"{project.read(name)}\n[Xem]({target}.md{anchor})\n")


def head(project: Project, pick: random.Random) -> None:
    name = pick.choice(project.names())
    project.write(name, f"---\ntitle: {pick.choice(WORDS)}\n---\n{project.read(name)}")


def add(project: Project, pick: random.Random) -> None:
    project.write(f"thang/{pick.randint(13, 99)}", "# Trang mới\n\n## Việc {#viec}\n")


def delete(project: Project, pick: random.Random) -> None:
    if len(project.months()) > 3:
        (project.docs / f"{pick.choice(project.months())}.md").unlink()


def rename(project: Project, pick: random.Random) -> None:
    old, new = pick.choice(project.months()), f"thang/{pick.randint(13, 99)}"
    (project.docs / f"{old}.md").rename(project.docs / f"{new}.md")


def move_anchor(project: Project, pick: random.Random) -> None:
    name = pick.choice(project.months())
    project.write(name, project.read(name).replace("{#viec}", "{#viec-khac}"))


def attach(project: Project, pick: random.Random) -> None:
    (project.docs / f"{pick.choice('abc')}.txt").write_text(pick.choice(WORDS), "utf-8")


def change_theme(project: Project, pick: random.Random) -> None:
    template = project.theme / pick.choice(["main.html", "menu.html"])
    template.write_text(f"{template.read_text('utf-8')}<p>{pick.choice(WORDS)}</p>", "utf-8")


def configure(project: Project, pick: random.Random) -> None:
    changes: list[dict[str, object]] = [
        {"site_name": pick.choice(WORDS)},
        {"site_url": pick.choice(["", "https://a.example.vn/b/"])},
        {"use_directory_urls": pick.choice([True, False])},
        {"markdown_extensions": ["attr_list", pick.choice(["toc", "abbr"])]},
        {"nav": [{pick.choice(WORDS): "index.md"}]},
        {"exclude_docs": pick.choice(["0*.md", "1*.md", ""])},
    ]
    project.configure(**pick.choice(changes))


def meddle(project: Project, pick: random.Random) -> None:
    """The older site that a build begins with holds what nobody built."""
    site = project.folder / "fast"
    files = sorted(path for path in site.rglob("*") if path.is_file())
    if not files:
        return
    chosen = pick.choice(files)
    match pick.randint(0, 5):
        case 0:
            chosen.write_text("sửa tay", "utf-8")
        case 1:
            chosen.unlink()
        case 2:
            (chosen.parent / "thua.html").write_text("thừa", "utf-8")
        case 3:
            chosen.unlink()
            chosen.symlink_to(project.folder / "mkdocs.yml")
        case 4:
            chosen.unlink()
            (chosen / "sau").mkdir(parents=True)
            (chosen / "sau" / "tep").write_text("tệp trong thư mục", "utf-8")
        case 5:
            kept = project.folder / "kept"
            kept.unlink(missing_ok=True)
            kept.hardlink_to(chosen)


def undo(project: Project, pick: random.Random) -> None:
    """Back to where the project began: what was kept then serves again."""
    shutil.rmtree(project.docs)
    shutil.rmtree(project.theme)
    Project(project.folder)


CHANGES: tuple[Callable[[Project, random.Random], None], ...] = (
    *(edit, link, head, add, delete, rename, move_anchor, attach),
    *(change_theme, configure, meddle, meddle, undo),
)


@pytest.mark.parametrize("seed", range(12))
def test_any_sequence_of_changes_gives_a_plain_builds_bytes(project: Project, seed: int) -> None:
    pick = random.Random(seed)
    assert same(project).notes == []
    for _ in range(8):
        for _ in range(pick.randint(1, 3)):
            pick.choice(CHANGES)(project, pick)
        assert same(project).notes == []


@pytest.mark.usefixtures("side_by_side")
@pytest.mark.parametrize("seed", range(100, 104))
def test_nor_does_it_matter_that_processes_share_the_work(project: Project, seed: int) -> None:
    pick = random.Random(seed)
    for _ in range(4):
        pick.choice(CHANGES)(project, pick)
        assert same(project).notes == []
