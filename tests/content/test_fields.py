"""Single values: dates of the Extended Date/Time Format, addresses that may be linked to, language tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.fields import is_edtf, is_language, is_web_address


@pytest.mark.parametrize(
    "date",
    [
        *("2024-01-16", "2024-02-29", "2024-01", "2024", "2024-23", "2025-10-20/2025-10-26", "2024-05~", "2024-05-03?"),
        *("../2024", "2024-03/..", "199X", "[2024-01, 2024-02]"),
    ],
)
def test_dates(date: str) -> None:
    assert is_edtf(date)


@pytest.mark.parametrize(
    "date",
    [
        "",
        " ",
        "Friday",
        "3 May 2024",
        "2024-02-30",
        "2024-13",
        "2024-1-5",
        "2024/05/03",
        "2024-05-04/2024-05-01",
        " 2024",
        "/..",
        "../..",
        "2024-XX/2024-XX",
        "0001-01-01",
        "0000",
        "9999-12-31",
        "2024-05-03/9999",
        "XXXX",
        *("Y17E7", "Y17E900000000", "2024/Y3E999999", "1900S2"),
        "Y" + "9" * 5000,
        "{" + ",".join(str(year) for year in range(1000, 3000)) + "}",
    ],
)
def test_no_dates(date: str) -> None:
    assert not is_edtf(date)


@given(st.one_of(st.text(max_size=30), st.text(st.sampled_from("0129-/.~?%uXTZ:[]{}, yYES"), max_size=24)))
def test_any_text_is_a_date_or_not(text: str) -> None:
    assert is_edtf(text) in {True, False}


@pytest.mark.parametrize("url", ["https://a.example", "http://a.example:80/x?y=1&z=%20#f", "HTTPS://A.EXAMPLE/"])
def test_addresses(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url",
    [
        *("", "a.example", "//a.example", "javascript:alert(1)", "data:text/html,x", "ftp://a.example", "https://"),
        *("https://a.example/ b", 'https://a.example/"', "https://a.example/<b>", "https://a.example/\n", "https://[a"),
        *("java\tscript:alert(1)", "https:a.example", "https://a.example\\@b.example", "mailto:a@b.example"),
    ],
)
def test_no_addresses(url: str) -> None:
    assert not is_web_address(url)


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_not(text: str) -> None:
    assert is_web_address(f"http://{text}") in {True, False}


def test_language_tags() -> None:
    assert all(map(is_language, ["en", "en-GB", "de", "zh-Hant-TW", "gsw"]))
    assert not any(map(is_language, ["", "English", "en_GB", "e", "en-", "12"]))
