"""The records of a ledger as the files hold them: frozen, validated, without judgement."""
