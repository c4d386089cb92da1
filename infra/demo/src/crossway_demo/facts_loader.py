"""One cohort's travel, hours, clearances, preferences and adjustments: recorded where nothing is recorded yet."""

from collections.abc import Mapping

from crossway_demo import facts
from crossway_demo.model import Partnership
from crossway_demo.roster import Cohort
from crossway_demo.services import Partner


async def load_facts(partner: Partner, partnership: Partnership, cohort: Cohort, learners: Mapping[str, str]) -> None:
    """`learners`: ids by the enrolment's key. What somebody has changed since stays. Raises LoadFailed."""
    versions = {
        enrolment.key: (await partner.get("learners", f"/learners/{learners[enrolment.key]}/preferences"))["version"]
        for enrolment in cohort.enrolments
    }
    unknown = {key: learners[key] for key, version in versions.items() if version == 0}
    if unknown:
        table = facts.sheet(partnership, cohort, unknown)
        await partner.import_table("learners", "/planning-facts/import", table)
    for enrolment in cohort.enrolments:
        path, version = f"/learners/{learners[enrolment.key]}", max(versions[enrolment.key], 1)
        if version == 1:
            body = facts.preferences(partnership, enrolment, partnership.running_cohort.weeks_since_start)
            await partner.change("PUT", "learners", f"{path}/preferences", body, version=1)
            version = 2
        needed = facts.adjustments(enrolment)
        if version == 2 and needed is not None:
            await partner.change("PUT", "learners", f"{path}/adjustments", needed, version=2)
