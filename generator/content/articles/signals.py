"""How the things that surround an article give themselves away: the reader is spoken to, or an owner is named.

English, and general to the trade: the words of web page furniture, of picture desks and of wire services, collected
from many outlets; no outlet, author or article is among them. Each signal says how long a paragraph may be for it to
count: a longer one that holds the same words is likely to report about them. Words in quotation marks never count.

What is repeated can be read in one way only (`(?>…)` never goes back on its choice): two ways a round would be 2ⁿ ways
in n rounds, and a paragraph is anybody's text.
"""

import re
from collections.abc import Iterator

from generator.model.record import Record


class Signal(Record, frozen=True):
    """A pattern that makes a paragraph of at most `words` words boilerplate, for the `reason`.

    `near` limits it to the first ("start") or last ("end") paragraphs of the body.
    """

    reason: str
    pattern: re.Pattern[str]
    words: int
    near: str = ""


def _signals(reason: str, words: int, *patterns: str, near: str = "") -> Iterator[Signal]:
    for pattern in patterns:
        yield Signal(reason=reason, pattern=re.compile(pattern, re.I), words=words, near=near)


def _lines(reason: str, *phrases: str) -> Iterator[Signal]:
    """Paragraphs that consist of one of the phrases and do not end like a sentence."""
    yield from _signals(reason, 25, rf"^\W*(?:{'|'.join(phrases)})[^\w.]*(?:\.\.\.)?$")


_CAP = r"(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž])"
_NAME = rf"{_CAP}[\w.'-]+(?: {_CAP}[\w.'-]+){{1,3}}"
_TITLE = r"\s?(?-i:[A-Z\d\"'‘#]|$)"  # what follows a colon when it is another article's headline
_OPEN_END = r"(?<!\w\.)$"  # a headline has no full stop
_WORK = r"(?:article|story|post|piece|column|essay|report|content|transcript|interview|excerpt)"
_TELLING = r"(?:article|story|column|essay|piece)"  # those of them that are nothing else
_MADE = r"(?:published|appeared|posted|produced|printed|reprinted|republished|syndicated|excerpted|adapted|translated)"
_NEWSROOM = r"(?:writers?|reporters?|correspondents?|journalists?|editors?|producers?|staff|bureau|team|press|news)"
_NETWORKS = (
    r"(?:facebook|twitter|instagram|linkedin|youtube|tiktok|telegram|threads|bluesky|mastodon|google news|x\b|@\w+)"
)
_SERVICES = (
    r"(?:facebook|twitter|tweet|x|pinterest|linkedin|whatsapp|reddit|e-?mail|print|copy(?: link)?|link|share|save|"
    r"send|sms|flipboard|tumblr|telegram|messenger|google\+?|bookmark|text|more|pocket|instapaper|line|wechat|bluesky|"
    r"threads)"
)
# The large picture agencies and the marks that pictures carry; the same the world over.
_AGENCY = (
    r"(?-i:AP|A\.P\.|AFP|EPA(?:-EFE)?|epa|EFE|UPI|PA|TASS|ANP|DPA|dpa|NTB|ANSA|Reuters|REUTERS|Getty|GETTY|Anadolu|"
    r"Xinhua|Sputnik|Bloomberg|Shutterstock|Alamy|iStock|Zuma|ZUMA(?:press)?|SIPA|Sipa|Polaris|Rex|POOL|Pool|Handout|"
    r"HANDOUT|NurPhoto|LightRocket|Corbis|Magnum|Flickr|Wikimedia|[Pp]hoto)"
)
_PICTURE = r"(?:photo(?:graph)?|picture|image|illustration|graphic|video|cartoon|art)s?"
_CREDIT = r"(?:photo(?:graph|grapher)?|picture|image|illustration|credit)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_STAMP = (
    rf"(?:updated|published|posted|modified|{_MONTH}|{_DAY_NAME}|\d+(?:st|nd|rd|th)?|[ap]\.?m\.?|at|on|and|"
    r"(?-i:[A-Z]{2,4}))"
)

SIGNALS: tuple[Signal, ...] = (
    *_lines(
        "advertisement",
        r"advertisements?|advert|ads?|ad feedback|sponsored(?: (?:content|stories|links))?|paid (?:content|post)",
        r"promoted(?: stories)?|advertisement continue reading.*|(?:continue|keep) reading.*",
        rf"(?:{_TELLING}|advertisement) ?[-–—]? ?(?:story )?continue[sd](?: (?:below|after).*)?",
        r"scroll (?:down )?to (?:continue|keep).*|skip (?:past |to |the )*(?:ad|advert|content|main).*",
    ),
    *_signals("advertisement", 12, rf"\b{_TELLING} continue[sd] (?:below|after)\b"),
    *_signals(
        "subscription pitch",
        40,
        r"\b(?:subscribe|log ?in|sign ?(?:in|up)|register)(?: now| here)? to (?:continue|keep|finish) reading\b",
        r"^\W*to (?:continue|keep|finish) reading\b[^.!?]{0,40}\b(?:subscribe|log ?in|sign ?(?:in|up)|register)\b",
    ),
    *_signals(
        "newsletter pitch",
        90,
        r"^\W*(?:\w+\W+){0,6}?sign up (?:for|to|here|now|today)\b"
        r"(?=.{0,120}(?:newsletter|e-?mail|alert|inbox|briefing|update|daily|free))",
        r"\bsign up to (?:get|receive) our\b",
        r"\b(?:in|to) your (?:inbox|mailbox|e-?mail)\b",
        r"\bnewsletters?\b(?=.{0,160}\b(?:sign ?up|subscribe|you (?:will|can|may)|your)\b)",
        r"\b(?:subscribers?|you|signing up|subscribing|clicking (?:sign ?up|subscribe))\W+"
        r"(?:\w+ ){0,4}?agree to (?:the|our|receive)\b",
        r"\b(?:unsubscribe|opt out) (?:at )?any ?time\b",
        r"\binvalid e-?mail\b|\bvalid e-?mail\W*$|\bnot a robot\b",
    ),
    *_signals("newsletter pitch", 14, r"^\W*(?:sign up|subscribe) (?:for|to|here|now|today)\b"),
    *_lines(
        "newsletter pitch",
        r"(?:manage|our|daily|weekly|free|the) (?:\w+ ){0,3}newsletters?",
        r"your e-?mail(?: address)?|e-?mail address|thank(?:s| you) for (?:signing up|subscribing)",
    ),
    *_signals(
        "subscription pitch",
        40,
        r"^\W*subscribe\b(?=.{0,80}(?:\b(?:podcast|channel|now|today|feed|digital|print|edition)\b|\$|£|€|$))",
        r"\balready (?:a|an) (?:subscriber|member)\b|\bstart your (?:free )?trial\b|^\W*try (?:it|us) (?:free|for)\b",
        r"\b(?:unlimited|full|premium) (?:digital )?access\b(?=.{0,60}(?:\bsubscri|\$|£|€|\btoday\b|\bnow\b))",
        rf"\bthis {_WORK} is (?:only )?(?:for|available to|exclusive to) (?:our )?(?:\w+ )?(?:subscribers|members)\b",
        r"^\W*(?:download|get) (?:the|our) (?:[\w.']+ ){0,5}apps?(?: (?:for|on|today|now|here)\b[^.]*)?\W*$",
        r"^\W*(?:join|follow) (?:us on |our )(?:\w+ ){0,2}(?:channel|whatsapp|telegram|community)\b[^.]*$",
        r"^\W*log ?in (?:or|to)\b|^\W*(?:log|sign) ?in\W*$",
    ),
    *_signals(
        "donation appeal",
        7,
        rf"^\W*support (?:us|our|the|independent|quality|local)?\s*{_CAP}?[\w'. ]*!\W*$",
        r"^\W*(?:please )?(?:donate|give|contribute|support us|chip in)(?: now| today| here| monthly)?\W*$",
        r"\bnot ready to (?:support|donate|give|contribute|subscribe)\b|^\W*remind me (?:later|in|again)\b",
        r"\bbecome our (?:patron|supporter|member)s?\b",
    ),
    *_signals(
        "donation appeal",
        40,
        r"^\W*support (?:our|local|independent|quality|free) (?:journalism|reporting|newsroom|news|work)\b"
        r"(?!.*\b(?:said|told|asked|wrote|read)\b)",
        r"\bbecome a (?:\w+ )?member here\b",
    ),
    *_signals(
        "share widget",
        30,
        rf"^\W*(?:read or )?share this {_WORK}: https?:",
        rf"^\W*share (?:this|on|via|by)\b(?>\W*(?:this|{_WORK}|on|via|by|with|friends|{_SERVICES}\b))*\W*$",
        rf"^\W*(?:like|join|find|follow) us on {_NETWORKS}",
    ),
    *_lines(
        "share widget",
        rf"(?>{_SERVICES}\b)(?>\W*{_SERVICES}\b)*|(?:\d+ )?shares?",
        rf"(?:print|save|share|listen to|republish) this {_WORK}(?: (?:for free|on|via|by|with)\b.*)?",
        r"listen(?: to this \w+)?(?: ?[·•|-]? ?\d+ min\w*)?",
    ),
    *_lines(
        "comments widget",
        r"(?:view |show |post a |\d+ |loading |all )?comments?(?: \(\d+\)| below)?|no comments yet|comments are closed",
        r"add (?:a |new )*comment|please enter your (?:comment|name)(?: here)?|[\d,]+ views?(?: [\d,]+ comments?)?",
        r"be the first to (?:comment|reply)|join the (?:conversation|discussion|debate)",
    ),
    *_signals(
        "comments widget",
        25,
        r"^\W*comments are closed\W*$|\buse the comment form\b",
        r"\b(?:in|join) (?:the|our) comments?(?: section)? below\b",
        r"\b(?:issues?|problems?|trouble) (?:with )?(?:commenting|the comments)\b",
        r"^\W*(?:leave|post|write|add) (?:a|your) (?:comment|reply)\b",
        r"^\W*(?:please )?(?:log|sign) in to (?:comment|reply)\b",
    ),
    *_signals(
        "follow pitch",
        60,
        rf"^\W*(?:you can |please )?follow [^.!?]{{2,120}}\bon {_NETWORKS}",
        rf"\bfollow (?:us|me|him|her|them) on {_NETWORKS}",
        r"^\W*follow (?:us|me|him|her|them)?\s*(?:@\w+\W*)+$|^\W*follow our [^.!?]{2,80}https?:",
        rf"^\W*(?:[^.!?]{{2,120}} )?on {_NETWORKS}\W+@\w+\W*$",
        r"^\W*(?:you can )?(?:contact|reach|e-?mail|write to)\b[^!?]{2,160}(?:@|\[email)",
        r"^\W*+[\w.+-]+@[\w.-]++\W*(?:\(end\))?$",
        r"^\W*(?:do you )?(?:have|got) (?:a|any) (?:\w+ )?(?:tips?\b|(?:story|stories|news)\?)",
        r"\[email.protected\]\W*$",
        r"\b(?:can be reached|e-?mail (?:him|her|them)) at \S*(?:@|\d{3})",
        r"^\W*send us your (?:pictures|photos|videos|stories|tips|news|questions|views)\b",
        r"\bshare your (?:experiences?|stor(?:y|ies)|views) (?:by|with us|via)\b",
    ),
    *_signals(
        "contributor credit",
        60,
        rf"\bcontributed to (?:this|these) (?:{_WORK}|reporting|stories|dispatch|analysis)s?\b",
        rf"\b{_NEWSROOM}\b[^.!?]{{2,160}}\bcontributed(?: from\b| to the (?:report|story)\b|\W*$)",
        r"\bcontributed (?:additional )?reporting\b",
        rf"^\W*contributing: {_CAP}|^\W*sources?: [^.]{{2,60}}$",
        r"^\W*(?:additional |with )?(?:reporting|research|writing|editing) (?:also )?(?:contributed )?by\b",
        r"^\W*with (?:files|contributions|inputs?|(?:additional )?reporting) (?:from|by)\b",
        r"^\W*(?:based on|compiled from|with) (?:reporting|(?:agency |wire )?reports?) ?(?:by|from)?\b[^.!?]{0,60}\W*$",
        r"^\W*(?:edited|compiled|translated|reported|written|produced) by:? [^.!?]{3,80}\W*$",
    ),
    *_signals(
        "byline",
        16,
        rf"^\W*(?:(?:opinion|analysis|story|text|report) )?by:? ?{_CAP}[\w.'-]+ [^.!?]{{2,90}}$",
        near="start",
    ),
    *_signals("byline", 8, rf"^\W*by {_NAME}, {_CAP}[\w.]+(?: {_CAP}[\w.]+)*$"),
    *_signals("time stamp", 18, rf"^[^\w\"]*(?=.*\b(?:19|20)\d\d\b)(?>{_STAMP}\b[^\w\"]*)+$", near="start"),
    *_signals(
        "time stamp",
        18,
        r"^\W*(?:(?:last|first) )?(?:updated|modified):? (?:at |on )?\d",
        rf"^\W*this {_WORK} is more than \d+ \w+ old\W*$",
        r"^\W*(?:\d+|an?) (?:second|minute|hour|day|week|month|year)s? ago\W*$",
        r"^\W*\d+[ -]min(?:ute)?s?\.? read\W*$",
    ),
    *_signals(
        "editorial note",
        70,
        rf"^\W*(?:this|the) {_WORK} (?:has been|was|will be|is being) (?:updated|corrected|edited|amended|revised)\b",
        rf"^\W*this {_TELLING} is (?:developing|being updated)\b",
        rf"^\W*this is a (?:breaking|developing)(?: news)? {_TELLING}\b",
        rf"^\W*an earlier version of (?:this|the) {_WORK}\b",
        r"^\W*(?:editor'?s'? note|correction|clarification)s?:",
        r"\b(?:opinions?|views?)(?: and \w+)? expressed (?:in|by|here|on|are)\b"
        r"(?=.{0,120}\b(?:own|author|their|his|her|those|not)\b)",
        r"^\W*this is a (?:rush|rough) transcript\b|\bon a rush deadline\b|\bmay not be in its final form\b",
        r"\bctrl ?\+ ?enter\b|^\W*our standards: ",
    ),
    *_signals(
        "syndication line",
        60,
        rf"\bthis {_WORK} (?:(?:was|is|has been|had been) )?(?:originally|first|previously) (?:\w+ )?{_MADE}\b",
        rf"\bthis {_TELLING} (?:(?:was|is|has been) )?"
        r"(?:re(?:published|printed)|syndicated|excerpted|translated|adapted|produced|"
        r"(?:published|appeared)(?= (?:in partnership|with|by|on|at)\b))\b",
        rf"^\W*(?:originally|first) {_MADE} (?:by|in|on|at)\b|^\W*this is a syndicated\b",
        rf"^\W*(?:the|this) (?:post|{_WORK})\b.{{2,200}} (?:appeared first|first appeared|was first published) "
        rf"(?:on|in|at) {_CAP}",
        rf"^\W*{_MADE} in (?:cooperation|partnership|collaboration) with\b",
        r"\bread the (?:full |original |whole |entire )+(?:\w+ )?(?:here|at|on)\b",
        r"\b(?:re)?(?:published|printed|posted) (?:here )?with (?:the )?(?:kind )?permission\b(?! of the court)",
        r"\bavailable without charge to any\b|\blicensing opportunities\b",
    ),
    *_signals(
        "copyright line",
        60,
        r"(?:©|\(c\)|\bcopyright) ?\d{4}\b|(?:©|\(c\)) ?[^.]{2,60}\b\d{4}\b",
        r"^\W*©|^\W*copyright(?: ©|:| by\b)",
        r"\ball rights reserved\b|\breprint permission\b",
        r"\bmay not be (?:published|broadcast|reproduced|rewritten|redistributed|copied)\b",
    ),
    *_signals(
        "photo caption or credit",
        120,
        r"\b(?:enlarge this image|(?:toggle|hide|image|media) caption|image (?:copyright|source))\b",
        r"\bmedia playback is (?:un|not )supported\b|\beditorial use only\b|\bmandatory credit\b",
        # "TOWN, COUNTRY - MONTH 1:" in capitals is how picture agencies begin; a dateline has a small month.
        r"^\W*(?-i:[A-Z][A-Z .'()-]+, [A-Z .,'()-]+) ?[-–—]+ ?(?-i:[A-Z]{3,9}) \d{1,2}(?:, \d{4})?: ",
        r"^\W*file ?(?:photo|picture|image)?\s?(?:[-–—:]|\(ap\)) ",
        rf"^\W*in this {_MONTH}? ?[^.!?]{{3,40}}\b(?:file )?(?:photo|image|picture|frame grab|screen ?shot|still)\b",
        rf"\((?!via )[^()]*(?:\b{_PICTURE} ?(?:by|credit|courtesy|:|/)|/ ?{_AGENCY}|\b{_AGENCY} ?/|\bvia {_AGENCY})"
        r"[^()]*\)\.?(?:\[/caption\])?$",
        rf"\({_NAME}(?: ?/ ?| for )(?:the )?{_CAP}[^()/]{{1,40}}\)\.?$",
        rf"[.!?|] {_NAME} ?/ ?{_CAP}[\w.'-]*(?: {_CAP}[\w.'-]*){{0,3}}$",
        rf"{_CAP}[\w.'-]+ ?/ ?(?:\w+ ?/ ?)*{_AGENCY}"
        rf"(?> (?:Images?|News|Agency|Press|Pool|via|Photos?|file|{_AGENCY}))*\W*$",
        rf"\|\s?(?:{_CAP}[\w.'-]+ ){{0,4}}(?:/ ?)?{_AGENCY} ?(?:Photos?|Images)?\W*$",
        rf"[.!?] (?:{_NAME} ?/ ?)?(?-i:Reuters|REUTERS|AFP|AP|EPA|Getty Images)$",
        rf"[.!?] {_CREDIT}(?: credit)?: ?{_CAP}[^.!?]{{2,60}}$",
    ),
    *_signals(
        "photo caption or credit",
        30,
        rf"^\W*(?:file )?{_PICTURE}\W*$|^\W*(?-i:Getty Images|(?:AP|AFP) Photos?(?:/.*)?)\W*$",
        rf"^\W*(?:file |cover |lead |main )?(?:{_PICTURE} )?(?:credit|courtesy|{_PICTURE})s? ?"
        rf"(?:by|of|:|/|\|) ?{_CAP}.*{_OPEN_END}",
        rf"\b(?:{_PICTURE} (?:credit|courtesy)|photograph|credit): ?{_CAP}",
        rf"^[^.!?]*{_CAP}[^.!?]*/[^.!?]*\b{_AGENCY}\b[^.!?]*$",
        rf"^[^!?]{{2,60}} / (?:{_AGENCY}|[a-z-]+\.[a-z]{{2,4}})(?: ?/ ?[^\s/]+)*/?$",
        rf"^[^!?]* via {_AGENCY}(?: Images?)?$|\bphotos? courtesy of\b[^.!?]{{2,60}}$",
        rf"^\W*{_NAME} ?/ ?(?:the )?{_CAP}[\w.'-]*(?: {_CAP}[\w.'-]*){{0,3}}$",
        r"^\W*(?:slide ?show|gallery) \(\d+",
        r"^\W*(?:view|launch|open|see) (?:the )?(?:full )?(?:gallery|slide ?show|photos)\b",
    ),
    *_signals(
        "link to other content",
        45,
        r"^\W*(?:just|must) watch(?:ed)?\b|^\W*now playing\b",
        r"^\W*related (?:video|stor(?:y|ies)|article|content|link|topic|post|coverage|reading)s?\b",
        r"^\W*(?:(?:now |also |please )?(?:read|see|watch|view|listen)|also|related|more|video|photos?|gallery|podcast|"
        r"don't miss|full story|watch live|read the (?:\w+ ){0,2}\w+)"
        rf"(?: (?:also|more|next|now|here|(?:on|in|from|about) [^:]{{2,40}}))?\s?:{_TITLE}.*{_OPEN_END}",
        r"^\W*more on this(?:\.\.\.|…)",
        r"[.?!)\"'”’\w] read more\W*$",
        r"^\W*click (?:here|for|to|on)\b|^\W*to continue reading\b[^!?]*\bclick\b",
        r"^\W*(?:read|see|find|watch|respond to|comment on) (?:[^\s.!?]+ ){1,8}here\W*$",
        r"^\W*for (?:more|the latest)\b(?! than)[^.!?]{0,120}"
        r"(?:\bclick\b|https?:|\bgo to \S+\.\w|\bvisit (?:our|\S+\.\w)|\bsee our\b)",
        rf"^\W*more (?:on this|like this|stories|coverage)\b[^.]{{0,60}}{_OPEN_END}",
        rf"^\W*more (?:from {_CAP}[^.:]{{0,60}}|from this \w+)(?:\.\.\.|…)?$",
        r"^\W*(?:check out|watch the video|listen to)\b[^.]{0,90}\b(?:here|our|below|above|map|page|live)\b",
        r"\bcheck back (?:here |later |soon )?for (?:\w+ )?updates\b|^\W*stay tuned\W*$",
        r"^\W*(?:view|see) (?:this|the|original) (?:\w+ )?(?:document|tweet|post|on \w+)\b",
        r"^\W*\[(?:pullquote|break|video|photo|image|gallery|embed)\]\W*$",
        r"^\W*https?://\S+\W*$|^\W*\w+=\"\"\W*$|^\W*\d{9,}\W*$",
    ),
    *_lines(
        "link to other content",
        r"(?:read|see|view|load|show|learn|find out|know) (?:more|also|full \w+|next)|(?:also )?read(?: also)?",
        r"you (?:may|might) (?:also )?(?:like|be interested in)|what to (?:read|watch)(?: next)?|up next|more|watch",
        r"recommended(?: (?:for you|reading|stories|videos|articles))?|most (?:read|popular|viewed|shared)|related",
        r"trending(?: now)?|don't miss|editors?'? picks?|top stories|latest (?:news|stories|headlines)",
        r"(?:next|previous) (?:article|story)|keep up|recent posts|suggested topics|(?:top|bottom) of page",
        r"(?:tags|topics|keywords|categor(?:y|ies)|filed under|related topics): .*",
    ),
    *_lines(
        "page furniture",
        r"(?:close|loading|hide|menu|search|skip|print|play|pause|mute|replay|expand)(?: (?:this|article|story|page))?",
        r"back to top|show more|skip to (?:main )?content|(?:acquire|purchase) licensing rights.*",
        r"(?:site|page|main|mobile|user) (?:mobile )?(?:navigation|menu|index|map|search|information)",
        r"(?:about|contact|advertise with|work for) us|accessibility (?:statement|help)|(?-i:Home|NEWS)",
        r"terms of (?:use|service)|privacy policy|terms and conditions|\(end\)|- ?30 ?-|ENDS|enditem",
    ),
    *_signals(
        "page furniture",
        30,
        r"\b(?:please )?(?:enable|turn on) (?:javascript|cookies)\b|\bjavascript (?:is|must be)\b",
        r"\bplease refresh (?:your|the) page\b",
        r"^\W*your browser does not support\b|^\W*this video can ?not be played\b|^\W*something went wrong\b",
        r"\b(?:we|this (?:site|website)) uses? cookies\b|\byou accept our\b",
        r"^\W*(?:accept|manage|reject) (?:all )?cookies\b",
    ),
)
