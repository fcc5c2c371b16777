"""What the editor should know of events that more articles tell than are compared."""

from collections.abc import Iterable, Iterator, Mapping

from generator.matching.compared import MOST, left_out
from generator.model.site import Problem
from generator.model.story import Event
from generator.model.text import Article


def crowded(events: Iterable[Event], articles: Mapping[str, Article]) -> Iterator[Problem]:
    """A warning for each event of too many articles."""
    for event in events:
        if left_out(articles[name] for name in event.articles):
            yield Problem(
                severity="warning",
                file="",
                line=0,
                message=f"“{event.title}” ({event.id}) has {len(event.articles)} articles; of those of one language "
                f"{MOST} are compared, the earliest of each outlet in turn.",
                remedy="Part it in events.yml, if it tells more than one happening; the others stay among its sources.",
            )
