"""The picture that a shared link shows: an event's date and title, and how many sources tell it."""

import textwrap
from functools import cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
MARGIN = 90
_PAPER, _INK, _QUIET, _ACCENT = "#fbfaf7", "#1d1f23", "#6a6f78", "#b4531a"
_LINE_SIZE = 32
_BLENDS = 5  # of each colour with the paper: with it, sixteen in all
# Sizes of a title, each with its columns and the most lines: the smaller one is for what the other cuts.
_TITLES = ((60, 34, 5), (46, 44, 6))


def social_card(*, title: str, date: str, counts: str, site: str) -> bytes:
    """A PNG of 1200 x 630 pixels, the same bytes for the same words (Pillow's own font, no metadata)."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    _two_views(draw)
    draw.text((MARGIN, MARGIN), date, fill=_ACCENT, font=ImageFont.load_default(_LINE_SIZE))
    size, columns, most = next((t for t in _TITLES if len(textwrap.wrap(title, t[1])) <= t[2]), _TITLES[-1])
    lines = textwrap.wrap(title, columns, max_lines=most, placeholder=" …")
    draw.multiline_text(
        (MARGIN, MARGIN + 64), "\n".join(lines), fill=_INK, font=ImageFont.load_default(size), spacing=16
    )
    foot = HEIGHT - MARGIN
    draw.text((MARGIN, foot), counts, fill=_INK, font=ImageFont.load_default(_LINE_SIZE), anchor="ls")
    draw.text((WIDTH - MARGIN, foot), site, fill=_QUIET, font=ImageFont.load_default(_LINE_SIZE), anchor="rs")
    buffer = BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(buffer, format="PNG", bits=4)
    return buffer.getvalue()


@cache
def _palette() -> Image.Image:
    """The colours and what is between them and the paper: to look for the best of each picture took half its time."""
    paper, *colours = (ImageColor.getrgb(colour)[:3] for colour in (_PAPER, _INK, _QUIET, _ACCENT))
    steps = [(step, colour) for colour in colours for step in range(1, _BLENDS + 1)]
    blends = [round(p + (c - p) * step / _BLENDS) for step, colour in steps for p, c in zip(paper, colour, strict=True)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*paper, *blends, *paper * (255 - len(steps))])
    return palette


def _two_views(draw: ImageDraw.ImageDraw) -> None:
    """The mark of the product: one thing seen from two places."""
    for offset, colour in ((0, _QUIET), (34, _ACCENT)):
        left = WIDTH - MARGIN - 110 + offset
        draw.ellipse((left, MARGIN - 10, left + 76, MARGIN + 66), outline=colour, width=6)
