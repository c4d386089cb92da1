"""Needs: what waits for the person who signed in."""
