"""The inner parts of MkDocs that we lean on, and whether they are still as we know them.

Everything taken from below MkDocs' documented surface is imported here and nowhere else.
"""

import hashlib
from importlib.metadata import version
from pathlib import Path

import mkdocs
from mkdocs.commands import build as _build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

__all__ = [
    "CountHandler",
    "File",
    "Files",
    "MkDocsConfig",
    "Navigation",
    "Page",
    "TemplateContext",
    "build_extra_template",
    "build_page",
    "build_theme_template",
    "get_files",
    "get_navigation",
    "moved",
    "populate_page",
    "set_exclusions",
]

build_extra_template = _build._build_extra_template
build_page = _build._build_page
build_theme_template = _build._build_theme_template
populate_page = _build._populate_page

KNOWN_VERSION = "1.6.1"

KNOWN_SOURCES = {
    "commands/build.py": "77fb0135d13f14223066a60c5a7e0293e333d1e6a4b058cebbb6d8acf8cc3825",
    "plugins.py": "6521cd3f12a99414368ebd3b23520aead930eb660b7d4e9253c2f8e87b87c310",
    "structure/__init__.py": "aac6c676ac968415bbf4f8e7497e46b4d5ad785d4433f8eef963f0ff3efb8e19",
    "structure/files.py": "4132e55a63c61e9a3494d9d913f2689a2f6096a811fc6641117adb35861726e4",
    "structure/nav.py": "582c2be1a2309c5922dd3882233a34e3e7385152564fede1d8a3e6489d44a109",
    "structure/pages.py": "28cc64c2f8b85b9272d49f0f2eb263851f86ed99796f8a593b11c0c7fbd11bf2",
    "structure/toc.py": "f1e35ef66730a65154b67c2dc38ac4e876e44214a3a1df1b35a110dbe6710b2f",
    "theme.py": "2319e57dfb4819dae1127845c485f693df05756f7c8501e1148bb02ccf8fac29",
    "utils/__init__.py": "defbc7a36700da5045cdeea84beada12aed38ca9d9bea8c7883ede6cb80370aa",
    "utils/meta.py": "8eace32c6adef88abb95951eee90ba6b8c13bd8f65c500f6200e60c0a41d85e2",
    "utils/rendering.py": "772f6f685fbe2095ddec52ae986b9af755d1f4d625bc5222127bde5405112e02",
    "utils/templates.py": "c2d8c7efd6f77495da0c9a45b4fd2d51b7c17fbc7db539666200ce3a5c1f0524",
}
"""SHA-256 of each source that the steps of `site_build` copy or rely on."""


def moved() -> tuple[str, ...]:
    """What of MkDocs is not as we know it; empty when all is."""
    if version("mkdocs") != KNOWN_VERSION:
        return (f"MkDocs {version('mkdocs')}",)
    folder = Path(mkdocs.__file__).parent
    return tuple(path for path, known in KNOWN_SOURCES.items() if _hash(folder / path) != known)


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except OSError:
        return ""
