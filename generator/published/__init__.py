"""Published addresses never die."""
