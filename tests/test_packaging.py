"""The wheel carries everything, needs only what it declares, and the requirements are in step."""

import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Iterable
from importlib.metadata import PathDistribution, distribution
from pathlib import Path
from zipfile import Path as ZipPath
from zipfile import ZipFile

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator.urls import GENERATED_FOLDERS
from generator.writer import MANIFEST

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = PYPROJECT["dependency-groups"]
RUNTIME = PYPROJECT["project"]["dependencies"]
LOCKS = [
    ("requirements.txt", [*RUNTIME, *GROUPS["build"]]),
    ("requirements-dev.txt", [*RUNTIME, *GROUPS["build"], *GROUPS["test"]]),
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as pip builds it, with no network."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    pip = [sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(pip, check=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def clean_bin(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of a new environment that holds the wheel and what it declares, nothing else."""
    folder = tmp_path_factory.mktemp("môi trường sạch")
    venv.create(folder, symlinks=True, with_pip=False)
    scheme = {"base": str(folder), "platbase": str(folder)}
    python = Path(sysconfig.get_path("scripts", "venv", scheme)) / "python"
    packages = Path(sysconfig.get_path("purelib", "venv", scheme))
    _borrow(_metadata(wheel).requires or [], packages)
    options = ["--quiet", "--no-deps", "--no-index"]
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", *options, str(wheel)]
    subprocess.run(pip, check=True)
    return python.parent


def test_the_wheel_carries_every_file_of_the_package(wheel: Path) -> None:
    on_disk = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }
    with ZipFile(wheel) as archive:
        assert on_disk - set(archive.namelist()) == set()


def test_the_wheel_carries_nothing_but_the_package(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {re.sub(r"-.*\.", ".", top) for top in tops} == {"generator", "giaoban.dist-info"}


def test_the_wheel_names_its_command_and_its_plugin(wheel: Path) -> None:
    found = {(entry.group, entry.name): entry.value for entry in _metadata(wheel).entry_points}
    assert found == {
        ("console_scripts", "giaoban"): "generator.cli:main",
        ("mkdocs.plugins", "giaoban"): "generator.plugin:GiaobanPlugin",
    }


def test_the_command_runs_where_only_the_declared_is_installed(
    clean_bin: Path, tmp_path: Path
) -> None:
    helped = subprocess.run(
        [clean_bin / "giaoban", "--help"], cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    assert (helped.returncode, helped.stderr) == (0, "")
    assert "giaoban" in helped.stdout


def test_a_site_is_built_where_only_the_declared_is_installed(
    clean_bin: Path, tmp_path: Path
) -> None:
    """The theme too comes out of the wheel: there is no `custom_dir` to name in a clean folder."""
    shutil.copytree(ROOT / "tests" / "records", tmp_path / "records")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8")) | {"watch": ["records"]}
    del config["theme"]["custom_dir"]
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    (tmp_path / "docs" / "huong-dan").mkdir(parents=True)
    (tmp_path / "docs" / "huong-dan" / "index.md").write_text("# Hướng dẫn\n", "utf-8")
    subprocess.run([clean_bin / "giaoban", "build"], cwd=tmp_path, check=True)
    stylesheets = (ROOT / "generator" / "theme" / "assets" / "styles").glob("*.css")
    shipped = {path.name for path in (tmp_path / "site").rglob("*.css")}
    assert {path.name for path in stylesheets} <= shipped
    assert list((tmp_path / "site" / "thong-bao").glob("*/index.html"))


@pytest.mark.parametrize(("lock", "asked"), LOCKS)
def test_requirements_are_in_step_with_what_the_project_asks(lock: str, asked: list[str]) -> None:
    pinned = {canonicalize_name(pin.name): pin for pin in _pins(lock)}
    for requirement in map(Requirement, asked):
        (version,) = pinned[canonicalize_name(requirement.name)].specifier
        assert version.operator == "=="
        assert requirement.specifier.contains(version.version)


def test_both_requirements_pin_the_same_versions() -> None:
    assert {str(pin) for pin in _pins("requirements.txt")} <= {
        str(pin) for pin in _pins("requirements-dev.txt")
    }


@pytest.mark.parametrize("lock", [lock for lock, _ in LOCKS])
def test_every_pin_is_hashed_and_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    pins = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert len(pins) == len(_pins(lock)) > 10
    assert [pin.splitlines()[0] for pin in pins if "--hash=sha256:" not in pin] == []
    assert re.findall(r"\S+://\S+|--\S*(?:index|links)\S*| @ |(?<!\w)/\S+", text) == []


def test_git_ignores_what_the_site_generates() -> None:
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    generated = [f"/docs/{folder}/" for folder in GENERATED_FOLDERS] + [f"/docs/{MANIFEST}"]
    assert set(generated) - set(ignored) == set()


def _metadata(wheel: Path) -> PathDistribution:
    (folder,) = (path for path in ZipPath(wheel).iterdir() if path.name.endswith(".dist-info"))
    return PathDistribution(folder)


def _pins(lock: str) -> list[Requirement]:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    return [Requirement(line.removesuffix("\\")) for line in lines if re.match(r"[a-z0-9]", line)]


def _borrow(requirements: Iterable[str], packages: Path) -> None:
    """Links what the requirements need, and that in turn, from the running environment."""
    for requirement in map(Requirement, requirements):
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        lent = distribution(requirement.name)
        tops = {file.parts[0] for file in lent.files or () if file.parts[0] != ".."}
        new = [top for top in tops - {"__pycache__"} if not (packages / top).exists()]
        for top in new:
            (packages / top).symlink_to(Path(str(lent.locate_file(top))))
        if new:
            _borrow(lent.requires or (), packages)
