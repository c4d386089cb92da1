"""Giving feedback, and who reads it.

What an apprentice says of a host goes to the coordinator alone, so that they can say it; a host sees what it said.
"""

from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.feedback.models import Feedback
from placements_api.feedback.queries import list_feedback
from placements_api.feedback.schemas import FeedbackRead, FeedbackSide, FeedbackUpdate, PlacementFeedback
from placements_api.placements.access import is_host_of, manages_all
from placements_api.placements.life import UNDER_WAY, State
from placements_api.placements.models import Placement
from placements_api.placements.moving import tell
from placements_api.placements.queries import get_placement
from service_common import audit
from service_common.auth import Principal, Role
from service_common.problems import Forbidden, InvalidInput


async def describe_feedback(session: AsyncSession, principal: Principal, placement: Placement) -> PlacementFeedback:
    side = _side_of(principal, placement)
    rows = await list_feedback(session, placement)
    return PlacementFeedback(
        placement_id=placement.id,
        may_give=side if State(placement.state) in UNDER_WAY else None,
        items=[FeedbackRead.model_validate(row) for row in rows if manages_all(principal) or row.by == side],
    )


async def give_feedback(
    session: AsyncSession, principal: Principal, placement_id: UUID, wanted: FeedbackUpdate
) -> PlacementFeedback:
    """Say, or say anew, what one's own side thinks. Raises NotFound, Forbidden, InvalidInput."""
    placement = await get_placement(session, principal, placement_id, for_update=True)
    side = _side_of(principal, placement)
    if side is None:
        raise Forbidden("The apprentice and the host give feedback. Ask one of them.")
    if State(placement.state) not in UNDER_WAY:
        raise Forbidden("Feedback is given once the placement has started.")
    if side is FeedbackSide.HOST and (wanted.sector_before or wanted.sector_now):
        raise InvalidInput([("/sector_now", "The sector is the apprentice's to choose: leave it out.")])
    if side is FeedbackSide.APPRENTICE and wanted.sector_now is None:
        raise InvalidInput([("/sector_now", "Say which sector you would choose now.")])
    feedback = next((row for row in await list_feedback(session, placement) if row.by == side), None)
    if feedback is None:
        feedback = Feedback(
            partnership_id=placement.partnership_id, placement_id=placement.id, by=side.value, version=0
        )
        session.add(feedback)
    for name, value in wanted.model_dump(mode="json").items():
        setattr(feedback, name, value)
    feedback.version += 1
    feedback.given_at = func.now()
    await session.flush()
    await session.refresh(feedback)
    described = await describe_feedback(session, principal, placement)
    await tell(session, placement, "feedback_given")
    await audit.record(session, principal, "placement.feedback_given", placement.id, {"by": side.value})
    return described


def _side_of(principal: Principal, placement: Placement) -> FeedbackSide | None:
    if principal.has_role(Role.APPRENTICE) and principal.learner_id == placement.learner_id:
        return FeedbackSide.APPRENTICE
    return FeedbackSide.HOST if is_host_of(principal, placement) and placement.setting_id is not None else None
