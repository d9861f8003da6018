"""Word documents to paragraphs: with the numbers that Word computes, and tracked changes as if accepted."""
