"""Which pages exist and what stands on them; one function per kind of page."""
