"""Gives a partnership everything that one can have, through the product's own interface."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

import httpx
from pydantic import SecretStr

from identity_api.desk import Desk
from identity_api.provisioning.schemas import (
    ProvisionDocument,
    ProvisionedAccount,
    ProvisionedMembership,
    ProvisionedPartnership,
)
from identity_api.provisioning.service import provision
from service_common.auth import Role
from service_common.settings import ServiceName
from trials.tenancy.callers import SCOPES, Caller, founder, program
from trials.tenancy.filling import PASSWORD, Filled, Filler, Unfillable
from trials.tenancy.operations import Operation
from trials.tenancy.partnership import FOUNDER, Partnership
from trials.tenancy.planning import plan_and_place
from trials.tenancy.product import ORIGIN, Product


async def ask(product: Product, service: ServiceName, filled: Filled, headers: Mapping[str, str]) -> httpx.Response:
    content: dict[str, Any] = {"json": filled.json} if filled.json is not None else {}
    if filled.form or filled.sheet:
        content = {"data": filled.form} if filled.form else {"content": filled.sheet}
    answer = await product.http.request(
        filled.method,
        f"http://{service}{filled.path}",
        params=filled.parameters,
        headers={**filled.headers, **headers},
        **content,
    )
    product.http.cookies.clear()  # what an answer sets is for nobody else
    return answer


async def found(product: Product, partnership: Partnership) -> None:
    """The partnership itself, an account for each role, and a browser in which each has signed in."""
    roles = {FOUNDER: [Role.COORDINATOR, Role.ADMINISTRATOR], **{role.value: [role] for role in Role}}
    document = ProvisionDocument(
        partnerships=[ProvisionedPartnership(key=partnership.mark, name=partnership.mark, id=partnership.id)],
        accounts=[
            ProvisionedAccount(
                email=partnership.email(name),
                display_name=f"{partnership.mark} {name}",
                password=SecretStr(PASSWORD),
                memberships=[
                    ProvisionedMembership(
                        partnership=partnership.mark,
                        roles=held,
                        organisation_ids=[uuid4()] if {Role.EMPLOYER, Role.LINE_MANAGER} & set(held) else [],
                        learner_id=uuid4() if Role.APPRENTICE in held else None,
                    )
                ],
            )
            for name, held in roles.items()
        ],
    )
    app = product.services["identity"].app
    done = await provision(Desk(app.state.sessions), app.state.password_hashing, document, demonstration=False)
    for name in roles:
        partnership.accounts[name] = done.accounts[partnership.email(name)]
        answer = await product.http.post(
            "http://identity/api/identity/v1/session",
            json={"email": partnership.email(name), "password": PASSWORD},
            headers={"Origin": ORIGIN, "X-Crossway-Request": "1"},
        )
        partnership.cookies[name] = answer.cookies["__Host-session"]
        product.http.cookies.clear()


async def settle(product: Product, partnership: Partnership, all_operations: Sequence[Operation]) -> None:
    """Create two of everything that can be created, in whatever order it is possible, change it, and look at it.

    The ids that are found on the way fill the requests that need them.
    """
    creating = [operation for operation in all_operations if operation.creates]
    waiting = list[Operation]()
    for _ in range(2):
        waiting = list(creating)
        for _round in creating:
            waiting = [each for each in waiting if not await _done(product, partnership, each, founder(partnership))]
    looking = [operation for operation in all_operations if operation.method == "GET" and operation.spec]
    changing = [operation for operation in all_operations if operation.method == "PUT" and takes_version(operation)]
    importing = [operation for operation in all_operations if takes_sheet(operation)]
    for operation in looking + changing + importing:
        await _done(product, partnership, operation, founder(partnership))
    await product.copy_read_models()
    for operation in waiting + changing:  # they need what was copied
        await _done(product, partnership, operation, founder(partnership))
    await plan_and_place(product, partnership)
    await product.copy_read_models()
    for operation in looking:
        await _done(product, partnership, operation, program(partnership))  # also gives events their positions
    for path in partnership.etags:  # things that share a version have changed together
        service: ServiceName = path.split("/")[2]  # type: ignore[assignment]
        looked_at = await ask(product, service, Filled("GET", path), founder(partnership).headers(service))
        partnership.etags[path] = looked_at.headers.get("ETag", partnership.etags[path])


async def _done(product: Product, partnership: Partnership, operation: Operation, who: Caller) -> bool:
    """Whether the operation could be filled and succeeded."""
    filler = Filler(operation, partnership.mark, overrides_of(partnership, settled=False))
    try:
        filled = filler.fill(lambda _slot, name: partnership.id_of(name))
    except Unfillable:
        return False
    await give_version(product, partnership, operation, filled)
    answer = await ask(product, operation.service, filled, who.headers(operation.service))
    if not answer.is_success or not answer.content:
        return False
    if "__Host-session" in answer.cookies:  # a new value for the browser that asked
        partnership.cookies[who.name] = answer.cookies["__Host-session"]
    if "ETag" in answer.headers:
        partnership.etags[filled.path] = answer.headers["ETag"]
    if answer.headers["Content-Type"] == "application/json":
        partnership.remember(operation, answer.json())
    return True


def overrides_of(partnership: Partnership, *, settled: bool = True) -> dict[str, Any]:
    """Fields, of one operation or of all, for which the partnership has values of its own.

    While settling, no invitation is accepted: it would be gone.
    """
    return {
        "roles": [Role.APPRENTICE],
        "scopes": sorted(SCOPES),
        "scope": "",
        "sign_in.email": partnership.email(FOUNDER),
        "client_id": partnership.known.get("client_id"),
        "client_secret": partnership.known.get("client_secret"),
        "token": partnership.known.get("token") if settled else None,
        "accept_invitation.display_name": f"{partnership.mark} who joins",
        "read_calendar.token": partnership.known.get("calendar_token"),
        "travel_means": ["car"],
        "move_people.accept_violations": True,
        "create_placement_steps.version": int(partnership.known.get("placement_version", 1)),
    }


def takes_sheet(operation: Operation) -> bool:
    return "text/csv" in operation.spec.get("requestBody", {}).get("content", {})


def takes_version(operation: Operation) -> bool:
    return any(parameter["name"].lower() == "if-match" for parameter in operation.spec.get("parameters", ()))


async def give_version(product: Product, owner: Partnership | None, operation: Operation, filled: Filled) -> None:
    """Send the present version of what is to be changed, or of what it is a part of, as its owner sees it."""
    if not takes_version(operation):
        return
    path = filled.path
    filled.headers["If-Match"] = '"1"'
    if owner is None:
        return
    while path not in owner.etags and path.count("/") > 3:
        looked_at = await ask(
            product, operation.service, Filled("GET", path), founder(owner).headers(operation.service)
        )
        if "ETag" in looked_at.headers:
            owner.etags[path] = looked_at.headers["ETag"]
        else:
            path = path.rpartition("/")[0]
    filled.headers["If-Match"] = owner.etags.get(path, filled.headers["If-Match"])
