"""What a web server says with every page: a strict policy computed from the pages' own inline
scripts, and ready files for nginx, Apache, Caddy and IIS.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import quoteattr

_TEMPLATES = Path(__file__).parent / "servers"

SERVER_FILES = ("nginx.conf", "apache.conf", "Caddyfile")
WRITTEN_BY_US = "# Do «giaoban publish» viết ra".encode()
"""How each of them begins: what begins otherwise is somebody's own."""

DATA = r"^/tra-cuu/[\w-]+\.js$"
"""Addresses of search data, which sister sites may be let read."""

HASHED = (
    r"^/(?:assets|tra-cuu)/(?:[\w-]+/)*[\w.-]*\w"
    r"[.-](?:[0-9a-f]{8}\.min|[0-9a-f]{12,64})\.[a-z0-9]+$"
)
"""Addresses of files that are named by their content: another content has another name.

Material's own have 8 digits and `.min`, ours 12 or more; `thong-bao-20211204.pdf` has a date.
"""

LONG = "public, max-age=31536000, immutable"
SHORT = "no-cache"
"""May be kept, must be asked for again: an unchanged file answers with 304 and no content."""

_HEADER_LINES = ('add_header {} "{}" always;', 'Header always set {} "{}"', 'header {} "{}"')

_IIS_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "text/xml; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
    ".avif": "image/avif",
}


def script_hash(script: str) -> str:
    """A script as a policy names it (CSP 3, 2.3.1)."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(hashes: Iterable[str], sisters: Iterable[str] = ()) -> str:
    """The Content-Security-Policy of a site whose inline scripts have these hashes.

    `sisters` are where the search data of its sister sites are: read as data, never run.
    """
    scripts = " ".join(["'self'", *sorted(set(hashes))])
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            " ".join(["connect-src 'self'", *sorted(set(sisters))]),
            "worker-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def is_hashed(name: str) -> bool:
    """Whether a file of the site, by its path, is named by its content."""
    return re.match(HASHED, f"/{name}") is not None


@dataclass(frozen=True, slots=True)
class Served:
    """What the ready files are made of.

    `root` is the folder to serve, `folder` the one that was published into, both whole paths;
    `hashed` are the files of the site that are named by their content; `sisters` are where the
    search data of sister sites are, `found_by` the origins whose pages may read this site's.
    """

    folder: str
    root: str
    hashes: Sequence[str]
    hashed: Sequence[str] = ()
    public: bool = False
    sisters: Sequence[str] = ()
    found_by: Sequence[str] = ()

    @property
    def headers(self) -> dict[str, str]:
        """Those that every answer carries."""
        always = {
            "Content-Security-Policy": policy(self.hashes, self.sisters),
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            # Search data are scripts, which any page anywhere could load and read without this.
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        }
        return always if self.public else {**always, "X-Robots-Tag": "noindex, nofollow"}


def server_files(served: Served) -> dict[str, str]:
    """File name -> content, for a folder of their own."""
    return {
        name: _filled(name, served, [line.format(*header) for header in served.headers.items()])
        for name, line in zip(SERVER_FILES, _HEADER_LINES, strict=True)
    }


def web_config(served: Served) -> str:
    """What IIS reads from the site's own root.

    By itself it can name one reader of the search data, always the same.
    """
    headers = [
        f"        <add name={quoteattr(name)} value={quoteattr(value)} />"
        for name, value in served.headers.items()
    ]
    types = [
        f'      <remove fileExtension="{ending}" />\n'
        f'      <mimeMap fileExtension="{ending}" mimeType="{kind}" />'
        for ending, kind in _IIS_TYPES.items()
    ]
    cached = [
        f"  <location path={quoteattr(name)}>\n    <system.webServer>\n      <staticContent>\n"
        '        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" />\n'
        "      </staticContent>\n    </system.webServer>\n  </location>"
        for name in served.hashed
    ]
    text = _filled("web.config", served, headers)
    return text.replace("<<types>>", "\n".join(types)).replace("<<cached>>", "\n".join(cached))


def _filled(template: str, served: Served, headers: Sequence[str]) -> str:
    text = (_TEMPLATES / template).read_text("utf-8")
    readers = len(served.found_by)
    for name, holds in (("readers", readers > 0), ("one", readers == 1), ("several", readers > 1)):
        text = re.sub(
            rf"<<if {name}>>\n(.*?)<<end>>\n", r"\1" if holds else "", text, flags=re.DOTALL
        )
    for name, value in (
        ("data", DATA),
        ("readers", "|".join(map(re.escape, served.found_by))),
        ("reader", served.found_by[0] if served.found_by else ""),
        ("folder", served.folder),
        ("root", served.root),
        ("headers", "\n".join(headers)),
        ("hashed", HASHED),
        ("long", LONG),
        ("short", SHORT),
    ):
        text = text.replace(f"<<{name}>>", value)
    return text
