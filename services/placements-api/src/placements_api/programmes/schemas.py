"""What goes out about cohorts that are planned."""

from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field

from service_common.types import CalendarDate, Output


class PlanCohort(Output):
    """A cohort and its plan in force."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "019a8f2e-7c00-7000-8000-000000000002",
                    "name": "March 2027",
                    "programme_id": "019a8f2e-7c00-7000-8000-000000000001",
                    "programme_name": "Coastal integrated apprenticeship",
                    "starts_on": "2027-03-01",
                    "ends_on": "2028-03-12",
                    "people": 8,
                    "plan_version": 1,
                    "scenario_id": "019a8f2e-7c00-7000-8000-000000000005",
                    "published_at": "2026-11-02T09:30:00Z",
                }
            ]
        }
    )

    id: UUID
    name: str
    programme_id: UUID
    programme_name: str | None = Field(description="Null while the programme is not known here.")
    starts_on: CalendarDate
    ends_on: CalendarDate
    people: int = Field(description="Apprentices who are enrolled and have not left.")
    plan_version: int = Field(description="Publications so far; 0: no plan is in force.")
    scenario_id: UUID | None = Field(description="The scenario that is in force.")
    published_at: AwareDatetime | None
