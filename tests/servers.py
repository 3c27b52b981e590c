"""Real web servers on the loopback, with the ready files that `giaoban publish` writes."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Server:
    """`reload` is the command that makes it read its files anew."""

    port: int
    reload: str = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def nginx(published: Path, folder: Path, port: int = 0) -> Iterator[Server]:
    """nginx serving what stands in `published`; its own files are in `folder`."""
    port = port or free_port()
    folder.mkdir(parents=True, exist_ok=True)
    paths = "".join(
        f'{kind}_temp_path "{folder}/{kind}";\n'
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    # Tests keep their files to themselves, so the workers must be who the tests are.
    user = "user root root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"""{user}
        worker_processes 2;
        pid "{folder}/nginx.pid";
        error_log "{folder}/error.log";
        events {{ worker_connections 256; }}
        http {{
            access_log off;
            {paths}
            server {{
                listen 127.0.0.1:{port};
                include "{published}/server/nginx.conf";
            }}
        }}
        """,
        "utf-8",
    )
    command = [
        _installed("nginx"),
        *("-p", str(folder), "-e", str(folder / "error.log")),
        *("-c", str(folder / "nginx.conf")),
    ]
    process = subprocess.Popen([*command, "-g", "daemon off;"])
    with _running(process, port):
        yield Server(port, " ".join(f"'{part}'" for part in [*command, "-s", "reload"]))


@contextmanager
def caddy(published: Path, folder: Path, port: int = 0) -> Iterator[Server]:
    """Caddy serving what stands in `published`."""
    port = port or free_port()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Caddyfile").write_text(
        "{\n\tadmin off\n\tauto_https off\n}\n"
        f'http://127.0.0.1:{port} {{\n\timport "{published}/server/Caddyfile"\n}}\n',
        "utf-8",
    )
    command = [_installed("caddy"), "run", "--adapter", "caddyfile", "--config"]
    home = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    process = subprocess.Popen(
        [*command, str(folder / "Caddyfile")],
        env={**os.environ, **home},
        stderr=subprocess.DEVNULL,
    )
    with _running(process, port):
        yield Server(port)


@contextmanager
def _running(process: "subprocess.Popen[bytes]", port: int) -> Iterator[None]:
    try:
        until = time.monotonic() + 20
        while not _answers(port):
            assert process.poll() is None, "the web server has stopped by itself"
            assert time.monotonic() < until, "the web server doesn't answer"
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(20)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _installed(name: str) -> str:
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin")
    if found is None:
        pytest.fail(f"No {name} found: `make test` installs it")
    return found
