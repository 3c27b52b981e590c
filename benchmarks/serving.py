"""`python -m benchmarks.serving DIR`: what a published site costs to hold and to serve.

DIR is where `giaoban publish` published to. nginx and, beside it, Caddy serve it with the ready
files that stand there, on this machine, which also asks: `wrk` reads pages drawn by a seed number,
gzipped as browsers get them. Needs nginx, caddy and wrk (Debian's packages).
"""

import argparse
import gzip
import json
import random
import re
import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.servers import Server, caddy, nginx

CONNECTIONS = 32
SAMPLE = 400

_SCRIPT = """local pages = { %s }
local at = 0
request = function()
    at = at %% #pages + 1
    return wrk.format("GET", pages[at], { ["Accept-Encoding"] = "gzip" })
end
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description=__doc__)
    parser.add_argument("published", type=Path, metavar="DIR")
    parser.add_argument("--seconds", type=int, default=10, help="how long each round asks")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    published = given.published.resolve()
    site = (published / "current").resolve()
    held = [path for path in site.rglob("*") if path.is_file()]
    pages = sorted(path for path in held if path.name == "index.html")
    drawn = random.Random(given.seed).sample(pages, min(SAMPLE, len(pages)))
    weights = [len(gzip.compress(page.read_bytes(), 6)) for page in drawn]
    asked = [f"/{page.relative_to(site).parent.as_posix()}/".replace("/./", "/") for page in drawn]
    rates = _rates(published, asked, given.rounds, given.seconds)
    report = {
        "files": len(held),
        "pages": len(pages),
        "MB on disk": round(sum(path.stat().st_size for path in held) / 1e6, 1),
        "KB a page, gzipped, median": round(statistics.median(weights) / 1e3, 1),
        "KB a page, gzipped, heaviest drawn": round(max(weights) / 1e3, 1),
        "pages a second": {name: round(rate) for name, rate in rates.items()},
        "nginx to Caddy": round(rates["nginx"] / rates["caddy"], 2),
    }
    print(json.dumps(report, indent=2))


def _rates(published: Path, pages: Sequence[str], rounds: int, seconds: int) -> dict[str, float]:
    """Pages a second by server, medians of rounds that take turns."""
    taken: dict[str, list[float]] = {"nginx": [], "caddy": []}
    with tempfile.TemporaryDirectory(prefix="giaoban-serving-") as place:
        folder = Path(place)
        script = folder / "pages.lua"
        script.write_text(_SCRIPT % ", ".join(f'"{page}"' for page in pages), "utf-8")
        with (
            nginx(published, folder / "nginx") as first,
            caddy(published, folder / "caddy") as other,
        ):
            for _ in range(rounds):
                taken["nginx"].append(_asked(first, script, seconds))
                taken["caddy"].append(_asked(other, script, seconds))
    return {name: statistics.median(rates) for name, rates in taken.items()}


def _asked(server: Server, script: Path, seconds: int) -> float:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}", "-s", str(script), server.url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(said)
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert found, said
    return float(found[1])


if __name__ == "__main__":
    main()
