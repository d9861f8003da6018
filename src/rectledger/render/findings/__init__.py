"""What lint found, for other programs: one format a file, each a promised shape."""
