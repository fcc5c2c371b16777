"""Where an article speaks of time."""

from generator.language.dates import find
from generator.language.dates.parts import Expression, Found
from generator.language.lexicon import word_class
from generator.language.tense import date_tense
from generator.model.analysis import Analysis
from generator.model.story import DateMention, Tense
from generator.model.text import Article, Paragraph

# What a bare year, month or weekday may stand after; without it (and with no DATE label) it may be a number or a name.
_BEFORE = word_class("before")
_NAMING = frozenset({"weekday", "month", "named"})
_NAMES = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "FAC", "GPE", "LAW", "NORP", "LOC"})
_NARROWING = frozenset({"compound", "nmod", "amod", "npadvmod", "poss"})
_COUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})


def find_date_mentions(article: Article, analysis: Analysis) -> tuple[DateMention, ...]:
    """The date expressions of an article in text order, unresolved (`date` is "").

    Boilerplate is searched for full days alone (a photo caption's day is evidence of when); those have `sentence` -1.
    """
    mentions: list[DateMention] = []
    for paragraph in article.paragraphs:
        for found in find(article.body[paragraph.start : paragraph.end], analysis.language):
            mention = _mention(article, analysis, paragraph, found)
            if mention is not None:
                mentions.append(mention)
    return tuple(mentions)


def _mention(article: Article, analysis: Analysis, paragraph: Paragraph, found: Found) -> DateMention | None:
    start, end = paragraph.start + found.start, paragraph.start + found.end
    words = article.body[start:end]
    plain = DateMention(
        article=article.id, start=start, end=end, text=words, date="", sentence=-1, language=analysis.language
    )
    if paragraph.role == "boilerplate":
        return plain if found.expression.kind == "day" else None
    sentence = analysis.sentence_at(start)
    if sentence is None:
        return plain if found.expression.kind == "day" else None
    index = _token_at(analysis, sentence, end - 1)
    if not _is_date(analysis, index, found.expression):
        return None
    if _is_name(analysis, sentence, (start, end), found.expression):
        return None
    ahead = _looks_ahead(article.body[paragraph.start : start])
    tense = "future" if ahead else _tense(analysis, sentence, (start, end), found.expression)
    if found.expression.since and analysis.language != "en":
        # English alone has a perfect for what goes on: "sont en grève depuis lundi".
        tense = "past"
    return DateMention(
        article=article.id,
        start=start,
        end=end,
        text=words,
        date="",
        sentence=sentence,
        tense=tense,
        time=" ".join(found.time).strip(),
        language=analysis.language,
    )


def _tense(analysis: Analysis, sentence: int, place: tuple[int, int], expression: Expression) -> Tense:
    """The tense for a date; "open" where a date without a year needs it and its own verb does not tell."""
    held = analysis.sentences[sentence]
    tokens = analysis.tokens
    inside = [i for i in range(held.first, held.last) if tokens[i].start < place[1] and tokens[i].end > place[0]]
    words = [i for i in inside if tokens[i].pos != "PUNCT"] or inside
    # The expression's own head: the word of it that hangs on a word outside.
    index = next((i for i in words if tokens[i].head not in inside), words[-1])
    tense, is_told = date_tense(analysis, index)
    bare = expression.year is None and not expression.shift
    before = [t for t in tokens[max(held.first, inside[0] - 2) : inside[0]] if t.lemma != "on"] if inside else []
    beside = [*before[-1:], *tokens[inside[-1] + 1 : held.last][:1]] if inside else []
    if bare and any(token.tag == "VBD" for token in beside):
        # "Left Monday", "on Monday left".
        return "past"
    if is_told or not bare or expression.since:
        return tense
    if expression.weekday is not None:
        # News names a weekday for what is days away: the clause around it tells which way.
        return "open" if tense == "present" else tense
    return "open" if expression.kind in ("month", "day") else tense


def _looks_ahead(before: str) -> bool:
    """Words before a date that put it in the future whatever the verb: "ahead of Tuesday's vote"."""
    words = before.lower().split()[-3:]
    return words[-2:] == ["ahead", "of"] or words[-3:-1] == ["ahead", "of"] or "upcoming" in words


def _token_at(analysis: Analysis, sentence: int, offset: int) -> int:
    span = analysis.sentences[sentence]
    tokens = range(span.first, span.last)
    return next((i for i in tokens if analysis.tokens[i].end > offset), span.last - 1)


def _is_name(analysis: Analysis, sentence: int, place: tuple[int, int], expression: Expression) -> bool:
    """Whether the words are part of a name ("the Tuesday Club", "March Against Hunger") or count what follows them."""
    held = analysis.sentences[sentence]
    inside = [
        i
        for i in range(held.first, held.last)
        if analysis.tokens[i].start < place[1] and analysis.tokens[i].end > place[0]
    ]
    if not inside or inside[-1] + 1 >= held.last:
        return False
    token, after = analysis.tokens[inside[-1]], analysis.tokens[inside[-1] + 1]
    before = analysis.tokens[inside[0] - 1].word if inside[0] > held.first else ""
    if expression.kind == "year":
        by = inside[0] > held.first and analysis.tokens[inside[0] - 1].dep == "agent"
        return after.tag == "NNS" and token.dep == "nummod" and (by or before not in _BEFORE)
    if expression.kind == "day" and expression.month is None:
        return after.pos in {"NOUN", "ADJ", "PROPN"}
    if expression.kind == "unit" and expression.unit == "overnight":
        return after.pos in {"NOUN", "ADJ"} or token.pos == "ADJ"
    if expression.kind == "unit" and before and before[-1].isalnum() and analysis.tokens[inside[0]].text[:1].isupper():
        # "Velt Today", "the Today programme".
        return True
    if (
        expression.kind not in _NAMING
        or expression.shift
        or expression.year is not None
        or not after.text[:1].isupper()
    ):
        return False
    if after.pos in {"ADP", "DET", "CCONJ"} or (expression.kind == "month" and before not in _BEFORE):
        return True
    head = analysis.tokens[token.head]
    within = token.dep in {"compound", "nmod", "amod", "poss"} and token.head > inside[-1] and head.pos == "PROPN"
    return within and (expression.kind == "named" or before in word_class("determiners"))


def _is_date(analysis: Analysis, index: int, expression: Expression) -> bool:
    """Whether the words are a date here, and not a number, a name ("April Ryan") or a modal verb ("May")."""
    token = analysis.tokens[index]
    before = analysis.tokens[index - 1].word if index else ""
    if expression.kind == "year":
        return token.entity not in _COUNTS and (token.entity == "DATE" or before in _BEFORE)
    bare = not expression.shift and expression.year is None
    if expression.kind == "month" and bare:
        if index and analysis.tokens[index - 1].pos == "NOUN" and before not in _BEFORE:
            # "His aunt May".
            return False
        if index and analysis.tokens[index - 1].tag in ("DT", "POS") and token.dep not in _NARROWING:
            # "The Farmers' March", "the March of the Mothers".
            return False
        return token.entity == "DATE" or (before in _BEFORE and token.entity not in _NAMES)
    if expression.kind == "weekday" and bare:
        after = analysis.tokens[index + 1].word if index + 1 < len(analysis.tokens) else ""
        if before in word_class("recurring") or after in word_class("after_weekday"):
            return False
        return token.entity not in _NAMES or before == "on"
    return token.entity not in _COUNTS
