"""Which actor speaks, on hand-made quotations and casts."""

from typing import get_args

import msgspec
import pytest

from generator.account.quotations.speakers import name_speakers
from generator.model.actors import Actor, ActorKind, Alias, Cast, Description, Form, Mention, Quotation
from generator.model.text import Passage


def actor(name: str, kind: ActorKind = "person", *aliases: str) -> Actor:
    forms = tuple(Alias(text=text, articles=("a",)) for text in (name, *aliases))
    return Actor(id=name.lower().replace(" ", "-"), name=name, kind=kind, aliases=forms)


def mention(body: str, text: str, of: str, form: Form = "name", nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = body.index(text, start + 1)
    return Mention(article="a", start=start, end=start + len(text), text=text, actor=of, form=form, sentence=0)


def quotation(body: str, quote: str, speaker: str, *names: str, sentence: int = 1) -> Quotation:
    at, place = body.index(quote), body.index(speaker)
    return Quotation(
        passage=Passage(article="a", start=at, end=at + len(quote), quote=quote),
        parts=((at + 1, at + len(quote) - 1),),
        speaker_text=speaker,
        speaker_span=(place, place + len(speaker)),
        speaker_names=tuple(
            Passage(article="a", start=body.index(n), end=body.index(n) + len(n), quote=n) for n in names or (speaker,)
        ),
        sentence=sentence,
    )


HALL, BAKER = actor("Vera Hall"), actor("Tom Baker", "person", "Mr. Baker")
COUNCIL = actor("Easton Council", "state body")


def test_the_mention_at_the_head_speaks() -> None:
    body = "“No,” Easton Council spokesman Tom Baker said."
    cast = Cast(
        actors=(COUNCIL, BAKER),
        mentions=(mention(body, "Easton Council", "easton-council"), mention(body, "Tom Baker", "tom-baker")),
    )
    (named,) = name_speakers((quotation(body, "“No,”", "Easton Council spokesman Tom Baker", "Tom Baker"),), cast)
    assert named.speaker == "tom-baker"


def test_officials_of_a_body_are_not_the_body() -> None:
    body = "“No,” Easton Council officials said."
    cast = Cast(actors=(COUNCIL,), mentions=(mention(body, "Easton Council", "easton-council"),))
    (named,) = name_speakers((quotation(body, "“No,”", "Easton Council officials"),), cast)
    assert named.speaker is None


def test_nobody_speaks_of_himself_by_his_first_name() -> None:
    body = "Vera Hall left. “Vera was tired,” she said. “I told Vera,” she said."
    mentions = (mention(body, "Vera Hall", "vera-hall"), mention(body, "Vera", "vera-hall", nth=1))
    she = mention(body, "she", "vera-hall", "pronoun")
    (named,) = name_speakers(
        (quotation(body, "“Vera was tired,”", "she"),), Cast(actors=(HALL,), mentions=(*mentions, she))
    )
    assert named.speaker is None


def test_whom_somebody_else_tells_of_is_open() -> None:
    body = "Vera Hall left. Tom Baker wrote that she had asked for “more time”."
    mentions = (
        mention(body, "Vera Hall", "vera-hall"),
        mention(body, "Tom Baker", "tom-baker"),
        mention(body, "she", "vera-hall", "pronoun"),
    )
    told = msgspec.structs.replace(quotation(body, "“more time”", "she"), chain=("Tom Baker",))
    (named,) = name_speakers((told,), Cast(actors=(HALL, BAKER), mentions=mentions))
    assert named.speaker is None


def test_after_words_of_somebody_unknown_he_may_be_the_one() -> None:
    body = "Tom Baker lived here. “Nobody would pay for it.” But he was “not at ease” with it."
    named = mention(body, "Tom Baker", "tom-baker")
    unknown = msgspec.structs.replace(
        quotation(body, "“Nobody would pay for it.”", "Tom Baker"), speaker_text="", speaker_span=None, speaker_names=()
    )
    place = body.index("he was")
    he = msgspec.structs.replace(
        quotation(body, "“not at ease”", "he was"), speaker_text="he", speaker_span=(place, place + 2)
    )
    cast = Cast(
        actors=(BAKER,),
        mentions=(named, msgspec.structs.replace(mention(body, "he was", "tom-baker", "pronoun"), end=place + 2)),
    )
    assert [q.speaker for q in name_speakers((unknown, he), cast)] == [None, None]
    assert [q.speaker for q in name_speakers((he,), cast)] == ["tom-baker"]


@pytest.mark.parametrize("known", [False, True])
def test_after_words_of_another_he_may_be_the_one(known: bool) -> None:
    body = "Tom Baker lived here. “Nobody would pay,” Bo Orm of Elmet said. “It is late,” he said."
    place = body.index("he said")
    stranger = msgspec.structs.replace(quotation(body, "“Nobody would pay,”", "Bo Orm"), told_as="Bo Orm of Elmet")
    he = msgspec.structs.replace(
        quotation(body, "“It is late,”", "he said"), speaker_text="he", speaker_span=(place, place + 2)
    )
    pronoun = msgspec.structs.replace(mention(body, "he said", "tom-baker", "pronoun"), end=place + 2)
    told = (mention(body, "Tom Baker", "tom-baker"), pronoun, *([mention(body, "Bo Orm", "bo-orm")] if known else []))
    cast = Cast(actors=(BAKER, actor("Bo Orm")), mentions=told)
    assert [q.speaker for q in name_speakers((stranger, he), cast)] == ["bo-orm" if known else None, None]
    assert [q.speaker for q in name_speakers((he,), cast)] == ["tom-baker"]


def test_a_partys_member_is_nobody_by_that_alone() -> None:
    body = "“It is late,” the Tory said."
    said = msgspec.structs.replace(quotation(body, "“It is late,”", "the Tory"), told_as="the Tory")
    (named,) = name_speakers((said,), Cast(actors=()))
    assert (named.speaker, named.told_as) == (None, "")


def test_a_college_is_not_its_hospital() -> None:
    body = "“No,” Elmet College said. Elmet College Hospital shut."
    hospital = actor("Elmet College Hospital", "organisation", "Elmet College")
    cast = Cast(actors=(hospital,), mentions=(mention(body, "Elmet College", "elmet-college-hospital"),))
    assert name_speakers((quotation(body, "“No,”", "Elmet College"),), cast)[0].speaker is None


def test_a_news_agency_is_itself() -> None:
    body = "“No,” the HBN news agency said."
    agency = actor("HBN", "organisation")
    cast = Cast(actors=(agency,), mentions=(mention(body, "HBN", "hbn", "acronym"),))
    (named,) = name_speakers((quotation(body, "“No,”", "the HBN news agency", "HBN news agency"),), cast)
    assert named.speaker == "hbn"


def test_an_agency_of_a_body_is_another() -> None:
    body = "“No,” the HBN agency said."
    cast = Cast(actors=(actor("HBN", "organisation"),), mentions=(mention(body, "HBN", "hbn", "acronym"),))
    (named,) = name_speakers((quotation(body, "“No,”", "the HBN agency", "HBN agency"),), cast)
    assert named.speaker is None


def test_a_pronoun_is_whom_the_cast_takes_it_to_mean() -> None:
    body = "Mr. Baker met Vera Hall. “No,” she said. “Yes,” he added."
    she = mention(body, "she", "vera-hall", "pronoun")
    cast = Cast(
        actors=(HALL, BAKER),
        mentions=(mention(body, "Mr. Baker", "tom-baker"), mention(body, "Vera Hall", "vera-hall"), she),
    )
    first, second = name_speakers((quotation(body, "“No,”", "she"), quotation(body, "“Yes,”", "he")), cast)
    assert (first.speaker, second.speaker) == ("vera-hall", None)


def test_a_pronoun_is_never_a_body() -> None:
    body = "Easton Council met. “No,” she said."
    cast = Cast(actors=(COUNCIL,), mentions=(mention(body, "Easton Council", "easton-council"),))
    (named,) = name_speakers((quotation(body, "“No,”", "she", "Easton Council"),), cast)
    assert named.speaker is None


def test_a_surname_alone_is_nobody_where_the_article_has_no_more_of_him() -> None:
    body = "“No,” Baker said."
    elsewhere = Alias(text="Tom Baker", articles=("b",))
    baker = Actor(
        id="tom-baker", name="Tom Baker", kind="person", aliases=(elsewhere, Alias(text="Baker", articles=("a",)))
    )
    cast = Cast(actors=(baker,), mentions=(mention(body, "Baker", "tom-baker"),))
    (named,) = name_speakers((quotation(body, "“No,”", "Baker"),), cast)
    assert named.speaker is None


def test_a_surname_that_the_cast_leaves_open_is_not_who_alone_was_called_so_before() -> None:
    body = "“No,” Roth said. Ada Roth came. Mrs. Roth sat down. Otto Roth rose."
    names = tuple(Alias(text=text, articles=("a",)) for text in ("Ada Roth", "Roth"))
    ada = Actor(id="ada-roth", name="Ada Roth", kind="person", aliases=names)
    otto = Actor(id="otto-roth", name="Otto Roth", kind="person", aliases=(Alias(text="Otto Roth", articles=("a",)),))
    mentions = (
        mention(body, "Ada Roth", ada.id),
        mention(body, "Roth", ada.id, nth=2),
        mention(body, "Otto Roth", otto.id),
    )
    (named,) = name_speakers((quotation(body, "“No,”", "Roth"),), Cast(actors=(ada, otto), mentions=mentions))
    assert named.speaker is None


def test_some_of_a_party_are_not_the_party() -> None:
    body = "“No,” Republicans said."
    party = actor("Republican Party", "organisation", "Republicans")
    cast = Cast(actors=(party,), mentions=(mention(body, "Republicans", party.id),))
    (named,) = name_speakers((quotation(body, "“No,”", "Republicans"),), cast)
    assert named.speaker is None


def test_an_unknown_name_is_nobody() -> None:
    body = "“No,” Vera Hall said. “Never,” Ruth Ito said."
    cast = Cast(actors=(HALL,), mentions=(mention(body, "Vera Hall", "vera-hall"),))
    _, named = name_speakers((quotation(body, "“No,”", "Vera Hall"), quotation(body, "“Never,”", "Ruth Ito")), cast)
    assert named.speaker is None


def test_terms_have_no_speaker() -> None:
    body = "“No,” Vera Hall said."
    cast = Cast(actors=(HALL,), mentions=(mention(body, "Vera Hall", "vera-hall"),))
    term = Quotation(passage=Passage(article="a", start=0, end=5, quote="“No,”"), parts=((1, 4),), speech=False)
    (named,) = name_speakers((term,), cast)
    assert named == term


def test_a_headline_is_told_in_full_below() -> None:
    body = "Easton Council hails ‘new dawn’\n“It is a new dawn for us,” Vera Hall said."
    cast = Cast(
        actors=(HALL, COUNCIL),
        mentions=(mention(body, "Easton Council", "easton-council"), mention(body, "Vera Hall", "vera-hall")),
    )
    headline, _ = name_speakers(
        (
            quotation(body, "‘new dawn’", "Easton Council", sentence=0),
            quotation(body, "“It is a new dawn for us,”", "Vera Hall"),
        ),
        cast,
    )
    assert headline.speaker == "vera-hall"


def test_nobody_relays_himself() -> None:
    body = "Vera Hall said she was “glad.”"
    she = mention(body, "she", "vera-hall", "pronoun")
    cast = Cast(actors=(HALL,), mentions=(mention(body, "Vera Hall", "vera-hall"), she))
    told = quotation(body, "“glad.”", "she")
    (named,) = name_speakers((msgspec.structs.replace(told, chain=("Vera Hall", "HBN")),), cast)
    assert named.chain == ("HBN",)


@pytest.mark.parametrize("form", [form for form in get_args(Form) if form != "demonym"])
def test_every_form_of_mention_counts_but_that_of_a_people(form: Form) -> None:
    body = "“No,” Vera Hall said."
    cast = Cast(actors=(HALL,), mentions=(mention(body, "Vera Hall", "vera-hall", form),))
    (named,) = name_speakers((quotation(body, "“No,”", "Vera Hall"),), cast)
    assert named.speaker == "vera-hall"


def test_nobody_speaks_words_that_name_him_in_full() -> None:
    body = "“The plan is late, but Mayor Tom Baker knows how it is,” he said."
    said = quotation(body, "“The plan is late, but Mayor Tom Baker knows how it is,”", "he said")
    place = body.rindex("he said")
    said = msgspec.structs.replace(said, speaker_text="he", speaker_span=(place, place + 2))
    told = mention(body, "Tom Baker", "tom-baker")
    pronoun = Mention(article="a", start=place, end=place + 2, text="he", actor="tom-baker", form="pronoun", sentence=0)
    assert name_speakers((said,), Cast(actors=(BAKER,), mentions=(pronoun,)))[0].speaker == "tom-baker"
    assert name_speakers((said,), Cast(actors=(BAKER,), mentions=(told, pronoun)))[0].speaker is None


def test_a_full_stop_after_a_short_name_is_no_part_of_it() -> None:
    body = "“It is late,” said Ada Mo."
    mo = actor("Ada Mo")
    said = quotation(body, "“It is late,”", "Ada Mo.")
    assert (
        name_speakers((said,), Cast(actors=(mo,), mentions=(mention(body, "Ada Mo", "ada-mo"),)))[0].speaker == "ada-mo"
    )


def test_the_company_is_the_body_that_spoke_right_before() -> None:
    body = "Easton Council said: “It rains.” “We wait,” the council said. Tom Baker left. “No,” the council said."
    cast = Cast(
        actors=(COUNCIL, BAKER),
        mentions=(mention(body, "Easton Council", "easton-council"), mention(body, "Tom Baker", "tom-baker")),
    )
    first = quotation(body, "“It rains.”", "Easton Council")
    second = msgspec.structs.replace(quotation(body, "“We wait,”", "the council"), way="after")
    third = quotation(body, "“No,”", "the council")
    third = msgspec.structs.replace(third, way="after", speaker_span=(body.rindex("the council"), len(body) - 6))
    named = name_speakers((first, second, third), cast)
    assert [q.speaker for q in named] == ["easton-council", "easton-council", None]


def test_words_between_two_of_one_speaker_are_his() -> None:
    body = "“I came,” Tom Baker said. Then “I saw it all with my eyes.” “I left,” Tom Baker said. “Why?” "
    body += "“I ran,” Tom Baker said."
    cast = Cast(
        actors=(BAKER,),
        mentions=tuple(mention(body, "Tom Baker", "tom-baker", nth=nth) for nth in range(3)),
    )
    said = [quotation(body, words, "Tom Baker") for words in ("“I came,”", "“I left,”", "“I ran,”")]
    said = [msgspec.structs.replace(q, way="after") for q in said]
    silent = [
        msgspec.structs.replace(quotation(body, words, words), speaker_text="", speaker_span=None, speaker_names=())
        for words in ("“I saw it all with my eyes.”", "“Why?”")
    ]
    named = name_speakers((said[0], silent[0], said[1], silent[1], said[2]), cast)
    assert [q.speaker for q in named] == ["tom-baker", "tom-baker", "tom-baker", None, "tom-baker"]


def test_who_reports_what_his_clause_does_not_lead_to_passes_it_on() -> None:
    body = "Her statement went this way, Easton Council reported: “The plan is late.”"
    cast = Cast(actors=(COUNCIL,), mentions=(mention(body, "Easton Council", COUNCIL.id),))
    said = msgspec.structs.replace(quotation(body, "“The plan is late.”", "Easton Council"), cue="report")
    ways = [msgspec.structs.replace(said, way=way) for way in ("before", "above")]
    assert [name_speakers((q,), cast)[0].speaker for q in ways] == [COUNCIL.id, None]


def test_he_is_not_whom_his_words_name() -> None:
    body = "He said the remarks of Tom Baker were “wrong.”"
    told = mention(body, "He", "tom-baker", "pronoun"), mention(body, "Tom Baker", "tom-baker")
    cast = Cast(actors=(BAKER,), mentions=told)
    assert name_speakers((quotation(body, "“wrong.”", "He"),), cast)[0].speaker is None


def test_nobody_calls_himself_by_a_courtesy_title_where_no_clause_gives_him_the_words() -> None:
    body = "Baker lost. “Mr. Baker never had a chance to win.”"
    cast = Cast(actors=(BAKER,), mentions=(mention(body, "Baker", "tom-baker"),))
    said = quotation(body, "“Mr. Baker never had a chance to win.”", "Baker")
    assert name_speakers((said,), cast)[0].speaker == "tom-baker"
    assert name_speakers((msgspec.structs.replace(said, way="running"),), cast)[0].speaker is None


@pytest.mark.parametrize("name", ["Ada Ada Roth", "Ada Roth CEO"])
def test_a_garbled_name_speaks_for_nobody(name: str) -> None:
    body = f"“No,” {name} said."
    garbled = actor(name)
    cast = Cast(actors=(garbled,), mentions=(mention(body, name, garbled.id),))
    assert name_speakers((quotation(body, "“No,”", name),), cast)[0].speaker is None


def test_nobody_who_says_he_gives_his_own_surname() -> None:
    body = "Mr. Baker left. “Baker may well lose the vote,” he said."
    cast = Cast(
        actors=(BAKER,),
        mentions=(
            mention(body, "Mr. Baker", "tom-baker"),
            mention(body, "Baker", "tom-baker", nth=1),
            mention(body, "he", "tom-baker", "pronoun"),
        ),
    )
    (named,) = name_speakers((quotation(body, "“Baker may well lose the vote,”", "he"),), cast)
    assert named.speaker is None


def test_a_bare_role_is_not_that_of_who_bears_a_lesser_one() -> None:
    body = "Secretary of Ports Vera Hall and press secretary Tom Baker came. “No,” the secretary said."
    cast = Cast(
        actors=tuple(
            msgspec.structs.replace(each, descriptions=(Description(text=role, passage=at(body, role)),))
            for each, role in ((HALL, "Secretary of Ports"), (BAKER, "press secretary"))
        ),
        mentions=(
            mention(body, "Vera Hall", "vera-hall"),
            mention(body, "the secretary", "tom-baker", "description"),
        ),
    )
    (named,) = name_speakers((quotation(body, "“No,”", "the secretary"),), cast)
    assert named.speaker is None
    assert named.told_as == ""


def at(body: str, words: str) -> Passage:
    return Passage(article="a", start=body.index(words), end=body.index(words) + len(words), quote=words)


def test_a_name_run_into_a_field_names_nobody() -> None:
    body = "“It is,” Senior Fellow for River Studies Vera Hall said."
    field = quotation(body, "“It is,”", "Senior Fellow for River Studies Vera Hall")
    (named,) = name_speakers((msgspec.structs.replace(field, told_as=field.speaker_text),), Cast(actors=()))
    assert (named.speaker, named.told_as) == (None, "")


@pytest.mark.parametrize("alias", ["Anna Roth", "Anna"])
@pytest.mark.parametrize(("title", "told"), [("Mrs.", "anna-roth"), ("Ms", "anna-roth"), ("Mr", "otto-roth")])
def test_a_courtesy_title_is_whose_first_name_fits_it(title: str, told: str, alias: str) -> None:
    body = f"Anna and Otto Roth left. “No,” {title} Roth said."
    anna = msgspec.structs.replace(actor("Anna Roth"), aliases=(Alias(text=alias, articles=("a",)),))
    names = (mention(body, "Anna", "anna-roth"), mention(body, "Otto Roth", "otto-roth"))
    cast = Cast(actors=(anna, actor("Otto Roth")), mentions=(*names, mention(body, "Roth", told, nth=1)))
    (named,) = name_speakers((quotation(body, "“No,”", f"{title} Roth"),), cast)
    assert named.speaker == told


@pytest.mark.parametrize("told_as", ["Hall", "Mr. Hall"])
def test_a_surname_after_a_namesake_names_nobody(told_as: str) -> None:
    body = f"Vera Hall left. Otto Hall stayed. “It is,” {told_as} said."
    otto = actor("Otto Hall")
    told = (mention(body, "Vera Hall", "vera-hall"), mention(body, "Otto Hall", "otto-hall"))
    hall = mention(body, "Hall", "vera-hall", nth=2)
    said = quotation(body, "“It is,”", f"{told_as} said", "Hall")
    said = msgspec.structs.replace(
        said,
        speaker_text=told_as,
        speaker_span=(hall.start, hall.end),
        speaker_names=(Passage(article="a", start=hall.start, end=hall.end, quote="Hall"),),
    )
    assert name_speakers((said,), Cast(actors=(HALL, otto), mentions=(*told, hall)))[0].speaker is None


def test_a_surname_before_its_bearers_name_is_anothers_of_the_event() -> None:
    body = "“It is,” Hall said. Vera Hall stood by. “We go,” Hall said."
    first, last = mention(body, "Hall", "vera-hall"), mention(body, "Hall", "vera-hall", nth=2)
    said = quotation(body, "“It is,”", "Hall")
    again = msgspec.structs.replace(quotation(body, "“We go,”", "Hall"), speaker_span=(last.start, last.end))
    cast = Cast(actors=(HALL, actor("Otto Hall")), mentions=(first, mention(body, "Vera Hall", "vera-hall"), last))
    assert [q.speaker for q in name_speakers((said, again), cast)] == [None, None]
    assert name_speakers((again,), cast)[0].speaker == "vera-hall"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Friends of Elmet", "friends-of-elmet"),
        ("Friends of Elmet president Ada Roth", None),
        ("Friends of Elmet of the North Hills", None),
    ],
)
def test_a_longer_name_is_another_body(words: str, told: str | None) -> None:
    body = f"“No,” {words} said."
    friends = actor("Friends of Elmet", "organisation")
    cast = Cast(actors=(friends,), mentions=(mention(body, "Friends of Elmet", "friends-of-elmet"),))
    (named,) = name_speakers((quotation(body, "“No,”", words, words, "Friends of Elmet"),), cast)
    assert named.speaker == told


@pytest.mark.parametrize(
    ("name", "words"), [("Tom Baker", "the younger Baker"), ("Water Board", "The state Water Board")]
)
def test_one_of_several_is_told_as_the_article_does(name: str, words: str) -> None:
    body = f"{name} left. “No,” {words} said."
    one = actor(name, "person" if name == "Tom Baker" else "organisation", words.rsplit(maxsplit=1)[-1])
    last = mention(body, words.rsplit(maxsplit=1)[-1], one.id, nth=1)
    said = msgspec.structs.replace(quotation(body, "“No,”", words, words), told_as=words)
    (named,) = name_speakers((said,), Cast(actors=(one,), mentions=(mention(body, name, one.id), last)))
    assert (named.speaker, named.told_as) == (None, words)


def test_a_channel_is_not_the_person_of_its_name() -> None:
    body = "“No,” the Tom Baker channel said."
    cast = Cast(actors=(BAKER,), mentions=(mention(body, "Tom Baker", "tom-baker"),))
    (named,) = name_speakers((quotation(body, "“No,”", "the Tom Baker channel", "Tom Baker channel"),), cast)
    assert named.speaker is None


def test_a_name_that_a_word_has_run_into_names_nobody() -> None:
    body = "Easton Vera Hall left. “No,” Hall said."
    torn = actor("Easton Vera Hall")
    mentions = (mention(body, "Easton Vera Hall", torn.id), mention(body, "Hall", torn.id, nth=1))
    said = (quotation(body, "“No,”", "Hall said", "Hall"),)
    assert name_speakers(said, Cast(actors=(torn, BAKER), mentions=mentions))[0].speaker == torn.id
    assert name_speakers(said, Cast(actors=(torn, HALL), mentions=mentions))[0].speaker is None


def test_a_title_makes_a_word_a_surname() -> None:
    body = "“No,” Mr. King said. “Yes,” a king said."
    title, king = (
        msgspec.structs.replace(quotation(body, quote, words), told_as=words)
        for quote, words in (("“No,”", "Mr. King"), ("“Yes,”", "a king"))
    )
    assert [q.told_as for q in name_speakers((title, king), Cast(actors=(), mentions=()))] == ["", "a king"]


def test_nobody_is_called_she_where_the_article_calls_him_he() -> None:
    body = "Tom Baker said he hoped he would win. “No,” she said."
    he, she = mention(body, "he", "tom-baker", "pronoun"), mention(body, "she", "tom-baker", "pronoun")
    named = mention(body, "Tom Baker", "tom-baker")
    said = (quotation(body, "“No,”", "she"),)
    assert name_speakers(said, Cast(actors=(BAKER,), mentions=(named, she)))[0].speaker == "tom-baker"
    again = mention(body, "he", "tom-baker", "pronoun", nth=1)
    assert name_speakers(said, Cast(actors=(BAKER,), mentions=(named, he, again, she)))[0].speaker is None


def test_a_surname_long_before_a_full_name_may_be_of_another() -> None:
    body = "Hall won. Hall left. “No,” Hall’s aide, or Hall, said. Vera Hall waits."
    mentions = (*(mention(body, "Hall", "vera-hall", nth=n) for n in range(4)), mention(body, "Vera Hall", "vera-hall"))
    other = msgspec.structs.replace(actor("Bert Hall"), aliases=(Alias(text="Bert Hall", articles=("b",)),))
    said = (quotation(body, "“No,”", "Hall"),)
    assert name_speakers(said, Cast(actors=(HALL,), mentions=mentions))[0].speaker == "vera-hall"
    assert name_speakers(said, Cast(actors=(HALL, other), mentions=mentions))[0].speaker is None
    later = tuple(m for m in mentions if m.start > body.index("No"))
    assert name_speakers(said, Cast(actors=(HALL, BAKER), mentions=later))[0].speaker == "vera-hall"
