"""The schemas that editors complete from hold what the readers hold."""

import jsonschema
import pytest
import yaml

from generator.content.schemas import schemas
from generator.desk.new import site_files


def test_the_examples_of_a_new_site_fit() -> None:
    for name, schema in schemas().items():
        jsonschema.Draft202012Validator.check_schema(schema)
        if name == "mkdocs.yml":
            continue  # below
        example = site_files("x").get(f"content/{name}", "# x\n#\n# title: A pool\n# rights: full").split("#\n", 1)[1]
        text = "\n".join(line.removeprefix("# ") for line in example.splitlines())
        found = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - texts only, as ours
        assert found
        jsonschema.validate(found, schema)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("actors.yml", "actors: [{nmae: Ada}]"),
        ("actors.yml", "actors: [{name: Ada, kind: robot}]"),
        ("events.yml", "events: [{articles: [a], slug: A B}]"),
        ("disagreements.yml", "disagreements: [{add: x}]"),
        ("corrections.yml", "correction: []"),
        ("front-matter", "rights: mine"),
        ("mkdocs.yml", "plugins: [search, parallax: {quotation_words: many}]"),
        ("mkdocs.yml", "plugins: [search, parallax: {colour: red}]"),
        ("mkdocs.yml", "plugins: {parallax: {unconfirmed: perhaps}}"),
    ],
)
def test_what_the_readers_refuse_does_not_fit(name: str, text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.load(text, Loader=yaml.BaseLoader), schemas()[name])  # noqa: S506


def test_what_they_take_fits() -> None:
    for text in ("disagreements: [{confirm: figure-1, about: x}]", "disagreements: [{dismiss: figure-1, reason: x}]"):
        jsonschema.validate(yaml.safe_load(text), schemas()["disagreements.yml"])


@pytest.mark.parametrize(
    "plugins", ["[search, parallax]", "[{parallax: {disagreements: 5}}, {tags: {x: 1}}]", "{parallax: }"]
)
def test_settings_that_are_taken_fit(plugins: str) -> None:
    jsonschema.validate(yaml.safe_load(f"site_name: x\nplugins: {plugins}"), schemas()["mkdocs.yml"])
