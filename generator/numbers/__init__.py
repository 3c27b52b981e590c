"""Document numbers: their grammar, where prose cites them, when two are one document."""
