"""Makes data bars solid: the plain file format knows only bars that fade, and openpyxl writes only those."""

from __future__ import annotations

import re

_BAR = re.compile(
    r'<conditionalFormatting sqref="(?P<cells>[^"]+)"><cfRule (?P<rule>[^>]*type="dataBar"[^>]*)>'
    r'(?P<bar><dataBar .*?<cfvo [^>]*val="(?P<least>\d+)"[^>]*/><cfvo [^>]*val="(?P<most>\d+)".*?</dataBar>)</cfRule>'
)
_X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
_RULE = (
    '<conditionalFormatting sqref="{cells}"><cfRule {rule}>{bar}<extLst>'
    f'<ext {_X14} uri="{{{{B025F937-C7B1-47D3-B67F-A62EFF666E3E}}}}"><x14:id>{{id}}</x14:id></ext>'
    "</extLst></cfRule>"
)
_SHEET = (
    f'<extLst><ext {_X14} uri="{{{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}}}"><x14:conditionalFormattings>'
    '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    '<x14:cfRule type="dataBar" id="{id}">'
    '<x14:dataBar minLength="0" maxLength="100" showValue="0" gradient="0">'
    '<x14:cfvo type="num"><xm:f>{least}</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>{most}</xm:f></x14:cfvo>'
    "</x14:dataBar></x14:cfRule><xm:sqref>{cells}</xm:sqref></x14:conditionalFormatting>"
    "</x14:conditionalFormattings></ext></extLst></worksheet>"
)
_ID = "{5D3E5C00-53D3-4000-8000-000000000001}"


def with_solid_bars(xml: str) -> str:
    """The sheet with its data bar in one plain colour; there is one at most."""
    found = _BAR.search(xml)
    if found is None:
        return xml
    rule = _RULE.format(id=_ID, **found.groupdict())
    return (xml[: found.start()] + rule + xml[found.end() :]).replace(
        "</worksheet>", _SHEET.format(id=_ID, **found.groupdict())
    )
