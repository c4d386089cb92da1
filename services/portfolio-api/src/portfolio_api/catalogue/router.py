"""HTTP for the catalogue."""

from typing import Any

from fastapi import APIRouter, Response

from portfolio_api.catalogue import service
from portfolio_api.catalogue.contents import contents
from portfolio_api.catalogue.schemas import AdoptionCreate, AdoptionRead, Catalogue, CatalogueItem
from portfolio_api.qualifications.access import CanReadQualifications, CanWriteQualifications
from portfolio_api.qualifications.problems import QualificationCodeTaken
from portfolio_api.qualifications.schemas import criteria_of
from service_common.db import SessionDep
from service_common.idempotency import ONCE_PROBLEMS, Once
from service_common.problems import problems

router = APIRouter(prefix="/catalogue", tags=["qualifications"])


@router.get("", summary="List the catalogue of qualifications", response_model=Catalogue)
async def list_catalogue(_principal: CanReadQualifications) -> Any:
    """Qualifications that are known already, whether the partnership has them or not."""
    return Catalogue(
        items=[
            CatalogueItem(
                **item.model_dump(include={"code", "title", "level", "kind", "label", "valid_from"}),
                unit_count=len(item.units),
                criterion_count=len(criteria_of(item.units)),
            )
            for item in contents().values()
        ]
    )


@router.post(
    "/adoptions",
    summary="Add a qualification of the catalogue",
    status_code=201,
    response_model=AdoptionRead,
    responses=problems(QualificationCodeTaken, *ONCE_PROBLEMS),
)
async def adopt_qualification(
    wanted: AdoptionCreate, principal: CanWriteQualifications, session: SessionDep, once: Once
) -> Response:
    """The partnership's own from then on, with one published version."""
    return await once.answer(session, AdoptionRead, lambda: service.adopt_qualification(session, principal, wanted))
