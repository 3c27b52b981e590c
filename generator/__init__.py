"""From a department's meeting records to the Markdown pages of a searchable archive."""
