"""A text of our own that the tests of the desk serve up in every format."""

PARAGRAPHS = (
    "The town council voted on Tuesday to close the Harbour Road swimming pool, which opened in 1974.",
    "“We cannot afford it,” said the mayor, Jon Dale, adding that repairs would cost £2.4 million over three years.",
    "Residents have gathered 3,000 signatures against the closure and said that they would go to court if needed.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def page(head: str = "", extra: str = "") -> bytes:
    """A small news page whose article is TEXT."""
    story = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html><head>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article>{extra}{story}</article><footer>Imprint</footer></body></html>"
    ).encode()
