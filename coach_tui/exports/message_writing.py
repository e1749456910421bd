"""How a message to one person is written down: as Markdown, or as the plain text of a mail.

Its boxes come back either way. In Markdown what tells them apart is a comment that nobody sees. A
mail is read as it stands, by people without any tool: there it is a small mark, as in
`(coach#access-crm)`, that `exports.checklist_items` reads as the comment it stands for.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from coach_tui.exports.checklist import FORMAT
from coach_tui.exports.markdown import comment, escaped, on_one_line

_LINKS: Final = re.compile(r"\\\[\\\[|\\\][(\[:]|^\\\[")  # brackets that could mean something
_BRACKET: Final = re.compile(r"\\([\[\]])")
_OPENS: Final = re.compile(r"<(?=!--)")
_OUR_MARK: Final = re.compile(r"coach(?=#)", re.IGNORECASE)
_STARTS: Final = re.compile(r"^(?=[-+*>#`~=|\[☐☑☒]|\d{1,9}[.)])")
_MARKS: Final = re.compile(
    r"(?<!\\)\(coach#(?:(?P<head>checklist[\s>]+\d{1,6}[\s>]+engagement[\s>]+\S{1,80}?)|(?P<step>[a-z0-9-]{1,200}))\)",
    re.ASCII,
)


class Writing(NamedTuple):
    """People's words, within a line and where one begins with them; the mark that follows a box,
    and the one that ends the message."""

    said: Callable[[str], str]
    begins: Callable[[str], str]
    step: Callable[[str], str]
    engagement: Callable[[str], str]


def _gently_escaped(text: str) -> str:
    """Markdown that renders back to these words; brackets that link nothing are left as typed."""
    line = escaped(text)
    return line if _LINKS.search(line) else _BRACKET.sub(r"\1", line)


def _plain(text: str) -> str:
    """These words on one line, as they are but where they would be read back as a mark."""
    return _OUR_MARK.sub("coach ", _OPENS.sub("< ", on_one_line(text)))


def _plain_begun(text: str) -> str:
    """The same where a line begins with them: nothing in it is read back as a box either."""
    return _STARTS.sub("— ", _plain(text))


MARKDOWN: Final = Writing(
    _gently_escaped,
    _gently_escaped,
    lambda step_id: comment(f"step: {step_id}"),
    lambda engagement_id: comment(f"coach: checklist {FORMAT} engagement {engagement_id}"),
)
PLAIN: Final = Writing(
    _plain,
    _plain_begun,
    lambda step_id: f"(coach#{step_id})",
    lambda engagement_id: f"(coach#checklist {FORMAT} engagement {engagement_id})",
)


def with_comments(text: str) -> str:
    """The text, each small mark of a mail as the comment it stands for."""
    return _MARKS.sub(_as_comment, text)


def without_marks(text: str) -> str:
    """What its reader needs of it before it is sent: the marks are gone."""
    return _MARKS.sub("", text)


def _as_comment(found: re.Match[str]) -> str:
    if found["step"]:
        return comment(f"step: {found['step']}")
    head = " ".join(found["head"].replace(">", " ").split())  # a reply may have wrapped it
    return comment(f"coach: {head}") + "\n" * found[0].count("\n")
