"""Who sees which enrolments, with everything that hangs on them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from service_common.auth import Principal, Role
from service_common.testing.plugin import SignIn
from service_common.testing.principals import make_service_principal

Json = dict[str, Any]
Add = Callable[..., Awaitable[Json]]
Support = Callable[[Json, str, str], Awaitable[None]]


@dataclass(frozen=True)
class Partnership:
    """Ackroyd is employed by the trust and has supporters; Brook is employed by the council."""

    ackroyd: Json
    brook: Json
    trust: UUID
    account: str


@pytest.fixture
async def partnership(
    add_cohort: Add,
    add_enrolment: Add,
    add_organisation: Callable[..., str],
    new_learner: Callable[..., Json],
    support: Support,
) -> Partnership:
    cohort_id, trust, account = (await add_cohort())["id"], add_organisation(), str(uuid4())
    ackroyd = await add_enrolment(
        cohort_id=cohort_id, employer_organisation_id=trust, learner=new_learner(family_name="Ackroyd", ethnicity=34)
    )
    brook = await add_enrolment(
        cohort_id=cohort_id,
        employer_organisation_id=add_organisation(kind="local_authority"),
        learner=new_learner(family_name="Brook"),
    )
    await support(ackroyd, account, "assessor")
    return Partnership(ackroyd, brook, UUID(trust), account)


async def seen(client: httpx.AsyncClient, partnership: Partnership) -> set[str]:
    """Family names that the client sees; every way of looking gives the same."""
    by_way: dict[str, set[str]] = {}
    for path in ("/enrolments", "/learners", "/enrolments?q=imogen", "/learners?q=imogen", "/learners?state=active"):
        answer = await client.get(path)
        assert answer.status_code == 200, answer.text
        by_way[path] = {item["family_name"] for item in answer.json()["items"]}
    for below in (
        "/enrolments/{id}",
        "/enrolments/{id}/changes",
        "/enrolments/{id}/caseload",
        "/learners/{learner_id}",
    ):
        by_way[below] = set()
        for enrolment in (partnership.ackroyd, partnership.brook):
            answer = await client.get(below.format(**enrolment))
            assert answer.status_code in (200, 404), answer.text
            if answer.status_code == 200:
                by_way[below].add(enrolment["family_name"])
    assert len({frozenset(names) for names in by_way.values()}) == 1, by_way
    return by_way["/enrolments"]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR, Role.IQA, Role.EQA])
async def test_some_see_everybody(
    partnership: Partnership, sign_in: SignIn, principal: Callable[..., Principal], role: Role
) -> None:
    assert await seen(sign_in(principal(role)), partnership) == {"Ackroyd", "Brook"}


@pytest.mark.parametrize("role", [Role.EMPLOYER, Role.LINE_MANAGER])
async def test_employers_see_those_whom_they_employ(
    partnership: Partnership, sign_in: SignIn, principal: Callable[..., Principal], role: Role
) -> None:
    assert await seen(sign_in(principal(role)), partnership) == set()
    employer = principal(role, organisation_ids=frozenset({partnership.trust}))
    assert await seen(sign_in(employer), partnership) == {"Ackroyd"}


async def test_supporters_see_their_caseload_in_the_role_that_they_have_there(
    partnership: Partnership, sign_in: SignIn, principal: Callable[..., Principal], support: Support
) -> None:
    for role, names in {
        Role.ASSESSOR: {"Ackroyd"},
        Role.TUTOR: set(),
        Role.MENTOR: set(),
        Role.LINE_MANAGER: set(),
        Role.EMPLOYER: set(),
    }.items():
        assert await seen(sign_in(principal(role, subject=partnership.account)), partnership) == names
    manager = principal(Role.LINE_MANAGER, subject=partnership.account, organisation_ids=frozenset({partnership.trust}))
    await support(partnership.brook, partnership.account, "line_manager")
    assert await seen(sign_in(manager), partnership) == {"Ackroyd", "Brook"}


async def test_apprentices_see_themselves(
    partnership: Partnership, sign_in: SignIn, principal: Callable[..., Principal]
) -> None:
    learner_id = UUID(partnership.brook["learner_id"])
    assert await seen(sign_in(principal(Role.APPRENTICE, learner_id=learner_id)), partnership) == {"Brook"}
    assert await seen(sign_in(principal(Role.APPRENTICE)), partnership) == set()
    assert await seen(sign_in(principal(Role.MENTOR, learner_id=learner_id)), partnership) == set()


async def test_funders_see_figures_and_nobody_by_name(
    partnership: Partnership, sign_in: SignIn, principal: Callable[..., Principal]
) -> None:
    funder = sign_in(principal(Role.FUNDER))
    for path in ("/enrolments", "/learners", f"/enrolments/{partnership.brook['id']}"):
        assert (await funder.get(path)).status_code == 403
    cohort = (await funder.get(f"/cohorts/{partnership.brook['cohort_id']}")).json()
    assert cohort["figures"]["places_taken"] == 2


async def test_programs_see_what_their_scope_lets_them(
    partnership: Partnership,
    partnership_id: UUID,
    sign_in: SignIn,
    partner_client: Callable[..., Principal],
) -> None:
    assert await seen(sign_in(partner_client("learners:read")), partnership) == {"Ackroyd", "Brook"}
    assert await seen(sign_in(make_service_principal(partnership_id=partnership_id)), partnership) == {
        "Ackroyd",
        "Brook",
    }
    for scopes in ((), ("placements:read",)):
        assert (await sign_in(partner_client(*scopes)).get("/enrolments")).status_code == 403
    assert (await sign_in(make_service_principal()).get("/enrolments")).status_code == 403


async def test_another_partnership_sees_nobody(
    partnership: Partnership, stranger: httpx.AsyncClient, as_program: SignIn
) -> None:
    assert await seen(stranger, partnership) == set()
    thief = Principal(
        "person",
        partnership.account,
        uuid4(),
        roles=frozenset(Role) - {Role.FUNDER},
        organisation_ids=frozenset({partnership.trust}),
        learner_id=UUID(partnership.brook["learner_id"]),
    )
    assert await seen(as_program(thief), partnership) == set()
    looked_up = await as_program(make_service_principal(partnership_id=uuid4())).post(
        "/learners/lookup", json={"ids": [partnership.ackroyd["learner_id"]]}
    )
    assert looked_up.json() == {"items": []}


async def test_ethnicity_is_for_those_who_need_it(
    partnership: Partnership,
    sign_in: SignIn,
    principal: Callable[..., Principal],
    partner_client: Callable[..., Principal],
) -> None:
    learner_id = partnership.ackroyd["learner_id"]
    shown = [principal(Role.COORDINATOR), principal(Role.APPRENTICE, learner_id=UUID(learner_id))]
    hidden = [
        principal(Role.EMPLOYER, organisation_ids=frozenset({partnership.trust})),
        principal(Role.ASSESSOR, subject=partnership.account),
        principal(Role.EQA),
    ]
    for who, ethnicity in [(who, 34) for who in (*shown, partner_client("learners:read"))] + [
        (who, None) for who in hidden
    ]:
        read = await sign_in(who).get(f"/learners/{learner_id}")
        assert (read.status_code, read.json()["ethnicity"]) == (200, ethnicity)
