"""`parallax review`: the machine's findings one by one, for the editor's word."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import click
from msgspec.structs import replace
from rich.console import Console

from generator.build.pipeline import build
from generator.content.editorial import read_decisions
from generator.content.settings import content_folder
from generator.content.site_folder import SiteFolder, open_site
from generator.content.source_text import shown_path
from generator.desk.decision_file import (
    NAME,
    Entry,
    entry_lines,
    read_file,
    with_changes,
    with_entries,
    write_file,
)
from generator.desk.findings import confirmation, dismissal, fault_of_about, listing, undecided, view
from generator.desk.long_run import busy
from generator.desk.prompt import choose_event
from generator.desk.sources.wording import printable
from generator.matching.added import added_entries, entry_numbers
from generator.model.errors import ParallaxError
from generator.model.kinds import KINDS
from generator.model.story import Disagreement
from generator.model.text import Article
from generator.readings.decided import repeats

_CHOICES = "[c]onfirm  [r]eword  [h]ard or soft  [k]ind  [d]ismiss  [s]kip  [q]uit"
_EDITED = ("about", "kind", "hardness")


@click.command("review")
@click.argument("event", required=False)
@click.option("--list", "as_list", is_flag=True, help="Print the findings as YAML for disagreements.yml instead.")
@click.option("--content", type=click.Path(path_type=Path), help="A bare content folder (articles/ in it) instead.")
def command(event: str | None, as_list: bool, content: Path | None) -> None:
    """Walk through what was found, event by event or of EVENT, hard ones first, what two readings agree on before.

    Each finding is shown with its passages in their context. Confirm it, reword what it says they differ on, change
    whether it is hard and of which kind, dismiss it with a reason, skip it, or quit: every decision is written to
    content/disagreements.yml at once, your comments there stay, and the next review goes on where you stopped.
    Confirming one takes the place of others on the same words; what you dismiss does not come back.

    \b
    Examples:
      parallax review
      parallax review 2024-05-03-fire
      parallax review --list > findings.yml
    """
    folder = open_site(Path.cwd(), content=content)
    with busy():
        site = build(folder.root, folder.settings, preview=True).found
    chosen = choose_event(site.events, event).id if event else None
    findings, articles = undecided(site, event=chosen), {article.id: article for article in site.articles}
    if as_list:
        click.echo(listing(findings, articles), nl=False)
        return
    console = Console(highlight=False)
    done = walk(findings, articles, DecisionDesk(folder), console)
    told = ", ".join(f"{done[word]} {word}" for word in ("confirmed", "reworded", "dismissed", "skipped"))
    told += f", {done['replaced']} replaced by what you confirmed" if done["replaced"] else ""
    left = len(findings) - done.total()
    console.print(f"{told}; {left + done['skipped']} left to decide.")


def walk(
    findings: Sequence[Disagreement], articles: Mapping[str, Article], desk: "DecisionDesk", console: Console
) -> Counter[str]:
    """Ask for the editor's word on each finding until done or told to stop; how often which word was given."""
    done: Counter[str] = Counter()
    plain = not console.is_terminal or console.no_color
    confirmed: list[Disagreement] = []
    for number, finding in enumerate(findings, start=1):
        if any(repeats(finding, other) for other in confirmed):
            done["replaced"] += 1
            continue
        console.print(view(finding, articles, progress=f"{number} of {len(findings)}", plain=plain), crop=False)
        try:
            decided = _decide(finding, desk)
        except click.Abort:  # the end of input, or Ctrl-C
            click.echo()
            break
        if decided is None:
            break
        word, now = decided
        done[word] += 1
        if word in ("confirmed", "reworded"):
            confirmed.append(now)
    return done


def _decide(finding: Disagreement, desk: "DecisionDesk") -> tuple[str, Disagreement] | None:
    """Ask until there is a decision, and write it; what it was, and the finding as decided. None to stop."""
    now = finding
    while True:
        key = click.prompt(_CHOICES, type=str, prompt_suffix=" > ").strip().lower()[:1]
        if key == "q":
            return None
        if key == "s":
            return "skipped", now
        if key == "d":
            desk.dismiss(finding, _ask_line("Why is it wrong?"))
            return "dismissed", now
        if key == "r" or (key == "c" and fault_of_about(now.about)):
            now = replace(now, about=_ask_about(now))
        if key in ("c", "r"):
            desk.confirm(finding, now)
            return ("confirmed" if now.about == finding.about else "reworded"), now
        if key in ("h", "k"):
            now = _edited(now, key)
            click.echo(f"Now {now.kind}, {now.hardness}; [c]onfirm keeps it so.")
        else:
            click.echo("Type one of the letters in brackets and Enter.")


def _edited(finding: Disagreement, key: str) -> Disagreement:
    """The finding with the other hardness, or of another kind."""
    if key == "h":
        return replace(finding, hardness="soft" if finding.hardness == "hard" else "hard")
    kind = click.prompt("Which kind?", type=click.Choice(KINDS), default=finding.kind, prompt_suffix=" ")
    return replace(finding, kind=kind)


def _ask_about(finding: Disagreement) -> str:
    while True:
        about = _ask_line("What do they differ on?", default=printable(finding.about))
        fault = fault_of_about(about)
        if not fault:
            return about
        click.echo(fault)


def _ask_line(question: str, default: str | None = None) -> str:
    answer: str = click.prompt(question, type=str, default=default, prompt_suffix=" ")
    return " ".join(printable(answer).split())


class DecisionDesk:
    """Writes decisions to the site's disagreements.yml, read afresh each time: it may be open in an editor, too."""

    def __init__(self, folder: SiteFolder) -> None:
        self._root, self._content = folder.root, content_folder(folder.settings, folder.root)
        self._path = self._content / NAME
        self._file = shown_path(self._path, self._root)

    def confirm(self, finding: Disagreement, now: Disagreement) -> None:
        """Confirm a finding, or a proposal, as it is `now`: with the editor's heading, kind and hardness."""
        text = read_file(self._path, file=self._file)
        changed = {key: getattr(now, key) for key in _EDITED if getattr(now, key) != getattr(finding, key)}
        if finding.status == "proposed":
            changes = {("add" if key == "about" else key): value for key, value in changed.items()}
            entry: Entry = {**changes, "status": "confirmed"}
            self._write(with_changes(text, self._number(finding, text), entry, file=self._file))
        else:
            self._write(with_entries(text, [confirmation(finding, **changed)], file=self._file))

    def dismiss(self, finding: Disagreement, reason: str) -> None:
        """Dismiss a finding with the reason; a proposal stays in its place, dismissed, so that it never comes back."""
        text = read_file(self._path, file=self._file)
        if finding.status == "proposed":
            changes: Entry = {"status": "dismissed", "reason": reason}
            self._write(with_changes(text, self._number(finding, text), changes, file=self._file))
        else:
            self._write(with_entries(text, [dismissal(finding, reason)], file=self._file))

    def _number(self, finding: Disagreement, text: str) -> int:
        decisions = read_decisions(self._content, root=self._root).decisions
        numbers = entry_numbers(added_entries(decisions, [finding]), entry_lines(text, file=self._file))
        if finding.id not in numbers:
            raise ParallaxError("The proposal is no longer in the file.", file=self._file, remedy="Start again.")
        return numbers[finding.id]

    def _write(self, text: str) -> None:
        write_file(self._path, text)
