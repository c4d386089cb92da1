"""The states of an enrolment that matter here, as learners-api names them."""

OPEN = ("active", "on_break")
