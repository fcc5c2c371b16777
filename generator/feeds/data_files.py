"""All files for other programs, by their address in the site."""

from importlib import resources

from generator.addresses import Addresses
from generator.export import encode
from generator.feeds.entries import feed
from generator.feeds.formats import json_feed, rss
from generator.feeds.llms import llms_txt
from generator.model.site import Site
from generator.words import Words

DATA = "data/parallax.json"
SCHEMA = "data/parallax.schema.json"


def data_files(
    site: Site, addresses: Addresses, words: Words, *, title: str, description: str, home: str
) -> dict[str, bytes]:
    """The data file, its schema, both feeds and llms.txt; `home` is the site's address, "" if it is not known."""
    told = feed(site, addresses, words, title=title, description=description, home=home)
    return {
        DATA: encode(site, published=True),
        SCHEMA: resources.files("generator.feeds").joinpath("parallax.schema.json").read_bytes(),
        "feed.xml": rss(told),
        "feed.json": json_feed(told),
        "llms.txt": llms_txt(told, words, data=DATA),
    }
