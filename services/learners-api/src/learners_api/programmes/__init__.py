"""Programmes: what a partnership offers, and how it is run."""
