"""Bringing an installation to the state of a document."""

import json
import sys
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import psycopg
import pytest
from fastapi import FastAPI
from sqlalchemy import select, text

from identity_api.accounts.models import Credential
from identity_api.demonstration.models import DemonstrationSignIn
from identity_api.desk import Desk
from identity_api.manage import main
from identity_api.provisioning.schemas import ProvisionDocument
from identity_api.provisioning.service import provision
from service_common.testing.databases import RunningService

PERSON = {
    "email": "coordinator@crossway.example.org",
    "display_name": "Robin Example",
    "password": "granite-willow-harbour",
    "memberships": [{"partnership": "alder", "roles": ["coordinator"]}],
}


def document(**change: Any) -> ProvisionDocument:
    plain = {"partnerships": [{"key": "alder", "name": "Alder"}], "accounts": [PERSON]}
    return ProvisionDocument.model_validate(plain | change)


async def feed(desk: Desk) -> list[str]:
    async with desk.transaction() as session:
        await session.execute(text("SELECT set_config('app.everything', 'on', true)"))
        return list((await session.execute(text("SELECT type FROM system.events ORDER BY id"))).scalars())


async def test_applying_a_document_twice_changes_nothing(app: FastAPI, desk: Desk) -> None:
    hashing = app.state.password_hashing
    first = await provision(desk, hashing, document(), demonstration=False)
    assert await feed(desk) == ["partnership.created", "membership.created"]
    second = await provision(desk, hashing, document(), demonstration=False)
    assert second == first
    assert await feed(desk) == ["partnership.created", "membership.created"]
    assert {email: set(keys) for email, keys in first.memberships.items()} == {
        "coordinator@crossway.example.org": {"alder"}
    }


async def test_a_changed_document_changes_what_it_names(app: FastAPI, desk: Desk, browser: httpx.AsyncClient) -> None:
    hashing = app.state.password_hashing
    first = await provision(desk, hashing, document(), demonstration=False)
    learner_id = str(uuid4())
    changed = PERSON | {
        "display_name": "Robin Renamed",
        "password": "velvet-comet-orchard",
        "memberships": [{"partnership": "alder", "roles": ["apprentice"], "learner_id": learner_id}],
    }
    second = await provision(
        desk,
        hashing,
        document(partnerships=[{"key": "alder", "name": "Alder and Ash"}], accounts=[changed]),
        demonstration=False,
    )
    assert second == first
    assert await feed(desk) == [
        "partnership.created",
        "membership.created",
        "partnership.renamed",
        "membership.changed",
    ]
    # Who has a password keeps it.
    entered = await browser.post("/session", json={"email": PERSON["email"], "password": PERSON["password"]})
    assert entered.json()["account"]["display_name"] == "Robin Renamed"
    assert entered.json()["membership"]["learner_id"] == learner_id
    assert entered.json()["membership"]["partnership"]["name"] == "Alder and Ash"


async def test_a_partnership_can_be_given_its_id(app: FastAPI, desk: Desk) -> None:
    id_ = uuid4()
    wanted = document(partnerships=[{"key": "alder", "name": "Alder", "id": str(id_)}])
    done = await provision(desk, app.state.password_hashing, wanted, demonstration=False)
    assert done.partnerships == {"alder": id_}


async def test_passwords_stay_readable_in_a_demonstration_only(app: FastAPI, desk: Desk) -> None:
    for demonstration, readable in [(False, []), (True, ["granite-willow-harbour"])]:
        await provision(desk, app.state.password_hashing, document(), demonstration=demonstration)
        async with desk.transaction() as session:
            assert list((await session.execute(select(DemonstrationSignIn.password))).scalars()) == readable
            secrets = list((await session.execute(select(Credential.secret))).scalars())
        assert [secret.startswith("$argon2id$") for secret in secrets] == [True]


@pytest.mark.parametrize(
    "change",
    [
        {"password": "password1234"},
        {"memberships": [{"partnership": "alder", "roles": []}]},
        {"memberships": [{"partnership": "alder", "roles": ["apprentice"]}]},
        {"memberships": [{"partnership": "Alder!", "roles": ["tutor"]}]},
    ],
)
def test_a_document_that_makes_no_sense_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="accounts"):
        document(accounts=[PERSON | change])


def test_operators_commands(
    committed: None,
    running: RunningService,
    app: FastAPI,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CROSSWAY_SERVICE_DATABASE_URL", running.service_url)
    monkeypatch.setenv("CROSSWAY_KEY_ENCRYPTION_SECRET", "a secret for tests that is long enough")
    monkeypatch.setenv("CROSSWAY_ARGON2_MEMORY_KIB", "64")

    def manage(*arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", ["manage", *arguments])
        main()
        return capsys.readouterr().out

    file = tmp_path / "document.json"
    file.write_text(json.dumps({"partnerships": [{"key": "alder", "name": "Alder"}], "accounts": [PERSON]}))
    done = json.loads(manage("provision", "--file", str(file)))
    assert set(done["partnerships"]) == {"alder"}
    founded = manage("create-partnership", "--key", "birch", "--name", "Birch")
    assert set(json.loads(founded)["partnerships"]) == {"birch"}
    link = manage("invite-administrator", "--partnership", "birch", "--email", "someone@crossway.example.org")
    assert link.startswith("http://127.0.0.1:8080/invitation#token=")
    with pytest.raises(SystemExit, match="there is no partnership with the key yew"):
        manage("invite-administrator", "--partnership", "yew", "--email", "someone@crossway.example.org")
    assert "signs now" in manage("rotate-keys")
    file.write_text('{"accounts": [{}]}')
    with pytest.raises(SystemExit, match=r"accounts\.0\.email: Field required"):
        manage("provision", "--file", str(file))
    with psycopg.connect(running.administrator_url) as connection:
        assert connection.execute("SELECT count(*) FROM memberships").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM invitations").fetchone() == (1,)
        states = connection.execute("SELECT state FROM signing_keys ORDER BY state").fetchall()
        assert states == [("current",), ("next",), ("retired",)]
