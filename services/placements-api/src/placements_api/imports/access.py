"""Who may import tables."""

from placements_api.organisations.access import CanManageOrganisations

CanImport = CanManageOrganisations
"""A table may speak of every organisation, so that it is for those who may change all of them."""
