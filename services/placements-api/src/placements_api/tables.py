"""The declarative base of the tables of placements-api."""

from sqlalchemy.orm import DeclarativeBase

from service_common.db import service_metadata, type_annotation_map


class Base(DeclarativeBase):
    metadata = service_metadata()
    type_annotation_map = type_annotation_map
