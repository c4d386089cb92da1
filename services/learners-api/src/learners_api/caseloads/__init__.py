"""Caseloads: who is on the side of an enrolled learner."""
