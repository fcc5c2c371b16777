"""The reference page and the schemas know every key that the readers know."""

import msgspec

from generator.content.articles.front_matter import KNOWN
from generator.content.editorial.files import FILES
from generator.content.schemas import ENTRIES, schemas
from generator.content.settings import Settings
from generator.desk.new import site_files
from tests.folders import ROOT
from tools.reference import PAGE, page


def test_the_page_is_as_it_is_made_from_the_records() -> None:
    text = (ROOT / PAGE).read_text(encoding="utf-8")
    assert text == page(), "make it anew: python -m tools.reference"
    assert all(f"| `{key}` |" in text for key in (*KNOWN, *Settings.__struct_fields__))


def test_every_key_of_an_editors_file_has_its_schema() -> None:
    assert {file: set(keys) for file, keys in ENTRIES.items()} == {file: set(keys) for file, keys in FILES.items()}


def test_every_key_is_told_to_whoever_completes_it() -> None:
    for schema in schemas().values():
        shapes = [schema, *schema.get("$defs", {}).values()]
        keys = [each for shape in shapes for each in shape.get("properties", {}).items()]
        bare = [key for key, told in keys if not told.get("description")]
        assert bare == []
    rows = [line for line in (ROOT / PAGE).read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert [row for row in rows if row.endswith("|  |")] == []


def test_every_file_of_the_editor_names_its_schema_for_editors() -> None:
    files = site_files("x")
    for name in ENTRIES:
        assert files[f"content/{name}"].startswith(f"# yaml-language-server: $schema=../.schemas/{name}.json\n")
        assert msgspec.yaml.decode(files[f"content/{name}"]) is None
    assert files["mkdocs.yml"].startswith("# yaml-language-server: $schema=.schemas/mkdocs.yml.json\n")
