"""Organisations: the members of a partnership."""
