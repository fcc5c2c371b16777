"""The site for other programs: RSS, JSON Feed, llms.txt, the data file with its schema; all plain text, no clock."""

from generator.site.feeds.data_files import data_files

__all__ = ["data_files"]
