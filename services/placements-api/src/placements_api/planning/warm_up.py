"""Load the compiled search before anybody waits for it."""

from datetime import date

import numpy as np

from placements_api.planning.problem import Apprentice, Block, Host, Pattern, Period, Place, Problem
from placements_api.planning.solve import Options, solve


def warm_up() -> None:
    """Solve a problem of one apprentice. Seconds on a machine that has never done it, a moment afterwards."""
    first_day = date(2026, 9, 7)
    problem = Problem(
        periods=(Period(first_day, 1),),
        patterns=(Pattern((Block(0, 1),)),),
        hosts=(Host(),),
        places=(Place(host=0, kind=0, sector=0, most=(1,)),),
        apprentices=(Apprentice(pattern=0, born_on=date(2000, 1, 1), travel_limit_minutes=60),),
        travel_minutes=np.zeros((1, 1), np.int64),
    )
    solve(problem, Options(exact_candidates=0, tries=1))
