"""Every file of a public site is opened and read for what is private."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from generator.graph.indexes import Graph
from generator.publishing import private_check
from generator.search.data import search_files

CANARIES = ("Lê Thị Sương", "0912345678")


def zipped(**members: str | bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return packed.getvalue()


WORD = "<w:p><w:r><w:t>Lê Th</w:t></w:r><w:r><w:t>ị Sương</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", b"<p>L\xc3\xaa <b>Th</b>\xe1\xbb\x8b\n S&#432;\xc6\xa1ng</p>"),
        ("a.html", "<p>Lê Thị Sương<sup>1</sup></p>".encode()),
        ("a.html", "<table><td>Lê</td><td>Thị</td><td>SƯƠNG</td></table>".encode()),
        ("a.html", '<p title="lê thị sương">x</p>'.encode()),
        ("a.html", b'<a href="?q=L%C3%AA%20Th%E1%BB%8B%20S%C6%B0%C6%A1ng">x</a>'),
        ("a.html", "<p>Ｌê Ｔhị Ｓương</p>".encode()),
        ("a.html", b"<p>0912.345.678</p>"),
        ("a.html", b'<a href="tel:+84912345678">x</a>'),
        ("a.html", b"<!-- 0912 345 678 -->"),
        ("a.js", "put('Lê Thị Sương')".encode()),
        ("a.json", b'["L\\u00ea Th\\u1ecb S\\u01b0\\u01a1ng"]'),
        ("a.json", b'{"0912345678": 1}'),
        ("a.txt", "Le\u0302 Thi\u0323 Su\u031bo\u031bng".encode()),
        ("Lê Thị Sương.txt", b""),
        ("a.xml.gz", gzip.compress("<a>Lê Thị Sương</a>".encode())),
        ("a.docx", zipped(document__xml=WORD)),
        ("a.zip", zipped(a__docx=zipped(document__xml=WORD))),
        ("a.zip", zipped(**{"Lê Thị Sương__txt": ""})),
        ("a.doc", b"\xd0\xcf\0\0" + "Lê Thị Sương".encode("utf-16-le")),
    ],
)
def test_what_is_private_is_found_in_any_file(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    canaries = (*CANARIES, "84912345678")
    (told,) = private_check.problems(tmp_path, canaries)
    assert told.startswith(f"{name}: bản công khai còn thông tin cá nhân «")
    assert "thì bỏ tên hay số ấy" in told


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", "<p>Lê Thị Sượng</p><p>10912345678</p>".encode()),
        ("a.json", b"{"),
        ("a.woff2", bytes(range(256))),
        ("a.zip", zipped(a__txt="Lê Thị")),
    ],
)
def test_other_words_are_not(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    assert list(private_check.problems(tmp_path, CANARIES)) == []


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.zip", b"PK\x03\x04 rest", "không mở được tệp nén này"),
        ("a.gz", gzip.compress(b"x" * 99)[:-9], "không mở được tệp nén này"),
        ("a.gz", gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"x")))), "quá sâu"),
    ],
)
def test_what_cannot_be_opened_is_told(
    name: str, content: bytes, told: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    (said,) = private_check.problems(tmp_path, CANARIES)
    assert told in said


def test_search_data_is_decoded(graph: Graph, tmp_path: Path) -> None:
    for name, content in search_files(graph).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (told,) = private_check.problems(tmp_path, CANARIES)
    assert told.startswith("tra-cuu/2021-2022-")


def test_search_data_that_cannot_be_decoded_is_told(graph: Graph, tmp_path: Path) -> None:
    for name, content in search_files(graph).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        said = content.replace(b'"rests":"', b'"rests":"' + json.dumps("é").encode()[1:-1])
        (tmp_path / name).write_bytes(said)
    (told,) = private_check.problems(tmp_path, CANARIES)
    assert "máy không đọc lại được dữ liệu tra cứu" in told
