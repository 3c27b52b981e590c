"""Schools, places and those addressed, found in prose."""
