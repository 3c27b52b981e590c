"""When pages may be kept at all, and the hash of everything that every page depends on."""

import hashlib
import json
import os
import platform
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path, PurePath
from typing import Any

import pathspec
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from generator import fingerprints

PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "MarkupSafe", "PyYAML", "babel")

PURE_EXTENSIONS = frozenset(
    "abbr admonition attr_list def_list fenced_code footnotes md_in_html meta nl2br sane_lists"
    " smarty tables toc".split()
)
"""Extensions of Python-Markdown whose output depends on the page and their options alone."""

KNOWN_PLUGINS = frozenset(
    {
        ("generator.plugin", "GiaobanPlugin"),
        ("material.plugins.search.plugin", "SearchPlugin"),
    }
)

PLACES = frozenset({"docs_dir", "site_dir"})
"""Where things are on this disk: no page may tell, and whoever asks while it is rendered gets
Doubt. So pages are the same wherever they are built, for a look or to be published.
"""

NOT_IN_PAGES = PLACES | {"plugins"}
"""Parts of the configuration that are hashed otherwise, or that no page can show."""


class Doubt(Exception):
    """Why a plain build is needed; the message is for developers."""


def check(config: MkDocsConfig) -> None:
    """Raise Doubt unless everything that takes part in the build is known."""
    for name in config.markdown_extensions:
        if name.removeprefix("markdown.extensions.") not in PURE_EXTENSIONS:
            raise Doubt(f"Markdown extension {name}")
    known = []
    for name, plugin in config.plugins.items():
        kind = type(plugin)
        if (kind.__module__, kind.__qualname__) not in KNOWN_PLUGINS:
            raise Doubt(f"plugin {name}")
        known.append(plugin)
    for event, methods in config.plugins.events.items():
        for method in methods:
            if not any(getattr(method, "__self__", None) is plugin for plugin in known):
                raise Doubt(f"a hook on {event}")
    if config.nav is None:
        raise Doubt("navigation made of all pages")


def global_hash(config: MkDocsConfig, nav: Navigation) -> str:
    """Changes with anything but its own Markdown and its links that can change a page."""
    parts = {
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
        "code": fingerprints.of_code(),
        "configuration": {
            name: _plain(value, name) for name, value in config.items() if name not in NOT_IN_PAGES
        },
        "plugins": {name: _plain(plugin.config, name) for name, plugin in config.plugins.items()},
        "theme": [_theme_hash(Path(folder)) for folder in config.theme.dirs],
        "nav": [_nav_item(item) for item in nav.items],
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _plain(value: object, where: str) -> Any:
    """A value as JSON holds it; Doubt for one that has no lasting spelling."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case PurePath():
            return str(value)
        case Theme():
            options = {name: _plain(option, where) for name, option in value.items()}
            return [options, list(value.dirs), sorted(value.static_templates)]
        case pathspec.PathSpec():
            return [repr(pattern) for pattern in value.patterns]
        case Config() | Mapping():
            items = [[_plain(key, where), _plain(item, where)] for key, item in value.items()]
            return {"items": items, "type": type(value).__name__}
        case list() | tuple():
            return [_plain(item, where) for item in value]
        case set() | frozenset():
            return sorted(_plain(item, where) for item in value)
    if type(value).__name__ == "Locale":  # Babel's, or what MkDocs puts in its place
        return str(value)
    raise Doubt(f"configuration {where}: a {type(value).__name__}")


def _nav_item(item: StructureItem) -> Any:
    """What a template may read of an entry; a title that stands only in the page is guarded."""
    match item:
        case Page():
            return ["page", item.__dict__.get("title"), item.file.src_uri, item.file.url]
        case Section():
            return ["section", item.title, [_nav_item(child) for child in item.children]]
        case Link():
            return ["link", item.title, item.url]
    raise Doubt(f"a {type(item).__name__} in the navigation")


def _theme_hash(folder: Path) -> str:
    """Bytes of a theme; of an installed one's files beside its templates, sizes and times."""
    if "site-packages" not in folder.parts and "dist-packages" not in folder.parts:
        return fingerprints.of_files(folder, folder.rglob("*"))
    states = list(_states(str(folder)))
    templates = (Path(path) for path, _, _ in states if path.endswith(".html"))
    found = hashlib.sha256(fingerprints.of_files(folder, templates).encode())
    for path, size, changed in states:
        found.update(f"{path}\0{size}\0{changed}\n".encode())
    return found.hexdigest()


def _states(folder: str) -> Iterator[tuple[str, int, int]]:
    """Material brings 14,000 icons: scandir is three times as fast as pathlib on them."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _states(entry.path)
        else:
            state = entry.stat()
            yield entry.path, state.st_size, state.st_mtime_ns
