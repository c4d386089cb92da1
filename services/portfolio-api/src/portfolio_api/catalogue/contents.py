"""Reads the catalogue: one TOML file for each qualification, beside this module."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from portfolio_api.catalogue.schemas import CatalogueCode, CataloguedQualification


@cache
def contents() -> Mapping[CatalogueCode, CataloguedQualification]:
    """By code, in the order in which they are shown."""
    folder = files("portfolio_api.catalogue")
    read = {code: tomllib.loads(folder.joinpath(f"{code}.toml").read_text("utf-8")) for code in CatalogueCode}
    return {code: CataloguedQualification.model_validate(content) for code, content in read.items()}
