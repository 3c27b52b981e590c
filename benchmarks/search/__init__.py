"""Search side by side: ours, Material's own, Pagefind, in one run of one real browser."""
