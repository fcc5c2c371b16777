"""The words of an answer found again in the articles: everything kept is taken from there."""

from generator.content.readings.wording import RefusedError, mapping, shown, shows_something
from generator.desk.answer.records import Asked, Notes
from generator.matching.quoting import find_part, find_quote, find_words, fitted
from generator.model.readings import Quote
from generator.model.text import Article

_NAME_CHARACTERS = 120


class Quotes:
    """The articles that the reader saw, their words found again; what had to be mended is noted."""

    def __init__(self, asked: Asked, notes: Notes) -> None:
        self.articles = {article.id: article for article in asked.articles}
        self._most, self._notes = asked.quotation_words, notes

    def article(self, name: object) -> Article:
        """The article of that id; a refusal when the reader was given no such one."""
        article = self.articles.get(name.strip()) if isinstance(name, str) else None
        if article is None:
            raise RefusedError(f"{shown(name)} is no article of this event")
        return article

    def quote(self, article: Article, quote: object, place: str, *, says: object = "") -> str:
        """The article's own words that `quote` stands for; a refusal when they are not there or too many."""
        if not isinstance(quote, str) or not quote.strip():
            raise RefusedError("the quote is missing")
        if not shows_something(quote):
            raise RefusedError(
                "the quote is a single character, or none that can be read: quote the words that tell it"
            )
        decisive = says if isinstance(says, str) else ""
        found = find_quote(article, quote, says=decisive)
        words, most = len(quote.split()), self._most
        if found is None and words > most:
            raise RefusedError(f"the quote has more than {most} words and is not in {article.id} exactly")
        if found is None:
            raise RefusedError(f"the quote is not in {article.id} exactly")
        if found.repair:
            self._notes.repair(place, found.repair)
        start, end = found.start, found.end
        words = len(article.body[start:end].split())
        part = find_part(article.body[start:end], decisive) if decisive else None
        if words > most and part is None:
            raise RefusedError(f"the quote has {words} words, more than {most} words")
        keep = (start + part.start, start + part.end) if part else None
        fit = fitted(article.body, start, end, most, keep=keep)
        if fit != (start, end):
            self._notes.repair(place, f"the quote was cut to {most} words")
        return article.body[fit[0] : fit[1]]

    def position(self, position: object, place: str) -> Quote:
        """What one article says, with its deciding words; words that are none of the quote are left out, and noted."""
        fields = mapping(position)
        article = self.article(fields.get("article"))
        wanted = fields.get("says")
        quote = self.quote(article, fields.get("quote"), place, says=wanted)
        says = ""
        if isinstance(wanted, str) and wanted.strip():
            found = find_part(quote, wanted)
            says = quote[found.start : found.end] if found else ""
        if wanted and not says:
            self._notes.repair(f"{place}.says", "these are not words of the quote in one piece; it was left out")
        return Quote(article=article.id, quote=quote, says=says)

    def name(self, article: str, name: object) -> str:
        """`name` as it stands in the article."""
        if not isinstance(name, str) or not name.strip() or len(name) > _NAME_CHARACTERS:
            raise RefusedError(f"{shown(name)} is no name")
        body = self.articles[article].body
        at = find_words(body, name.strip(), 0, len(body))
        if at >= 0:
            return name.strip()
        for paragraph in self.articles[article].story:
            found = find_part(body[paragraph.start : paragraph.end], name)
            if found:
                return body[paragraph.start + found.start : paragraph.start + found.end]
        raise RefusedError(f"{shown(name)} does not stand in {article}")
