"""Rows to a problem: the whole of what the engine has to know. Pure."""

from collections.abc import Collection, Mapping
from uuid import UUID

from placements_api.apprentices.facts import PlanningFacts
from placements_api.assembly.assembled import Assembled, CellKey, Person
from placements_api.assembly.evidence import gather_evidence
from placements_api.assembly.journeys import journeys
from placements_api.assembly.persons import apprentice_of
from placements_api.assembly.places import place_of, plan_setting, shared_mentors
from placements_api.assembly.positions import ADJUSTMENTS, Positions
from placements_api.assembly.rotation import PlanBlock, Variant, blocks_of, lay_out, variant_for
from placements_api.assembly.sources import Sources
from placements_api.assembly.unknown import what_is_not_known
from placements_api.assembly.weeks import Weeks
from placements_api.organisations.kinds import Sector
from placements_api.planning.problem import (
    Block,
    Host,
    Once,
    Pattern,
    Period,
    Problem,
    Share,
    Shift,
    Weights,
    age_on,
)
from placements_api.planning_settings.schemas import PlanningWishes
from placements_api.programmes.rotation import Rotation, SectorRule

ONCE = {"kind": Once.KIND, "host": Once.HOST, "setting": Once.PLACE}
SHIFTS = {"evenings": Shift.EVENINGS, "nights": Shift.NIGHTS, "weekends": Shift.WEEKENDS}


def assemble(sources: Sources, pins: Mapping[CellKey, UUID | None], in_use: Collection[UUID] = ()) -> Assembled:
    """`pins`: what a person fixed. `in_use`: settings that the plan has, whatever the rotation asks for now."""
    timeline = lay_out(Rotation.model_validate(sources.programme.rotation), sources.cohort.starts_on)
    weeks = Weeks.spanning(sources.cohort.starts_on, timeline.ends_on)
    rules = [SectorRule.model_validate(rule) for rule in sources.programme.sector_rules]
    wanted = {*in_use, *sources.under_way.values(), *pins.values()}
    settings = tuple(
        plan_setting(sources, row, weeks, rules)
        for row in sources.settings
        if row.id in wanted or timeline.takes(row.kind, Sector(row.sector))
    )
    people = tuple(
        Person(
            row,
            PlanningFacts.model_validate(row.planning or {}),
            sources.organisations.get(row.employer_organisation_id, "the employer"),
        )
        for row in sources.people
    )
    at = Positions(settings, timeline)
    variants = [
        variant_for(
            timeline,
            rules,
            person.facts.first_sector,
            [age_on(person.row.date_of_birth, block.starts_on) for block in timeline.blocks],
        )
        for person in people
    ]
    pattern_at = {variant: n for n, variant in enumerate(dict.fromkeys(variants))}
    evidence = gather_evidence(settings, people, sources, timeline)
    minutes, known, travel_sources = journeys(people, settings, sources.driven)
    mentors = shared_mentors(settings)
    problem = Problem(
        periods=tuple(Period(block.starts_on, block.weeks) for block in timeline.blocks),
        patterns=tuple(_pattern(at, variant, sources.wishes) for variant in pattern_at),
        hosts=tuple(Host() for _ in at.hosts),
        places=tuple(
            place_of(setting, at, weeks, offered) for setting, offered in zip(settings, evidence.offered, strict=True)
        ),
        apprentices=tuple(
            apprentice_of(person, pattern_at[variant], needs, at, sources, pins)
            for person, variant, needs in zip(people, variants, evidence.needs, strict=True)
        ),
        travel_minutes=minutes,
        mentors=mentors,
        shares=_shares(at, len(people)),
        weights=Weights(host_preference=0, **sources.wishes.weights.model_dump()),
        comfortable_minutes=sources.wishes.comfortable_minutes,
        scarce_criteria=evidence.scarce,
    )
    person_at = {person.id: n for n, person in enumerate(people)}
    return Assembled(
        sources=sources,
        timeline=timeline,
        weeks=weeks,
        problem=problem,
        people=people,
        settings=settings,
        journeys_known=known,
        travel_sources=travel_sources,
        hosts=at.hosts,
        kinds=at.kinds,
        sectors=at.sectors,
        clearances=at.clearances,
        adjustments=ADJUSTMENTS,
        criteria=evidence.groups,
        began=frozenset((person_at[e], block) for e, block in sources.under_way if e in person_at),
        unknown=what_is_not_known(sources, timeline, rules, people, settings) + evidence.unknown,
        person_at=person_at,
        setting_at=at.setting_at,
    )


def _pattern(at: Positions, variant: Variant, wishes: PlanningWishes) -> Pattern:
    once = {ONCE[what] for what in wishes.never_twice}
    if at.timeline.places_differ:
        once.discard(Once.PLACE)  # follows from the rest, and is dear for the engine to count
    budget = Shift.DAYS
    for shift in wishes.paid_shifts:
        budget |= SHIFTS[shift]
    return Pattern(
        blocks=tuple(_block(block, at) for block in blocks_of(at.timeline, variant)),
        home_blocks=at.timeline.home_blocks,
        once=frozenset(once),
        required_kinds=frozenset(at.kind_at[kind] for kind in at.timeline.required_kinds),
        required_sectors=frozenset(at.sector_at[sector] for sector in at.timeline.required_sectors),
        budget=budget,
    )


def _block(block: PlanBlock, at: Positions) -> Block:
    kinds = None if block.kinds is None else frozenset(at.kind_at[kind] for kind in block.kinds if kind in at.kind_at)
    sectors = None if block.sectors is None else frozenset(at.sector_at[sector] for sector in block.sectors)
    return Block(block.number, block.number + 1, block.stay, kinds, sectors)


def _shares(at: Positions, people: int) -> tuple[Share, ...]:
    """Half of the cohort, as nearly as can be, starts in each of the two sectors."""
    if at.timeline.halves is None:
        return ()
    half = people // 2
    return (Share(at.sector_at[at.timeline.halves], at.timeline.slots[0].number, half, people - half),)
