"""One person, act or thing called by loaded or clearly different words."""

from collections import defaultdict
from collections.abc import Iterator

from generator.compare.card import Card, Telling
from generator.compare.finding import about_line, finding_id
from generator.compare.phrases import contrast, telling_phrase, topic
from generator.model.actors import Actor, Description
from generator.model.story import Disagreement, Material, Position
from generator.passages import phrase

# How sure a difference of plain nouns for one person is to be worth telling: an office beside a noun, or two nouns.
_SCORE = 0.5


def tell(card: Card) -> Telling:
    """Every card can be worded so: what it is about, and on each side the words that the others do not use."""
    subject = topic(card)
    says = tuple(telling_phrase(card, side) for side in card.sides)
    return Telling(
        about=f"How it is put: {subject}",
        says=says,
        reason=f"On {subject}, {contrast(card, says)}.",
    )


def find(material: Material) -> Iterator[Disagreement]:
    """Every person whom the articles introduce by different plain nouns, one finding a person with all the words.

    A capitalised title before a name is an office: two offices of one person are no difference, an office beside a
    plain noun or two plain nouns are.
    """
    for actor in material.cast.actors:
        words = _introductions(material, actor)
        heads = {article: {_head(d) for d in found} for article, found in words.items()}
        if len(heads) < 2 or set.intersection(*heads.values()):
            continue
        plain = {head for found in heads.values() for head in found if head.islower()}
        if plain and len({head.lower() for found in heads.values() for head in found}) > 1:
            yield _finding(material, actor, words)


def _introductions(material: Material, actor: Actor) -> dict[str, list[Description]]:
    """By article the nouns that stand right before a person's name ("the singer Ada Example"), in text order."""
    bodies = {article.id: article.body for article in material.articles}
    names = {word for alias in actor.aliases for word in alias.text.split()}
    words: dict[str, list[Description]] = defaultdict(list)
    if actor.kind == "person":
        for description in sorted(actor.descriptions, key=lambda d: d.passage):
            place = description.passage
            following = bodies.get(place.article, "")[place.end : place.end + 40].split()
            if following and following[0].strip(",.") in names and _head(description).isalpha():
                words[place.article].append(description)
    return words


def _head(description: Description) -> str:
    return description.text.split()[-1].strip(",.'’")


def _finding(material: Material, actor: Actor, words: dict[str, list[Description]]) -> Disagreement:
    positions = tuple(_position(material, found[0]) for _, found in sorted(words.items()))
    return Disagreement(
        id=finding_id("label", material.event.id, positions),
        event=material.event.id,
        kind="label",
        about=about_line(f"How {actor.name} is described"),
        hardness="soft",
        score=_SCORE,
        reason="introduced as " + ", ".join(sorted({f"“{position.says}”" for position in positions})),
        positions=positions,
        actors=(actor.id,),
        features={"articles": float(len(positions))},
    )


def _position(material: Material, description: Description) -> Position:
    place = description.passage
    article = next(article for article in material.articles if article.id == place.article)
    passage = phrase(article, material.analyses[article.id], place.start, place.end, before=1, after=6)
    return Position(passage=passage, says=place.quote, differs=((place.start, place.end),))
