"""Dialogs: small rooms of their own that end with one decision."""
