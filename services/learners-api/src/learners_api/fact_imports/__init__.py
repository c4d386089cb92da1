"""Imports of learners' travel, hours and clearances from a table, all rows or none."""
