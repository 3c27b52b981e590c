"""The small invented department as a project of its own: records, configuration, pages by hand."""

import shutil
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent


def small_department(folder: Path, records: Path = ROOT / "tests" / "records") -> Path:
    """Make `folder` a project that `giaoban build` and `giaoban publish` can run in; itself."""
    shutil.copytree(records, folder / "records")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    config["theme"]["custom_dir"] = str(ROOT / "generator" / "theme")
    config["watch"] = []
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    shutil.copytree(ROOT / "docs" / "huong-dan", folder / "docs" / "huong-dan")
    return folder
