"""Files to data: where bytes come from, and what they say and where."""
