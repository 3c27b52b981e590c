"""The scripts that search, as one: what `worker.js` of the theme loads when somebody searches.

They stand apart in the theme, to be read; together, without their comments, they are loaded in one
go, and named by content they are kept with the data that they were made for.
"""

from functools import cache
from importlib import resources

SCRIPTS = (
    "old-browsers fold ranks times numbers number-reader codes texts segment loaded"
    " documents schools entries catalogue calendar near-names names asked near wording"
    " ranking naming anchors engine show filters material"
).split()


@cache
def search_engine() -> bytes:
    folder = resources.files("generator") / "theme" / "assets" / "search"
    scripts = [(folder / f"{name}.js").read_text("utf-8") for name in SCRIPTS]
    return "\n".join(map(without_comments, scripts)).encode()


def without_comments(script: str) -> str:
    """The script without indentation, empty lines and comments that begin a line."""
    kept, is_comment = [], False
    for line in map(str.strip, script.split("\n")):
        is_comment = is_comment or line.startswith("/*")
        if line and not is_comment:
            kept.append(line)
        if is_comment and line.endswith("*/"):
            is_comment = False
    return "\n".join(kept) + "\n"
