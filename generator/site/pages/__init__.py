"""A finished site as pages of Markdown; the only way in is `render`, `blocks` and `assets`."""

from generator.site.pages.page import Page
from generator.site.pages.render import assets, blocks, render, writers

__all__ = ["Page", "assets", "blocks", "render", "writers"]
