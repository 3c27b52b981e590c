"""A file of YAML -> typed values, or every problem in it."""
