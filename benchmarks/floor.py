"""The floor: each Markdown file through one Jinja layout, paragraphs escaped, nothing more."""

import sys
from pathlib import Path

import jinja2

_LAYOUT = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{{ path }}</title></head><body>
<nav>{% for name, link in nav %}<a href="{{ link }}">{{ name }}</a>{% endfor %}</nav>
<main>{% for paragraph in paragraphs %}<p>{{ paragraph }}</p>
{% endfor %}</main></body></html>
"""
_NAV = [("Trang chủ", "/"), ("Thông báo", "/thong-bao/"), ("Trường học", "/truong/")]


def main() -> None:
    docs, site = map(Path, sys.argv[1:3])
    layout = jinja2.Environment(autoescape=True).from_string(_LAYOUT)
    for source in sorted(docs.rglob("*.md")):
        path = source.relative_to(docs).with_suffix("")
        target = site / path / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        paragraphs = source.read_text("utf-8").split("\n\n")
        target.write_text(layout.render(path=path, nav=_NAV, paragraphs=paragraphs), "utf-8")


if __name__ == "__main__":
    main()
