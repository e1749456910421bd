"""Messages as files a mail program opens as a draft (`.eml`), and what one that came back says."""

import html
import re
from typing import Final

from coach_tui.exports.markdown import on_one_line

_HEADERS: Final = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\n")
_SAYS_SO: Final = re.compile(r"^(?:mime-version|content-type|x-unsent|received):", re.I | re.M)
_LINE_END: Final = re.compile(r"(?i)<br\s*/?>|</(?:p|div|li|h\d|tr)>")
_TAG: Final = re.compile(r"<(?!!--)[^<>]*>")


def draft(subject: str, body: str) -> str:
    """A message nobody has sent yet: no sender, and whom to send it to is chosen when it is."""
    from email import policy  # noqa: PLC0415 (slow to load, and few commands need it)
    from email.message import EmailMessage  # noqa: PLC0415

    message = EmailMessage(policy=policy.default)
    message["Subject"] = on_one_line(subject)
    message["X-Unsent"] = "1"
    message.set_content(body, cte="quoted-printable")
    return message.as_string()


def body_of(text: str) -> str:
    """What a saved message says, where this is one; any other text as it is. Never raises."""
    head = _HEADERS.match(text.removeprefix("\ufeff").lstrip("\n"))
    if head is None or not _SAYS_SO.search(head[0]):
        return text
    from email import message_from_string, policy  # noqa: PLC0415
    from email.errors import MessageError  # noqa: PLC0415
    from email.message import EmailMessage  # noqa: PLC0415

    try:
        message = message_from_string(text, policy=policy.default)
        part = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
        said = part.get_content() if part else text
    except (MessageError, LookupError, ValueError, KeyError, AttributeError, TypeError):
        return text
    if part and part.get_content_subtype() == "html":
        said = html.unescape(_TAG.sub("", _LINE_END.sub("\n", said)))
    return str(said)
