"""Speech in an article: what is quoted or reported, by whom, and who relays it.

Ways to a speaker, the first that finds one wins:

1. the turn of an interview or a question and answer (`_turn` here, `running.interviewed`);
2. a name behind a dash, alone with the quotation (`attribution._signer`);
3. "X put it in these words: …" (`before.put_in_words`);
4. where the quotation opens its sentence, what stands after it: "…," said X (`after`);
5. what stands before it in the sentence: X said, "…" (`before`), or above it along the arcs (`above`);
6. what stands after it (`after`);
7. "according to X" beside it (`sources`);
8. whoever goes on speaking in a sentence that names nobody (`running`);
9. words of a headline that the text below quotes (`headlines`).

`meant` puts the body that "it" or "the ministry" means for these words. Against a name so found speak `doubtful` (the
sentence leaves it open, or the page has torn it), `governed` (few words that no verb of saying governs), `anothers`
(a relative's, a stranger's), `unsaid` (denied, asked, only possible) and `speech` (terms, titles, scare quotes).
Afterwards `speakers` looks for the actor whom the words name (`who`), or whom the utterances `around` give where they
name nobody; `contested` takes away whom another article of the event speaks against, `misprints` mends names.
`Quotation.way` keeps which file it was, seen from here.
"""

import re

import msgspec

from generator.account.marks import merged
from generator.account.quotations.attribution import attribute
from generator.account.quotations.before import is_led_by_another, is_named_by_colon
from generator.account.quotations.cues import Attribution
from generator.account.quotations.headlines import told_below
from generator.account.quotations.indirect import Reported, find_reported
from generator.account.quotations.naming import speaker_names, told_as
from generator.account.quotations.running import interviewed, running_speaker
from generator.account.quotations.scene import Scene
from generator.account.quotations.sources import Words
from generator.account.quotations.speech import is_speech, is_term
from generator.account.span import Marked
from generator.language.verbs import SAYING
from generator.model.actors import Quotation
from generator.model.analysis import Analysis
from generator.model.text import Article

__all__ = ["find_quotations"]

# Whose words stand before it: "“…” – A neighbour".
_SIGNED = re.compile(r"\s*(?:[—–―]|--)\s*[A-Z][^.!?,\n“”\"]{2,40}")
_LISTED = re.compile(r",?\s(?:(?:and|or)\s)?")
# "[inaudible]", "The facts:": a transcriber's note, or the name of a link, in the place of words.
_NOTE = re.compile(r"[\[(][^\])]*[\])]\W*|(?:[^\s.?!]+\s){0,7}[^\s.?!]+:")
# Between the parts of what somebody says: "called it “…” and “…”".
_JOINED = re.compile(r",?\s(?:and|but|or)\s(?:(?:a|an|the)\s)?")


def find_quotations(article: Article, analysis: Analysis) -> tuple[Quotation, ...]:
    """Every quotation of the article's own text, direct and indirect, in text order.

    Direct ones are all words between quotation marks; `speech` tells somebody's words from terms and titles.
    Actors are not looked up here: `speaker` is None, `speaker_text` and `speaker_span` are the words that name the
    speaker. For a quotation without a cue of its own they may stand in an earlier sentence.
    """
    scene = Scene(article, analysis)
    direct = told_below(article, _direct(scene))
    indirect = [q for r in find_reported(scene) if (q := _indirect(scene, r)) is not None]
    return tuple(sorted((*direct, *indirect), key=lambda q: (q.passage.start, -q.passage.end, not q.direct)))


def _direct(scene: Scene) -> list[Quotation]:
    found: list[Quotation] = []
    for spans, own in _joined(scene):
        span = merged(spans)
        if span.turn:
            found.append(_turn(scene, span, own))
            continue
        speech = not own.unsaid and is_speech(scene, spans[0], own)
        runs_on = speech and own.speaker is None and not own.doubtful
        runner = running_speaker(scene, span, found) if runs_on else None
        attribution = own if runner is None else Attribution(speaker=runner, way="running")
        if runner is not None and _is_narrated(scene, span, runner):
            attribution = Attribution(doubtful=True, way="doubtful")
        found.append(_quotation(scene, span, attribution, speech=speech))
    return found


def _turn(scene: Scene, span: Marked, own: Attribution) -> Quotation:
    """The words of one turn, by whom the text before or below them names, or by whom their sentence does."""
    if _NOTE.fullmatch(scene.body, span.start, span.end):
        return _quotation(scene, span, Attribution(), speech=False)
    if span.speaker is None and scene.body[: span.start].rstrip().endswith("A:"):
        return _quotation(scene, span, Attribution(speaker=interviewed(scene, span), way="running"), speech=True)
    if span.speaker is None and scene.body[: span.start].rstrip().endswith("Q:"):
        return _quotation(scene, span, Attribution(way="doubtful"), speech=True)
    place = span.speaker
    if place is None:
        return _quotation(scene, span, own, speech=not own.unsaid)
    words = scene.syntax.span(*place)
    if not words:
        return _quotation(scene, span, Attribution(way="doubtful"), speech=True)
    named = Attribution(speaker=(words.start, words.stop, words.stop - 1), way="../turns")
    return _quotation(scene, span, named, speech=True)


def _joined(scene: Scene) -> list[tuple[list[Marked], Attribution]]:
    """The marked spans with their attributions; the pieces that one attribution splits stand together."""
    groups: list[tuple[list[Marked], Attribution]] = []
    for span in scene.marked:
        attribution = attribute(scene, span)
        if groups and _is_open(groups[-1][1]) and _is_listed(scene, groups[-1][0][-1], span):
            attribution = groups[-1][1]
        if groups and attribution.speaker is None and _is_joined(scene, groups[-1], span, attribution):
            attribution = msgspec.structs.replace(groups[-1][1], adjacent=False)
        if groups and _continues(scene, groups[-1], span, attribution):
            groups[-1][0].append(span)
        else:
            groups.append(([span], attribution))
    return groups


def _is_open(attribution: Attribution) -> bool:
    """Whether either of two may have said the words; that no verb governs them is another matter."""
    return attribution.doubtful and attribution.way != "governed"


def _is_listed(scene: Scene, before: Marked, span: Marked) -> bool:
    """Whether few words follow others in a list: "“late,” “cold,” and “wet”"."""
    listed = before.end <= span.start and _LISTED.fullmatch(scene.body, before.end, span.start) is not None
    return listed and scene.body[span.parts[0][0] :][:1].islower()


def _is_joined(scene: Scene, group: tuple[list[Marked], Attribution], span: Marked, own: Attribution) -> bool:
    """Whether nothing but "and" stands between the words and others that somebody is said to have said."""
    spans, earlier = group
    between = scene.body[spans[-1].end : span.start]
    parts = earlier.cue is not None and earlier.cue < scene.syntax.first_at(spans[-1].start)
    return parts and own.way in ("", "governed") and _JOINED.fullmatch(between) is not None


def _continues(scene: Scene, group: tuple[list[Marked], Attribution], span: Marked, attribution: Attribution) -> bool:
    """Whether the span is the second piece of a quotation that "X said" splits."""
    spans, earlier = group
    before = spans[-1]
    if (
        before.last != span.first
        or attribution.doubtful
        or earlier.cue is None
        or not earlier.adjacent
        or _is_narrated(scene, span, earlier.speaker)
        or _is_no_utterance(scene, before, span)
    ):
        return False
    between = range(scene.syntax.first_at(before.end), scene.syntax.first_at(span.start))
    if earlier.cue not in between or not scene.starts_sentence(before) or is_named_by_colon(scene, between):
        return False
    told = sum(scene.tokens[i].lemma in SAYING and scene.syntax.child(i, "nsubj") is not None for i in between)
    if told > 1 or is_led_by_another(scene, span, earlier.cue) or _is_signed(scene, span):
        # "…,” X said, to which Y added, “…”", "…,” wrote X, while Y shared, “…”": two speak.
        return False
    own = attribution.cue is not None and attribution.cue not in between
    if own and attribution.cue is not None and attribution.cue >= scene.syntax.first_at(span.end):
        return False
    ends = sum(scene.ends_sentence(i) for i in between)
    if ends == 0:
        return scene.tokens[between[-1]].text in (",", ":", "—", "–", "―", ";") or not between
    # "“…,” as Roth said. “…,” chimed in Holt.": another speaks.
    after = scene.tokens[min(scene.syntax.first_at(span.end), len(scene.tokens) - 1)]
    tagged = after.pos == "VERB" and after.tag != "VBG" and after.text.islower()
    return ends == 1 and scene.ends_sentence(between[-1]) and not own and not tagged


def _is_no_utterance(scene: Scene, before: Marked, span: Marked) -> bool:
    """Whether a heading in other marks, a work or a term follows a quotation: "“…,” Roth said. “Late” is her word"."""
    headed = (scene.body[before.start] in "'‘") != (scene.body[span.start] in "'‘")
    root = scene.tokens[scene.root_of(span) or 0]
    work = root.dep == "appos" and root.entity == "WORK_OF_ART"
    bare = scene.starts_sentence(span) and scene.body[span.parts[-1][1] - 1].isalnum()
    return headed or work or is_term(scene, span) or (bare and scene.body[span.end : span.end + 2].strip().islower())


def _is_signed(scene: Scene, span: Marked) -> bool:
    """Whether a dash and words without a verb end the paragraph: "…” – A neighbour"."""
    return _SIGNED.fullmatch(scene.body, span.end, scene.article.paragraphs[span.last].end) is not None


def _is_narrated(scene: Scene, span: Marked, speaker: Words | None) -> bool:
    """Whether an article's own words follow a lost mark: they name the one who should be speaking."""
    if speaker is None or scene.tokens[speaker[2]].entity != "PERSON":
        return False
    return any(scene.tokens[i].text == scene.tokens[speaker[2]].text for i in scene.words(span))


def _quotation(scene: Scene, span: Marked, attribution: Attribution, *, speech: bool) -> Quotation:
    cue = attribution.cue if speech else None
    speaker = attribution.speaker if speech else None
    return Quotation(
        passage=scene.article.passage(span.start, span.end),
        parts=span.parts,
        speech=speech,
        speaker_text=_text(scene, speaker),
        speaker_span=_span(scene, speaker),
        speaker_names=() if speaker is None else speaker_names(scene, speaker),
        told_as="" if speaker is None else told_as(scene, speaker),
        cue="" if cue is None else scene.tokens[cue].lemma,
        chain=tuple(_text(scene, words) for words in attribution.chain) if speech else (),
        sentence=scene.syntax.analysis.sentence_at(span.start) or 0,
        way=attribution.way,
    )


def _indirect(scene: Scene, reported: Reported) -> Quotation | None:
    start, end = scene.tokens[reported.first].start, scene.tokens[reported.last - 1].end
    if _is_quoted_throughout(scene, reported):
        return None
    return Quotation(
        passage=scene.article.passage(start, end),
        parts=((start, end),),
        direct=False,
        speaker_text=_text(scene, reported.speaker),
        speaker_span=_span(scene, reported.speaker),
        speaker_names=speaker_names(scene, reported.speaker),
        told_as=told_as(scene, reported.speaker),
        cue=scene.tokens[reported.cue].lemma,
        chain=tuple(_text(scene, words) for words in reported.chain),
        sentence=scene.syntax.sentence(reported.first),
        way="indirect",
    )


def _is_quoted_throughout(scene: Scene, reported: Reported) -> bool:
    first = scene.owner.get(reported.first)
    if first is not None and scene.tokens[scene.words(scene.marked[first])[0]].text[0].isupper():
        return True
    inside = [i for i in range(reported.first, reported.last) if scene.tokens[i].pos not in ("PUNCT", "SPACE", "SCONJ")]
    quoted = sum(scene.quoted(i) for i in inside)
    whole = any(scene.starts_sentence(scene.marked[scene.owner[i]]) for i in inside if scene.quoted(i))
    return not inside or quoted > 0.8 * len(inside) or (whole and quoted > 0.5 * len(inside))


def _span(scene: Scene, words: Words | None) -> tuple[int, int] | None:
    return None if words is None else (scene.tokens[words[0]].start, scene.tokens[words[1] - 1].end)


def _text(scene: Scene, words: Words | None) -> str:
    place = _span(scene, words)
    return "" if place is None else scene.body[place[0] : place[1]]
