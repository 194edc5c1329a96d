"""The ranking: a table of areas by an indicator."""
