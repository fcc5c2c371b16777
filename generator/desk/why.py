"""`parallax why ID`: how a finding came about, and what else was looked at for its passages."""

import posixpath
from pathlib import Path

import click

from generator.build.pipeline import build, materials
from generator.content.settings import Settings
from generator.content.site_folder import open_site
from generator.desk.findings import place
from generator.desk.long_run import busy
from generator.desk.sources.wording import printable
from generator.disagreements import Considered, considered
from generator.model.actors import Quotation
from generator.model.errors import ParallaxError
from generator.model.site import Site
from generator.model.story import Disagreement
from generator.model.text import Article


@click.command("why")
@click.argument("finding")
@click.option("--content", type=click.Path(path_type=Path), help="A bare content folder (articles/ in it) instead.")
def command(finding: str, content: Path | None) -> None:
    """Tell how a finding came about: FINDING is its id, as `parallax review --list` and the export give it.

    FINDING may also be words of a quotation: then who is its speaker is told, and by which file that was found.

    Printed are the rule that found it with its words in place, how surely such a finding is right, and all that the
    program found in the same passages, with the reason why it is shown or not.

    \b
    Example:
      parallax why label-0a1b2c3d4e
    """
    folder = open_site(Path.cwd(), content=content)
    with busy():
        site = build(folder.root, folder.settings, preview=True).found
        quoted = [q for q in site.quotations if q.direct and q.speech and finding in q.passage.quote]
        if quoted and all(finding != disagreement.id for disagreement in site.disagreements):
            click.echo("\n".join(said(quotation, site) for quotation in quoted))
            return
        found = _found(site, finding)
        others = _considered(site, found, folder.settings)
    click.echo(told(found, others, {article.id: article for article in site.articles}), nl=False)


def said(quotation: Quotation, site: Site) -> str:
    """A quotation, its speaker, and the file by which he was found or for whose reasons there is none."""
    actors = {actor.id: actor.name for actor in site.cast.actors}
    articles = {article.id: article for article in site.articles}
    passage, file = quotation.passage, "no file: the article doesn't say"
    if quotation.way:
        file = posixpath.normpath(f"generator/account/quotations/{quotation.way}.py")
    words = f" (“{printable(quotation.speaker_text)}”)" if quotation.speaker_text else ""
    lines = [
        f"{articles[passage.article].path}: {printable(passage.quote)}",
        f"  said by {actors.get(quotation.speaker or '', 'nobody whom we name')}{words}",
        f"  {file}",
    ]
    return "\n".join(lines)


def _found(site: Site, finding: str) -> Disagreement:
    known = {disagreement.id: disagreement for disagreement in site.disagreements}
    if finding not in known:
        raise ParallaxError(f"There is no finding {finding!r}.", remedy="`parallax review --list` shows their ids.")
    return known[finding]


def _considered(site: Site, finding: Disagreement, settings: Settings) -> tuple[Considered, ...]:
    event = next(event for event in site.events if event.id == finding.event)
    return considered(materials(site.articles, [event], settings)[0], finding)


def told(finding: Disagreement, others: tuple[Considered, ...], articles: dict[str, Article]) -> str:
    """The finding and all that was considered for its passages, as lines of text."""
    lines = [f"{finding.id}  {printable(finding.about)}", f"{finding.kind}, {finding.hardness}, {finding.status}"]
    lines += [f"{printable(finding.reason)} ({finding.score:.2f} sure).", ""]
    for position in finding.positions:
        lines.append(f"  {place(position, articles)}: “{printable(position.says)}”")
    lines += [
        "",
        "In these passages the program found, surest first:" if others else "The program finds nothing there.",
    ]
    for number, other in enumerate(others):
        words = " / ".join(printable(articles[s.article].body[slice(*s.says)]) for s in other.proof.sides)
        verdict = _verdict(finding, other, first=number == 0)
        lines.append(f"  {other.proof.sure:.2f}  {other.proof.kind} ({other.proof.because})  {words}: {verdict}")
    return "\n".join(lines) + "\n"


def _verdict(finding: Disagreement, other: Considered, *, first: bool) -> str:
    if other.finding is None:
        return "left out: no whole passage of 40 words, or no heading"
    if other.finding.id == finding.id:
        return "this one"
    return "a card of its own" if first else "a card of its own, unless a surer one marks the same words"
