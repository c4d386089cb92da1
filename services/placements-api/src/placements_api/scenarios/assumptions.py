"""What a plan takes for granted beyond what is on record, each agreed to by a person: a remedy that was applied.

They belong to one scenario, change nothing on record, and are on the checklist before it is published. Blocks are
numbered from 0, as on the board.
"""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, TypeAdapter

from placements_api.host_settings.schemas import ClearanceCode, CriterionNumber, QualificationCode, SettingKind
from placements_api.organisations.kinds import Sector
from service_common.types import CalendarDate, Input, ShortLine

BlockNumber = Annotated[int, Field(ge=0, le=99)]
More = Annotated[int, Field(ge=1, le=1000)]
Repeats = Literal["kind", "host", "setting"]
Shifts = Literal["evenings", "nights", "weekends"]


class ExtraCapacity(Input):
    """The setting takes so many more for the length of a block."""

    kind: Literal["extra_capacity"]
    setting_id: UUID
    block: BlockNumber
    by: More


class ExtraMentoring(Input):
    """The mentors of these settings take so many more."""

    kind: Literal["extra_mentoring"]
    setting_ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]
    by: More


class LowerMinimum(Input):
    """The setting does with so many fewer than it was promised."""

    kind: Literal["lower_minimum"]
    setting_id: UUID
    block: BlockNumber
    by: More


class UnevenShare(Input):
    """The cohort may be divided between the sectors by so many more or fewer than half."""

    kind: Literal["uneven_share"]
    by: More


class OpenSetting(Input):
    """The setting takes apprentices in the weeks of the block in which it would be closed."""

    kind: Literal["open_setting"]
    setting_id: UUID
    block: BlockNumber


class ArrangeAdjustment(Input):
    """The setting makes an adjustment that it has not offered so far."""

    kind: Literal["arrange_adjustment"]
    setting_id: UUID
    adjustment: ShortLine


class LongerTravel(Input):
    """The apprentice agrees to journeys of so many minutes."""

    kind: Literal["longer_travel"]
    enrolment_id: UUID
    minutes: Annotated[int, Field(ge=1, le=1000)]


class ObtainClearance(Input):
    """The clearance will be held from one day to another, both included."""

    kind: Literal["obtain_clearance"]
    enrolment_id: UUID
    code: ClearanceCode
    from_on: CalendarDate
    until_on: CalendarDate


class LiftExclusion(Input):
    """The apprentice may be in the setting after all."""

    kind: Literal["lift_exclusion"]
    enrolment_id: UUID
    setting_id: UUID


class Unpin(Input):
    """What a person fixed may move."""

    kind: Literal["unpin"]
    enrolment_id: UUID
    block: BlockNumber


class EvidenceElsewhere(Input):
    """The criteria are evidenced outside the rotation."""

    kind: Literal["evidence_elsewhere"]
    enrolment_id: UUID
    qualification: QualificationCode
    criteria: Annotated[list[CriterionNumber], Field(min_length=1, max_length=400)]


class LongerWeek(Input):
    """The apprentice agrees to a week of so many hours."""

    kind: Literal["longer_week"]
    enrolment_id: UUID
    hours: Annotated[float, Field(gt=0, le=60)]


class SwapBlocks(Input):
    """Two blocks of the apprentice exchange what they are meant for."""

    kind: Literal["swap_blocks"]
    enrolment_id: UUID
    first: BlockNumber
    second: BlockNumber


class WaiveKind(Input):
    """The apprentice's rotation does without a kind of setting."""

    kind: Literal["waive_kind"]
    enrolment_id: UUID
    setting_kind: SettingKind


class WaiveSector(Input):
    """The apprentice's rotation does without a sector."""

    kind: Literal["waive_sector"]
    enrolment_id: UUID
    sector: Sector


class AllowRepeat(Input):
    """The apprentice may meet the same again."""

    kind: Literal["allow_repeat"]
    enrolment_id: UUID
    of: Repeats


class PayUnsocialHours(Input):
    """The apprentice's unsocial hours are paid for."""

    kind: Literal["pay_unsocial_hours"]
    enrolment_id: UUID
    shifts: Annotated[list[Shifts], Field(min_length=1, max_length=3)]


class LessCapacity(Input):
    """The setting takes at most so many for the length of a block, and is promised no more."""

    kind: Literal["less_capacity"]
    setting_id: UUID
    block: BlockNumber
    at_most: Annotated[int, Field(ge=0, le=1000)]


class LosesClearance(Input):
    """The clearance holds no longer from a day on."""

    kind: Literal["loses_clearance"]
    enrolment_id: UUID
    code: ClearanceCode
    from_on: CalendarDate


class Leaves(Input):
    """The apprentice has left: nothing is planned for them."""

    kind: Literal["leaves"]
    enrolment_id: UUID


AnyAssumption = (
    ExtraCapacity
    | ExtraMentoring
    | LowerMinimum
    | UnevenShare
    | OpenSetting
    | ArrangeAdjustment
    | LongerTravel
    | ObtainClearance
    | LiftExclusion
    | Unpin
    | EvidenceElsewhere
    | LongerWeek
    | SwapBlocks
    | WaiveKind
    | WaiveSector
    | AllowRepeat
    | PayUnsocialHours
    | LessCapacity
    | LosesClearance
    | Leaves
)
Assumption = Annotated[AnyAssumption, Field(discriminator="kind")]
ASSUMPTIONS: TypeAdapter[list[AnyAssumption]] = TypeAdapter(list[Assumption])
