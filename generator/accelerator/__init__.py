"""Builds the site faster than MkDocs does, to the same bytes; apart from everything else.

Rendered pages are kept under a hash of all that went into them; the rest is rendered by worker
processes with MkDocs' own functions. Whatever is not known to be safe raises `Doubt`, and the
caller then runs a plain build.
"""

from generator.accelerator.conditions import Doubt
from generator.accelerator.site_build import Warm, build

__all__ = ["Doubt", "Warm", "build"]
