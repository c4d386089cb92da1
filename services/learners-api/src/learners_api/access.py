"""Which roles see what of a partnership's learners; each feature's `access.py` and `visible_to` build on it.

| Who                                    | sees                                                       |
|----------------------------------------|------------------------------------------------------------|
| coordinator, administrator, IQA, EQA   | everybody                                                  |
| employer, line manager                 | those whom their organisations employ, and their caseload  |
| tutor, assessor, mentor                | their caseload                                             |
| apprentice                             | themselves                                                 |
| funder                                 | figures, nobody by name                                    |
| partner system with `learners:read`    | everybody                                                  |
"""

from uuid import UUID

from service_common.auth import Principal, Role

READ = "learners:read"
WRITE = "learners:write"

SEES_EVERYBODY = (Role.COORDINATOR, Role.ADMINISTRATOR, Role.IQA, Role.EQA)
SEES_EMPLOYEES = (Role.EMPLOYER, Role.LINE_MANAGER)
SEES_CASELOAD = (Role.TUTOR, Role.ASSESSOR, Role.MENTOR, Role.LINE_MANAGER)
SEES_ALL_FACTS = (Role.COORDINATOR, Role.ADMINISTRATOR)
SEES_FACTS = (*SEES_ALL_FACTS, *SEES_EMPLOYEES, Role.APPRENTICE)
"""Travel, hours, clearances and preferences are for those who plan or employ, and the apprentice's own."""
SEES_LEARNERS = (*SEES_EVERYBODY, *SEES_EMPLOYEES, *SEES_CASELOAD, Role.APPRENTICE)


def sees_everybody(principal: Principal) -> bool:
    """Programs have been let in by their scope; among people, the role decides."""
    return principal.kind != "person" or principal.has_role(*SEES_EVERYBODY)


def sees_figures(principal: Principal) -> bool:
    """Whether counts over all learners are theirs to see: in a cohort of two a count is as good as a name."""
    return sees_everybody(principal) or principal.has_role(Role.FUNDER, Role.TUTOR, Role.ASSESSOR)


def sees_equality_data(principal: Principal, learner_id: UUID) -> bool:
    """Whether the learner's ethnicity is theirs to see: it is their own, or they need it to do their work.

    Source: UK GDPR, Article 9 (special category data).
    """
    return principal.kind != "person" or principal.has_role(Role.COORDINATOR) or principal.learner_id == learner_id
