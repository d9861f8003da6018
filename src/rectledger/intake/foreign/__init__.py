"""Tables of others to records: which column is what, which row is an issue or a measure, and what each cell says."""
