"""From a built site to the one people read: checks, headers, the ledger, the swap."""
