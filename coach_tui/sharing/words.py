"""What is shared, in words: before it leaves, and while it goes to and fro."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Final

from coach_tui.engagement.actor import read_actor
from coach_tui.exports.people import actor_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import HALF_A_YEAR, day_of_month, plain_date
from coach_tui.session import Session
from coach_tui.sharing.ledger_file import LedgerFile
from coach_tui.sharing.preview import Preview
from coach_tui.store.private_files import Beside

_NAMED: Final = 8  # kinds told by name
_MINUTE: Final = 60
_HOUR: Final = 3600
_DAY: Final = 86_400


def preview_words(found: Preview, company: str, words: Words) -> list[str]:
    """What leaves by kind, what stays, and what its members should know."""
    kinds = [
        words("share.counted", n=n, kind=words(f"history.entity.{kind}", n=n))
        for kind, n in islice(found.leaving.items(), _NAMED)
    ]
    if rest := sum(islice(found.leaving.values(), _NAMED, None)):
        kinds.append(words("share.counted-others", n=rest))
    staying = [words(f"share.stays.{kind}", n=n) for kind, n in found.staying.items()]
    stays = words("share.stays", what=", ".join(staying)) if staying else ""
    return [
        words("share.would", n=found.changes, company=one_line(company, 60)),
        "  " + ", ".join(kinds),
        stays or words("share.stays-nothing"),
        words("share.stays-always"),
        *(words(f"share.told.{told}") for told in found.told),
        words("share.forever"),
    ]


def people_words(people: Mapping[str, tuple[str, float]], me: str, words: Words) -> str:
    """Who else pushes here, by name, each once; empty where nobody does."""
    others = dict.fromkeys(who for who, _ in people.values() if who and who != me)
    return ", ".join(actor_words(one_line(who, 60), words) for who in others)


def joined_words(session: Session, words: Words, *, known: bool = False) -> str:
    """That whoever works here has joined, as whom, and whether it is to look only; of one known
    on this machine before, that it goes on. Whoever used an old invitation is told so."""
    looks = "" if not session.looks_only else "-confirming" if session.puts else "-reading"
    company, who = one_line(session.profile.company, 60), actor_words(session.actor, words)
    key = "share.updated" if known else f"share.joined{looks}"
    told = words(key, company=company, who=who)
    return f"{told} {words('share.closed')}" if _was_renewed(session) else told


def _was_renewed(session: Session) -> bool:
    """Whether what was read of its place ends its key: the invitation was an old one."""
    if session.membership is None:
        return False
    kept = Beside(session.journal.private_folder).ledger(session.id)
    return LedgerFile(kept, session.membership.generation).read().closed is not None


def state_words(people: Mapping[str, tuple[str, float]], me: str, now: float, words: Words) -> str:
    """With whom, and when one of them last put something there (seconds since 1970)."""
    others = people_words(people, me, words)
    if not others:
        return words("share.state.alone")
    last = max(when for who, when in people.values() if who and who != me)
    return words("share.state.with", people=others, ago=ago_words(now - last, words))


def short_words(people: Mapping[str, tuple[str, float]], me: str, now: float, words: Words) -> str:
    """The same where there is little room: names without roles."""
    others = [(who, when) for who, when in people.values() if who and who != me]
    names = dict.fromkeys(_name(who, words) for who, _ in others)
    if not names:
        return words("share.short.alone")
    ago = ago_words(now - max(when for _, when in others), words)
    return words("share.short.with", people=", ".join(names), ago=ago)


def since_words(moment: float, now: float, words: Words) -> str:
    """Since when: the time of today, the day of another (seconds since 1970)."""
    then, today = (datetime.fromtimestamp(each, UTC).astimezone() for each in (moment, now))
    if then.date() == today.date():
        return f"{then:%H:%M}"
    near = today - then < timedelta(days=HALF_A_YEAR)
    day = (day_of_month if near else plain_date)(then.date(), words.language)
    return words("share.since-day", day=day)


def _name(who: str, words: Words) -> str:
    return one_line(read_actor(who).name, 30) or actor_words(one_line(who, 60), words)


def ago_words(seconds: float, words: Words) -> str:
    """How long ago that was."""
    if seconds < _MINUTE:
        return words("share.ago.now")
    if seconds < _HOUR:
        return words("share.ago.minutes", n=int(seconds // _MINUTE))
    if seconds < _DAY:
        return words("share.ago.hours", n=int(seconds // _HOUR))
    return words("share.ago.days", n=int(seconds // _DAY))
