"""Files to a ledger: every file read and validated, everything wrong reported, nothing raised on data."""

from rectledger.load.loader import Loaded
from rectledger.load.parts import Outline, load, outline

__all__ = ["Loaded", "Outline", "load", "outline"]
