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
    order instruct command complain lament boast brag testify report relay wonder counter retort continue
    conclude interject interrupt agree disagree propose recommend advise caution confirm clarify disclose reveal
    indicate hint imply signal inform notify assure remind reassure charge object protest opine muse fume thunder
    sigh laugh cite quote text email e-mail message telegraph blog chant recite read apologize apologise proclaim
    pronounce profess preach express voice communicate convey elaborate articulate enthuse gush snap bark growl
    hiss grumble moan rant rave reason speculate theorize theorise posit postulate hypothesize surmise estimate
    summarize summarise specify stipulate threaten request query inquire enquire press question challenge
    echo gripe bemoan bewail crow gloat intone deadpan blurt stammer stutter chime utter mention allude explicate
    counsel exhort appeal petition tease taunt jest jeer holler roar bellow sob wail whine volunteer venture
    rejoin interpose parrot caption title headline post describe tout say-so guess reckon quoth
    discourse pontificate editorialize editorialise sermonize acclaim attest certify avow avouch aver
    narrate relate report-back rule find hold warrant guarantee swear-in point vent offer begin start finish end
    address speak talk sing share teach joke-around
""")

# Verbs whose clause is a thought; they introduce quoted words only where a writer puts them in somebody's mouth.
THINKING = words("""
    think believe feel consider see hope fear expect know doubt understand realize realise want wish worry
    imagine assume suspect conclude
""")

# Verbs that give somebody's name or judgment for a thing: the quoted words are the subject's.
CALLING = words("""
    call describe dub brand label characterize characterise term deem refer name nickname depict portray cast paint
    denounce decry condemn criticize criticise blast slam praise hail laud applaud welcome dismiss reject rebuke mock
    ridicule deride attack assail lambast lambaste rip blame liken compare tout defend accuse thank congratulate
    commend honor honour salute celebrate disparage castigate chide scold lash rail endorse denigrate deplore berate
    chastise admonish decried credit cite fault bash trash pan skewer slap excoriate extol vilify malign belittle
    lampoon satirize hammer pillory scoff regard view tar styled style
""")

# Nouns of speech: "X's claim that …", "in a statement from X", "the letter said".
UTTERANCES = words("""
    statement claim remark allegation warning comment interview tweet letter speech message post memo memorandum
    op-ed testimony address announcement pledge promise vow call demand accusation suggestion assertion contention
    argument assessment description complaint report note email e-mail text reference criticism insistence denial
    response reply question answer quote word slogan chant phrase declaration affidavit filing brief opinion ruling
    lawsuit suit editorial column essay article story release communique communiqué dispatch bulletin readout
    transcript account admission confession acknowledgment acknowledgement prediction proposal recommendation
    advice appeal plea request threat vote boast quip joke rhetoric resolution document paper video recording
    caption headline broadcast podcast book memoir diary petition press-release tweetstorm thread caveat belief
    view concern complaint theory notion idea conclusion finding decision order indictment manifesto oath
    toast sermon lecture monologue rant tirade outburst tribute condolence apology excuse explanation observation
""")

# Reporting verbs whose subject is heard as a relayer when another speaker stands inside the report.
RELAYING = words("quote cite relay report carry publish broadcast say note add write state announce tell")

# "He was quoted as saying": in the passive these make their subject the speaker, where others make it the addressee.
QUOTED_SUBJECT = words("quote cite hear record film see")

# The words are the writer's own or a name, not speech: "the so-called …", "known as …", "a film titled …".
NAMING = words("know dub entitle title name nickname call term hashtag label bill caption spell pronounce mean style")
TERM_NOUNS = words("""
    word term phrase expression nickname moniker slogan hashtag title song film movie book show program programme
    series album novel play podcast episode magazine segment column sitcom documentary game track single hymn poem
    label category code alias acronym theme password button chant
""")
