"""Whom to ask for what."""

import pytest

from placements_api.contacts.topics import ASKED_FIRST, Asked, Source, Topic, whom_to_ask

WARD = Source(Asked.HOST, "Saltmarsh Hospitals", {Topic.SAFEGUARDING: "Lead nurse"}, "Ward manager")
AGENCY = Source(Asked.EMPLOYER, "Fairlead Agency", {Topic.PAY: "Payroll", Topic.CONCERN: "Adviser"})
COLLEGE = Source(Asked.PROVIDER, "Northlea College", {Topic.LEARNING: "Tutor"})
OTHER_COLLEGE = Source(Asked.PROVIDER, "Southlea College", {Topic.EVIDENCE: "Assessor"})


@pytest.mark.parametrize(
    ("topic", "who"),
    [
        (Topic.PAY, "Payroll"),
        (Topic.ABSENCE, "Ward manager"),
        (Topic.TRAVEL_CLAIMS, None),
        (Topic.LEARNING, "Tutor"),
        (Topic.EVIDENCE, "Assessor"),
        (Topic.CONCERN, "Adviser"),
        (Topic.SAFEGUARDING, "Lead nurse"),
    ],
)
def test_a_person_for_each_topic(topic: Topic, who: str | None) -> None:
    found = whom_to_ask(topic, [WARD, AGENCY, COLLEGE, OTHER_COLLEGE])
    assert (found and found[1]) == who


def test_a_name_given_for_the_topic_comes_before_one_that_stands_in() -> None:
    agency = Source(Asked.EMPLOYER, "Fairlead Agency", {Topic.ABSENCE: "Desk"})
    assert whom_to_ask(Topic.ABSENCE, [WARD, agency]) == (agency, "Desk")


def test_every_topic_is_somebodys() -> None:
    assert set(ASKED_FIRST) == set(Topic)
    assert all(whom_to_ask(topic, []) is None for topic in Topic)
