"""Compiled templates on disk: Material's alone take half a second to compile."""

from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from generator import kept_files


class KeptTemplates(BytecodeCache):
    """Jinja itself looks whether the source is still the same."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        if content := kept_files.read(self._path(bucket)):
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        kept_files.write(self._path(bucket), bucket.bytecode_to_string())

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}-{jinja2.__version__}"
