"""A finished site as pages of Markdown; the only way in is `render`, `blocks`, `fill` and `assets`."""

from generator.pages.home import fill
from generator.pages.page import Page
from generator.pages.render import assets, blocks, render

__all__ = ["Page", "assets", "blocks", "fill", "render"]
