"""A quickened pipeline says what the pipeline as it comes says."""

from functools import partial

from spacy.pipeline import AttributeRuler

from generator.language.parsing import load
from tests.analyses import MODEL

TEXTS = (
    "I'm gonna say it ain't so;  they've got to go, and let's not.",
    "\n\n“Y'all did nothin' but what the mayor, who had been ill, was told that he couldn't do,” she said.",
    "That is the bridge that Ms Holm closed. Is it? It is. You saw it once, but once it's shut, those who do it go.",
)


def test_rules_asked_once_hold_where_they_held() -> None:
    pipeline = load(MODEL.package)
    ruler = pipeline.get_pipe("attribute_ruler")
    as_it_comes = partial(AttributeRuler.match, ruler)
    with pipeline.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        docs = list(pipeline.pipe(TEXTS * 2))
    assert ruler.match.__func__ is not AttributeRuler.match
    for doc in docs:
        held = as_it_comes(doc)
        assert len({rule for rule, *_ in held}) > 10
        assert ruler.match(doc) == held
