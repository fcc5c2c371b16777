"""The excerpt cap, on articles of numbered words so that what is shown can be counted."""

import re

import msgspec
import pytest

from generator.content.articles.roles import paragraphs
from generator.matching.locate import words
from generator.model.actors import Actor, Cast, Description, Quotation
from generator.model.site import Site
from generator.model.story import (
    Background,
    Dating,
    Dependence,
    Disagreement,
    Event,
    Fact,
    Position,
)
from generator.model.text import Article, Paragraph, Passage, Rights
from generator.site.excerpts import count_shown, fit
from generator.site.excerpts.ledger import RUN

Span = tuple[str, int, int]


def article(id_: str, count: int = 100, *, prefix: str = "", rights: Rights = "excerpt", head: str = "") -> Article:
    """An article of `count` different words, in sentences of ten."""
    words = [f"{prefix or id_}{n}" for n in range(count)]
    sentences = [" ".join(words[n : n + 10]) + "." for n in range(0, count, 10)]
    body = head + " ".join(sentences) + "\n"
    return Article(id=id_, path=f"articles/{id_}.md", body=body, rights=rights, paragraphs=paragraphs(body))


def passage(of: Article, first: int, last: int, prefix: str = "") -> Passage:
    """The words of the article from number `first` to `last`."""
    start = re.search(rf"\b{prefix or of.id}{first}\b", of.body)
    end = re.search(rf"\b{prefix or of.id}{last}\b", of.body)
    assert start
    assert end
    return of.passage(start.start(), end.end())


def site(*articles: Article, **parts: object) -> Site:
    empty = dict.fromkeys(("datings", "dependences", "quotations", "events", "facts", "disagreements"), ())
    return Site(articles=articles, **{"cast": Cast(actors=(), mentions=()), **empty, **parts})


def fact(*passages: Passage) -> Fact:
    return Fact(event="e", passages=passages, articles=len(passages), independent=len(passages))


def quotation(said: Passage, **more: object) -> Quotation:
    return Quotation(passage=said, parts=((said.start, said.end),), **more)


def disagreement(id_: str, *passages: Passage, hard: bool = False, score: float = 0.5) -> Disagreement:
    return Disagreement(
        id=id_,
        event="e",
        kind="figure",
        about="number",
        hardness="hard" if hard else "soft",
        score=score,
        reason="",
        positions=tuple(Position(passage=p, says=p.quote) for p in passages),
    )


def fitted(whole: Site, *, quotation_words: int = 40, share: float = 0.3, words: int = 20) -> Site:
    return fit(whole, quotation_words=quotation_words, share=share, words=words)


def shown(of: Site) -> dict[str, int]:
    return {excerpt.article: excerpt.words for excerpt in of.excerpts}


A, B = article("a"), article("b")


def test_the_cap_is_the_share_or_the_least_whichever_is_more() -> None:
    caps = [fitted(site(article("a", count)), share=0.3, words=20).excerpts[0].allowed for count in (10, 50, 100, 200)]
    assert caps == [10, 20, 30, 60]


def test_a_large_cap_keeps_a_few_words_free() -> None:
    long = article("a", 1000)
    facts = tuple(fact(passage(long, n, n + 9)) for n in range(0, 300, 10))
    assert shown(fitted(site(long, facts=facts))) == {"a": 290}


def test_words_shown_twice_count_once() -> None:
    whole = site(A, facts=(fact(passage(A, 0, 9)), fact(passage(A, 5, 14))), quotations=(quotation(passage(A, 0, 9)),))
    assert shown(fitted(whole)) == {"a": 15}


def test_what_does_not_fit_is_left_out_recorded_and_suggested() -> None:
    facts = tuple(fact(passage(A, n, n + 9)) for n in (0, 10, 20, 30))
    result = fitted(site(A, facts=facts))
    assert result.facts == facts[:3]
    assert result.excerpts[0].withheld == facts[3].passages
    assert [(p.severity, p.file) for p in result.problems] == [("suggestion", "articles/a.md")]
    assert "do not fit its excerpt cap of 30 words: 1 left out." in result.problems[0].message


def test_disagreements_come_first_then_quotations_then_facts() -> None:
    whole = site(
        A,
        B,
        facts=(fact(passage(A, 0, 9)),),
        quotations=(quotation(passage(A, 10, 19)), quotation(passage(A, 50, 59))),
        disagreements=(
            disagreement("soft", passage(A, 20, 29), passage(B, 0, 9), score=0.9),
            disagreement("hard", passage(A, 30, 39), passage(B, 10, 19), hard=True),
        ),
    )
    order = [(fitted(whole, share=share, words=1), share) for share in (0.1, 0.2, 0.3, 0.4, 0.52)]
    kept = [([d.id for d in result.disagreements], len(result.quotations), len(result.facts)) for result, _ in order]
    assert kept == [
        (["hard"], 0, 0),
        (["soft", "hard"], 0, 0),
        (["soft", "hard"], 1, 0),
        (["soft", "hard"], 2, 0),
        (["soft", "hard"], 2, 1),
    ]


@pytest.mark.parametrize(("status", "severity"), [("detected", "suggestion"), ("editorial", "warning")])
def test_a_lost_disagreement_is_a_warning_where_the_editor_decided_on_it(status: str, severity: str) -> None:
    hidden = msgspec.structs.replace(B, rights="withheld")
    found = msgspec.structs.replace(disagreement("d", passage(A, 0, 9), passage(B, 0, 9)), status=status)
    result = fitted(site(A, hidden, disagreements=(found,)))
    assert not result.disagreements
    assert [(p.severity, p.file) for p in result.problems] == [
        (severity, "articles/a.md"),
        (severity, "articles/b.md"),
    ]
    assert shown(result) == {"a": 0, "b": 0}


def test_what_has_little_room_is_shortened_before_it_is_lost() -> None:
    def wide(n: int) -> Disagreement:
        return disagreement(f"d{n}", passage(A, 30 * n, 30 * n + 29), passage(B, 30 * n, 30 * n + 29), score=1 - n / 10)

    whole = site(A, B, disagreements=tuple(wide(n) for n in range(3)))
    lengths = [
        [len(d.positions[0].passage.quote.split()) for d in fitted(whole, share=share, words=1).disagreements]
        for share in (0.1, 0.12, 0.29, 0.3, 0.51, 0.62, 0.92)
    ]
    assert lengths == [[], [12], [20], [30], [30, 20], [30, 30], [30, 30, 30]]


def test_two_disagreements_over_one_passage_each_keep_the_words_that_decide() -> None:
    long = passage(A, 0, 29)

    def over(id_: str, n: int) -> Disagreement:
        deciding = passage(A, n, n)
        position = Position(passage=long, says=deciding.quote, differs=((deciding.start, deciding.end),))
        item = disagreement(id_, passage(B, 0, 4), long)
        return msgspec.structs.replace(item, positions=(item.positions[0], position))

    result = fitted(site(A, B, disagreements=(over("d", 2), over("e", 27))), quotation_words=10)
    assert [d.positions[1].says for d in result.disagreements] == ["a2", "a27"]
    assert all(d.positions[1].says in d.positions[1].passage.quote.split() for d in result.disagreements)


def test_the_editors_findings_come_before_the_machines() -> None:
    detected = disagreement("d", passage(A, 0, 29), passage(B, 0, 29), hard=True, score=0.9)
    confirmed = msgspec.structs.replace(disagreement("c", passage(A, 30, 59), passage(B, 30, 59)), status="confirmed")
    result = fitted(site(A, B, disagreements=(detected, confirmed)))
    assert [d.id for d in result.disagreements] == ["c"]


def test_a_disagreement_of_three_may_go_on_with_two() -> None:
    c = article("c", rights="withheld")
    whole = site(A, B, c, disagreements=(disagreement("d", passage(A, 0, 9), passage(c, 0, 9), passage(B, 0, 9)),))
    (result,) = fitted(whole).disagreements
    assert [p.passage.article for p in result.positions] == ["a", "b"]


def test_full_rights_have_no_cap_and_withheld_rights_no_passage() -> None:
    full, withheld = article("f", rights="full"), article("w", rights="withheld")
    whole = site(full, withheld, facts=(fact(passage(full, 0, 89)), fact(passage(withheld, 0, 4))))
    result = fitted(whole)
    assert result.facts == (fact(passage(full, 0, 89)),)
    assert [(e.words, e.allowed) for e in result.excerpts] == [(90, 100), (0, 0)]
    assert "rights are withheld" in result.problems[0].message


def test_a_copy_counts_against_the_article_that_it_copies() -> None:
    copy = article("copy", prefix="a")
    mine = tuple(fact(passage(A, n, n + 9)) for n in (0, 10, 20))
    its = tuple(fact(passage(copy, n, n + 9, "a")) for n in (50, 60))
    result = fitted(site(A, copy, facts=mine + its))
    assert result.facts == mine
    assert shown(result) == {"a": 30, "copy": 30}


def test_the_headline_is_shown_and_counted_whatever_the_cap() -> None:
    named = article("a", head="Headline of five plain words\n\n", rights="withheld")
    assert shown(fitted(site(named))) == {"a": 5}


def test_what_a_reason_quotes_counts() -> None:
    dating = Dating(article="a", published="2024", reason=f"“{passage(A, 0, 14).quote}” names the year.")
    facts = tuple(fact(passage(A, n, n + 9)) for n in (20, 30))
    result = fitted(site(A, datings=(dating,), facts=facts))
    assert shown(result) == {"a": 25}
    assert result.facts == facts[:1]


def test_a_long_quotation_is_cut_at_the_end_of_a_clause() -> None:
    body = "“We will build it again, we shall open the doors in May, and nobody will stop us on the way,” she said.\n"
    spoken = Article(id="s", path="s.md", body=body, paragraphs=paragraphs(body), rights="excerpt")
    end = body.index(" she said")
    said = Quotation(passage=spoken.passage(0, end), parts=((1, end - 1),))
    (result,) = fitted(site(spoken, quotations=(said,)), quotation_words=15, words=200).quotations
    assert result.passage.quote == "“We will build it again, we shall open the doors in May,"
    assert result.parts == ((1, len(result.passage.quote)),)
    assert result.shortened
    (whole,) = fitted(site(spoken, quotations=(said,)), words=200).quotations
    assert whole == said


def test_a_long_position_keeps_the_words_that_decide() -> None:
    long = passage(A, 0, 29)
    deciding = passage(A, 21, 21)
    position = Position(passage=long, says="a21", differs=((deciding.start, deciding.end),))
    item = disagreement("d", passage(B, 0, 4), long)
    item = msgspec.structs.replace(item, positions=(item.positions[0], position))
    (result,) = fitted(site(A, B, disagreements=(item,)), quotation_words=10).disagreements
    assert result.positions[1].passage.quote == passage(A, 20, 29).quote
    assert (result.positions[1].says, result.positions[1].differs) == ("a21", position.differs)


def test_a_fact_goes_on_with_the_passages_that_fit() -> None:
    told = fact(passage(A, 0, 9), passage(B, 0, 9))
    whole = site(A, msgspec.structs.replace(B, rights="withheld"), facts=(told,))
    (result,) = fitted(whole).facts
    assert (result.passages, result.articles) == ((passage(A, 0, 9),), 2)
    assert result.unshown == (B.id,)


def test_everything_else_lives_within_the_cap_as_well() -> None:
    hidden = msgspec.structs.replace(B, rights="withheld")
    mine, its = passage(A, 0, 2), passage(B, 0, 2)
    event = Event(
        id="e",
        title="T",
        date="",
        date_reason="",
        place="P",
        articles=("a", "b"),
        place_passage=its,
        background=tuple(Background(text=p.quote, date="", status="happened", passages=(p,)) for p in (mine, its)),
    )
    described = tuple(Description(text=p.quote, passage=p) for p in (mine, its))
    whole = site(
        A,
        hidden,
        cast=Cast(actors=(Actor(id="x", name="X", kind="person", descriptions=described),), mentions=()),
        events=(event,),
        dependences=(Dependence(article="a", on="b", score=1, reason="", evidence=((mine, its), (mine, mine))),),
        quotations=(quotation(its, direct=False), quotation(mine, direct=False)),
    )
    result = fitted(whole)
    assert result.events[0].place_passage is None
    assert [item.passages for item in result.events[0].background] == [(mine,)]
    assert result.cast.actors[0].descriptions == described[:1]
    assert result.dependences[0].evidence == ((mine, mine),)
    assert [q.passage for q in result.quotations] == [mine]
    assert b"b0" not in msgspec.json.encode(msgspec.structs.replace(result, articles=(), excerpts=()))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" ".join(f"a{n}" for n in range(RUN - 1)), 0),
        (" ".join(f"a{n}" for n in range(RUN)), RUN),
        ("x A0, a1; “a2” a3 — a4 a5 a6 a7 a8. y", 9),
        (" ".join(f"a{n}" for n in [*range(10), *range(50, 60), *range(5, 15)]), 25),
    ],
)
def test_what_a_built_site_shows_is_counted_in_runs(text: str, count: int) -> None:
    assert count_shown([text], A) == count


def test_scripts_without_spaces_count_by_characters() -> None:
    body = "市议会周二投票决定关闭港口路上的旧游泳池。" * 20 + " " + "เทศบาลลงมติ" * 9
    whole = msgspec.structs.replace(A, id="c", body=body, paragraphs=(Paragraph(start=0, end=len(body)),))
    result = fitted(site(whole, facts=(fact(whole.passage(0, 200)),)))
    assert shown(result)["c"] <= 60
    assert len("".join(p.quote for told in result.facts for p in told.passages)) <= 45


def test_words_that_have_lost_their_spaces_count_by_letters() -> None:
    body = " ".join("Thecouncilvotedontuesdaytoclosethepoolonharbourroad" * 3 for _ in range(30))
    whole = msgspec.structs.replace(A, id="c", body=body, paragraphs=(Paragraph(start=0, end=len(body)),))
    assert len(words("Rechtsschutzversicherungen don't")) == 2
    assert 600 < len(words(body)) < 700
    result = fitted(site(whole, facts=(fact(whole.passage(0, 900)),)))
    assert shown(result)["c"] <= 60


def test_runs_do_not_go_on_from_file_to_file() -> None:
    assert count_shown(["a0 a1 a2 a3", "a4 a5 a6 a7"], A) == 0


def test_nothing_more_is_shown_than_is_accounted_for(seeds: tuple[Article, ...]) -> None:
    sentences = tuple(
        fact(of.passage(part.start + found.start(), part.start + found.end()))
        for of in seeds
        for part in of.story
        for found in re.finditer(r"\S[^.]*\.", of.body[part.start : part.end])
    )
    result = fit(site(*seeds, facts=sentences), quotation_words=40, share=0.3, words=200)
    published = [p.quote for told in result.facts for p in told.passages]
    assert all(len(re.findall(r"\w+", text)) <= 50 for text in published)
    for of, excerpt in zip(seeds, result.excerpts, strict=True):
        assert 0 < count_shown(published, of) <= excerpt.words <= excerpt.allowed


def test_whom_an_article_quotes_is_known_although_the_words_are_left_out() -> None:
    hidden = msgspec.structs.replace(B, rights="withheld")
    said = [
        quotation(passage(B, 0, 2), speaker="once"),
        quotation(passage(B, 10, 12), speaker="twice"),
        quotation(passage(B, 20, 22), speaker="twice"),
        quotation(passage(B, 30, 32), speaker="indirectly", direct=False),
        quotation(passage(B, 40, 42)),
    ]
    result = fitted(site(hidden, quotations=tuple(said)))
    assert result.quotations == ()
    assert result.excerpts[0].quoted == ("twice", "once")
