"""Build the site beside the one people have; put it in its place only when it is whole."""

import shutil
from pathlib import Path

from generator.plugin import build_html


def build(config: Path, site: Path, *, public: bool = False) -> tuple[str, ...]:
    """What has to be mended, and `site` is as it was; nothing when `site` is now the new site."""
    if not config.is_file():
        return (f"{config}: không có tệp cấu hình này; chạy lệnh trong thư mục có mkdocs.yml",)
    site = site.absolute()
    new, old = site.with_name(f".{site.name}.new"), site.with_name(f".{site.name}.old")
    for left in (new, old):
        shutil.rmtree(left, ignore_errors=True)
    failures = build_html(config, new, public=public)
    if failures:
        shutil.rmtree(new, ignore_errors=True)
        return failures
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return ()
