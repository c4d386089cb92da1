"""Scenarios: a plan of one cohort that is being made, compared, edited or is in force."""
