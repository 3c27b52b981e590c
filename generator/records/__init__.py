"""The shapes of the records, and the folder of records -> `Archive`."""
