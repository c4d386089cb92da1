"""Feedback after a placement, by the apprentice and by the host, and the sector that the apprentice would choose."""
