"""A ledger of inspection findings and their rectification, kept as YAML files in git."""

__version__ = "0.1.0"
