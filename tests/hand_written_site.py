"""A small site of hand-written pages, built by the accelerator and by plain MkDocs."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.accelerator.site_build import RENDERED
from generator.plugin import build_html
from generator.progress import Progress

MAIN = """<!doctype html><title>{{ page.title if page else 'Không có' }}</title>
{% include "menu.html" %}
{% if page %}{{ page.content }}{% for item in page.toc %}{{ item.url }} {% endfor %}{% endif %}
{% if page and page.next_page %}<a href="{{ page.next_page.url|url }}">sau</a>{% endif %}
{{ config.site_name }}
"""
MENU = """{% for item in nav %}
<a{% if item.active %} class="here"{% endif %} href="{{ item.url|url }}">{{ item.title }}</a>
{% endfor %}"""


@dataclass(frozen=True, slots=True)
class Built:
    """Files by path, what MkDocs said, how many pages were rendered, why not accelerated."""

    files: dict[str, bytes]
    messages: tuple[str, ...]
    rendered: int
    notes: list[str]


class Project:
    """A small site of hand-written pages that can be changed in every way people change one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.docs, self.theme = folder / "docs", folder / "theme"
        for place in (self.docs / "thang", self.theme):
            place.mkdir(parents=True)
        (self.theme / "main.html").write_text(MAIN, "utf-8")
        (self.theme / "menu.html").write_text(MENU, "utf-8")
        (self.theme / "404.html").write_text("{% extends 'main.html' %}", "utf-8")
        self.configuration: dict[str, object] = {
            "site_name": "Giao ban",
            "site_url": "https://giaoban.example.vn/",
            "theme": {"name": None, "custom_dir": "theme", "static_templates": ["404.html"]},
            "nav": [{"Trang chủ": "index.md"}, {"Tháng": "thang/index.md"}],
            "not_in_nav": "/**",
            "plugins": [],
            "markdown_extensions": ["attr_list", "tables"],
            "validation": {"anchors": "warn"},
        }
        self.configure()
        for name in ("index", "thang/index", *(f"thang/{number:02}" for number in range(1, 13))):
            self.write(name, f"# {name}\n\nLời đầu của {name}.\n\n## Việc {{#viec}}\n\nLàm ngay.\n")

    def configure(self, **changed: object) -> None:
        self.configuration |= changed
        text = yaml.safe_dump(self.configuration, allow_unicode=True, sort_keys=False)
        (self.folder / "mkdocs.yml").write_text(text, "utf-8")

    def write(self, name: str, text: str) -> None:
        (self.docs / f"{name}.md").write_text(text, "utf-8")

    def read(self, name: str) -> str:
        return (self.docs / f"{name}.md").read_text("utf-8")

    def names(self) -> list[str]:
        found = self.docs.rglob("*.md")
        return sorted(path.relative_to(self.docs).as_posix()[:-3] for path in found)

    def months(self) -> list[str]:
        return [name for name in self.names() if not name.endswith("index")]

    def build(self, *, plain: bool = False) -> Built:
        """Plainly from nothing, or in the folder that the build before left."""
        site = self.folder / ("plain" if plain else "fast")
        if plain:
            shutil.rmtree(site, ignore_errors=True)
        progress = Progress()
        messages = build_html(self.folder / "mkdocs.yml", site, plain=plain, progress=progress)
        files = {
            path.relative_to(site).as_posix(): path.read_bytes()
            for path in site.rglob("*")
            if path.is_file()
        }
        return Built(files, messages, progress.counts.get(RENDERED, 0), progress.notes)


def same(project: Project) -> Built:
    """Build both ways and compare; what the accelerated build was."""
    fast, plain = project.build(), project.build(plain=True)
    assert fast.files.keys() == plain.files.keys()
    assert [path for path in plain.files if fast.files[path] != plain.files[path]] == []
    assert fast.messages == plain.messages
    return fast
