"""The catalogue that ships with the program."""

from __future__ import annotations

from functools import cache

from s3desk.basics.resources import resource
from s3desk.catalogue.load import load
from s3desk.catalogue.model import Catalogue

DEFAULT = "s3-enabling-condition-2021-2027"


@cache
def default_catalogue() -> Catalogue:
    """Enabling condition 1.1 with our questions."""
    return load(resource("catalogues", DEFAULT))
