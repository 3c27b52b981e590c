"""The archive as a graph: what each passage names, and who names what."""
