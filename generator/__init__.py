"""Parallax: turns a folder of news articles into an explainer microsite that shows where the sources disagree."""

__version__ = "0.2.0"
