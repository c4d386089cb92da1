"""Organisations that employ and teach: a read model of what placements-api owns."""
