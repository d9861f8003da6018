"""Views as text for a terminal: colours are always written; whoever prints takes them out where they don't belong."""
