"""content/*.yml to Decisions: what the editor wrote, checked for shape; whether it fits the articles, the steps check.

docs/reference.md has every key of every file, docs/example/ a file of each with all of them. Texts are plain YAML
strings: `published: 2024` and `name: No` need no quotation marks.
"""

from generator.content.editorial.files import EditorialReading, read_decisions

__all__ = ["EditorialReading", "read_decisions"]
