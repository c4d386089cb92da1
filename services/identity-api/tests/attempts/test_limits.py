"""Guesses sent at the same moment are counted, too."""

import asyncio
from collections import Counter

import httpx


async def test_of_many_guesses_at_once_ten_are_answered(committed: None, browser: httpx.AsyncClient) -> None:
    guess = {"email": "nobody@crossway.example.org", "password": "not-the-password"}
    answers = await asyncio.gather(*(browser.post("/session", json=guess) for _ in range(25)))
    assert Counter(answer.status_code for answer in answers) == {401: 10, 429: 15}
