"""The library as one rich text in the colours and sizes of the theme; every word of it is escaped."""

from __future__ import annotations

from collections.abc import Iterator

from s3desk.basics.language import Language
from s3desk.desktop import theme
from s3desk.desktop.widgets.texts import escaped
from s3desk.queries.library import LibraryEntry, LibraryGroup

ASK, CHANGE, DROP, REQUEST = "s3desk-ask", "s3desk-change", "s3desk-drop", "s3desk-request"
"""Schemes of our own links: ask for a service, change it, drop the own version of it; a request of the assessment."""


def html_of(groups: tuple[LibraryGroup, ...], language: Language, *, read_only: bool) -> str:
    """All groups under their headings."""
    body = "".join(_body(groups, language, read_only=read_only))
    return f"<html><head><style>{_style()}</style></head><body>{body}</body></html>"


def _style() -> str:
    shown = theme.current()
    sizes = {name: shown.font(name).pointSizeF() for name in ("body", "caption", "h2")}
    color = {name: shown.color(name).name() for name in ("text", "muted", "accent")}
    space = shown.px(12)
    return (
        f"body {{ color: {color['text']}; font-size: {sizes['body']}pt; }}"
        f"h2 {{ font-size: {sizes['h2']}pt; font-weight: 600; margin-top: {space * 2}px; margin-bottom: 0px; }}"
        f"h3 {{ font-size: {sizes['body']}pt; font-weight: 600; margin-top: {space}px; margin-bottom: 0px; }}"
        f"p {{ margin-top: 2px; margin-bottom: 0px; line-height: 135%; }}"
        f".note {{ color: {color['muted']}; font-size: {sizes['caption']}pt; }}"
        f"a {{ color: {color['accent']}; text-decoration: none; }}"
    )


def _body(groups: tuple[LibraryGroup, ...], language: Language, *, read_only: bool) -> Iterator[str]:
    for group in groups:
        yield f"<h2>{escaped(group.title)}</h2>"
        for entry in group.entries:
            yield f'<h3><a name="{_attribute(group.anchor(entry))}"></a>{escaped(entry.title)}</h3>'
            yield from (f"<p>{escaped(line)}</p>" for line in entry.text.split("\n") if line)
            yield from (f'<p class="note">{part}</p>' for part in (escaped(entry.note),) if part)
            if links := " &nbsp; ".join(_links(entry, language, read_only=read_only)):
                yield f"<p>{links}</p>"


def _links(entry: LibraryEntry, language: Language, *, read_only: bool) -> Iterator[str]:
    if entry.service_id and not read_only:
        yield _link(f"{ASK}:{entry.service_id}", language.text("Prepare a request"))
    if entry.request_id:
        yield _link(f"{REQUEST}:{entry.request_id}", language.text("Open the request"))
    if entry.kept:
        yield _link(f"{CHANGE}:{entry.id}", language.text("Change..."))
    if entry.kept == "instead":
        yield _link(f"{DROP}:{entry.id}", language.text("Back to ours..."))
    if entry.kept == "own":
        yield _link(f"{DROP}:{entry.id}", language.text("Remove..."))
    if entry.link:
        yield _link(entry.link, entry.link)


def _link(target: str, words: str) -> str:
    return f'<a href="{_attribute(target)}">{escaped(words)}</a>'


def _attribute(value: str) -> str:
    return escaped(value).replace('"', "&quot;")
