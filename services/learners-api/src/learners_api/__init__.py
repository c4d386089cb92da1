"""Programmes, cohorts, learners and enrolments."""
