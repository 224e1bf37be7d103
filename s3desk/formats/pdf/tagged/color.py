"""The colour space that the colours of a document are meant in: sRGB, as an output intent."""

from __future__ import annotations

from functools import cache

from PIL import ImageCms

from s3desk.formats.pdf.tagged.objects import Document, Written, reference, stream

_CREATED, _PROFILE_ID = slice(24, 36), slice(84, 100)
_THE_DAY = bytes((7, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))


def output_intents(document: Document) -> Written:
    """Add the profile to the document; returns the list for the catalog."""
    profile = reference(document, stream({"N": 3}, _srgb()))
    return Written(
        "[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
        f" /Info (sRGB IEC61966-2.1) /DestOutputProfile {profile}>>]"
    )


@cache
def _srgb() -> bytes:
    """The profile with a fixed date and no checksum, so that it is the same in every document."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_CREATED] = _THE_DAY
    profile[_PROFILE_ID] = bytes(16)
    return bytes(profile)
