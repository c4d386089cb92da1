"""The table of organisations. A row is about the one with its ODS code, else about the one with its name."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from placements_api.imports.layouts import Cells, Layout, code, postcode
from placements_api.organisations.kinds import OrganisationKind, Sector
from placements_api.organisations.models import Organisation
from placements_api.organisations.schemas import OrganisationUpdate

_CODED = {"kind": code, "sector": code, "postcode": postcode, "ods_code": str.upper}


def _body(cells: Cells) -> dict[str, Any]:
    return {column: _CODED.get(column, str)(text) for column, text in cells.items() if text}


def _cells(organisation: OrganisationUpdate) -> Cells:
    return {column: value or "" for column, value in organisation.model_dump(mode="json").items()}


ORGANISATIONS = Layout(
    schema=OrganisationUpdate,
    fields={name: (name,) for name in OrganisationUpdate.model_fields},
    leading=(),
    required=("name",),
    advice={
        "name": "Enter the name, of at most 200 characters.",
        "kind": f"Enter one of: {', '.join(OrganisationKind)}.",
        "sector": f"Enter one of: {', '.join(Sector)}.",
        "postcode": "Enter a full postcode, like BN11 2DH.",
        "ods_code": "Enter the NHS ODS code: 3 to 10 letters and digits, like RYR.",
        "cqc_provider_id": "Enter the CQC provider id, like 1-101664252.",
        "ukprn": "Enter the UKPRN: 8 digits that begin with 1, like 10004344.",
        "employer_id": "Enter the employer id: 9 digits, like 154549452.",
    },
    cells_of=_cells,
    body_of=_body,
)


def wanted_of(organisation: Organisation) -> OrganisationUpdate:
    return OrganisationUpdate.model_validate(organisation, from_attributes=True)


class Organisations:
    """Those there are, by what a row may call them."""

    def __init__(self, recorded: Sequence[Organisation]) -> None:
        times = Counter(each.ods_code for each in recorded)
        self._by_ods_code = {each.ods_code: each for each in recorded if each.ods_code and times[each.ods_code] == 1}
        self._by_name = {each.name.casefold(): each for each in recorded}

    def find(self, *, name: str, ods_code: str) -> Organisation | None:
        """An ODS code that several share tells nothing."""
        return self._by_ods_code.get(ods_code.upper()) or self.named(name)

    def named(self, name: str) -> Organisation | None:
        return self._by_name.get(name.casefold())

    def called(self, text: str) -> Organisation | None:
        """By name, or by ODS code."""
        return self.named(text) or self._by_ods_code.get(text.upper())
