"""Learners as assessment needs them: a read model of the learners whom learners-api owns."""
