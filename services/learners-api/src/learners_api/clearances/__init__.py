"""Clearances: what somebody has to hold before a setting may take them, each with its dates."""
