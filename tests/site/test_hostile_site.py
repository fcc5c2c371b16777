"""Articles that try to be more than text: the site builds, shows their words, and does nothing that they ask for."""

from pathlib import Path

import pytest

from tests.folders import ROOT
from tests.website import broken_links, build, document, own_pages, pages

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("hostile")]

ATTACKS = (
    '<script>window.stolen = 1</script> and <img src="x" onerror="window.stolen = 1">',
    "{{ 7*7 }} and {% raw %} and {% include 'x' %} and {{ config }}",
    '--8<-- "mkdocs.yml"',
    "[press here](javascript:alert(1)) and <javascript:alert(1)> and ![x](javascript:alert(1))",
    "</aside></article></main> and <!-- and --> and ]]>",
    "# Not a heading of ours",
    "[^1]: not a footnote of ours",
    "\u202egnirts desrever\u202c and \x00 and \u2066isolated",
    "{ #id .class onclick=alert(1) } and *[HTML]: abbreviation",
)
STORY = """---
title: {title}
outlet: {outlet}
published: 2031-05-0{day}
---
Mayor Ana Ruiz said on Saturday that the bridge in Kelm would stay closed for {count} weeks.

{attacks}

“The bridge {verb} not safe,” Ruiz told reporters. The bridge was built in 1931 and carries 4,000 cars a day.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    articles = root / "content" / "articles"
    articles.mkdir(parents=True)
    (root / "content" / "pages").mkdir()
    (root / "content" / "pages" / "index.md").write_text("# Home\n\n<!-- parallax: timeline -->\n", encoding="utf-8")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("  - Method:")[0]
    (root / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    attacks = "\n\n".join(f"Ruiz said {attack} about the bridge in Kelm." for attack in ATTACKS)
    bare = "\n\n".join(ATTACKS)
    for name, outlet, count, verb, text in (
        ("one", "Post </title><script>window.stolen=1</script>", 6, "is", attacks),
        ("two", "Gazette {{ 7*7 }}", 8, "was", f"{attacks}\n\n{bare}"),
    ):
        title = f'"Bridge <b>closed</b> {{{{ 7*7 }}}} </aside> {name}"'
        (articles / f"{name}.md").write_text(
            STORY.format(title=title, outlet=f'"{outlet}"', day=3, count=count, verb=verb, attacks=text),
            encoding="utf-8",
        )
    build(root, root / "site")
    return root / "site"


def test_it_builds_whole(site: Path) -> None:
    assert broken_links(site) == []
    assert any((site / "events").iterdir())


def test_no_element_or_attribute_of_theirs_is_in_a_page(site: Path) -> None:
    for path in pages(site):
        for element in document(path).iter():
            assert not any(name.startswith("on") for name in element.attrib), path
            assert not (element.get("href") or "").lower().startswith("javascript:"), path
            assert element.get("src") != "x", path
            if element.tag == "script":
                assert "window.stolen" not in "".join(element.itertext()) or element.get("type"), path


def test_nothing_is_evaluated_or_included(site: Path) -> None:
    for path in pages(site):
        text = "".join(document(path).itertext())
        assert "site_name:" not in text, path
        assert "Bridge closed 49" not in " ".join(text.split()), path


def test_their_marks_end_nothing_of_ours(site: Path) -> None:
    for path in own_pages(site):
        tags = [element.tag for element in document(path).iter()]
        assert tags.count("main") == 1, path
        assert tags.count("title") == 1, path
