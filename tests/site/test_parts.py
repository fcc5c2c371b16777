"""Long indexes stand in parts, and what is added elsewhere moves no row."""

from generator.site.parts import by_date, by_name, day_of_part, initial, page_of_part

NAMES = {"1": "Ada Berg", "2": "Åsa Lund", "3": "Abel Rowe", "4": "Bo Dahl", "5": "3 Doors", "6": "Æsir"}


def test_what_fits_one_page_is_in_no_parts() -> None:
    assert by_name(NAMES, most=6) == {}
    assert by_date({"1": "2031-03-11"}, most=1, names={"1": ""}) == {}


def test_names_stand_under_their_letter_and_under_more_letters_where_there_are_many() -> None:
    assert by_name(NAMES, most=3, in_part=3) == {"1": "A", "2": "A", "3": "A", "4": "B", "5": "", "6": "Æ"}
    assert by_name(NAMES, most=1, in_part=1) == {"1": "Ad", "2": "As", "3": "Ab", "4": "B", "5": "", "6": "Æ"}


def test_a_name_elsewhere_moves_no_row() -> None:
    before = by_name(NAMES, most=3, in_part=3)
    assert before.items() <= by_name({**NAMES, "7": "Bea Holt", "8": "Cy Vane"}, most=3, in_part=3).items()


def test_dates_stand_under_their_month_and_under_their_day_where_there_are_many() -> None:
    dates = {"1": "2031-03-11", "2": "2031-03-12/2031-04-02", "3": "2031-04", "4": "2031-23", "5": "", "6": "2031~"}
    months = {"1": "2031-03", "2": "2031-03", "3": "2031-04", "4": "2031-23", "5": "", "6": "2031"}
    names = dict.fromkeys(dates, "")
    assert by_date(dates, most=2, in_part=2, names=names) == months
    assert by_date(dates, {"1": 9}, most=2, in_part=2, names=names) == months | {"1": "2031-03-11", "2": "2031-03-12"}


def test_what_is_undated_or_of_one_day_stands_under_its_letters_where_there_is_much() -> None:
    dates = {id_: "2031-03-11" if id_ in "123" else "" for id_ in NAMES}
    parts = by_date(dates, most=2, in_part=2, names=NAMES)
    assert parts == {"1": "2031-03-11 Ad", "2": "2031-03-11 As", "3": "2031-03-11 Ab", "4": "B", "5": "", "6": "Æ"}
    assert [day_of_part(parts[id_]) for id_ in "145"] == [("2031-03-11", "Ad"), ("", "B"), ("", "")]


def test_each_part_has_a_page_of_its_own() -> None:
    parts = ["A", "Ab", "Æ", "Ae", "東", "", "2031-03-11 Ab", "2031-03"]
    pages = [page_of_part("actors/index.md", part) for part in parts]
    assert len({*pages}) == len(parts)
    assert pages[0] == "actors/all/a.md"
    assert pages[-1] == "actors/all/2031-03.md"


def test_a_letter_has_no_accent() -> None:
    assert (initial("Éva"), initial("“Nan”"), initial("42nd"), initial("")) == ("E", "N", "", "")
