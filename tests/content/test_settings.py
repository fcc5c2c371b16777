"""Settings and the site's folder: what is allowed, and what a newcomer reads when it is not."""

from pathlib import Path

import pytest
import yaml

from generator.content.settings import Settings, read_settings
from generator.content.site_folder import open_site, written_configuration
from generator.model.errors import ParallaxError
from generator.plugin import ParallaxConfig


def test_nothing_given_means_the_defaults() -> None:
    assert read_settings({}) == Settings()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"quotation_words": 0}, "quotation_words"),
        ({"disagreements": 10**20}, "disagreements"),
        ({"excerpt_share": 1.5}, "excerpt_share"),
        ({"actor_pages": 0}, "actor_pages"),
        ({"actor_pages": "few"}, "actor_pages"),
        ({"colour": "red"}, "Known settings: content, model"),
        ({"editorial": "yes"}, "editorial"),
    ],
)
def test_a_wrong_setting_is_named_with_what_is_allowed(given: dict[str, object], told: str) -> None:
    with pytest.raises(ParallaxError, match=r"^mkdocs\.yml: ") as fault:
        read_settings(given)
    assert told in str(fault.value)


def test_mkdocs_takes_every_setting() -> None:
    assert {name for name, _ in ParallaxConfig._schema} == set(Settings.__struct_fields__)


def test_a_site_is_read_from_its_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_URL", "https://paper.example/")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Strike\nsite_url: !ENV MY_URL\ndocs_dir: words\ntheme:\n  name: material\n  language: de\n"
        "plugins:\n  - search\n  - parallax:\n      disagreements: 5\n"
        "markdown_extensions:\n  - x: {y: !!python/name:material.extensions.emoji.twemoji }\n",
        encoding="utf-8",
    )
    site = open_site(tmp_path)
    assert (site.settings.disagreements, site.settings.language, site.settings.editorial) == (5, "de", True)
    assert (site.docs, site.text("site_url")) == (Path("words"), "https://paper.example/")
    assert open_site(tmp_path, editorial=False).settings.editorial is False


def test_a_bare_content_folder_will_do(tmp_path: Path) -> None:
    site = open_site(Path("/nowhere"), content=tmp_path, editorial=False)
    assert (site.root, site.settings.content, site.settings.editorial) == (tmp_path, ".", False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "There is no mkdocs.yml in this folder. Go to"),
        ("plugins: [search\nx: 1\n", "mkdocs.yml:2: This is not valid YAML."),
        ("just words\n", "mkdocs.yml: This is not a configuration of MkDocs."),
    ],
)
def test_a_folder_that_is_no_site_says_so(tmp_path: Path, text: str | None, told: str) -> None:
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ParallaxError) as fault:
        open_site(tmp_path)
    assert str(fault.value).startswith(told)


def test_the_written_configuration_needs_no_plugin_of_ours(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Strike # kept\nsite_url: !ENV [MY_URL, 'x']\ntheme: material\nplugins: [search, parallax]\n"
        "extra_css: [mine.css]\n",
        encoding="utf-8",
    )
    written = written_configuration(open_site(tmp_path), styles=["ours.css"], scripts=["ours.js"]).decode()
    assert "!ENV" in written
    plain = yaml.safe_load(written.replace("!ENV", ""))
    assert plain["plugins"] == ["search"]
    assert plain["docs_dir"] == "docs"
    assert plain["theme"] == {"name": "material", "custom_dir": "theme"}
    assert (plain["extra_css"], plain["extra_javascript"]) == (["ours.css", "mine.css"], ["ours.js"])
