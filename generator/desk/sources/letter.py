"""A mail (a newsletter, a press release), or a page that a browser saved as one file, to an article as found."""

import email
import email.policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr

from generator.content.fields import is_web_address
from generator.desk.found import MIN_WORDS, Found, UnreadableError
from generator.desk.sources.encoding import decoded_as
from generator.desk.sources.page import read_page
from generator.desk.sources.wording import body, one_line, printable, stated_date, unwrapped

_FORWARDED = ("fw:", "fwd:", "re:")


def read_letter(data: bytes, origin: str) -> Found:
    """The article in a mail, or on a page that was saved as one file; see `_read`."""
    try:
        return _read(data, origin)
    except (AttributeError, ValueError, ArithmeticError, LookupError, TypeError) as fault:
        # The standard library trips over mails that break the rules, each in another way.
        raise UnreadableError(f"this is a mail that is damaged ({type(fault).__name__})") from None


def _read(data: bytes, origin: str) -> Found:
    """The article in a mail: the subject is its title, the day it was sent its date, unless it is a forwarded one.

    Who sent a mail is neither its outlet nor its author for certain: it is kept as a note. Raises UnreadableError when
    there is no text in it.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise UnreadableError("this is not a mail: it has no headers")
    address = one_line(_header(message, "Snapshot-Content-Location")) or _saved_from(message)
    if address and is_web_address(address):
        return read_page(_part(message, "html"), origin, address=address)
    return _mail(message, origin)


def _saved_from(message: EmailMessage) -> str | None:
    """The address of a page that a browser saved with its pictures (multipart/related), each part under its address."""
    if message.get_content_type() != "multipart/related" or "@" in _header(message, "From"):
        return None
    main = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    return one_line(_header(main, "Content-Location")) if isinstance(main, EmailMessage) else None


def _mail(message: EmailMessage, origin: str) -> Found:
    subject = one_line(_header(message, "Subject")) or ""
    forwarded = subject.lower().startswith(_FORWARDED)
    sender, sent = _sender(message), stated_date(_header(message, "Date"))
    remark = "the mail was forwarded or answered: its date and subject are not the article's"
    return Found(
        origin=origin,
        text=_text(message, origin),
        title=None if forwarded else subject or None,
        published=None if forwarded else sent,
        language=one_line(_header(message, "Content-Language")),
        note=f"Received by e-mail from {sender}." if sender and not forwarded else None,
        remarks=(remark,) if forwarded else (),
    )


def _header(message: EmailMessage, name: str) -> str:
    # The standard library raises all sorts of errors on headers that break the rules.
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, AttributeError, LookupError):
        return ""


def _sender(message: EmailMessage) -> str | None:
    """The sender's name; without one, the host: a mail address is nobody else's business."""
    # From the header as it was sent: read by the policy, a name in two encoded halves has a space within a word.
    given = next((str(value) for name, value in message.raw_items() if name.lower() == "from"), "")
    name, address = parseaddr(given)
    try:
        name = str(make_header(decode_header(name)))
    except (UnicodeError, LookupError, ValueError):
        name = ""
    return one_line(name) or one_line(address.rpartition("@")[2])


def _text(message: EmailMessage, origin: str) -> str:
    plain, styled = _part(message, "plain"), _part(message, "html")
    # A plain part of a few words only says that the mail should be read in a browser.
    if styled and len(plain.split()) < MIN_WORDS:
        return read_page(styled, origin).text
    return body(unwrapped(printable(plain)))


def _part(message: EmailMessage, kind: str) -> str:
    """The text of the mail's part of type text/`kind`, of a mail within it if it has none itself; "" without any."""
    part = message.get_body(preferencelist=(kind,)) or _first(message, f"text/{kind}")
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        return ""
    return decoded_as(payload, part.get_content_charset(failobj=""))


def _first(message: EmailMessage, kind: str) -> EmailMessage | None:
    """The first part of that type that is not an attached file: some mailers nest what `get_body` looks for on top."""
    parts = (part for part in message.walk() if part.get_content_type() == kind and not part.get_filename())
    return next((part for part in parts if isinstance(part, EmailMessage)), None)
