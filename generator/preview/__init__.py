"""`giaoban serve`: the site on this machine while it is being written."""

from generator.preview.serving import serve

__all__ = ["serve"]
