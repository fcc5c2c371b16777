"""The last part of a page's address, as an editor may write it."""

from typing import Annotated

from msgspec import Meta

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-+[a-z0-9]+)*$", max_length=100)]
