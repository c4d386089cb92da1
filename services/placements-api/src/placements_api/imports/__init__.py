"""Imports of organisations, settings and capacity from a table, all rows or none."""
