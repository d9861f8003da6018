"""Notices of old to records: what each line is, what it says, and what of it nobody can know."""
