"""Agreed exclusions: who may not be in which setting or organisation."""
