"""Qualifications: what there is to evidence, in versions that never change once they are published."""
