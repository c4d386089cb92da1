"""Making a qualification of the catalogue the partnership's own."""

from sqlalchemy.ext.asyncio import AsyncSession

from portfolio_api.catalogue.contents import contents
from portfolio_api.catalogue.schemas import AdoptionCreate, AdoptionRead, CataloguedQualification
from portfolio_api.qualifications.models import QualificationVersion
from portfolio_api.qualifications.schemas import QualificationCreate, VersionState
from portfolio_api.qualifications.service import add_qualification
from service_common import audit
from service_common.auth import Principal
from service_common.events import publish


async def adopt_qualification(session: AsyncSession, principal: Principal, wanted: AdoptionCreate) -> AdoptionRead:
    """Add the qualification with its version, published. Raises QualificationCodeTaken."""
    catalogued = contents()[wanted.code]
    qualification = await add_qualification(session, principal, _qualification(catalogued))
    version = QualificationVersion(
        partnership_id=principal.partnership_id,
        qualification_id=qualification.id,
        number=1,
        state=VersionState.PUBLISHED,
        label=catalogued.label,
        valid_from=catalogued.valid_from,
        source=catalogued.source,
        units=catalogued.model_dump(mode="json")["units"],
    )
    session.add(version)
    await session.flush()
    detail = {"version_id": str(version.id), "catalogue": wanted.code.value}
    await publish(session, "qualification.version_published", qualification.id, version_id=version.id)
    await audit.record(session, principal, "qualification.adopted", qualification.id, detail)
    return AdoptionRead(
        code=wanted.code, title=catalogued.title, qualification_id=qualification.id, version_id=version.id
    )


def _qualification(catalogued: CataloguedQualification) -> QualificationCreate:
    return QualificationCreate(
        code=catalogued.code, title=catalogued.title, level=catalogued.level, kind=catalogued.kind
    )
