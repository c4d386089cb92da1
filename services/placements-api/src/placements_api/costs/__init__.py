"""Costs: what the programme's funding lines come to for a cohort, and how much of it each host carries."""
