"""Table 12 as a tab-separated text, for spreadsheets and tables in a text program."""

from __future__ import annotations

from s3desk.formats.format import Format
from s3desk.formats.plain_text import PlainTable12
from s3desk.queries.table12 import tab_separated

FORMAT: Format = PlainTable12(".tsv", tab_separated)
