"""`parallax cache`: how much is kept between builds, and throwing it away."""

import click

from generator.build.cache import cache_folder, cache_limit
from generator.model.errors import ParallaxError

# Of a folder that somebody named, nothing but what we have put there; the last are an earlier version's.
_OURS = ("results-*.sqlite*", "sites/*.msgpack", "[0-9a-f][0-9a-f]/*.msgpack")


@click.command("cache")
@click.option("--size", is_flag=True, help="Say where results are kept and how much room they take (the default).")
@click.option("--clear", is_flag=True, help="Throw them away: the next build does all its work anew.")
def command(*, size: bool, clear: bool) -> None:
    """See what is kept between builds, or throw it away.

    Results of steps are kept in your user's cache folder, or in that of PARALLAX_CACHE; what was used least recently
    goes when they take more than PARALLAX_CACHE_LIMIT megabytes (4096 if it is not set).

    \b
    Examples:
      parallax cache --size
      parallax cache --clear
    """
    folder = cache_folder()
    files = [path for pattern in _OURS for path in folder.glob(pattern) if path.is_file()]
    held = sum(path.stat().st_size for path in files)
    if size or not clear:
        click.echo(f"{held / 1024**2:.1f} MB of at most {cache_limit() / 1024**2:.0f} MB in {folder}")
    if clear:
        try:
            for path in files:
                path.unlink(missing_ok=True)
        except OSError as fault:
            raise ParallaxError(f"The cache cannot be cleared: {fault}.") from None
        click.echo(f"Cleared: {len(files)} files.")
