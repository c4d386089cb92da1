"""Enrolments: a learner in a cohort, from start to end. The full exemplar feature."""
