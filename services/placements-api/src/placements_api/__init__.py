"""Organisations, settings, rotation plans and placements."""
