"""YAML as editors write it: texts stay texts, lines are known, and no text whatever breaks the reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.yaml_source import YamlSource
from generator.model.errors import ParallaxError
from generator.model.record import Record

TEXT = "title: 1.10\ndone: no\nday: 2024-05-03\nempty:\nlist:\n  - one\n  - two: three\n"


class Thing(Record, frozen=True, forbid_unknown_fields=True):
    name: str
    parts: tuple[str, ...] | None = None


def test_scalars_are_texts_and_empty_ones_none() -> None:
    assert YamlSource(TEXT, file="f.yml").data == {
        "title": "1.10",
        "done": "no",
        "day": "2024-05-03",
        "empty": None,
        "list": ["one", {"two": "three"}],
    }


@pytest.mark.parametrize(
    ("path", "line"),
    [((), 11), (("title",), 11), (("list",), 15), (("list", 0), 16), (("list", 1, "two"), 17), (("nowhere",), 11)],
)
def test_every_value_has_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert YamlSource(TEXT, file="f.yml", first_line=11).line(path) == line


@pytest.mark.parametrize(
    ("text", "line", "message", "remedy"),
    [
        ("name: a\nnmae: b\n", 2, "`nmae` is not a key that is known here.", "Allowed keys: name, parts."),
        ("parts: [a]\n", 1, "`name` is missing.", "Allowed keys: name, parts."),
        ("name:\n  - a\n", 1, "name: A text is expected, not a list.", "Allowed is a text."),
        ("name: a\nparts: b\n", 2, "parts: A list is expected, not a text.", "Allowed is a list, `[one, another]`."),
        ("name: a\nparts:\n- b\n- c: d\n", 4, "parts: A text is expected, not keys with values.", "Allowed is a text."),
        ("- name\n", 1, "Keys with values are expected, not a list.", "Allowed keys: name, parts."),
    ],
)
def test_a_wrong_shape_says_where_what_and_what_is_allowed(text: str, line: int, message: str, remedy: str) -> None:
    with pytest.raises(ParallaxError) as fault:
        YamlSource(text, file="f.yml").checked(Thing)
    found = fault.value
    assert (found.file, found.line, found.message, found.remedy) == ("f.yml", line, message, remedy)


def test_nothing_is_none() -> None:
    assert YamlSource("# only a comment\n", file="f.yml").data is None


@given(st.one_of(st.text(), st.text(st.sampled_from("ab:- \n[]{}&*!|>'\"#?,%@`\t0~"), max_size=60)))
def test_any_text_gives_data_or_a_fault_with_its_line(text: str) -> None:
    try:
        data = YamlSource(text, file="f.yml").data
    except ParallaxError as fault:
        data, line = None, fault.line
    else:
        line = 1
    assert isinstance(data, dict | list | str | None)
    assert 1 <= line <= text.count("\n") + 1
