"""All files for other programs, by their address in the site."""

import json
from collections.abc import Callable
from functools import partial
from importlib import resources

from generator.model.kinds import KINDS
from generator.model.site import Site
from generator.site.addresses import Addresses
from generator.site.export import encode
from generator.site.feeds.entries import Feed, actor_feeds, feed
from generator.site.feeds.formats import json_feed, rss
from generator.site.feeds.llms import llms_txt
from generator.site.lazy import Lazy
from generator.site.words import Words

DATA = "data/parallax.json"
SCHEMA = "data/parallax.schema.json"


def data_files(
    site: Site, addresses: Addresses, words: Words, *, title: str, description: str, home: str
) -> Lazy[bytes]:
    """The data file, its schema, both feeds, one of each actor, and llms.txt.

    `home` is the site's address, "" if it is not known.
    """
    told = feed(site, addresses, words, title=title, description=description, home=home)
    of_actors = actor_feeds(site, addresses, words, title=title, home=home)
    makers: dict[str, Callable[[], bytes]] = {
        DATA: partial(encode, site, published=True),
        SCHEMA: _schema,
        "feed.xml": partial(rss, told),
        "feed.json": partial(json_feed, told),
        "llms.txt": partial(llms_txt, told, words, data=DATA),
        **{uri: partial(_written, make) for uri, make in of_actors},
    }
    return Lazy(makers)


def _written(make: Callable[[], Feed]) -> bytes:
    return rss(make())


def _schema() -> bytes:
    """The schema of the data file, with the kinds of disagreement that there are."""
    schema = json.loads(resources.files("generator.site.feeds").joinpath("parallax.schema.json").read_bytes())
    schema["properties"]["disagreements"]["items"]["properties"]["kind"]["enum"] = list(KINDS)
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
