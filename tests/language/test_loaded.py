"""The letters by which loaded words are looked for stand wherever their patterns find something."""

from importlib import resources

from generator.language.loaded import choices

ROWS = (resources.files("generator.language") / "en" / "loaded.tsv").read_text(encoding="utf-8")


def test_no_pattern_finds_what_its_letters_miss() -> None:
    rows = [line.replace("\t", ";").split(";") for line in ROWS.splitlines() if line[:1] != "#"]
    words = [word.strip() for row in rows for word in row]
    for form in {form for word in words for form in (word.upper(), word.replace(" ", "-"), word.replace("-", " "))}:
        for choice in choices():
            for pattern, signs in zip(choice.sides, choice.signs, strict=True):
                if pattern.search(form):
                    assert any(sign in form.lower() for sign in signs), form


def test_words_of_one_side_alone_are_not_looked_for() -> None:
    choice = choices()[0]
    assert choice.may_be_in("undocumented migrants and illegal aliens")
    assert not choice.may_be_in("undocumented migrants")
