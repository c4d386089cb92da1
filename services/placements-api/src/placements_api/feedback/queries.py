"""Every SELECT of feedback."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.feedback.models import Feedback
from placements_api.feedback.schemas import FeedbackSummary, SectorChoices, SettingRating
from placements_api.host_settings.models import Setting
from placements_api.placements.models import Placement
from service_common.auth import Principal

_OF_PLACEMENT = and_(Placement.partnership_id == Feedback.partnership_id, Placement.id == Feedback.placement_id)


async def list_feedback(session: AsyncSession, placement: Placement) -> Sequence[Feedback]:
    """The apprentice's before the host's."""
    query = select(Feedback).where(
        Feedback.partnership_id == placement.partnership_id, Feedback.placement_id == placement.id
    )
    return (await session.scalars(query.order_by(Feedback.by))).all()


async def placements_with_feedback(session: AsyncSession, placements: Sequence[Placement], by: str) -> set[UUID]:
    """Those of which that side has said something."""
    ids = [each.id for each in placements]
    query = select(Feedback.placement_id).where(Feedback.placement_id.in_(ids), Feedback.by == by)
    return set(await session.scalars(query))


async def summarise_feedback(session: AsyncSession, principal: Principal, cohort_id: UUID) -> FeedbackSummary:
    of_cohort = (Placement.partnership_id == principal.partnership_id, Placement.cohort_id == cohort_id)
    ratings = (
        select(
            Setting.id.label("setting_id"),
            Setting.name.label("setting_name"),
            Feedback.by,
            func.count().label("count"),
            func.avg(Feedback.rating).label("average"),
        )
        .join(Placement, _OF_PLACEMENT)
        .join(Setting, and_(Setting.partnership_id == Placement.partnership_id, Setting.id == Placement.setting_id))
        .where(*of_cohort)
        .group_by(Setting.id, Setting.name, Feedback.by)
        .order_by(Setting.name, Setting.id, Feedback.by)
    )
    choices = (
        select(Feedback.sector_before.label("before"), Feedback.sector_now.label("now"), func.count().label("count"))
        .join(Placement, _OF_PLACEMENT)
        .where(*of_cohort, Feedback.sector_before.is_not(None), Feedback.sector_now.is_not(None))
        .group_by(Feedback.sector_before, Feedback.sector_now)
        .order_by(Feedback.sector_before, Feedback.sector_now)
    )
    return FeedbackSummary(
        ratings=[
            SettingRating.model_validate(dict(row) | {"average": round(float(row["average"]), 1)})
            for row in (await session.execute(ratings)).mappings()
        ],
        sector_choices=[SectorChoices.model_validate(dict(row)) for row in (await session.execute(choices)).mappings()],
    )
