"""Qualifications, evidence and assessment."""
