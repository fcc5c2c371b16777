"""What readers found, as the pages show it: with the whole sentences that they quote from."""

from collections import defaultdict

from generator.build import table
from generator.build.workshop import Kin, Workshop
from generator.model.analysis import Analysis
from generator.model.site import Site
from generator.model.story import Disagreement


def whole_sentences(workshop: Workshop, site: Site, analyses: Kin[Analysis]) -> dict[str, Disagreement]:
    """The findings of readers by their ids, each passage widened; the site's own hold what the reader copied."""
    read: dict[str, list[Disagreement]] = defaultdict(list)
    for disagreement in site.disagreements:
        if disagreement.status == "read":
            read[disagreement.event].append(disagreement)
    events = [event for event in site.events if event.id in read]
    articles = {article.id: article for article in site.articles}
    rows = [
        (
            tuple(articles[name] for name in event.articles),
            Kin({name: analyses.kept[name] for name in event.articles}),
            tuple(read[event.id]),
        )
        for event in events
    ]
    kept = workshop.run(table.WIDEN, rows, [event.id for event in events])
    return {finding.id: finding for each in kept for finding in each.get()}
