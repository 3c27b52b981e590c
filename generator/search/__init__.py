"""Search: folding, synonyms, and the data files that the browser searches."""
