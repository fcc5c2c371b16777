"""All files for other programs, by their address in the site."""

from importlib import resources

from generator.model.site import Site
from generator.site.addresses import Addresses
from generator.site.export import encode
from generator.site.feeds.entries import actor_feed, feed
from generator.site.feeds.formats import json_feed, rss
from generator.site.feeds.llms import llms_txt
from generator.site.words import Words

DATA = "data/parallax.json"
SCHEMA = "data/parallax.schema.json"


def data_files(
    site: Site, addresses: Addresses, words: Words, *, title: str, description: str, home: str
) -> dict[str, bytes]:
    """The data file, its schema, both feeds, one of each actor, and llms.txt.

    `home` is the site's address, "" if it is not known.
    """
    told = feed(site, addresses, words, title=title, description=description, home=home)
    return {
        DATA: encode(site, published=True),
        SCHEMA: resources.files("generator.site.feeds").joinpath("parallax.schema.json").read_bytes(),
        "feed.xml": rss(told),
        "feed.json": json_feed(told),
        "llms.txt": llms_txt(told, words, data=DATA),
        **{
            addresses.feed(actor.id): rss(actor_feed(actor, site, addresses, words, title=title, home=home))
            for actor in site.cast.actors
            if actor.id in addresses.actor_pages
        },
    }
