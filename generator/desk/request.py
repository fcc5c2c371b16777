"""The request to a second reader: everything a language model or a colleague needs to read one event.

Self-contained: the rules, an example, the shape of the answer, the questions, the articles. `generator.desk.answer`
takes the answer.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from importlib import resources
from typing import get_args

from generator.model.kinds import KINDS, told_to_readers
from generator.model.story import ABOUT_WORDS, Disagreement, Event, Hardness
from generator.model.text import Article, Passage
from generator.readings.offers import Offers

MOST_ITEMS = 14
MOST_AGREED, MOST_ALONE = 8, 3
_SHOWN_WORDS = 14

# The wording is data: `{name}` stands for what is asked of one event; a good and a bad item are shown.
_TASK, _FOLLOW_UP, _EXAMPLES = (
    resources.files("generator.desk").joinpath(name).read_text(encoding="utf-8")
    for name in ("request.txt", "follow_up.txt", "request_examples.json")
)
_GOOD, _BAD = json.loads(_EXAMPLES)
_TASK = _TASK.replace("{kinds}", told_to_readers())


def wording_digest() -> str:
    """A digest of the request's wording: readings made by another wording are still good, but can be told apart."""
    wording = json.dumps([_TASK, _GOOD, _BAD, MOST_ITEMS, MOST_AGREED, MOST_ALONE])
    return hashlib.sha256(wording.encode()).hexdigest()[:12]


def request_text(
    event: Event, articles: Sequence[Article], *, quotation_words: int, offers: Offers | None = None
) -> str:
    """The request for `event`, told by `articles`; text that is no part of an article's story is left out."""
    given = offers or Offers()
    stories = {article.id: _story(article) for article in articles}
    mark = _mark(stories.values())
    head = _TASK.format(
        count=len(articles),
        items=MOST_ITEMS,
        words=quotation_words,
        about=ABOUT_WORDS,
        agreed=MOST_AGREED,
        alone=MOST_ALONE,
        good=_json(_GOOD),
        bad=_json(_BAD),
        dates=" ".join(given.dates) or "(none known)",
        offers=_offered(given),
        shape=_shape(event, articles, given),
        mark=mark,
    )
    return "\n".join([head, *(_block(article, stories[article.id], mark) for article in articles)])


def follow_up(event: Event, refused: Iterable[tuple[str, str, str]], request: str) -> str:
    """A request to mend the parts of an answer that were `refused`: place, reason, and the part as it was given."""
    listed = "\n".join(f"- {place}: {reason}" + (f"\n  {raw}" if raw else "") for place, reason, raw in refused)
    return _FOLLOW_UP.format(event=event.id, listed=listed, request=request)


def answer_schema(event: Event, articles: Sequence[Article], offers: Offers | None = None) -> dict[str, object]:
    """The JSON schema (draft 2020-12) of an answer about `event`; only the disagreements are required."""
    given = offers or Offers()
    names = {"enum": [article.id for article in articles]}
    text = {"type": "string"}
    quote = _object({"article": names, "quote": text})
    position = _object({"article": names, "quote": text, "says": text})
    item = _object(
        {
            "kind": {"enum": list(KINDS)},
            "hardness": {"enum": list(get_args(Hardness))},
            "about": text,
            "positions": {"type": "array", "minItems": 2, "items": position},
        }
    )
    further: dict[str, object] = {
        "agreed": _array(_array(quote)),
        "alone": _array(quote),
        "title": quote,
        "date": {"enum": [*given.dates, None]},
        "speakers": _array(
            _object({"quotation": {"enum": list(given.quotations)}, "name": {"type": ["string", "null"]}})
        ),
        "people": _object({"same": _array(_array(text)), "no_actors": _array(text)}),
        "same_event": {"anyOf": [{"const": True}, _array(_array(names))]},
        "machine": _array(
            _object(
                {"id": {"enum": [f.id for f in given.findings]}, "verdict": {"enum": ["keep", "drop"]}, "about": text},
                optional=("about",),
            )
        ),
    }
    if not given.quotations:
        del further["speakers"]
    if not given.findings:
        del further["machine"]
    properties = {"event": {"const": event.id}, "disagreements": _array(item), **further}
    return _object(properties, optional=tuple(further))


def _array(items: object) -> dict[str, object]:
    return {"type": "array", "items": items}


def _object(properties: dict[str, object], *, optional: tuple[str, ...] = ()) -> dict[str, object]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _offered(offers: Offers) -> str:
    """The lists that the further questions are about."""
    parts = [
        ("Quotations", [f"{key} ({p.article}): {_opening(p)}" for key, p in offers.quotations.items()]),
        ("Names", ["; ".join(offers.names)] if offers.names else []),
        ("Differences that the program found", [_finding(finding) for finding in offers.findings]),
    ]
    return "\n\n".join(f"{title}:\n" + ("\n".join(lines) or "(none)") for title, lines in parts)


def _opening(passage: Passage) -> str:
    words = passage.quote.split()
    return " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")


def _finding(finding: Disagreement) -> str:
    shown = " / ".join(f"{p.passage.article}: {' '.join(p.passage.quote.split())}" for p in finding.positions)
    return f"{finding.id} ({finding.kind}, {finding.hardness}) {finding.about}: {shown}"


def _shape(event: Event, articles: Sequence[Article], offers: Offers) -> str:
    one, other = [article.id for article in articles[:2]] if len(articles) > 1 else ("…", "…")
    first, second = ({"article": name, "quote": "…"} for name in (one, other))
    lines = [
        ("event", event.id),
        (
            "disagreements",
            [
                {
                    "kind": "…",
                    "hardness": "hard",
                    "about": "…",
                    "positions": [first | {"says": "…"}, second | {"says": "…"}],
                }
            ],
        ),
        ("agreed", [[first, second]]),
        ("alone", [first]),
        ("title", first),
        ("date", "…"),
        ("speakers", [{"quotation": next(iter(offers.quotations), "…"), "name": "…"}]),
        ("people", {"same": [["…", "…"]], "no_actors": ["…"]}),
        ("same_event", True),
        ("machine", [{"id": "…", "verdict": "keep", "about": "…"}]),
    ]
    return "{" + ",\n ".join(f"{_json(name)}: {_json(value)}" for name, value in lines) + "}"


def _story(article: Article) -> str:
    return "\n\n".join(article.body[paragraph.start : paragraph.end] for paragraph in article.story)


def _mark(stories: Iterable[str]) -> str:
    """A mark that no article can contain, since it is made of all of them."""
    return "#" + hashlib.sha256("\0".join(stories).encode("utf-8", "replace")).hexdigest()[:12]


def _block(article: Article, story: str, mark: str) -> str:
    stated = [("outlet", article.outlet), ("published", article.published), ("title", article.title)]
    facts = "".join(f"{name}: {' '.join(value.split())}\n" for name, value in stated if value)
    return f"=== {article.id} {mark}\n{facts}\n{story}\n=== end of {article.id} {mark}\n"
