"""Elements that belong together: lists, tables and contents, kept while their parts are drawn on several pages."""

from __future__ import annotations

from s3desk.formats.pdf.tagged.structure import Element


class ListElements:
    """A list; `numbering` is a value of the attribute ListNumbering."""

    def __init__(self, numbering: str = "Disc") -> None:
        self.element = Element("L", attributes=(f"/O /List /ListNumbering /{numbering}",))

    def item(self) -> tuple[Element, Element]:
        """A new item: the elements of its label and of its body."""
        item = Element("LI", self.element)
        return Element("Lbl", item), Element("LBody", item)


class TableElements:
    """A table of `row_count` rows under its heads. Cells come to be when they are first asked for, row by row."""

    HEAD = -1
    """The number of the row of heads."""

    def __init__(self, row_count: int) -> None:
        self.element = Element("Table")
        self._row_count = row_count
        self._rows: dict[int, Element] = {}
        self._cells: dict[tuple[int, int], Element] = {}

    def holds(self, row: int, column: int = 0) -> bool:
        """Whether a cell was asked for before: repeated on a later page it is an artifact."""
        return (row, column) in self._cells

    def head(self, column: int) -> Element:
        """The head of a column."""
        return self._cell(self.HEAD, column, "TH", "/O /Table /Scope /Column")

    def row_head(self, row: int, column: int) -> Element:
        """A cell that names its row."""
        return self._cell(row, column, "TH", "/O /Table /Scope /Row")

    def cell(self, row: int, column: int) -> Element:
        """A cell."""
        return self._cell(row, column, "TD")

    def lead(self, column: int) -> Element:
        """A cell that reaches over all rows."""
        return self._cell(0, column, "TD", f"/O /Table /RowSpan {self._row_count}")

    def _cell(self, row: int, column: int, kind: str, *attributes: str) -> Element:
        found = self._cells.get((row, column))
        if found is None:
            found = Element(kind, self._row(row), attributes=attributes)
            self._cells[row, column] = found
        return found

    def _row(self, row: int) -> Element:
        if row not in self._rows:
            self._rows[row] = Element("TR", self.element)
        return self._rows[row]


class ContentsElements:
    """The contents of a document."""

    def __init__(self) -> None:
        self.element = Element("TOC")

    def entry(self) -> Element:
        """A new entry: the link that holds its title and page."""
        return Element("Link", Element("Reference", Element("TOCI", self.element)))
