"""Making and revoking calendar addresses, and what stands behind one."""

from datetime import date
from typing import Any

from sqlalchemy import func, update
from sqlalchemy.ext.asyncio import AsyncSession

from placements_api.access import check_may_change
from placements_api.calendars import queries
from placements_api.calendars.feed import CalendarPlacement, write_calendar
from placements_api.calendars.models import CalendarAddress
from placements_api.calendars.schemas import CalendarAddressCreate, NewCalendarAddress
from placements_api.calendars.tokens import hash_of, make_token
from placements_api.host_settings.queries import get_setting
from placements_api.placements.life import State
from placements_api.placements.models import Placement
from placements_api.placements.queries import summaries
from placements_api.rotas.queries import PersonalRota, load_rotas
from service_common import audit
from service_common.auth import Principal
from service_common.problems import InvalidInput

_CHOOSE_SETTING = "Choose a setting: only apprentices have placements of their own."


async def make_address(
    session: AsyncSession, principal: Principal, wanted: CalendarAddressCreate, calendars_url: str
) -> NewCalendarAddress:
    """A new address; one that the same person made before for the same thing ends, so that asking twice leaves one.

    Raises NotFound, Forbidden, InvalidInput.
    """
    assert principal.partnership_id is not None  # noqa: S101 - `allow` let them in
    setting_name, subject = None, {"learner_id": principal.learner_id, "setting_id": wanted.setting_id}
    if wanted.setting_id is not None:
        setting = await get_setting(session, principal, wanted.setting_id)
        check_may_change(principal, setting.organisation_id)
        setting_name, subject["learner_id"] = setting.name, None
    elif principal.learner_id is None:
        raise InvalidInput([("/setting_id", _CHOOSE_SETTING)])
    await session.execute(
        update(CalendarAddress)
        .filter_by(partnership_id=principal.partnership_id, made_by=principal.actor, revoked_at=None, **subject)
        .values(revoked_at=func.now())
    )
    token = make_token(principal.partnership_id)
    address = CalendarAddress(
        partnership_id=principal.partnership_id, secret_hash=hash_of(token), made_by=principal.actor, **subject
    )
    session.add(address)
    await session.flush()
    await session.refresh(address)
    await audit.record(session, principal, "calendar_address.made", address.id)
    return NewCalendarAddress(
        id=address.id,
        learner_id=address.learner_id,
        setting_id=address.setting_id,
        setting_name=setting_name,
        created_at=address.created_at,
        link=f"{calendars_url}/{token}",
    )


async def revoke_address(session: AsyncSession, principal: Principal, address: CalendarAddress) -> None:
    address.revoked_at = func.now()
    await session.flush()
    await audit.record(session, principal, "calendar_address.revoked", address.id)


async def read_calendar(session: AsyncSession, token: str, today: date) -> bytes | None:
    """What stands behind the address; None when it is not, or no more, one of the partnership that it names."""
    address = await queries.find_address(session, hash_of(token))
    if address is None:
        return None
    placements = await queries.placements_of(session, address, today)
    facts = await summaries(session, placements)
    if address.setting_id is not None:
        name = next((fact["setting_name"] for fact in facts.values()), "Placements")
        return write_calendar(name, [_of_setting(each, facts[each.id]) for each in placements])
    postcodes = await queries.find_postcodes(session, placements)
    rotas = await load_rotas(session, [each for each in placements if each.rota_published_on is not None])
    return write_calendar(
        "My placements",
        [
            _of_person(
                each,
                facts[each.id],
                postcodes.get(each.setting_id) if each.setting_id else None,
                rotas.get(each.id),
            )
            for each in placements
        ],
    )


def _of_setting(placement: Placement, facts: dict[str, Any]) -> CalendarPlacement:
    """No more of a person than colleagues need to know who is meant."""
    family_name = facts["family_name"]
    who = f"{facts['given_names']} {family_name[:1]}." if family_name else "Apprentice"
    return _calendar_placement(placement, f"{who}: {placement.block_name}", None, None)


def _of_person(
    placement: Placement, facts: dict[str, Any], postcode: str | None, rota: PersonalRota | None
) -> CalendarPlacement:
    setting = facts["setting_name"]
    title = f"{setting}, {facts['organisation_name']}" if setting else f"{placement.block_name} at your employer"
    return _calendar_placement(placement, title, postcode, rota)


def _calendar_placement(
    placement: Placement, title: str, place: str | None, rota: PersonalRota | None
) -> CalendarPlacement:
    off = [day for day, change in rota.changes.items() if change.starts_at is None] if rota else []
    return CalendarPlacement(
        id=str(placement.id),
        title=title,
        place=place,
        starts_on=placement.starts_on,
        ends_on=placement.ends_on,
        state=State(placement.state),
        version=placement.version,
        changed_at=placement.changed_at,
        shifts=rota.shifts if rota else (),
        days_off=off,
    )
