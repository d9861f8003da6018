"""Files to a ledger: every file read and validated, everything wrong reported, nothing raised on data."""

from rectledger.load.loader import Loaded, load

__all__ = ["Loaded", "load"]
