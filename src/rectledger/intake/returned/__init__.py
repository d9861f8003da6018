"""A sheet that was exported, and has come back."""
