"""The builders that are compared, each with what it needs laid out around the same Markdown."""

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

PROJECT = Path(__file__).parents[1]

_LAYOUT = """<!doctype html><html lang="vi">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><nav><a href="/">Trang chủ</a></nav><main>{{ .Content }}</main></body></html>
"""


@dataclass(frozen=True, slots=True)
class Builder:
    """`lay_out` prepares a folder with `records/` and `docs/`; `command` then builds there."""

    name: str
    lay_out: Callable[[Path], None]
    command: Sequence[str]
    output: str = "site"
    keeps: tuple[str, ...] = ("site",)
    """What stands between two builds; removed for a cold one."""
    reads_records: bool = False
    environment: Mapping[str, str] = field(default_factory=lambda: {"NO_MKDOCS_2_WARNING": "1"})


def _ours(folder: Path) -> None:
    config = (PROJECT / "mkdocs.yml").read_text("utf-8").replace("  - generator\n", "")
    theme = str(PROJECT / "generator" / "theme")
    (folder / "mkdocs.yml").write_text(config.replace("generator/theme", theme), "utf-8")


def _plain(folder: Path) -> None:
    """The same pages, navigation and Markdown extensions, but Material's search, not ours."""
    ours = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))
    config = {
        "site_name": ours["site_name"],
        "theme": {"name": "material", "language": "vi", "font": False, "variant": "classic"},
        "nav": ours["nav"],
        "not_in_nav": ours["not_in_nav"],
        "markdown_extensions": ours["markdown_extensions"],
        "plugins": ["search"],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")


def _hugo(folder: Path) -> None:
    """Hugo takes `_index.md` for the page of a folder."""
    for path in [*folder.glob("docs/**/index.md")]:
        path.rename(path.with_name("_index.md"))
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(_LAYOUT, "utf-8")
    (folder / "config.toml").write_text(
        'title = "Kết luận giao ban"\nbaseURL = "/"\ncontentDir = "docs"\npublishDir = "site"\n'
        'disableKinds = ["taxonomy", "term", "RSS"]\n[markup.goldmark.renderer]\nunsafe = true\n',
        "utf-8",
    )


def _nothing(folder: Path) -> None:
    """What is there will do."""


def _script(name: str) -> str:
    """A command that was installed beside this Python."""
    return str(Path(sys.executable).with_name(name))


_PYTHON = {"PYTHONPATH": str(PROJECT)}

YARDSTICK = "mkdocs"

BUILDERS = (
    Builder(YARDSTICK, _plain, (_script("mkdocs"), "build", "-q")),
    Builder(
        "giaoban",
        _ours,
        (_script("giaoban"), "build"),
        keeps=("site", "docs", ".cache"),
        reads_records=True,
        environment={"NO_MKDOCS_2_WARNING": "1", **_PYTHON},
    ),
    Builder("zensical", _plain, (_script("zensical"), "build"), keeps=("site", ".cache")),
    Builder("hugo", _hugo, ("hugo", "--quiet"), keeps=("site", "resources")),
    Builder(
        "jinja",
        _nothing,
        (sys.executable, "-m", "benchmarks.floor", "docs", "site"),
        environment=_PYTHON,
    ),
    Builder(
        "pages only",
        _nothing,
        (_script("giaoban"), "pages"),
        output="docs",
        keeps=("docs",),
        reads_records=True,
        environment=_PYTHON,
    ),
)
"""The last is our generator by itself, records to Markdown."""


def available() -> tuple[Builder, ...]:
    """Those whose command is on this machine."""
    return tuple(builder for builder in BUILDERS if shutil.which(builder.command[0]))
