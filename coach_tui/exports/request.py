"""A message ready to send to one person or role: what is wanted of them, why, by when.

It says nothing else of the engagement, nor what others were asked. Its boxes are those of a
checklist: ticked and sent back, `coach import` reads them. Asked again, it reminds in other words.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coach_tui.coach.advice.blanks import entry_name
from coach_tui.coach.advice.situation import Catalogues
from coach_tui.coach.moves.wanted import Wanted, WantedStep
from coach_tui.engagement.access.record import Access
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.mail import draft
from coach_tui.exports.message_writing import MARKDOWN, PLAIN, Writing
from coach_tui.exports.move_words import first_meeting
from coach_tui.exports.step_why import step_why
from coach_tui.language import Words
from coach_tui.language.dates import plain_date


class Request(NamedTuple):
    """What a message is made of. `sender`: the name of whoever asks; empty where none was given.

    `catalogues` and `engagement` name the KPIs a number is wanted of, and nothing else.
    """

    company: str
    engagement_id: str
    wanted: Wanted
    engagement: Engagement
    catalogues: Catalogues
    today: date
    sender: str = ""


def request_subject(request: Request, words: Words) -> str:
    """What the message is about, on one line of plain text."""
    wanted = request.wanted
    key = "request.subject.again" if wanted.asked else "request.subject"
    said = words(key, n=len(wanted.items), company=request.company)
    day = wanted.day
    if wanted.asked or day is None or day < request.today:
        return said
    alike = len({each.day for each in wanted.items}) == 1
    key = "request.subject.by" if alike else "request.subject.first"
    return words(key, what=said, day=plain_date(day, words.language))


def request_text(request: Request, words: Words) -> str:
    """The message as Markdown, its subject the title."""
    title = MARKDOWN.said(request_subject(request, words))
    return f"# {title}\n\n{request_body(request, words, MARKDOWN)}"


def request_mail(request: Request, words: Words) -> str:
    """The message as a draft that a mail program opens."""
    return draft(request_subject(request, words), request_body(request, words))


def request_plain(request: Request, words: Words) -> str:
    """The message as it is pasted into a mail or a chat, its subject the first line."""
    return f"{PLAIN.begins(request_subject(request, words))}\n\n{request_body(request, words)}"


def request_body(request: Request, words: Words, writing: Writing = PLAIN) -> str:
    """The message below its subject."""
    parts = (_opening, _items, _end)
    return "\n".join(line for part in parts for line in part(request, words, writing))


def _opening(request: Request, words: Words, writing: Writing) -> Iterator[str]:
    wanted, n = request.wanted, len(request.wanted.items)
    named = {"who": writing.said(wanted.who)} if wanted.named else {}
    yield words("request.hello-name", **named) if named else words("request.hello")
    yield ""
    if wanted.asked:
        yield words("request.again", n=n, day=plain_date(wanted.asked, words.language))
    else:
        yield words("request.about", n=n, company=writing.said(request.company))
    yield ""


def _items(request: Request, words: Words, writing: Writing) -> Iterator[str]:
    for item in request.wanted.items:
        day = _by(item, request.today, words)
        title = writing.said(_title(item, request, words))
        yield f"- [ ] {title}, {day} {writing.step(item.step.id)}"
        for line in item.lines:
            yield f"  - {writing.begins(_access(line, words))}"
        for kpi_id in item.kpis:
            yield f"  - {writing.said(_kpi(kpi_id, request, words))}"
        if item.asked and not request.wanted.asked:
            day = plain_date(item.asked, words.language)
            yield f"  - {writing.said(words('request.before', day=day))}"
        elif (why := step_why(item.step)) and not request.wanted.asked:
            yield f"  - {writing.said(words('request.why', why=why))}"
    yield ""


def _end(request: Request, words: Words, writing: Writing) -> Iterator[str]:
    again = ".again" if request.wanted.asked else ""
    yield words(f"request.how{again}")
    yield ""
    yield words(f"request.thanks{again}")
    if request.sender:
        yield writing.begins(request.sender)
    yield ""
    yield writing.engagement(request.engagement_id)
    yield ""


def _title(item: WantedStep, request: Request, words: Words) -> str:
    """The step; where its ritual runs already, what is left of it."""
    does, engagement = item.step.act.does, request.engagement
    return first_meeting(does, engagement, request.catalogues, words) or item.step.title


def _by(item: WantedStep, today: date, words: Words) -> str:
    if item.day is None or item.day < today:
        return words("request.soon")
    return words("request.by", day=plain_date(item.day, words.language))


def _access(line: Access, words: Words) -> str:
    tool = f"{line.tool} ({line.asset})" if line.asset else line.tool
    if not line.requested_role:
        return words("request.access", tool=tool)
    return words("request.access-role", tool=tool, role=line.requested_role)


def _kpi(kpi_id: str, request: Request, words: Words) -> str:
    kpi = kpis_of(request.engagement)[kpi_id]
    named = entry_name(request.catalogues, "kpis", kpi.catalogue or kpi_id, words.language)
    return words("request.kpi", kpi=kpi.name or named or kpi_id)
