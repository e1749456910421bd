"""One run of a command: its options, its words, and the way to what it works on."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from coach_tui.language import LANGUAGES, Language, Refusal, Words

if TYPE_CHECKING:
    from coach_tui.cli.exchanging import CommandExchange
    from coach_tui.places import Home
    from coach_tui.playbook.model import Playbook
    from coach_tui.session import Session
    from coach_tui.ui.choices import Choices
    from coach_tui.wall_clock import Now


T = TypeVar("T")


class Refused(Exception):
    """Said no, with the reason: the command ends with 1."""

    def __init__(self, reason: str, **values: Any) -> None:
        self.refusal = Refusal(reason, values)
        super().__init__(reason)


class Misused(Exception):
    """Asked for something that makes no sense: the command ends with 2."""

    def __init__(self, words: Words, reason: str, **values: Any) -> None:
        self.words = words
        self.refusal = Refusal(reason, values)
        super().__init__(reason)


class Printed(NamedTuple):
    """What was printed, and the files it came from: it may be told again while they last."""

    text: str
    files: list[str]


class Call:
    """What a command is given. Places, engagement and playbook are looked for when asked for."""

    def __init__(self, options: Any, env: Mapping[str, str], words: Words) -> None:
        from coach_tui import places

        self.options = options
        self.env = env
        self.home: Home = places.home(options.home, env)
        self.now: Now = _clock(env, words)
        self.chosen_language = options.lang or _spoken(env, words)
        self.words = words
        if not self.chosen_language and (kept := self.choices().get("language")) in LANGUAGES:
            self.words = Words(kept)
        self.answer: Printed | None = None
        self._exchanging: CommandExchange | None = None
        self._session: Session | None = None
        self._playbook: tuple[tuple[Language, Path | None], Playbook] | None = None
        self._found = 0  # changes in it when it was opened

    @property
    def language(self) -> Language:
        return self.words.language

    @property
    def today(self) -> date:
        return self.now().date()

    def choices(self) -> "Choices":
        """This user's own settings."""
        from coach_tui.ui.choices import Choices

        return Choices(self.home.settings)

    def session(self, *, up_to_date: bool = False) -> "Session":
        """The engagement to work on, with all that this machine's record and copies beside know.

        With `up_to_date`, for a command that may write, the file is united with them.
        """
        from coach_tui.session import open_session

        choices = self.choices()
        path = self._path(choices.get("engagement"))
        session = open_session(path, self.home, "", self.now)
        session.actor = self.actor(choices.role(session.id) or session.actor)
        self.words = self.words.counting_in(session.profile.currency)
        self._session, self._found = session, len(session.changes)
        if up_to_date:
            session.catch_up()
        else:
            session.recall()
            self._found = len(session.changes)
        if session.membership:
            from coach_tui.cli.exchanging import CommandExchange

            self._exchanging = CommandExchange(self.home, self.words, session)
            self._exchanging.take_in()
            if self._exchanging.crossed:
                from coach_tui.cli.crossed import say_crossed

                say_crossed(self._exchanging.crossed, session, self.words, self.playbook())
        if session.is_ahead or self.options.today:
            self._settle_the_day(session, reading=not up_to_date)
        return session

    def _path(self, last: str) -> Path:
        wanted = self.options.engagement
        if not wanted and self.home.holds(last):
            return Path(last)  # most often: without what looks among all the others
        from coach_tui.cli.which import engagement_path

        return accepted(engagement_path(self.home, wanted, last, self.words))

    def actor(self, own: str) -> str:
        """Who acts: whoever works here, or on their behalf (--as) somebody else."""
        from coach_tui.engagement.actor import acting_for

        acting = self.options.acting
        return own if acting is None else accepted(acting_for(own, acting))

    def _settle_the_day(self, session: "Session", *, reading: bool) -> None:
        """What was recorded is dated after this machine's clock: --today tells which is wrong.

        Without it, whoever reads hears of it; what would be saved is refused, which says it.
        """
        if self.options.today:
            from coach_tui.language.dates import read_date

            day = accepted(read_date(self.options.today, self.language, self.today))
            if refusal := session.today_is(day):
                accepted(refusal)
        else:
            session.tell_of_the_clock(reading=reading)

    def push(self) -> None:
        """Where the engagement worked on is shared, put there what this command recorded."""
        if self._exchanging and self.changed():
            self._exchanging.push()

    @property
    def is_shared(self) -> bool:
        """Whether the engagement worked on is shared: others' work may arrive at any moment."""
        return self._exchanging is not None

    def changed(self) -> "Session | None":
        """The engagement worked on, where this command changed what is known of it."""
        session = self._session
        return session if session and len(session.changes) != self._found else None

    @property
    def is_plain(self) -> bool:
        """Whether none of the options is given that make another answer of the same question."""
        options = self.options
        given = (
            options.home,
            options.engagement,
            options.lang,
            options.playbook,
            options.acting,
            options.plain,
        )
        return not any(given) and self.playbook_folder() is None

    def is_of_last_used(self, session: "Session") -> bool:
        """Whether a command without options would work on this, as the same actor."""
        choices = self.choices()
        actor = choices.role(session.id) or session.profile.role or "founder"
        return choices.get("engagement") == str(session.path) and session.actor == actor

    def playbook(self) -> "Playbook":
        """The playbook in the language of this call."""
        from coach_tui.bundled import load_playbook
        from coach_tui.cli.output import say

        folder = self.playbook_folder()
        if self._playbook and self._playbook[0] == (self.language, folder):
            return self._playbook[1]
        playbook, problems = load_playbook(self.language, folder)
        self._playbook = (self.language, folder), playbook
        if problems and folder:
            say(self.words("cli.playbook-problems", n=len(problems), folder=str(folder)))
        return playbook

    def playbook_folder(self) -> Path | None:
        """Someone's own playbook: --playbook, then $COACH_PLAYBOOK."""
        said = self.options.playbook or self.env.get("COACH_PLAYBOOK")
        if not said:
            return None
        from coach_tui.places import folder_named
        from coach_tui.store.looking import is_folder

        folder = folder_named(said)
        if not is_folder(folder):
            raise Refused("refusal.cli.no-playbook-folder", folder=str(folder))
        return folder

    def tell_notices(self) -> int:
        """Say what the store had to repair or take in; how many things it was."""
        from coach_tui.cli.output import say

        notices = self._session.take_notices() if self._session else []
        for notice in notices:
            say(self.words(notice.reason, **notice.values))
        return len(notices)


def accepted(answer: T | Refusal) -> T:
    """The answer, where it is not a refusal; else the command ends with its reason."""
    if isinstance(answer, Refusal):
        raise Refused(answer.reason, **answer.values)
    return answer


def words_of(arguments: Sequence[str], env: Mapping[str, str]) -> Words:
    """The words in which to say that a command line can't be read: --lang, then what `env` says."""
    from coach_tui.language.detect import detect

    said = ""
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            said = value or (arguments[place + 1] if place + 1 < len(arguments) else "")
    asked: list[Language] = [each for each in LANGUAGES if each == said]
    return Words(asked[0] if asked else detect(env))


def _spoken(env: Mapping[str, str], words: Words) -> Language | None:
    """The language $COACH_LANG asks for, if it asks for one."""
    said = env.get("COACH_LANG", "")
    code = said.replace("_", "-").split("-")[0].lower()
    if said and code not in LANGUAGES:
        raise Misused(words, "refusal.cli.lang", said=said, languages=", ".join(LANGUAGES))
    spoken: list[Language] = [each for each in LANGUAGES if each == code]
    return spoken[0] if spoken else None


def _clock(env: Mapping[str, str], words: Words) -> "Now":
    from coach_tui.wall_clock import wall_clock

    try:
        return wall_clock(env)
    except ValueError:
        raise Misused(words, "refusal.cli.today", said=env["COACH_TODAY"]) from None
