"""The inner parts of MkDocs that we lean on, and whether they are still as we know them.

Everything taken from below MkDocs' documented surface is imported here and nowhere else.
"""

import hashlib
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import markdown
import mkdocs
from mkdocs.commands import build as _build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as _pages
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler, get_relative_url
from mkdocs.utils.templates import TemplateContext

__all__ = [
    "CountHandler",
    "ExtractAnchors",
    "ExtractTitle",
    "File",
    "Files",
    "MkDocsConfig",
    "Navigation",
    "Page",
    "RawHtml",
    "RelativePath",
    "TemplateContext",
    "build_extra_template",
    "build_page",
    "build_theme_template",
    "get_files",
    "get_navigation",
    "get_relative_url",
    "get_toc",
    "markdown_moved",
    "moved",
    "populate_page",
    "set_exclusions",
]

build_extra_template = _build._build_extra_template
build_page = _build._build_page
build_theme_template = _build._build_theme_template
populate_page = _build._populate_page

ExtractAnchors = _pages._ExtractAnchorsTreeprocessor
ExtractTitle = _pages._ExtractTitleTreeprocessor
RawHtml = _pages._RawHTMLPreprocessor
RelativePath = _pages._RelativePathTreeprocessor

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

KNOWN_MARKDOWN = {
    "blockparser.py": "8f80902265698aaee0f69cfcc02c6fcd3eb55ff4f68920235eea47264f0fdde0",
    "blockprocessors.py": "0522d16c4ddadc75e077e788912872ae8da45f6aa87169ed7b5f2a9a82e79ab8",
    "core.py": "b8fdb3a9eb5b6f139a50874f29f6e9b5ec4a6dcfba07da273c485800a4737d0d",
    "extensions/attr_list.py": "7049a49eb61bfce94e59e5be69aa259bdb041e2a2965aca0c5829f9b706fd5ec",
    "extensions/def_list.py": "3b8fd17e48fe615c254bdb8c96d7f00a526fd91f8c1700a36fa9a0c47dfae7b6",
    "extensions/fenced_code.py": "61a1d4e5b825530a3532f78e7eaebb7c82d2a785edd1abb66c286de1f5cba1c9",
    "extensions/tables.py": "fb23019f3a0f5afc038d435efb50fa4c6bfb36c5119bdc6b04b52d0d2a43beeb",
    "extensions/toc.py": "180266be023aa581d3e9a44033e2696507903f0a51159da4e9d86eed79fbb93c",
    "htmlparser.py": "caf8d97bcf231f9a7bbd8cec8144af0cdc66e73ebaab847d63376f4ddead1e5b",
    "inlinepatterns.py": "35f1c45afbc3e901a470728b1e713d3aba39bfe9af2ec150bd7b51f38541b228",
    "postprocessors.py": "bd30e317d0b1e125e562d51298780d77a4c822778ed4d5d98d3fc339b725780d",
    "preprocessors.py": "a6ae4d9c72a4392550788a3e6a30be62de3892fc8c57dec3d381413905dcb493",
    "serializers.py": "7cef1af99da20252c41686272d7b8697313ddb963e83e613dd2d5124655261fb",
    "treeprocessors.py": "bf575e7cb994079e4d9466565dc31ea102d852b1be3c5c922eea4a708c08dd48",
    "util.py": "908fb0650fbaf1d35fb017a4f732bfffbbce98e6728dc076cb85da332a008b23",
}
"""The same of Python-Markdown, for the stand-ins of `quick_markdown`."""


def moved() -> tuple[str, ...]:
    """What of MkDocs is not as we know it; empty when all is."""
    if version("mkdocs") != KNOWN_VERSION:
        return (f"MkDocs {version('mkdocs')}",)
    return _changed(Path(mkdocs.__file__).parent, KNOWN_SOURCES)


def markdown_moved() -> tuple[str, ...]:
    """What of Python-Markdown is not as we know it; empty when all is."""
    return _changed(Path(markdown.__file__).parent, KNOWN_MARKDOWN)


def _changed(folder: Path, known: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(path for path, expected in known.items() if _hash(folder / path) != expected)


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except OSError:
        return ""
