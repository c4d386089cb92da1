"""Gives a partnership a plan in force and a placement that is under way.

A plan is computed by a worker and becomes placements by days passing, which no single request brings about: so these
rows are put there by the functions that the requests end in, or as those leave them.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import select, update

from placements_api.apprentices.models import Apprentice
from placements_api.disruptions.models import Disruption
from placements_api.exclusions.models import Exclusion
from placements_api.feedback.models import Feedback
from placements_api.host_settings.models import Setting
from placements_api.placements.models import Placement
from placements_api.placements.service import PlannedPlacement, publish_plan
from placements_api.rotas.models import RotaAdjustment
from placements_api.scenarios.models import CohortPlan, Scenario, ScenarioAssignment, ScenarioStep
from service_common.auth import Principal, Role
from service_common.db import DataScope, transaction
from trials.tenancy.partnership import Partnership
from trials.tenancy.product import Product

TODAY = datetime.now(UTC).date()


async def plant_plan(product: Product, partnership: Partnership) -> None:
    """Needs an apprentice and a setting in placements-api. The placement is remembered by its name."""
    principal = Principal(
        kind="person", subject="planter", partnership_id=partnership.id, roles=frozenset({Role.COORDINATOR})
    )
    sessions = product.services["placements"].app.state.sessions
    async with transaction(sessions, DataScope.of(principal)) as session:
        apprentice = (await session.scalars(select(Apprentice).order_by(Apprentice.enrolment_id).limit(1))).one()
        setting = (await session.scalars(select(Setting).order_by(Setting.id).limit(1))).one()
        own = {"partnership_id": partnership.id}
        scenario = Scenario(
            **own,
            cohort_id=apprentice.cohort_id,
            name=f"{partnership.mark} plan",
            state="published",
            origin="fresh",
            origin_sentence="Begun anew.",
        )
        session.add(scenario)
        await session.flush()
        cell = {"enrolment_id": apprentice.enrolment_id, "block": 0, "setting_id": setting.id}
        step = ScenarioStep(**own, scenario_id=scenario.id, sentence="Moved.", cells=[], assumptions=[])
        session.add_all(
            [
                step,
                ScenarioAssignment(**own, scenario_id=scenario.id, pinned=False, **cell),
                CohortPlan(**own, cohort_id=apprentice.cohort_id, scenario_id=scenario.id, version=1),
            ]
        )
        exclusion = Exclusion(
            **own, learner_id=apprentice.learner_id, setting_id=setting.id, reason="conflict_of_interest"
        )
        disruption = Disruption(
            **own,
            cohort_id=apprentice.cohort_id,
            scenario_id=scenario.id,
            what={"kind": "setting_closes", "setting_id": str(setting.id)},
            from_on=TODAY,
            state="queued",
            sentence=f"{partnership.mark} setting closes.",
            takes_effect_on=TODAY,
            affected_now=[],
        )
        session.add_all([exclusion, disruption])
        published = await publish_plan(
            session,
            principal,
            apprentice.cohort_id,
            scenario.id,
            [
                PlannedPlacement(
                    enrolment_id=apprentice.enrolment_id,
                    learner_id=apprentice.learner_id,
                    block=0,
                    block_name=f"{partnership.mark} block",
                    starts_on=TODAY - timedelta(weeks=2),
                    ends_on=TODAY + timedelta(weeks=24),
                    setting_id=setting.id,
                    organisation_id=setting.organisation_id,
                )
            ],
        )
        placement_id = published.created[0]
        await session.execute(update(Placement).where(Placement.id == placement_id).values(state="started"))
        session.add_all(_what_people_add(partnership, placement_id))
    planted = {"placement_id": placement_id, "exclusion_id": exclusion.id, "disruption_id": disruption.id}
    for name, id_ in planted.items():
        partnership.known.setdefault(name, str(id_))


def _what_people_add(partnership: Partnership, placement_id: UUID) -> list[RotaAdjustment | Feedback]:
    of_placement = {"partnership_id": partnership.id, "placement_id": placement_id}
    return [
        RotaAdjustment(**of_placement, day=TODAY, break_minutes=0, note=f"{partnership.mark} day off"),
        Feedback(**of_placement, by="host", rating=4, went_well=f"{partnership.mark} feedback"),
    ]
