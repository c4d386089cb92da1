"""What day it is for the people in a programme."""

from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Depends

LONDON = ZoneInfo("Europe/London")


async def today() -> date:
    """The calendar day in England: deadlines turn at the people's midnight, not at the server's."""
    return datetime.now(LONDON).date()


Today = Annotated[date, Depends(today)]
