"""Apprentices as the planner needs them: a read model of the enrolments that learners-api owns."""
