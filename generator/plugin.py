"""MkDocs' side of the house: the writer called before each build, and builds called from Python.

The only module that knows MkDocs.
"""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner, in English, on every build

from mkdocs.commands import build
from mkdocs.config import config_options, load_config
from mkdocs.config.base import BaseConfigOption, Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from generator import accelerator
from generator.day_given import WrongDay
from generator.generate import Generated, generate
from generator.kept_files import CACHE
from generator.mkdocs_messages import Unconfigured, in_vietnamese
from generator.problems import in_passing
from generator.progress import Progress
from generator.search.engine import without_comments
from generator.search.sisters import NO_SISTERS, SisterSites, sister_sites
from generator.writer import HandWritten

THEME = Path(__file__).parent / "theme"


class GiaobanConfig(Config):
    """`records`: the folder of records, beside `mkdocs.yml`; `public`: leave out the private;
    `sisters` and `found_by`: other departments' sites, read by `sister_sites`.
    """

    records = config_options.Type(str, default="records")
    public = config_options.Type(bool, default=False)
    sisters = BaseConfigOption[object]()
    found_by = BaseConfigOption[object]()


class GiaobanPlugin(BasePlugin[GiaobanConfig]):
    """Writes the pages of the records into `docs_dir` before MkDocs reads it."""

    generated: Generated | None = None
    written: Generated | None = None
    keeps: bool = False
    progress: Progress | None = None
    today: date | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if str(THEME) not in config.theme.dirs:  # installed from the wheel: no custom_dir
            config.theme.dirs.insert(0, str(THEME))
        config.extra["public"] = self.config.public
        sites, faults = _sister_sites(config, self.config)
        if faults:
            raise Abort("\n".join(faults))
        if sites.searched:
            config.extra["sisters"] = {
                "own": config.site_author or config.site_name,
                "sites": [
                    {"key": site.key, "name": site.name, "address": site.address}
                    for site in sites.searched
                ],
            }
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        if self.generated:
            self.today = self.generated.today
            return
        folder = Path(config.config_file_path).parent / self.config.records
        try:
            generated = generate(
                folder,
                Path(config.docs_dir),
                public=self.config.public,
                cache=Path(config.config_file_path).parent / CACHE if self.keeps else None,
                progress=self.progress or Progress(),
            )
        except (HandWritten, WrongDay) as clash:
            raise Abort(str(clash)) from None
        for line in in_passing(generated.problems):
            print(line, file=sys.stderr)
        if generated.errors:
            raise Abort(f"{len(generated.errors)} lỗi trong bản ghi: chưa dựng trang.")
        self.written, self.today = generated, generated.today

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Our scripts go out as they are loaded, without their comments."""
        for file in files.javascript_files():
            if file.abs_src_path and Path(file.abs_src_path).is_relative_to(THEME):
                file.content_string = without_comments(file.content_string)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """The site map's dates are the records', not the clock's: equal records, equal bytes."""
        for file in files.documentation_pages():
            if file.page and self.today:
                file.page.update_date = self.today.isoformat()
        return nav


def _sister_sites(config: MkDocsConfig, ours: GiaobanConfig) -> tuple[SisterSites, tuple[str, ...]]:
    sites, faults = sister_sites(ours.sisters, ours.found_by, config.site_url or "")
    file = Path(config.config_file_path).name
    return sites, tuple(f"{file}: {fault}" for fault in faults)


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, worded for the clerk."""

    def __init__(self, config: str) -> None:
        super().__init__(logging.WARNING)
        self.config = config
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(in_vietnamese(record.getMessage(), self.config))


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration says of where things are; `site_url` is empty where nobody knows.

    `watched` are the places that its `watch` names; `faults` are what is wrong with the sister
    sites; `public` is whether it asks for a public site, whatever the command says.
    """

    records: Path
    docs: Path
    site_url: str
    watched: tuple[Path, ...] = ()
    sister_sites: SisterSites = NO_SISTERS
    faults: tuple[str, ...] = ()
    public: bool = False


@contextmanager
def _told(config: Path) -> Iterator[list[str]]:
    """What MkDocs warns of meanwhile, in Vietnamese, instead of letting it be said."""
    heard = _Warnings(config.name)
    log = logging.getLogger("mkdocs")
    log.addHandler(heard)
    log.propagate = False
    try:
        yield heard.lines
    finally:
        log.removeHandler(heard)
        log.propagate = True


def _unread(error: Exception, file: Path) -> str:
    said = in_vietnamese(f"{error}", file.name)
    return said if said != f"{error}" else f"{file.name}: không đọc được tệp cấu hình: {error}"


def settings(config_file: Path) -> Settings:
    """Where things are; raises Unconfigured."""
    with _told(config_file) as lines:
        try:
            config = load_config(str(config_file))
        except Exception as error:  # also what it inherits or hooks into may fail
            said = [] if isinstance(error, Abort) else [_unread(error, config_file)]
            raise Unconfigured("\n".join([*lines, *said])) from None
    ours = config.plugins.get("giaoban")
    own = ours.config if isinstance(ours, GiaobanPlugin) else GiaobanConfig()
    sites, faults = _sister_sites(config, own)
    return Settings(
        Path(config.config_file_path).parent / own.records,
        Path(config.docs_dir),
        config.site_url or "",
        tuple(map(Path, config.watch)),
        sites,
        faults,
        own.public,
    )


def build_html(
    config_file: Path,
    site_dir: Path,
    *,
    public: bool = False,
    docs: Path | None = None,
    generated: Generated | None = None,
    plain: bool = False,
    progress: Progress | None = None,
    warm: Callable[[accelerator.Warm], None] = lambda warm: None,
    wrote: Callable[[Generated], None] = lambda generated: None,
) -> tuple[str, ...]:
    """Build the site into `site_dir`; the messages of what is wrong, none when all is well.

    `public` leaves out what only the department may read; `docs` stands for the configured folder,
    `generated` is what was written there already; `plain` leaves all to MkDocs,
    `warm` gets what can render single pages, `wrote` what was written for a build that went well.
    """
    progress = progress or Progress()
    with _told(config_file) as heard:
        try:
            given = {"site_dir": str(site_dir)} | ({"docs_dir": str(docs)} if docs else {})

            def configured() -> MkDocsConfig:
                config = load_config(str(config_file), strict=True, **given)
                ours = config.plugins.get("giaoban")
                if isinstance(ours, GiaobanPlugin):
                    ours.config.public |= public
                    ours.generated, ours.progress, ours.keeps = generated, progress, not plain
                return config

            config = configured()
            if not plain:
                try:
                    cache = Path(config.config_file_path).parent / CACHE
                    warm(accelerator.build(config, cache, progress))
                    _tell(config, wrote)
                    return tuple(heard)
                except accelerator.Doubt as doubt:
                    progress.note(f"Dựng theo cách thường của MkDocs: {doubt}")
                    heard.clear()
                    ours = config.plugins.get("giaoban")
                    if isinstance(ours, GiaobanPlugin):
                        generated = generated or ours.written
                    config = configured()
            with progress.phase("Dựng trang bằng MkDocs"):
                config.plugins.on_startup(command="build", dirty=False)
                try:
                    build.build(config)
                finally:
                    config.plugins.on_shutdown()
            _tell(config, wrote)
        except Abort as stopped:
            return (*heard, *([] if heard else [str(stopped)]))
        except ConfigurationError as error:
            return (*heard, _unread(error, config_file))
    return tuple(heard)


def _tell(config: MkDocsConfig, wrote: Callable[[Generated], None]) -> None:
    ours = config.plugins.get("giaoban")
    if isinstance(ours, GiaobanPlugin) and (known := ours.generated or ours.written):
        wrote(known)
