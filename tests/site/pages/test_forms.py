"""Why a form of a name is taken for somebody, as his entry says it."""

import pytest

from generator.model.actors import Actor, Alias, Cast
from generator.model.site import Site
from generator.model.text import Article
from generator.site.pages.forms import why
from generator.site.pages.lookup import Lookup
from generator.site.words import read_words

BODY = "Ada Flint of Velt came. Flint said so. Senator Flint left."


def reason(form: str, *others: Actor, body: str = BODY, whole: str = "Ada Flint") -> str:
    aliases = (Alias(text=whole, articles=("a",)), Alias(text=form, articles=("a",)))
    actor = Actor(id="ada", name="Ada Flint", kind="person", aliases=aliases)
    article = Article(id="a", path="a.md", body=body, paragraphs=())
    site = Site(articles=(article,), cast=Cast(actors=(actor, *others)))
    return why(actor, aliases[1], Lookup(site, read_words("en")))


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("Ada Flint", ""),
        ("ADA FLINT", "form_spelt"),
        ("Senator Ada Flint", "form_titled"),
        ("Ada Flint of Velt", "form_titled"),
        ("Ada B. Flint", "form_middle"),
        ("Secretary of State Ada Flint", "form_titled"),
        ("Senator Flint", "form_family"),
        ("Flint", "form_family"),
        ("the mayor", ""),
    ],
)
def test_the_reason_for_a_form(form: str, wanted: str) -> None:
    assert reason(form) == wanted


@pytest.mark.parametrize("form", ["Mike Flint", "then-Senator Mike Flint"])
def test_a_short_first_name(form: str) -> None:
    alias = Alias(text=form, articles=("a",))
    actor = Actor(id="m", name="Michael Flint", kind="person", aliases=(alias,))
    assert why(actor, alias, Lookup(Site(articles=(), cast=Cast(actors=(actor,))), read_words("en"))) == "form_short"


def test_no_reason_where_another_bears_the_name() -> None:
    bert = Actor(id="bert", name="Bert Flint", kind="person", aliases=(Alias(text="Bert Flint", articles=("a",)),))
    assert reason("Flint", bert) == ""
    assert reason("Flint", body=f"{BODY} Robert Flint stayed.") == ""
    assert reason("Flint", body=f"{BODY} Ada Maria Flint.") == "form_family"
    assert reason("Flint", body=f"{BODY} Flint’s friend Robert stayed.") == "form_family"


def test_an_article_without_the_whole_name_shares_the_matter() -> None:
    flint, whole = Alias(text="Flint", articles=("a",)), Alias(text="Ada Flint", articles=("b",))
    actor = Actor(id="ada", name="Ada Flint", kind="person", aliases=(whole, flint))
    articles = tuple(Article(id=name, path="", body=BODY, paragraphs=()) for name in ("a", "b"))
    lookup = Lookup(Site(articles=articles, cast=Cast(actors=(actor,))), read_words("en"))
    assert why(actor, flint, lookup) == "form_matter"
