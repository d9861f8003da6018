"""What each command shows, as plain records: chosen and ordered, not yet worded. Pure."""
