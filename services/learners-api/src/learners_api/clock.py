"""What day it is for the people in a programme."""

from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Depends

ENGLAND = ZoneInfo("Europe/London")


async def today() -> date:
    """The calendar day in England: states and deadlines turn at the people's midnight, not at the server's."""
    return datetime.now(ENGLAND).date()


Today = Annotated[date, Depends(today)]
