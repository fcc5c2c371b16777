"""How the things that surround an article give themselves away: the reader is spoken to, or an owner is named.

English, and general to the trade: the words of web page furniture, of picture desks and of wire services, collected
from many outlets; no outlet, author or article is among them. Each signal says how long a paragraph may be for it to
count: a longer one that holds the same words is likely to report about them. Words in quotation marks never count.
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


_CAP = r"(?-i:[A-Z])"
_WORK = r"(?:article|story|post|piece|column|essay|report|content|transcript|interview|excerpt)"
_NEWSROOM = r"(?:writers?|reporters?|correspondents?|journalists?|editors?|producers?|staff|bureau|team|press|news)"
_NETWORKS = r"(?:facebook|twitter|instagram|linkedin|youtube|tiktok|telegram|threads|bluesky|mastodon|x\b|@\w+)"
_SERVICES = (
    r"(?:facebook|twitter|tweet|x|pinterest|linkedin|whatsapp|reddit|e-?mail|print|copy(?: link)?|link|share|save|"
    r"send|sms|flipboard|tumblr|telegram|messenger|google\+?|bookmark|text|more|pocket|instapaper|line|wechat|bluesky|threads)"
)
# The large picture agencies and the marks that pictures carry; the same the world over.
_AGENCY = (
    r"(?-i:AP|A\.P\.|AFP|EPA(?:-EFE)?|EFE|UPI|PA|TASS|ANP|DPA|dpa|NTB|ANSA|Reuters|REUTERS|Getty|GETTY|Anadolu|Xinhua|Sputnik|"
    r"Bloomberg|Shutterstock|Alamy|iStock|Zuma|ZUMA(?:press)?|SIPA|Sipa|Polaris|Rex|POOL|Pool|Handout|HANDOUT|NurPhoto|"
    r"LightRocket|Corbis|Magnum|Flickr|Wikimedia|[Pp]hoto)"
)
_PICTURE = r"(?:photo(?:graph)?|picture|image|illustration|graphic|video|cartoon|art)s?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)

SIGNALS: tuple[Signal, ...] = (
    *_signals(
        "advertisement",
        12,
        r"^\W*(?:advertisements?|ads?|sponsored(?: content)?|promoted|advert)\W*$",
        r"^\W*advertisement continue reading\b",
        r"\b(?:story|article) continue[sd] (?:below|after)\b",
        r"^\W*(?:continue reading|keep reading|scroll (?:down )?to (?:continue|keep))\b",
        r"^\W*skip (?:past |to |the )*(?:ad|advert|advertisement|newsletter|content|main)\b",
    ),
    *_signals(
        "newsletter pitch",
        90,
        r"^\W*(?:\w+\W+){0,6}?sign up (?:for|to|here|now|today)\b"
        r"(?=.{0,120}(?:newsletter|e-?mail|alert|inbox|briefing|update|daily|free))",
        r"\b(?:in|to) your (?:inbox|mailbox|e-?mail)\b",
        r"\bnewsletters?\b(?=.{0,160}\b(?:sign ?up|subscribe|you (?:will|can|may)|your)\b)",
        r"\b(?:subscribers?|you|signing up|subscribing)\W+(?:\w+ ){0,4}?agree to (?:the|our|receive)\b",
        r"\b(?:unsubscribe|opt out) (?:at )?any ?time\b",
        r"\binvalid e-?mail\b|\bnot a robot\b",
    ),
    *_signals(
        "newsletter pitch",
        14,
        r"^\W*(?:sign up|subscribe) (?:for|to|here|now|today)\b",
        r"^\W*(?:manage|our|daily|weekly|free|the) (?:\w+ ){0,3}newsletters?\W*$",
    ),
    *_signals(
        "subscription pitch",
        40,
        r"^\W*subscribe\b(?=.{0,80}(?:\b(?:podcast|channel|now|today|feed|digital|print|edition)\b|$))",
        r"\balready (?:a|an) (?:subscriber|member)\b|\bstart your (?:free )?trial\b",
        r"\b(?:unlimited|full|premium) (?:digital )?access\b(?=.{0,60}\b(?:subscri|\$|£|€|today|now))",
        r"^\W*(?:download|get) (?:the|our) (?:[\w.']+ ){0,5}apps?\b",
        r"^\W*log ?in (?:or|to)\b|^\W*(?:log|sign) ?in\W*$",
    ),
    *_signals(
        "donation appeal",
        7,
        rf"^\W*support (?:us|our|the|independent|quality|local)?\s*{_CAP}?[\w'. ]*!\W*$",
        r"^\W*(?:please )?(?:donate|give|contribute|support us|chip in)(?: now| today| here| monthly)?\W*$",
        r"\bnot ready to (?:support|donate|give|contribute|subscribe)\b",
        r"^\W*remind me (?:later|in|again)\b",
    ),
    *_signals(
        "share widget",
        30,
        rf"^\W*(?:{_SERVICES}\b\W*)+$",
        rf"^\W*(?:read or )?share this {_WORK}: https?:",
        rf"^\W*share (?:this|on|via|by)\b(?:\W*(?:this|{_WORK}|on|via|by|with|friends|{_SERVICES}\b))*\W*$",
        r"^\W*(?:\d+ )?shares?\W*$",
        rf"^\W*(?:like|join|find|follow) us on {_NETWORKS}",
    ),
    *_signals(
        "comments widget",
        25,
        r"^\W*(?:view |show |post a |\d+ |no |all )?comments?(?: \(\d+\)| below| are closed)?\W*$",
        r"\b(?:issues?|problems?|trouble) (?:with )?(?:commenting|the comments)\b",
        r"^\W*(?:leave|post|write|add) (?:a|your) (?:comment|reply)\b",
        r"^\W*join the (?:conversation|discussion|debate)\W*$",
        r"^\W*please (?:log in|sign in|register) to (?:comment|reply)\b",
    ),
    *_signals(
        "follow pitch",
        45,
        rf"^\W*(?:you can |please )?follow [^.!?]{{2,120}}\bon {_NETWORKS}",
        rf"\bfollow (?:us|me|him|her|them) on {_NETWORKS}",
        r"^\W*follow (?:us|me|him|her|them)?\s*(?:@\w+\W*)+$",
        rf"^\W*(?:[^.!?]{{2,120}} )?on {_NETWORKS}\W+@\w+\W*$",
        r"^\W*(?:you can )?(?:contact|reach|e-?mail|write to)\b[^!?]{2,160}(?:@|\[email)",
        r"^\W*(?:have|got) (?:a|any) (?:news )?tips?\b|\[email.protected\]\W*$",
        r"\bshare your (?:experiences?|stor(?:y|ies)|views) (?:by|with us|via)\b",
    ),
    *_signals(
        "contributor credit",
        60,
        rf"\bcontributed to (?:this|these) (?:{_WORK}|reporting|stories|dispatch|analysis)s?\b",
        rf"\b{_NEWSROOM}\b[^.!?]{{2,160}}\bcontributed(?: reporting)?(?: from\b| to the (?:report|story)\b|\W*$)",
        rf"^\W*contributing: {_CAP}",
        r"^\W*(?:additional |with )?(?:reporting|research|writing|editing) (?:also )?(?:contributed )?by\b",
        r"^\W*(?:edited|compiled|translated|reported|written|produced) by [^.!?]{3,80}\W*$",
    ),
    *_signals("byline", 16, rf"^\W*by {_CAP}[\w.'-]+ [^.!?]{{2,90}}$", near="start"),
    *_signals("byline", 8, rf"^\W*by {_CAP}[\w.'-]+(?: {_CAP}[\w.'-]+){{1,3}}, {_CAP}[\w.]+(?: {_CAP}[\w.]+)*$"),
    *_signals(
        "time stamp",
        18,
        rf"^\W*(?:(?:last|first) )?(?:updated|published|posted|modified)\b(?=.{{0,50}}\b(?:\d|{_MONTH}))",
        rf"^\W*this {_WORK} is more than \d+ \w+ old\W*$",
        r"^\W*(?:\d+|an?) (?:second|minute|hour|day|week|month|year)s? ago\W*$",
        r"^\W*\d+[ -]min(?:ute)?s?\.? read\W*$",
    ),
    *_signals(
        "editorial note",
        70,
        rf"^\W*(?:this|the) {_WORK} (?:has been|was|will be|is being) (?:updated|corrected|edited|amended|revised)\b",
        rf"^\W*an earlier version of (?:this|the) {_WORK}\b",
        r"^\W*(?:editor'?s'? note|correction|clarification)s?:",
        r"\b(?:opinions?|views?)(?: and \w+)? expressed (?:in|by|here|on|are)\b"
        r"(?=.{0,120}\b(?:own|author|their|his|her|those|not)\b)",
        r"^\W*this is a (?:rush|rough) transcript\b|\bon a rush deadline\b|\bmay not be in its final form\b",
    ),
    *_signals(
        "syndication line",
        60,
        rf"\bthis {_WORK} (?:(?:was|is|has been|had been) )?(?:\w+ ){{0,2}}?(?:published|appeared|posted|produced|"
        r"reprinted|republished|syndicated|excerpted|translated)\b(?! (?:that|how|why))",
        r"\bread the (?:full |original |whole |entire )+(?:\w+ )?(?:here|at|on)\b",
        r"\b(?:re)?(?:published|printed|posted) (?:here )?with (?:the )?(?:kind )?permission\b",
        r"\bavailable without charge to any\b|\blicensing opportunities\b",
    ),
    *_signals(
        "copyright line",
        60,
        r"(?:©|\(c\)|\bcopyright)(?: by)?,? (?:\d{4}|[^.]{2,60}\b\d{4}\b)",
        r"^\W*(?:©|copyright\b)",
        r"\ball rights reserved\b",
        r"\bmay not be (?:published|broadcast|reproduced|rewritten|redistributed|copied)\b",
        r"\breprint permission\b",
    ),
    *_signals(
        "photo caption or credit",
        120,
        r"\b(?:enlarge this image|(?:toggle|hide|image|media) caption|image (?:copyright|source))\b",
        r"\bmedia playback is (?:un|not )supported\b",
        r"\beditorial use only\b|\bmandatory credit\b",
        rf"^\W*(?:{_CAP}[\w.' ]+, )?(?-i:[A-Z][A-Z .,'()-]+) ?[-–—]+ ?{_MONTH} \d{{1,2}}(?:, \d{{4}})?: ",
        r"^\W*file ?(?:photo|picture|image)?\s?(?:[-–—:]|\(ap\)) ",
        rf"^\W*in this {_MONTH}? ?[^.!?]{{3,40}}\b(?:file )?(?:photo|image|picture|frame grab|screen ?shot|still)\b",
        rf"\([^()]*(?:\b{_PICTURE} ?(?:by|credit|courtesy|:|/)|/ ?{_AGENCY}|\b{_AGENCY} ?/|\bvia {_AGENCY})"
        r"[^()]*\)\.?(?:\[/caption\])?$",
        rf"{_CAP}[\w.'-]+ ?/ ?(?:\w+ ?/ ?)*{_AGENCY}"
        rf"(?: (?:Images?|News|Agency|Press|Pool|via|Photos?|{_AGENCY}))*\W*$",
        rf"\|\s?(?:{_CAP}[\w.'-]+ ){{0,4}}(?:/ ?)?{_AGENCY} ?(?:Photos?|Images)?\W*$",
    ),
    *_signals(
        "photo caption or credit",
        30,
        rf"^\W*(?:file )?{_PICTURE}\W*$",
        rf"^\W*(?:file |cover |lead |main )?(?:{_PICTURE} )?(?:credit|courtesy|{_PICTURE})s? ?(?:by|of|:|/|\|) ?{_CAP}",
        rf"\b(?:{_PICTURE} (?:credit|courtesy)|photograph|credit): ?{_CAP}",
        rf"^[^.!?]*{_CAP}[^.!?]*/[^.!?]*\b{_AGENCY}\b[^.!?]*$",
        rf"^[^!?]* / (?:{_AGENCY}|[a-z-]+\.[a-z]{{2,4}})\b[^!?]*$",
        rf"^[^!?]* via {_AGENCY}(?: Images?)?\W*$",
        r"^\W*(?:slide ?show|gallery) \(\d+",
        r"^\W*(?:view|launch|open|see) (?:the )?(?:full )?(?:gallery|slide ?show|photos)\b",
    ),
    *_signals(
        "link to other content",
        45,
        r"^\W*(?:just|must) watch(?:ed)?\b",
        r"^\W*now playing\b",
        r"^\W*related (?:video|stor(?:y|ies)|article|content|link|topic|post|coverage|reading)s?\b",
        r"^\W*(?:read|see|watch|view|listen|related|also|video|photos?|gallery|podcast|more|play|live)"
        r"(?: (?:also|more|next|now|on this|here|from .{2,40}|about .{2,40}|on .{2,40}))?(?:\s?:|\.\.\.|…)(?:\W|$)",
        r"^\W*(?:read|see|view|load|show|learn|find out|know) more\W*$",
        r"[.?!)\"'”’\w] read more\W*$",
        r"^\W*click (?:here|for|to|on)\b|^\W*to continue reading\b[^!?]*\bclick\b",
        r"^\W*(?:now )?watch(?: now)?:",
        r"^\W*(?:read|see|find|watch|respond to|comment on)\b[^.!?]{2,80}\bhere\W*$",
        r"^\W*for (?:more|the latest)\b[^.!?]{0,120}(?:\bclick\b|\bvisit\b|\bgo to\b|https?:|\bsee\b|\bfollow\b)",
        r"^\W*more (?:on this|like this|stories|coverage|news)\b[^.]{0,60}(?:\.\.\.|…|:)?\W*$",
        rf"^\W*more from {_CAP}[^.:]{{0,60}}(?:\.\.\.|…)?$",
        r"^\W*(?:you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| reading)?|"
        r"most (?:read|popular|viewed|shared)|trending(?: now)?|don't miss|editors?'? picks?|top stories|"
        r"latest (?:news|stories|headlines)|up next|read next|see also|keep up)\W*$",
        r"^\W*(?:check out|check back|stay tuned|watch the video|listen to)\b[^.]{0,90}"
        r"\b(?:here|our|below|above|map|page|live|updates)\b",
        r"^\W*(?:view|see) (?:this|the|original) (?:\w+ )?(?:document|tweet|post|on \w+)\b",
        r"^\W*\[(?:pullquote|break|video|photo|image|gallery|embed)\]\W*$",
        r"^\W*https?://\S+\W*$|^\W*\w+=\"\"\W*$|^\W*\d{9,}\W*$",
    ),
    *_signals(
        "page furniture",
        30,
        r"^\W*(?:site|page|main|mobile|user) (?:mobile )?(?:navigation|menu|index|map|search|information)\W*$",
        r"^\W*(?:close|loading|hide|menu|search|skip|back to top|top|next|previous|print|play|pause|mute|replay)"
        r"(?: (?:this|article|story|page))?\W*$",
        r"\b(?:please )?(?:enable|turn on) (?:javascript|cookies)\b|\bjavascript (?:is|must be)\b",
        r"\bplease refresh (?:your|the) page\b",
        r"\b(?:we|this (?:site|website)) uses? cookies\b",
        r"\b(?:accept|manage|reject) (?:all )?cookies\b|\bcookie (?:policy|settings|notice)\b",
        r"^\W*(?:terms of (?:use|service)|privacy policy|terms and conditions)\b",
    ),
)

# An appeal speaks for a newsroom to its readers, often as an open letter of several paragraphs, then shows ways to pay.
OPENER = re.compile(
    r"^\W*(?:an? )?(?:message|letter|note|word|appeal) (?:from|to) (?:the |our |all )?[^.!?]{2,60}\W*$|"
    r"^\W*(?:dear|hello|hi) (?:\w+ )?(?:reader|friend|supporter|subscriber|member|listener)s?\b[^.!?]{0,20}\W*$|"
    r"^\W*(?:before you go|we have a favou?r to ask|we need your (?:help|support))\b",
    re.I,
)
ASK = re.compile(
    r"\byour (?:support|donation|contribution|gift|generosity|help)s?\b|\b(?:donate|chip in)\b|"
    r"\b(?:support(?:ing)?|fund(?:ing)?|help(?:ing)?|contribut\w+ to|sustain(?:ing)?) "
    r"(?:us|our|independent|quality|local|nonprofit|free|"
    r"(?:\w+ ){0,4}\w+'s? (?:\w+ )?(?:journalism|reporting|newsroom|work))\b|"
    r"\b(?:make|making|consider) an? (?:\w+[ -]){0,2}(?:donation|contribution|gift)\b|"
    r"\bbecom(?:e|ing) an? (?:\w+ ){0,2}(?:member|supporter|patron|subscriber)\b|"
    r"\b(?:from|as|just|only|than) (?:little as )?(?:just )?[$£€]\s?\d|\bmonthly\b",
    re.I,
)
NEWSROOM_VOICE = re.compile(
    r"\b(?:our|independent|quality|free|open|explanatory|investigative|honest|trusted|nonprofit|non-profit|public)"
    r"(?:,? \w+)? (?:journalism|reporting|newsroom|journalists|reporters|coverage|press|stories|mission|audience)\b|"
    r"\b(?:our|dear) (?:\w+ )?(?:readers|listeners|viewers|supporters|members|subscribers)\b|"
    r"\breader[- ](?:supported|funded)\b|\bwe,? (?:the|as) (?:journalists|reporters|editors|newsroom)\b",
    re.I,
)
TO_READERS = re.compile(r"\b(?:we|we're|we've|our|us|you|you're|you've|your)\b", re.I)
BUTTON = re.compile(
    r"^\W*(?:once|one[- ]time|monthly|annual(?:ly)?|yearly|weekly|continue|next|back|preview|submit|cancel|other|"
    r"(?:other|choose an?|select an?) amount|e-?mail(?: address)?|(?:first |last )?name|\w+ (?:methods?|options?)|"
    r"credit card|paypal|apple pay|google pay|visa|yes|no|later|maybe later|not now|no,? thanks|i'm in|got it|sign up|"
    r"subscribe|donate|support|give|learn more|thank you|"
    r"[$£€]\s?\d+[\d.,]*(?: (?:a|per) (?:month|year))?|\d+ ?[$£€])\W*$",
    re.I,
)
