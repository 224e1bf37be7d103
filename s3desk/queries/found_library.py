"""What Find reads beside the assessment: services, terms, the law in short and the reading list of the library."""

from __future__ import annotations

from collections.abc import Iterator

from s3desk.basics.language import Language
from s3desk.catalogue.library import shipped_library
from s3desk.catalogue.model import Catalogue
from s3desk.catalogue.services import Services
from s3desk.domain.content import content_of
from s3desk.queries import library
from s3desk.queries.found_entries import Entry, Group, entry
from s3desk.queries.spots import Spot


def library_entries(services: Services, catalogue: Catalogue, language: Language) -> Iterator[Entry]:
    """Every entry of the library; own good practices are requests, and found as such."""
    groups = library.picture(shipped_library(), services, catalogue, content_of(()), language)
    for group in groups:
        for one in group.entries:
            yield entry(Group.LIBRARY, one.title, "", f"{one.text} {one.note}", Spot(library_id=group.anchor(one)))
