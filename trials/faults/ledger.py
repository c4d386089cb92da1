"""What the databases of a stack say about what was written, asked as an administrator."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
from psycopg.sql import SQL

from crossway_local.databases import database_of
from crossway_local.trial import RunningStack
from service_common.provision import database_url
from service_common.settings import ServiceName


@dataclass(frozen=True)
class Copy:
    """A read model and what it copies."""

    reader: ServiceName
    owner: ServiceName
    copied: str
    """Query for the rows as the reader has them."""
    original: str
    """Query for the same rows as the owner has them."""


_PROGRAMME = "SELECT id, name, weekly_hours, sector_rules::text, rotation::text FROM programmes"
_COHORT = "SELECT id, programme_id, name, starts_on, ends_on, places FROM cohorts"
_OF_PARTNERSHIP = " WHERE partnership_id = %(partnership_id)s ORDER BY 1"
COPIES = (
    Copy(
        "placements",
        "learners",
        "SELECT enrolment_id, learner_id, given_names, family_name, date_of_birth, programme_id, cohort_id,"
        " employer_organisation_id, state, started_on, planned_end_on, ended_on FROM apprentices" + _OF_PARTNERSHIP,
        "SELECT e.id, e.learner_id, l.given_names, l.family_name, l.date_of_birth, c.programme_id, e.cohort_id,"
        " e.employer_organisation_id, e.state, e.started_on, e.planned_end_on, e.ended_on"
        " FROM enrolments AS e JOIN learners AS l ON l.id = e.learner_id JOIN cohorts AS c ON c.id = e.cohort_id"
        " WHERE e.partnership_id = %(partnership_id)s ORDER BY 1",
    ),
    Copy("placements", "learners", _PROGRAMME + _OF_PARTNERSHIP, _PROGRAMME + _OF_PARTNERSHIP),
    Copy("placements", "learners", _COHORT + _OF_PARTNERSHIP, _COHORT + _OF_PARTNERSHIP),
    Copy(
        "portfolio",
        "learners",
        "SELECT id, given_names, family_name FROM learners" + _OF_PARTNERSHIP,
        "SELECT id, given_names, family_name FROM learners" + _OF_PARTNERSHIP,
    ),
    Copy(
        "learners",
        "placements",
        "SELECT id, name, kind, sector FROM organisations" + _OF_PARTNERSHIP,
        "SELECT id, name, kind, sector FROM organisations" + _OF_PARTNERSHIP,
    ),
)
"""Every read model of what the writers write."""


class Ledger:
    def __init__(self, stack: RunningStack, partnership_id: UUID) -> None:
        self._stack = stack
        self._partnership_id = partnership_id

    def ask(self, service: ServiceName, query: str) -> list[tuple[Any, ...]]:
        url = database_url(self._stack.administrator, database_of(service))
        with psycopg.connect(url, connect_timeout=5) as connection:
            return connection.execute(SQL(query), {"partnership_id": self._partnership_id}).fetchall()

    def ids(self, service: ServiceName, table: str) -> set[str]:
        found = self.ask(service, f"SELECT id FROM {table}{_OF_PARTNERSHIP}")
        return {str(id_) for (id_,) in found}

    def twice_told(self, service: ServiceName) -> list[tuple[Any, ...]]:
        """Beginnings that the feed tells more than once."""
        return self.ask(
            service,
            "SELECT type, subject, count(*) FROM system.events WHERE partnership_id = %(partnership_id)s"
            " AND type IN ('organisation.created', 'learner.created', 'enrolment.started')"
            " GROUP BY type, subject HAVING count(*) > 1",
        )

    def has_caught_up(self, copy: Copy) -> bool:
        """Whether the reader has applied each event of the owner's feed, and applied it once."""
        told = self.ask(copy.owner, "SELECT count(*), max(position), count(position) FROM system.events")
        read = self.ask(
            copy.reader,
            f"SELECT events_applied, cursor, events_applied FROM system.feed_cursors WHERE feed = '{copy.owner}'",
        )
        return told == read

    def difference(self, copy: Copy) -> Sequence[tuple[Any, ...]]:
        """Rows that only the owner or only the reader has, or has differently."""
        return sorted({*self.ask(copy.reader, copy.copied)} ^ {*self.ask(copy.owner, copy.original)})
