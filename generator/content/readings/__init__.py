"""content/readings/*.json: what second readers found, one file an event, written by `parallax read` or `import`.

A file is pretty JSON in UTF-8: `version` (1), `event` (its id when it was read; which it is, the articles tell) and
`readings`, whose keys docs/reference.md has, in the order of the record. Every quote is exact words of its article, or
the build leaves it out and `parallax check` says so. What is wrong in one part leaves out that part; the rest is read.
"""

from generator.content.readings.files import FOLDER, ReadingsRead, read_file, read_readings, reading_text

__all__ = ["FOLDER", "ReadingsRead", "read_file", "read_readings", "reading_text"]
