"""Views to text, JSON and documents."""
