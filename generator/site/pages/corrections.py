"""Public corrections: the dated log of the site, and those of one event on its page."""

from generator.model.record import Record
from generator.site.pages.viewpoint import EventLink, Viewpoint


class CorrectionView(Record, frozen=True):
    """A public correction; `event` is None when it concerns the whole site, or an event that is not there."""

    date: str
    wrong: str
    right: str
    event: EventLink | None


def corrections(view: Viewpoint, *, event: str | None = None) -> tuple[CorrectionView, ...]:
    """All corrections, or those of one event, the latest first."""
    events = view.lookup.events
    return tuple(
        CorrectionView(
            date=view.lookup.words.date(item.date),
            wrong=item.wrong,
            right=item.right,
            event=view.event(events[item.event]) if item.event in events else None,
        )
        for item in sorted(view.lookup.site.corrections, key=lambda item: item.date, reverse=True)
        if event in (None, item.event)
    )
