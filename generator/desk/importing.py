"""`parallax import`: the answer of a second reader into content/disagreements.yml, as proposals."""

from pathlib import Path
from typing import BinaryIO

import click
import msgspec

from generator.build.pipeline import Built, build
from generator.content.settings import content_folder
from generator.content.site_folder import SiteFolder, open_site
from generator.content.source_text import shown_path
from generator.desk.answer import MAX_CHARACTERS, Answer, check_answer, find_object
from generator.desk.decision_file import NAME, entry_lines, read_file, with_entries, with_positions, write_file
from generator.desk.long_run import busy
from generator.desk.proposals import Known, Merger, known_findings, merge, position_entry, proposal_entry
from generator.desk.sources.wording import printable
from generator.matching.added import added_entries, entry_numbers
from generator.model.decisions import Decisions


@click.command("import")
@click.argument("answer", type=click.File("rb"), default="-", metavar="[FILE|-]")
@click.option("--content", type=click.Path(path_type=Path), help="A bare content folder (articles/ in it) instead.")
def command(answer: BinaryIO, content: Path | None) -> None:
    """Take the answer to `parallax prompt`, from FILE or from a pipe.

    The JSON object may stand in a code fence or among prose. A quote that is not exactly in its article is refused, and
    so is a disagreement left with fewer than two articles. What is known already is merged. The rest goes to
    content/disagreements.yml as `status: proposed`: the preview shows it, the site only once you confirm it there or
    in `parallax review`.

    The exit status is 1 when there is no answer in the text.

    \b
    Examples:
      parallax import answer.json
      parallax prompt 2024-05-03-fire | llm | parallax import -
    """
    text = answer.read(4 * MAX_CHARACTERS + 1).decode("utf-8", errors="replace")
    found = find_object(text)
    folder = open_site(Path.cwd(), content=content)
    with busy("Reading and comparing the articles …"):
        built = build(folder.root, folder.settings, preview=True)
    articles = {article.id: article for article in built.found.articles}
    checked = check_answer(found, built.found.events, articles, quotation_words=folder.settings.quotation_words)
    merged = _write(checked, built, folder)
    click.echo(report(checked, merged))


def _write(answer: Answer, built: Built, folder: SiteFolder) -> Merger:
    content = content_folder(folder.settings, folder.root)
    path = content / NAME
    file = shown_path(path, folder.root)
    text = read_file(path, file=file)
    found = built.found.disagreements
    numbers = entry_numbers(added_entries(built.decisions, found), entry_lines(text, file=file))
    known = (*known_findings(found, entries=numbers), *_dismissed(built.decisions, folder))
    merged = merge(answer.proposals, known)
    changed = text
    for proposal, positions in merged.joined:
        entries = [position_entry(position) for position in positions]
        changed = with_positions(changed, proposal.entry or 0, entries, file=file)
    changed = with_entries(changed, [proposal_entry(proposal) for proposal in merged.new], file=file)
    if changed != text:
        write_file(path, changed)
    return merged


def _dismissed(decisions: Decisions, folder: SiteFolder) -> tuple[Known, ...]:
    """The machine findings that the editor dismissed; only the machine's own draft still has them."""
    struck = {decision.id for decision in decisions.disagreements if decision.action == "dismiss"}
    if not struck:
        return ()
    draft = build(folder.root, msgspec.structs.replace(folder.settings, editorial=False)).found
    return known_findings([d for d in draft.disagreements if d.id in struck], dismissed=struck)


def report(answer: Answer, merged: Merger) -> str:
    """What became of the answer, in lines for the terminal."""
    lines = [f"proposed: {proposal.about} ({proposal.kind})" for proposal in merged.new]
    for known, positions in merged.joined:
        named = ", ".join(position.passage.article for position in positions)
        lines.append(f"joined to {known.name}: {named}")
    lines += [f"known already: {proposal.about} is {known.name}" for proposal, known in merged.known]
    lines += [f"refused: {refusal.place}: {refusal.reason}" for refusal in answer.refusals]
    total = f"{len(merged.new)} proposed, {len(merged.joined)} joined to a proposal, {len(merged.known)} known already"
    lines.append(f"{answer.event}: {total}, {len(answer.refusals)} refused.")
    if merged.new or merged.joined:
        lines.append(f"They stand in content/{NAME} as `status: proposed`; `parallax review` walks through them.")
    return "\n".join(printable(line) for line in lines)
