"""Article text does nothing, whatever it holds and wherever it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.site.pages.inert import REPLACED, finished, inert, plain_line
from tests.site.pages.markdown import tree

HOSTILE = [
    "<script>alert(1)</script>",
    "</q></p></aside><h1>gone</h1>",
    "{{ 7*7 }} {% raw %} {# x #}",
    "--8<-- 'secret.md'",
    ";--8<-- x",
    "[x](javascript:alert) ![i](x.png) <http://x.example>",
    "# heading",
    "\n\n# heading\n\n* item\n\n1. one\n\n> quoted\n\n    code",
    "[^1]: a footnote and [^1]",
    "*[word]: abbreviated",
    "*a* **b** _c_ __d__ ~~e~~ ==f== ^^g^^ `h` ++i++ {++j++} $k$",
    "{ .class #id onclick=x } {: .x }",
    ":smile: (c) (tm) --> +/- 1/2 ... -- ---",
    "www.example.org https://example.org a@example.org #1 @name",
    "&lt;b&gt; &amp; &#60;i&#62; &nbsp;",
    "| a | b |\n|---|---|\n| c | d |",
    "Term\n: definition",
    "??? note\n    x",
    "!!! note\n    x",
    '=== "tab"\n    x',
    "- [x] task",
    "```\ncode\n```",
    "\\*escaped\\* line  \nbreak",
    "“curly” 'straight' \"double\" O'Neil's",
    "klzzwxh:0001 wzxhzdk:1",
    "a.\tb\u2028c\u2029d",
    "ii. roman and b. letter",
]


def _words_in(markdown: str) -> str:
    found = [element for element in tree(markdown).iter("q") if element.get("class") == "words"]
    assert len(found) == 1
    assert list(found[0]) == []
    return found[0].text or ""


PLACES = [
    '<p markdown="span"><q class="words">{}</q></p>',
    '<div markdown="block">\n<ul markdown="block">\n<li markdown="span"><q class="words">{}</q></li>\n</ul>\n</div>',
    '<div markdown="block">\n<p><q class="words">{}</q></p>\n</div>',
    'A paragraph <q class="words">{}</q> goes on.',
    '# Heading <q class="words">{}</q> {{ #here }}',
    '<blockquote markdown="block">\n\n### A <q class="words">{}</q>\n\n</blockquote>',
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_the_same_words(text: str, place: str) -> None:
    assert _words_in(place.format(inert(text))) == text


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=80))
@settings(max_examples=150)
def test_any_text_stays_the_same_words(text: str) -> None:
    text = "".join(c for c in text if c not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
    assert _words_in(PLACES[1].format(inert(text))) == text


@pytest.mark.parametrize("character", ["\x00", "\x02", "\x03", "\x1b", "\x7f", "\x9f", "\ufffe", "\ud800"])
def test_control_characters_are_shown_as_unreadable(character: str) -> None:
    assert inert(f"a{character}b") == f"a{REPLACED}b"


def test_old_line_ends_become_new_ones() -> None:
    assert inert("a\r\nb\x85c") == "a &#10;b&#10;c"


def test_marks_of_direction_end_with_the_text() -> None:
    assert inert("a\u202eb\u2067c") == "a\u202eb\u2067c\u2069\u202c"
    assert inert("a\u202cb\u2069") == "ab"
    assert inert("a\u2067b\u2069c\u200f") == "a\u2067b\u2069c\u200f"


def test_plain_prose_stays_readable_in_the_source() -> None:
    prose = "The well-known mayor said nothing. Why? Nobody knows, he added."
    assert inert(prose) == prose


def test_what_was_built_as_markup_is_printed_as_it_is() -> None:
    assert finished(Markup("<b>")) == "<b>"
    assert finished("<b>") == "&#60;b&#62;"
    assert finished(3) == "3"


@pytest.mark.parametrize(
    "text", ["</title><script>", 'a" onload="x', "{{ x }}", "&lt;script&gt;", "a\nb: c", "\u202ex"]
)
def test_front_matter_holds_nothing_that_a_theme_could_take_for_markup(text: str) -> None:
    line = plain_line(text)
    assert not set(line) & set('<>"{}\n\u202e')
    assert "&lt;" not in line


def test_a_long_title_is_cut() -> None:
    assert len(plain_line("x" * 10_000, longest=200)) == 200
