"""The files that tell a system to open assessments with S3 Desk fit the program and the file format."""

import configparser
import plistlib
import tomllib
from pathlib import Path
from xml.etree import ElementTree

from s3desk.workspace.tables import APPLICATION_ID
from tests.builders import empty_records, workspace_of

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "packaging" / "association"
NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def commands() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return set(project["gui-scripts"])


def test_the_desktop_entry_starts_our_program_with_the_file() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(FILES / "s3desk.desktop", encoding="utf-8")
    command, argument = entry["Desktop Entry"]["Exec"].split()
    assert command in commands()
    assert argument == "%f"
    assert entry["Desktop Entry"]["MimeType"] == "application/x-s3desk;"


def test_the_mime_type_knows_our_files(tmp_path: Path) -> None:
    tree = ElementTree.parse(FILES / "s3desk.xml")
    made = workspace_of(tmp_path, empty_records())
    made.close()
    header = made.path.read_bytes()[:100]
    matches = list(tree.iter(f"{NAMESPACE}match"))
    assert len(matches) == 2
    for match in matches:
        value, offset = match.attrib["value"].encode(), int(match.attrib["offset"])
        assert header[offset : offset + len(value)] == value
    assert matches[1].attrib["value"].encode() == APPLICATION_ID.to_bytes(4, "big")
    assert [glob.attrib["pattern"] for glob in tree.iter(f"{NAMESPACE}glob")] == [f"*{made.path.suffix}"]


def test_the_registry_lines_touch_this_user_only() -> None:
    text = (FILES / "s3desk.reg").read_bytes().decode("ascii")
    keys = [line for line in text.splitlines() if line.startswith("[")]
    assert keys
    assert all(key.startswith("[HKEY_CURRENT_USER\\Software\\Classes\\") for key in keys)
    assert text.count("\r\n") == text.count("\n")
    assert '\\"%1\\"' in text


def test_the_property_list_names_the_ending() -> None:
    plist = plistlib.loads((FILES / "Info.plist").read_bytes())
    (kind,) = plist["UTExportedTypeDeclarations"]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["s3desk"]
    (document,) = plist["CFBundleDocumentTypes"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
