"""The command line: reads the clock and the arguments, prints, picks the exit code."""
