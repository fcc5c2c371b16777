"""Verbs and nouns of speech: which words introduce what somebody said.

The lists follow the classes of VerbNet that take a message or a characterisation (say-37.7, tell-37.2,
transfer_mesg-37.1, manner_speaking-37.3, complain-37.8, advise-37.9, promise-37.13, characterize-29.2, declare-29.4,
judgment-33): closed classes of the language, not words of any topic. Lemmas, British and American.
"""

from generator.language.lexicon import word_class

SAYING = word_class("verbs_saying")

# Verbs that stand beside quoted words as "say" does, and mean other things elsewhere ("he went on", "she began").
FRAMING = word_class("framing")

# Verbs whose clause is a thought: under a verb of saying, with a pronoun, they only repeat its subject.
THINKING = word_class("verbs_thinking")

# Verbs that give somebody's name or judgment for a thing: the quoted words are the subject's.
CALLING = word_class("calling")

# Nouns of speech: "X's claim that …", "in a statement from X", "the letter said".
UTTERANCES = word_class("utterances")

# Verbs that make their subject the author of a document: "the ministry issued a statement saying …".
PUBLISHING = word_class("publishing")

# "He was quoted as saying": in the passive these make their subject the speaker, where others make it the addressee.
QUOTED_SUBJECT = word_class("quoted_subject")

# Verbs of accusing and reporting, whose object does what follows: "accused X of saying", "quoted X as saying".
OBJECT_ACTS = word_class("object_acts")

# Participles that introduce a name: "a plan called …", "a film titled …", "known as …".
NAMING = word_class("naming")

# Nouns that introduce a quoted term or title: "the word …", "the song …".
TERM_NOUNS = word_class("term_nouns")

# Pronouns that point back to a speaker, and so name no relayer.
PRONOUNS = word_class("pronouns")
# Of one person, all forms.
HE_OR_SHE = word_class("pronouns_male") | word_class("pronouns_female")

# Offices and callings by which a text goes on speaking of somebody it has named ("the senator", "the singer"). Not
# here: those a text leaves unnamed (spokesman, aide, witness).
CALLINGS = word_class("callings")

# Offices held by one person at a time, whom the text need not have named nearby.
OFFICES = word_class("one_holder")
