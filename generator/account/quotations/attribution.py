"""Whose words stand between quotation marks: the cue, the words that name the speaker, and who relays it."""

from generator.account.quotations.above import attribution_above
from generator.account.quotations.after import attribution_after
from generator.account.quotations.before import attribution_before
from generator.account.quotations.cues import Attribution, distinct, names_somebody
from generator.account.quotations.marks import Marked
from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import according_to
from generator.account.quotations.unsaid import is_denied, is_unsaid


def attribute(scene: Scene, span: Marked) -> Attribution:
    """The attribution that the span's own sentence gives; empty when it gives none."""
    after = attribution_after(scene, span)
    inner = after if scene.starts_sentence(span) and after is not None else _within(scene, span) or after
    found = according_to(scene, scene.sentence_start(span), scene.sentence_end(span))
    sources = () if found is None else (found,)
    if inner is None:
        return Attribution(speaker=found)
    if inner.cue is not None and (is_unsaid(scene, inner.cue) or is_denied(scene, inner.cue, span)):
        return Attribution(unsaid=True)
    outer = (after.speaker,) if after is not None and after.speaker else ()
    relayers = (words for words in (*outer, *sources, *inner.chain) if names_somebody(scene, words))
    chain = distinct(tuple(relayers), inner.speaker)
    return Attribution(cue=inner.cue, speaker=inner.speaker, chain=chain, adjacent=inner.adjacent)


def _within(scene: Scene, span: Marked) -> Attribution | None:
    """A sentence that a comma or colon leads to is told by what stands before it, other words by their arcs."""
    led = attribution_before(scene, span) if scene.is_led_in(span) else None
    return led or attribution_above(scene, span) or attribution_before(scene, span)
