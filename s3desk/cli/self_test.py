"""The command `self-test`: whether an installed program works from end to end."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from s3desk.basics.errors import KnownError
from s3desk.cli.files import reading
from s3desk.domain.profile import Profile
from s3desk.formats import incoming, registry
from s3desk.formats.pdf import rendering
from s3desk.operations.beginning import begin_example
from s3desk.queries.report import Options, picture
from s3desk.workspace.files import create


def self_test(_arguments: argparse.Namespace) -> int:
    """Make the example, write every form of every output, draw a page, open the report again and compare."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.s3desk"
        begin_example(path, who="self-test").close()
        with reading(path) as source:
            for profile in Profile:
                report = picture(source, Options(profile))
                for what in registry.OUTPUTS:
                    for suffix in registry.suffixes_of(what):
                        registry.export(report, what, Path(folder) / f"{profile.value}-{what}{suffix}")
                        print(f"good  {profile.value} {what} {suffix}")
        pages = rendering.pages_of((Path(folder) / "internal-report.pdf").read_bytes())
        pages.image(0, 1.0)
        print(f"good  {len(pages.sizes)} pages can be shown")
        _compare_round_trip(Path(folder))
    print("good  data came back equal")
    return 0


def _compare_round_trip(folder: Path) -> None:
    imported = incoming.read(folder / "internal-report.pdf")
    target = folder / "again.s3desk"
    create(target, imported.catalogue, imported.records, who="self-test", stored=imported.stored).close()
    with reading(target) as source:
        again = picture(source, Options(Profile.INTERNAL))
    first = json.loads((folder / "internal-data.json").read_text("utf-8"))
    if {**first, **again.data} != first:
        raise KnownError("The data did not come back equal.", "Install S3 Desk again and repeat the test.")
