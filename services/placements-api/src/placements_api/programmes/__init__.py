"""Programmes and their cohorts as the planner needs them: read models of what learners-api owns."""
