"""content/articles to Article records.

An article is one file: YAML front matter between two lines `---`, and below it the text as published, kept verbatim::

    ---
    title: Fire at the old mill      # every key may be left out: what is not known is not stated
    outlet: Sampleton Gazette
    byline: Ada Example
    published: 2024-05-03            # EDTF: 2024-05, 2024-23 (autumn), 2024-05-03/2024-05-05 are as good
    url: https://sampleton.example/mill-fire
    language: en
    rights: excerpt                  # excerpt (the default), full (all of it may be shown), withheld (none of it)
    note: How the date is known.
    story: [exact words]             # article text that the reader takes for boilerplate
    not_story: [exact words]         # boilerplate that the reader takes for article text
    ---
    The mill burned down on Friday. …

The body is all that follows the closing line. Offsets count its characters after Python's universal newlines, that is,
a line end counts one character whether the file has LF, CRLF or CR. Nothing in the body is markup: what looks like a
Markdown heading, code, HTML or a template is the article's words.
"""

from generator.content.articles.folder import Reading, read_articles

__all__ = ["Reading", "read_articles"]
