"""Contacts: whom an apprentice asks for what, at a placement."""
