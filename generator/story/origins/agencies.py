"""News agencies that a report comes from by its own words: its byline, its outlet, or the brackets of its dateline."""

import re

from generator.model.text import Article

# The agencies whose reports papers and sites reprint under their own name, with the short forms of datelines.
_AGENCIES = {
    "the Associated Press": r"Associated Press|\bAP\b",
    "Reuters": r"\bReuters\b",
    "Agence France-Presse": r"Agence France-Presse|\bAFP\b",
    "the Press Association": r"Press Association|\bPA Media\b",
    "Deutsche Presse-Agentur": r"Deutsche Presse-Agentur|\bdpa\b",
    "Bloomberg News": r"\bBloomberg\b",
    "United Press International": r"United Press International|\bUPI\b",
    "Interfax": r"\bInterfax\b",
    "Xinhua": r"\bXinhua\b",
    "Kyodo News": r"\bKyodo\b",
    "EFE": r"\bEFE\b",
    "ANSA": r"\bANSA\b",
}
# "SELBY (Reuters) -", at the very beginning of the text.
_DATELINE = re.compile(r"[^\n.]{0,60}\(([^()\n]{2,40})\)\s*[-–—:]")


def agency_of(article: Article) -> str:
    """The agency that wrote the article by its own words, or ""."""
    first = next((p.start for p in article.story), 0)
    dateline = _DATELINE.match(article.body, first)
    told = " ".join(filter(None, (article.byline, article.outlet, dateline[1] if dateline else "")))
    return next((name for name, pattern in _AGENCIES.items() if re.search(pattern, told)), "")
