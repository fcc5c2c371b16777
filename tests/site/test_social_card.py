"""The picture of a shared link."""

from io import BytesIO

from PIL import Image

from generator.site.social_card import HEIGHT, WIDTH, social_card


def card(title: str = "Council closes the bridge") -> bytes:
    return social_card(title=title, date="3 May 2031", counts="2 sources", site="The bridge")


def test_it_is_a_png_of_the_usual_size() -> None:
    image = Image.open(BytesIO(card()))
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))


def test_the_same_words_give_the_same_bytes_and_others_do_not() -> None:
    assert card() == card()
    assert card() != card("Council opens the bridge")


def test_a_title_of_any_length_and_script_will_do() -> None:
    for title in ("", "x" * 10_000, "Мост закрыт ⚠ 橋"):
        assert Image.open(BytesIO(card(title))).size == (WIDTH, HEIGHT)
