"""Verbs and nouns of speech: which words introduce what somebody said.

The lists follow the classes of VerbNet that take a message or a characterisation (say-37.7, tell-37.2,
transfer_mesg-37.1, manner_speaking-37.3, complain-37.8, advise-37.9, promise-37.13, characterize-29.2, declare-29.4,
judgment-33): closed classes of the language, not words of any topic. Lemmas, British and American.
"""


def words(text: str) -> frozenset[str]:
    """A word list as written in this module: parted by white space."""
    return frozenset(text.split())


SAYING = words("""
    say add tell write tweet retweet state declare announce claim argue insist note explain ask reply respond answer
    warn stress emphasize emphasise underline underscore remark comment observe admit acknowledge concede confess deny
    assert allege contend maintain affirm reaffirm reiterate repeat promise pledge vow swear suggest recall recount
    predict forecast quip joke shout yell scream whisper mutter murmur mumble exclaim cry plead urge beg implore demand
    instruct command complain lament boast brag testify report relay wonder counter retort
    propose recommend advise caution conclude confirm clarify disclose reveal indicate hint imply signal inform notify
    assure remind reassure object protest opine muse fume thunder cite quote email e-mail message telegraph blog
    chant recite apologize apologise proclaim pronounce profess preach express voice communicate convey elaborate
    articulate enthuse gush bark growl grumble moan rant rave speculate theorize theorise posit postulate
    hypothesize surmise estimate specify stipulate threaten request query inquire enquire question
    echo gripe bemoan crow gloat intone deadpan blurt utter mention allude counsel exhort appeal jeer holler roar
    bellow wail whine interject rejoin caption post tout guess reckon certify attest aver avow narrate
    vent concur profess rail scoff comment
""")

# Verbs that stand beside quoted words as "say" does, and mean other things elsewhere ("he went on", "she began").
FRAMING = words("""
    continue go begin start open finish end conclude interrupt laugh sigh smile nod shrug snap hiss sob read speak talk
    agree disagree offer volunteer tease rule warrant guarantee detail reason relate order text chime shoot fire press
    sing stammer stutter venture summarize summarise find hold
""")

# Verbs whose clause is a thought: under a verb of saying, with a pronoun, they only repeat its subject.
THINKING = words("""
    think believe feel consider hope fear expect know doubt understand realize realise want wish worry imagine assume
    suspect
""")

# Verbs that give somebody's name or judgment for a thing: the quoted words are the subject's.
CALLING = words("""
    call describe dub brand label characterize characterise term deem refer name nickname depict portray cast paint
    denounce decry condemn criticize criticise blast slam praise hail laud applaud welcome dismiss reject rebuke mock
    ridicule deride attack assail lambast lambaste rip blame liken compare tout defend accuse thank congratulate
    commend honor honour salute celebrate disparage castigate chide scold lash endorse denigrate deplore berate
    chastise admonish fault bash trash pan skewer excoriate extol vilify malign belittle lampoon satirize hammer
    pillory scoff view tar style consider declare pronounce find acclaim rate
""")

# Nouns of speech: "X's claim that …", "in a statement from X", "the letter said".
UTTERANCES = words("""
    statement claim remark allegation warning comment interview tweet letter speech message post memo memorandum
    op-ed testimony address announcement pledge promise vow call demand accusation suggestion assertion contention
    argument assessment description complaint report note email e-mail text reference criticism insistence denial
    response reply question answer quote word slogan chant phrase declaration affidavit filing brief opinion ruling
    lawsuit suit editorial column essay article story release communique communiqué dispatch bulletin readout
    transcript account admission confession acknowledgment acknowledgement prediction proposal recommendation
    charge advice appeal plea request threat boast quip joke resolution document paper draft video recording
    caption headline broadcast podcast book memoir diary petition thread belief view concern notion conclusion finding
    decision order indictment manifesto oath toast sermon lecture monologue rant tirade outburst tribute apology
    explanation observation characterization characterisation portrayal depiction
""")

# Nouns among them that say what a thing is called: "X's description of it as …".
CHARACTERIZATIONS = words("""
    description characterization characterisation portrayal depiction reference assessment
""")

# Verbs that make their subject the author of a document: "the ministry issued a statement saying …".
PUBLISHING = words("""
    release issue post send sign publish pen write file make give deliver circulate share upload submit draft
    lob level repeat broadcast tweet unveil offer pass adopt approve
""")

# "He was quoted as saying": in the passive these make their subject the speaker, where others make it the addressee.
QUOTED_SUBJECT = words("quote cite")

# Verbs of accusing and reporting, whose object does what follows: "accused X of saying", "quoted X as saying".
OBJECT_ACTS = words("of for as from into")

# Participles that introduce a name: "a plan called …", "a film titled …", "known as …".
NAMING = words("know dub entitle title name nickname call term hashtag label bill caption refer style")

# Nouns that introduce a quoted term or title: "the word …", "the song …".
TERM_NOUNS = words("""
    word term phrase expression nickname moniker slogan hashtag title song film movie book show program programme
    series album novel play podcast episode magazine segment column sitcom documentary game track single hymn poem
    label category code alias acronym theme password button
""")

# Pronouns that point back to a speaker, and so name no relayer.
PRONOUNS = words("he she it they him her them i we you who which that this those these one")

# Offices and callings by which a text goes on speaking of somebody it has named ("the senator", "the singer"). Not
# here: those a text leaves unnamed (spokesman, aide, witness).
CALLINGS = words("""
    senator representative congressman congresswoman lawmaker legislator parliamentarian deputy councillor councilman
    councilwoman councilor governor mayor minister secretary chancellor ambassador envoy nominee candidate challenger
    contender incumbent chairman chairwoman chair director executive ceo founder owner billionaire businessman
    businesswoman entrepreneur tycoon superintendent principal headteacher dean professor scientist historian economist
    author writer novelist poet playwright singer rapper musician guitarist composer conductor actor actress comedian
    star filmmaker artist painter designer architect chef coach manager captain striker goalkeeper midfielder
    quarterback player athlete champion golfer swimmer sprinter boxer bishop archbishop cardinal pastor priest rabbi
    imam general admiral commander colonel sheriff prosecutor attorney lawyer surgeon democrat republican
    journalist broadcaster conservative activist campaigner whistleblower dictator strongman monarch prince princess
    duke duchess premier
""")

# Offices held by one person at a time, whom the text need not have named nearby.
OFFICES = words("president king queen pope emperor empress sultan emir")

# Bodies and papers that may be said to speak, and are never "he" or "she".
COLLECTIVES = (
    words("""
    agency army association authority bank board body bureau cabinet campaign chamber charity church city club
    commission committee company congress corporation council country court department embassy family federation firm
    force foundation government group house industry institute inquiry jury kingdom media military ministry nation
    network newspaper office opposition organisation organization outlet panel paper parliament party police
    publication regime school senate service side site society staff state station team town tribunal union
    university website
""")
    | UTTERANCES
)
