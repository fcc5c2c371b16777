"""All files for other programs, by their address in the site."""

import json
from collections.abc import Callable
from functools import partial
from importlib import resources
from typing import Any

from generator.model.kinds import KINDS
from generator.model.site import Site
from generator.site.addresses import Addresses
from generator.site.export import encode
from generator.site.feeds.data_parts import data_parts
from generator.site.feeds.entries import Feed, actor_feeds, feed
from generator.site.feeds.formats import json_feed, llms_txt, rss
from generator.site.lazy import Lazy
from generator.site.words import Words

DATA = "data/parallax.json"
SCHEMA = "data/parallax.schema.json"
LIST_SCHEMA = "data/parallax.parts.schema.json"


def data_files(
    site: Site, addresses: Addresses, words: Words, *, title: str, description: str, home: str
) -> Lazy[bytes]:
    """The data file or its parts with their list, the schemas, both feeds, one of each actor, and llms.txt.

    `home` is the site's address, "" if it is not known.
    """
    told = feed(site, addresses, words, title=title, description=description, home=home)
    of_actors = actor_feeds(site, addresses, words, title=title, home=home)
    makers: dict[str, Callable[[], bytes]] = {
        **(data_parts(site, DATA) or {DATA: partial(encode, site, published=True)}),
        SCHEMA: _schema,
        LIST_SCHEMA: _list_schema,
        "feed.xml": partial(rss, told),
        "feed.json": partial(json_feed, told),
        "llms.txt": partial(llms_txt, told, words, data=DATA),
        **{uri: partial(_fed, make) for uri, make in of_actors},
    }
    return Lazy(makers)


def _fed(make: Callable[[], Feed]) -> bytes:
    return rss(make())


def _schema() -> bytes:
    """The schema of the data file and of each of its parts, with the kinds of disagreement that there are."""
    schema = _read("parallax.schema.json")
    schema["properties"]["disagreements"]["items"]["properties"]["kind"]["enum"] = list(KINDS)
    return _written(schema)


def _list_schema() -> bytes:
    """The schema of what stands in place of the data file where that is in parts."""
    schema = _read("parallax.parts.schema.json")
    schema["properties"]["problems"] = _read("parallax.schema.json")["properties"]["problems"]
    return _written(schema)


def _read(name: str) -> Any:
    return json.loads(resources.files("generator.site.feeds").joinpath(name).read_bytes())


def _written(schema: Any) -> bytes:
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
