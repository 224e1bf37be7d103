"""Contents of a few records, and the shipped catalogue."""

from collections.abc import Callable

import pytest

from s3desk.catalogue.known import default_catalogue
from s3desk.catalogue.model import Catalogue
from s3desk.domain.content import Content, content_of
from s3desk.domain.records import ASSESSMENT, Assessment, Record

ContentOf = Callable[..., Content]


@pytest.fixture
def catalogue() -> Catalogue:
    return default_catalogue()


@pytest.fixture
def content() -> ContentOf:
    """A content of these records; the record about the assessment is added where it is not given."""

    def make(*records: Record) -> Content:
        return content_of((Assessment(ASSESSMENT, "Region", second_language="de"), *records))

    return make
