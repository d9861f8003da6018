"""Figures of speed: `python -m bench`."""
