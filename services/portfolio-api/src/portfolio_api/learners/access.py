"""Which learners there are for whom.

| Who                                    | sees                                                       |
|----------------------------------------|------------------------------------------------------------|
| coordinator, administrator, IQA, EQA   | everybody                                                  |
| employer, line manager                 | those whom their organisations employ, and their caseload  |
| tutor, assessor, mentor                | their caseload                                             |
| apprentice                             | themselves                                                 |
| partner system with `portfolio:read`   | everybody                                                  |
"""

from typing import Annotated

from fastapi import Depends

from service_common.auth import Principal, Role, allow

SEES_ALL = (Role.COORDINATOR, Role.ADMINISTRATOR, Role.IQA, Role.EQA)
SEES_EMPLOYEES = (Role.EMPLOYER, Role.LINE_MANAGER)
SEES_CASELOAD = (Role.TUTOR, Role.ASSESSOR, Role.MENTOR, Role.LINE_MANAGER)
SEES_LEARNERS = (*SEES_ALL, *SEES_EMPLOYEES, *SEES_CASELOAD, Role.APPRENTICE)

CanReadLearners = Annotated[Principal, Depends(allow(*SEES_LEARNERS, scope="portfolio:read"))]
