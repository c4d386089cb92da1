"""Cohorts: the intakes of a programme. The small exemplar feature."""
