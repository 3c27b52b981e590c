"""The steps of MkDocs' own build (`mkdocs.commands.build.build`), with kept pages put in place.

The order is MkDocs': what is written later may replace what is written earlier, and messages come
as a plain build says them.
"""

import hashlib
import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import jinja2
from mkdocs.exceptions import Abort

from generator.accelerator import mkdocs_parts as mkdocs
from generator.accelerator import workers
from generator.accelerator.conditions import Doubt, check, global_hash
from generator.accelerator.kept_templates import KeptTemplates
from generator.accelerator.mkdocs_parts import File, Files, MkDocsConfig, Navigation
from generator.accelerator.pages import Facts, Message, Renderer, heard, say
from generator.accelerator.site_folder import SiteFolder
from generator.accelerator.store import Damaged, Store
from generator.accelerator.theme_files import list_no_hidden_files
from generator.accelerator.watched import ListedPage, Place, UndatedPage, place
from generator.accelerator.workers import Job
from generator.progress import Progress

RENDERED = "Dựng trang"
"""The phase whose count is that of the pages rendered anew."""


class Warm:
    """A build that is over and ready to render one page more, for a preview in a hurry."""

    def __init__(self, renderer: Renderer, files: Files) -> None:
        self.renderer, self.files = renderer, files

    def page(self, source: str, markdown: str) -> tuple[str, bytes] | None:
        """Where a page goes in the site, and its HTML as `markdown` makes it; no file is touched.

        None for a page that was not there when the site was built.
        """
        file = self.files.get_file_from_path(source)
        if file is None or file.page is None:
            return None
        path = file.abs_src_path
        file.content_string = markdown
        try:
            return file.dest_uri, self.renderer.render(file, write=False)[1]
        finally:
            file._content, file.abs_src_path = None, path


def build(
    config: MkDocsConfig, cache: Path, progress: Progress, *, most_workers: int | None = None
) -> Warm:
    """Build into `config.site_dir`; raises Doubt, and Abort as MkDocs does."""
    if moved := mkdocs.moved():
        raise Doubt(f"not the MkDocs we know: {', '.join(moved)}")
    check(config)
    counter = mkdocs.CountHandler()
    counter.setLevel(logging.WARNING)
    log = logging.getLogger("mkdocs")
    if config.strict:
        log.addHandler(counter)
    try:
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        warm = _Build(config, cache, progress).run(most_workers)
        config.plugins.on_post_build(config=config)
        if counts := counter.get_counts():
            said = ", ".join(f"{count} {name.lower()}s" for name, count in counts)
            raise Abort(f"Aborted with {said} in strict mode!")
        return warm
    except (Abort, Doubt):
        raise
    except Exception as error:  # a plain build says in its own words what is wrong
        raise Doubt(f"{type(error).__name__}: {error}") from error
    finally:
        log.removeHandler(counter)


class _Build:
    def __init__(self, config: MkDocsConfig, cache: Path, progress: Progress) -> None:
        self.config, self.progress = config, progress
        self.store = Store(cache / "pages")
        self.templates = KeptTemplates(cache / "templates")
        self.pages: dict[str, Facts] = {}

    def run(self, most_workers: int | None) -> Warm:
        with self.progress.phase("Xem các tệp"):
            self.site = SiteFolder(self.config.site_dir)
            files, nav, env = self._gathered()
            listed = _listed(files)
            common = global_hash(self.config, nav)
        with self.progress.phase("Chép tệp tĩnh"), heard() as said:
            self._write_static(files, nav, env)
        jobs = [_job(file, common) for file in listed]
        with self.progress.phase("Lấy trang đã dựng", len(jobs)) as advance:
            missing: list[Job] = []
            known: dict[str, Facts] = {}
            places = {path: place(file) for path, file in files.src_uris.items()}
            for job in jobs:
                if facts := self._put_in_place(job, places):
                    known[job.key] = facts
                else:
                    missing.append(job)
                advance()
            self.store.keep_known(known)
        with self.progress.phase(RENDERED, len(missing)) as advance:
            renderer = Renderer(self.config, files, nav, env)
            for job in missing:
                self.site.free(job.file.abs_dest_path)
            for job, page in workers.render(renderer, missing, self.store, most_workers):
                self.pages[job.file.src_uri] = page
                advance()
        with self.progress.phase("Kiểm tra liên kết"):
            self.site.clear()
            self._say([self.pages[file.src_uri] for file in listed], said)
            self._check_anchors(listed, files)
            if missing:
                self.store.shrink({job.key for job in jobs})
        return Warm(renderer, files)

    def _gathered(self) -> tuple[Files, Navigation, jinja2.Environment]:
        config = self.config
        files = mkdocs.get_files(config)
        env = config.theme.get_env()
        env.bytecode_cache = self.templates
        list_no_hidden_files(env)
        files.add_files_from_theme(env, config)
        files = config.plugins.on_files(files, config=config)
        mkdocs.set_exclusions(files, config)
        nav = mkdocs.get_navigation(files, config)
        nav = config.plugins.on_nav(nav, config=config, files=files)
        return files, nav, config.plugins.on_env(env, config=config, files=files)

    def _write_static(self, files: Files, nav: Navigation, env: jinja2.Environment) -> None:
        _seen_as(files, ListedPage)
        for file in files:
            if not file.is_documentation_page() and file.inclusion.is_included():
                self.site.copy(file)
        for name in self.config.theme.static_templates:
            for written in (name, f"{name}.gz"):
                self.site.free(os.path.join(self.site.folder, written))
            mkdocs.build_theme_template(name, env, files, self.config, nav)
        for name in self.config.extra_templates:
            mkdocs.build_extra_template(name, files, self.config, nav)
        _seen_as(files, UndatedPage)

    def _put_in_place(self, job: Job, places: Mapping[str, Place]) -> Facts | None:
        kept = self.store.get(job.key)
        if kept is None or any(places.get(path) != was for path, was in kept.facts.asked.items()):
            return None
        try:
            if kept.facts.checksum:
                self.site.put(job.file.abs_dest_path, kept.facts.checksum, kept.html)
        except Damaged:
            return None
        self.pages[job.file.src_uri] = replace(kept.facts, asked={})
        return kept.facts

    def _say(self, pages: Sequence[Facts], of_templates: Sequence[Message]) -> None:
        for page in pages:
            say(page.read_messages)
        say(of_templates)
        for page in pages:
            say(page.build_messages)

    def _check_anchors(self, listed: Sequence[File], files: Files) -> None:
        """MkDocs' own check, asked only about pages where a link's anchor is missing."""
        anchors = {path: frozenset(page.anchors) for path, page in self.pages.items()}
        level = self.config.validation.links.anchors
        for file in listed:
            links = self.pages[file.src_uri].links
            lost = {to for to in links if to in anchors and not anchors[to].issuperset(links[to])}
            if not lost or file.page is None:
                continue
            file.page.links_to_anchors = {}
            for to, found in links.items():
                target = files.get_file_from_path(to)
                if to in lost and target and target.page:
                    file.page.links_to_anchors[target] = dict(found)
                    target.page.present_anchor_ids = set(anchors[to])
            file.page.validate_anchor_links(files=files, log_level=level)


def _listed(files: Files) -> Sequence[File]:
    """The pages to build; Doubt where two of them would be one file."""
    listed = files.documentation_pages()
    if len({file.dest_uri for file in listed}) < len(listed):
        raise Doubt("two pages of one address")
    if any(file.src_dir is None or file.page is None for file in listed):
        raise Doubt("a page that is no file")
    return listed


def _seen_as(files: Files, kind: type[ListedPage]) -> None:
    for file in files:
        if file.page is not None:
            file.page.__class__ = kind


def _job(file: File, common: str) -> Job:
    content = file.content_bytes
    title = file.page.__dict__.get("title") if file.page else None
    place_ = "\0".join([common, file.src_uri, file.dest_uri, file.inclusion.name, repr(title)])
    key = hashlib.sha256(place_.encode("utf-8", "surrogatepass") + b"\0" + content)
    return Job(key.hexdigest(), file, len(content))
