"""Documents of others to records: what can be taken from them, and where it stands there."""
