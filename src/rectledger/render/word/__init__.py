"""Word documents: templates made from the Markdown ones, filled in, and read again."""
