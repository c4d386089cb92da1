"""Learners: who they are, and their learner numbers."""
