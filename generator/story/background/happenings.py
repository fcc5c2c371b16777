"""Nouns of happenings: what a date can date by itself.

A closed list of general English, so that "the 2003 invasion of ..." is told and "the 2016 nominee" or "a 1976 law" is
not. Nouns of saying (speech, statement, interview) are left out: that words were said is seldom background.
"""

HAPPENINGS = frozenset(
    {
        "accident", "accord", "agreement", "arrest", "ascent", "assassination", "assault", "attack", "attempt",
        "ban", "battle", "birth", "blackout", "blast", "blaze", "bombing", "boycott", "breakup", "campaign",
        "ceasefire", "ceremony", "clash", "closure", "collapse", "collision", "conference", "conflict",
        "congress", "conviction", "coronation", "coup", "crackdown", "crash", "crisis", "death", "deal",
        "debate", "debut", "decision", "defeat", "demonstration", "deployment", "disaster", "discovery",
        "earthquake", "election", "eruption", "evacuation", "execution", "expansion", "expedition", "explosion",
        "expulsion", "famine", "fire", "flood", "founding", "game", "genocide", "handover", "hearing",
        "hijacking", "hurricane", "impeachment", "inauguration", "incursion", "independence", "inspection",
        "intervention", "invasion", "killing", "kidnapping", "landing", "launch", "leak", "lockdown", "loss",
        "march", "marriage", "massacre", "meeting", "merger", "murder", "mutiny", "offensive", "outbreak",
        "overthrow", "pandemic", "parade", "partition", "protest", "purge", "raid", "rally", "recession",
        "referendum", "reform", "reunification", "revolt", "revolution", "riot", "robbery", "rout", "ruling",
        "scandal", "settlement", "shooting", "shutdown", "siege", "signing", "split", "stabbing", "stoppage",
        "storm", "strike", "summit", "surrender", "takeover", "talk", "tour", "tournament", "tragedy",
        "transfer", "treaty", "trial", "trip", "truce", "unification", "upheaval", "uprising", "verdict",
        "victory", "visit", "vote", "walkout", "war", "wedding", "withdrawal",
    }
)  # fmt: skip
