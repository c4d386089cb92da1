"""Reading boards as a person would."""

import httpx

from placements_api.testing.cohorts import Json


async def board_of(client: httpx.AsyncClient, scenario: Json) -> Json:
    answer = await client.get(f"/scenarios/{scenario['id']}/board")
    assert answer.status_code == 200, answer.text
    board: Json = answer.json()
    return board


def places_of(board: Json, given_name: str) -> list[str]:
    """Where somebody is, block by block: the setting's name, `home` or `nowhere`."""
    names = {setting["id"]: setting["name"] for setting in board["settings"]}
    return [names.get(cell["setting_id"], cell["at"]) for cell in person_of(board, given_name)["cells"]]


def person_of(board: Json, given_name: str) -> Json:
    return next(person for person in board["people"] if person["given_names"] == given_name)


def setting_of(board: Json, name: str) -> Json:
    return next(setting for setting in board["settings"] if setting["name"] == name)
