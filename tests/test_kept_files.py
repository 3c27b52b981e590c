"""What is kept in a cache comes back as it was, or not at all."""

from io import BytesIO
from pathlib import Path

import pytest

from generator import kept_files


@pytest.mark.parametrize("content", [b"", b"\n", "chữ\nvà số 01\n".encode(), bytes(range(256))])
def test_what_was_written_is_read(content: bytes, tmp_path: Path) -> None:
    kept_files.write(tmp_path / "a" / "b" / "tệp", content)
    assert kept_files.read(tmp_path / "a" / "b" / "tệp") == content
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["tệp"]


@pytest.mark.parametrize(
    "damaged", [b"", b"x", b"\n", b"0" * 64 + b"\n", b"0" * 64 + "\nchữ".encode()]
)
def test_a_damaged_file_is_as_good_as_none(damaged: bytes, tmp_path: Path) -> None:
    kept_files.write(tmp_path / "tệp", "chữ".encode())
    (tmp_path / "tệp").write_bytes(damaged)
    assert kept_files.read(tmp_path / "tệp") is None


def test_a_file_under_another_name_is_not_taken(tmp_path: Path) -> None:
    kept_files.write(tmp_path / "tệp", b"1")
    (tmp_path / "tệp").rename(tmp_path / "tệp khác")
    assert kept_files.read(tmp_path / "tệp khác") is None
    assert kept_files.read(tmp_path / "tệp") is None


def test_a_disk_that_will_not_have_it_keeps_what_it_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(beside: str, path: str) -> None:
        raise OSError(28, "No space left on device")

    kept_files.write(tmp_path / "tệp", b"1")
    with monkeypatch.context() as patched:
        patched.setattr("os.replace", full)
        kept_files.write(tmp_path / "tệp", b"2")
    kept_files.write(tmp_path / "tệp" / "dưới một tệp", b"3")
    assert kept_files.read(tmp_path / "tệp") == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["tệp"]


def test_the_first_lines_are_read_without_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "tệp"
    kept_files.write(path, "một\nhai\n".encode(), b"ba\nbon")
    with open(path, "rb") as file:
        assert kept_files.head_of(file, path, 2) == "một\nhai\n".encode()
        assert file.read() == b"ba\nbon", "the rest is its reader's"
    for given, name, lines in [
        (path.read_bytes(), path, 1),
        (path.read_bytes(), tmp_path / "khác", 2),
        (path.read_bytes().replace(b"hai", b"hei"), path, 2),
        (b"", path, 2),
    ]:
        with pytest.raises(ValueError, match="not as it was kept"):
            kept_files.head_of(BytesIO(given), name, lines)
