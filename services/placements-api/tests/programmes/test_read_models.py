"""Programmes, cohorts and missing criteria follow their owners."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.apprentices.models import Apprentice
from placements_api.apprentices.read_model import apprentices_read_model
from placements_api.clients.learners import LearnersClient
from placements_api.clients.portfolio import PortfolioClient
from placements_api.programmes.models import Programme
from placements_api.programmes.read_model import cohorts_read_model, programmes_read_model
from placements_api.requirements.models import Requirement
from placements_api.requirements.read_model import requirements_read_model
from placements_api.testing.cohorts import WARD_AND_CARE_HOME
from service_common.auth import Principal, Role
from service_common.db import DataScope, enter_scope
from service_common.feeds import FeedFollower
from service_common.testing.plugin import SignIn
from service_common.testing.upstreams import PlayedUpstream


async def test_cohorts_appear_change_and_go(
    app: FastAPI, sign_in: SignIn, principal: Callable[..., Principal], partnership_id: UUID
) -> None:
    learners = PlayedUpstream("learners", "/cohorts/lookup")
    read_model = cohorts_read_model(LearnersClient(learners.upstream()))
    follower = FeedFollower("learners", learners.upstream(), app.state.sessions, (read_model,))
    client, id_ = sign_in(principal(Role.COORDINATOR)), uuid4()
    learners.present[id_] = {
        "id": str(id_),
        "programme_id": str(uuid4()),
        "name": "March 2027",
        "starts_on": "2027-03-01",
        "ends_on": "2028-02-27",
        "places": 8,
    }
    learners.happen("cohort.created", id_, partnership_id)
    assert await follower.apply_next() == 1
    [cohort] = (await client.get("/cohorts")).json()["items"]
    assert (cohort["name"], cohort["programme_name"], cohort["people"], cohort["plan_version"]) == (
        "March 2027",
        None,
        0,
        0,
    )
    learners.present[id_]["name"] = "Spring 2027"
    learners.happen("cohort.updated", id_, partnership_id)
    await follower.apply_next()
    assert (await client.get(f"/cohorts/{id_}")).json()["name"] == "Spring 2027"
    learners.present.clear()
    learners.happen("cohort.updated", id_, partnership_id)
    await follower.apply_next()
    assert (await client.get(f"/cohorts/{id_}")).status_code == 404


async def test_programmes_with_their_rotation(app: FastAPI, partnership_id: UUID, session: AsyncSession) -> None:
    learners = PlayedUpstream("learners", "/programmes/lookup")
    read_model = programmes_read_model(LearnersClient(learners.upstream()))
    follower = FeedFollower("learners", learners.upstream(), app.state.sessions, (read_model,))
    id_ = uuid4()
    learners.present[id_] = {
        "id": str(id_),
        "name": "Coastal",
        "weekly_hours": 37.5,
        "weekly_learning_hours": 7.5,
        "sector_rules": [
            {"sector": "health", "minimum_age": 18, "vaccination": "mandatory", "working_pattern": "Shifts."}
        ],
        "rotation": {"ordering": "half_and_half", "blocks": list(WARD_AND_CARE_HOME)},
        "learning_days": [],
        "summary": "More than is asked for may come.",
    }
    learners.happen("programme.created", id_, partnership_id)
    await follower.apply_next()
    await enter_scope(session, DataScope(partnership_id=partnership_id, actor="test"))
    programme = await session.get_one(Programme, id_)
    assert [block["name"] for block in programme.rotation["blocks"]] == ["Ward", "Care home"]
    assert programme.sector_rules == [{"sector": "health", "minimum_age": 18, "vaccination": "mandatory"}]


async def test_missing_criteria(app: FastAPI, partnership_id: UUID, session: AsyncSession) -> None:
    portfolio = PlayedUpstream("portfolio", "/requirements/lookup")
    read_model = requirements_read_model(PortfolioClient(portfolio.upstream()))
    follower = FeedFollower("portfolio", portfolio.upstream(), app.state.sessions, (read_model,))
    id_ = uuid4()
    missing = [{"qualification": "care_certificate", "criteria": ["8.3", "13.3"]}]
    portfolio.present[id_] = {"learner_id": str(id_), "missing": missing}
    portfolio.happen("requirements.changed", id_, partnership_id)
    portfolio.happen("qualification.updated", uuid4(), partnership_id)
    await follower.apply_next()
    await enter_scope(session, DataScope(partnership_id=partnership_id, actor="test"))
    assert (await session.scalars(select(Requirement.missing))).all() == [missing]


async def test_planning_facts_come_with_learners(app: FastAPI, partnership_id: UUID, session: AsyncSession) -> None:
    learners = PlayedUpstream("learners", "/learners/lookup")
    read_model = apprentices_read_model(LearnersClient(learners.upstream()))
    follower = FeedFollower("learners", learners.upstream(), app.state.sessions, (read_model,))
    id_ = uuid4()
    enrolment: dict[str, Any] = {name: str(uuid4()) for name in ("id", "programme_id", "cohort_id")}
    enrolment |= {"employer_organisation_id": str(uuid4()), "state": "active", "ended_on": None}
    enrolment |= {"started_on": "2027-03-01", "planned_end_on": "2028-03-01"}
    learners.present[id_] = {
        "id": str(id_),
        "given_names": "Imogen",
        "family_name": "Ashdown",
        "date_of_birth": "2007-02-03",
        "enrolments": [enrolment],
        "planning": {
            "home_postcode": "BN11 2DH",
            "home_position": {"latitude": 50.817, "longitude": -0.365},
            "travel_means": ["car"],
            "travel_limit_minutes": 45,
            "contracted_weekly_hours": 37.5,
            "weekly_hours_limit": None,
            "clearances": [{"code": "dbs_enhanced", "valid_from": "2026-01-05", "expires_on": "2029-01-04"}],
            "adjustments": ["no_night_shifts"],
            "preferences": {"setting_kinds": ["hospice"], "note": "Afternoons."},
            "first_sector": "social_care",
            "sector_of_choice": {"before": None, "now": None},
        },
    }
    learners.happen("learner.updated", id_, partnership_id)
    await follower.apply_next()
    await enter_scope(session, DataScope(partnership_id=partnership_id, actor="test"))
    [facts] = (await session.scalars(select(Apprentice.planning))).all()
    assert facts["first_sector"] == "social_care"
    assert facts["clearances"][0]["expires_on"] == "2029-01-04"
    assert facts["preferences"] == {"setting_kinds": ["hospice"]}
