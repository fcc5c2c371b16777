"""content/articles to Article records.

An article is one file: YAML front matter between two lines `---` (docs/reference.md has its keys), and below it the
text as published, kept verbatim. The body is all that follows the closing line. Offsets count its characters after
Python's universal newlines, that is, a line end counts one character whether the file has LF, CRLF or CR; in English a
no-break space between words is a space. Nothing in
the body is markup: what looks like a Markdown heading, code, HTML or a template is the article's words.
"""

from generator.content.articles.folder import Reading, read_articles

__all__ = ["Reading", "read_articles"]
