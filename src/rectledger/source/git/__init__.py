"""Git: what the project asks of it, a question a file. Nothing else starts it."""
