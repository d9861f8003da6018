"""What follows from the records on a day: states, dates in force, quotas, the clock. Pure."""
