"""Compiled templates on disk: Material's alone take half a second to compile."""

import hashlib
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from generator.accelerator.store import write_whole


class KeptTemplates(BytecodeCache):
    """Each file carries its checksum; Jinja itself looks whether the source is still the same."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            checksum, content = self._path(bucket).read_bytes().split(b"\n", 1)
        except (OSError, ValueError):
            return
        if checksum.decode("ascii", "replace") == hashlib.sha256(content).hexdigest():
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        content = bucket.bytecode_to_string()
        checksum = hashlib.sha256(content).hexdigest().encode()
        write_whole(str(self._path(bucket)), checksum + b"\n" + content)

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / bucket.key
