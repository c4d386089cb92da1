"""Placements: a block of an apprentice's rotation at a setting, from the published plan to its end."""
