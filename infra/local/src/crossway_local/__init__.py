"""Runs Crossway on one machine."""
