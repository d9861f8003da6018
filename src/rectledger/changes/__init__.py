"""What differs between two revisions of a ledger, in the words of the domain. Nothing is judged here."""
