"""content/*.yml to Decisions: what the editor wrote, checked for shape; whether it fits the articles, the steps check.

All files are optional, and so is every key marked with `?`. Texts are plain YAML strings: `published: 2024` and
`name: No` need no quotation marks. Dates are EDTF (`2024-01-16`, `2024-23` for autumn 2024, `2025-10-20/2025-10-26`).
Articles are named by the stem of their file (`mill-fire` for `content/articles/mill-fire.md`).

actors.yml::

    actors:
      - name: Ada Example
        id: ada-example              # ? the machine's id of this actor, or a new one
        kind: person                 # ? person, organisation, state body, country, group, place
        aliases: [Example, A. Example]                     # ?
        line: Mayor of Sampleton since 2019.               # ? one line about her, in your words …
        source: https://sampleton.example/mayor            # ? … and where it comes from
        links: [{title: Wikidata, url: "https://www.wikidata.org/wiki/Q1"}]    # ?
    never_merge:                     # ? names that are different actors
      - [Ada Example, Adam Example]
    not_actors: [Sampleton Gazette]  # ? names that are no actors of the story

events.yml::

    events:
      - articles: [mill-fire, fire-at-mill]     # exactly these tell one event
        title: Fire at the old mill             # ?
        date: 2024-05-03                        # ?
        place: Sampleton                        # ?
        source: https://sampleton.example/log   # ? where title, date or place come from, if not from the articles
        slug: 2024-05-03-mill-fire              # ? the last part of the page's address: it stays, whatever changes
        formerly: [2024-05-04-fire-at-mill]     # ? earlier ones: they lead to the page
        pin: [figure-1a2b3c4d]                  # ? disagreements to be shown first, in this order
        hide: [background]                      # ? sections that its page leaves out
        agreed:                                 # ? what two or more of them tell alike; the first words are shown
          - - article: mill-fire
              quote: nineteen people were taken to hospital
            - article: fire-at-mill
              quote: nineteen people were treated in hospital
    hide: [alone]                    # ? sections that every event's page leaves out: agreed, disagree, compared,
                                     #   words, sides, alone, quotations, told, background

disagreements.yml: each entry begins with one of `confirm`, `dismiss`, `add`::

    disagreements:
      - confirm: figure-1a2b3c4d     # the id of a machine finding; the keys below reword it
        about: how many people were hurt                   # ?
        kind: figure                                       # ?
        hardness: hard                                     # ?
        note: The Gazette corrected itself a day later.    # ?
        positions: []                                      # ? as under `add`; they replace the machine's
      - dismiss: label-5e6f7a8b
        reason: Both words are the fire brigade's.         # ?
        kind: label                                        # ? with its kind and words, what a second reader
        positions: []                                      # ? found stays dismissed when he finds it anew
      - add: when the alarm was raised                     # what they differ on, in at most 14 words
        kind: date           # figure, date, who, cause, attribution, outcome, quote, label, name, update
        hardness: hard       # hard, soft
        positions:           # of at least two articles
          - article: mill-fire
            quote: the alarm was raised shortly after nine # exact words of the article, at most 40
            says: shortly after nine                       # ? the words that decide, out of the quote
          - article: fire-at-mill
            quote: "firefighters were called at 8:40 p.m."
        note:                # ?
        status: proposed     # ? published only once you set `confirmed` (the default); or `dismissed`, for good
        reason: Both are right.                            # ? why it is dismissed

corrections.yml::

    corrections:
      - date: 2024-05-07
        event: 2024-05-03-fire-at-mill   # ? without it, it concerns the whole site
        wrong: We gave the date as 4 May.
        right: It was 3 May.

The reader's own choice between article text and what surrounds it is overruled in the article's front matter
(`story` and `not_story`; see `generator.content.articles`).
"""

from generator.content.editorial.files import EditorialReading, read_decisions

__all__ = ["EditorialReading", "read_decisions"]
