"""`parallax write`: the site's Markdown on disk, for engines that know no plugins."""

from pathlib import Path

import click

from generator.build.publication import Identity, Publication, fill, package_folders, publish
from generator.content.site_folder import CONFIGURATION, SiteFolder, open_site, written_configuration
from generator.model.errors import ParallaxError

MANIFEST = ".parallax-manifest"


@click.command("write")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    """Write the whole site as Markdown into FOLDER, with a mkdocs.yml that needs no plugin of ours.

    Only what changed is written, and what an earlier run wrote and this one does not is removed; other files in
    FOLDER are left alone.

    \b
    Example:
      parallax write build && cd build && zensical build
    """
    site = open_site(Path.cwd())
    publication = publish(site.root, site.settings, _identity(site))
    wanted = _files(site, publication)
    changed, removed = _update(folder, wanted)
    click.echo(f"{len(wanted)} files in {folder}: {changed} written, {removed} removed.")
    for problem in publication.site.problems:
        if problem.severity == "error":
            click.echo(str(ParallaxError(problem.message, file=problem.file, line=problem.line)), err=True)


def _identity(site: SiteFolder) -> Identity:
    return Identity(
        title=site.text("site_name"),
        description=site.text("site_description"),
        home=site.text("site_url"),
        language=site.settings.language,
    )


def _files(site: SiteFolder, publication: Publication) -> dict[str, bytes]:
    """Everything to write, by path below the folder."""
    docs: dict[str, bytes] = {}
    source = site.root / site.docs
    for path in sorted(p for p in source.rglob("*") if p.is_file()):
        uri, content = path.relative_to(source).as_posix(), path.read_bytes()
        if path.suffix == ".md":
            content = fill(content.decode("utf-8"), uri, publication).encode()
        docs[uri] = content
    for page in publication.pages:
        if page.uri in docs:
            raise ParallaxError(
                "Parallax makes a page at this address itself.", file=str(site.docs / page.uri), remedy="Rename it."
            )
        docs[page.uri] = page.text.encode()
    docs |= publication.files
    theme = package_folders()[0]
    return {
        **{f"docs/{uri}": content for uri, content in docs.items()},
        **{f"theme/{path.relative_to(theme).as_posix()}": path.read_bytes() for path in sorted(theme.rglob("*.html"))},
        CONFIGURATION: written_configuration(site, styles=publication.styles, scripts=publication.scripts),
    }


def _update(folder: Path, wanted: dict[str, bytes]) -> tuple[int, int]:
    """Bring `folder` up to date; the numbers of files written and removed."""
    manifest = folder / MANIFEST
    earlier = manifest.read_text(encoding="utf-8").splitlines() if manifest.exists() else []
    if folder.exists() and not manifest.exists() and any(folder.iterdir()):
        raise ParallaxError(
            "This folder holds files that `parallax write` did not make.", file=str(folder), remedy="Name an empty one."
        )
    stale = [folder / name for name in earlier if name not in wanted]
    for path in stale:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ParallaxError("The list of written files was tampered with.", file=str(manifest), remedy="Remove it.")
        path.unlink(missing_ok=True)
    changed = [
        name
        for name, content in wanted.items()
        if not (folder / name).is_file() or (folder / name).read_bytes() != content
    ]
    for name in changed:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(wanted[name])
    manifest.write_text("".join(f"{name}\n" for name in sorted(wanted)), encoding="utf-8")
    return len(changed), len(stale)
