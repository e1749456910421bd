"""The command palette: our commands, the stages and the steps, found without accents or case."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from textual import on
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widgets import Input
from textual.worker import WorkerError

from coach_tui.exports.handouts import HANDOUTS
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded
from coach_tui.ui.commands import COMMANDS
from coach_tui.ui.exporting import export
from coach_tui.ui.plain import line

if TYPE_CHECKING:
    from coach_tui.ui.navigation import Going

# What the first screen, whose keys all type, offers of the commands that work everywhere.
AT_THE_DOOR: Final = frozenset(
    {"engagements", "glossary", "library", "language", "theme", "help", "quit"}
)


# What can be set about from anywhere, by the act it opens.
ACTS: Final = (
    "profile:planned_end", "profile:first_day", "profile:exit_scenario",
    "profile:activation_budget", "profile:relay", "profile:availability", "access", "kpi",
    "kpi:reading", "objective", "decision", "promise", "days", "frame:need", "frame:cost",
    "frame:contract", "frame:candidates", "skill-map", "rate", "goal", "delegate", "drill",
    "taper", "signals", "plan", "loops", "contacts", "expiry", "documents",
)  # fmt: skip


class PaletteHit(NamedTuple):
    """`also` are words people look for it by, which are not in its title."""

    title: str
    help: str
    run: Callable[[], Any]
    first: bool = True
    also: str = ""


class CoachProvider(Provider):
    """Everything that can be done or opened from here."""

    @property
    def coach(self) -> "Going":
        app: Going = self.app  # type: ignore[assignment]
        return app

    async def discover(self) -> Hits:
        """What is offered before anything is typed: the commands."""
        for found in self._all():
            if found.first:
                yield DiscoveryHit(line(found.title), found.run, help=found.help)

    async def search(self, query: str) -> Hits:
        """Every word typed must be found, whatever its accents; nearest to the front wins."""
        sought = folded(query).split()
        nothing = True
        for found in self._all():
            text = folded(f"{found.title} {found.also}")
            if all(word in text for word in sought):
                nothing = False
                score = 1 / (1 + sum(text.index(word) for word in sought) / 10)
                yield Hit(score, line(found.title), found.run, help=found.help)
        if nothing:  # Textual's own sentence for this is in English only, and out of reach
            yield Hit(0.01, line(self.coach.words("palette.nothing")), lambda: None)

    def _all(self) -> Iterator[PaletteHit]:
        yield from self._commands()
        yield from self._shared()
        if self.coach.session is None:
            return  # nowhere to open them yet
        yield from self._acts()
        yield from self._documents()
        title = self.coach.words("document.list")
        yield PaletteHit(title, "", self._write, also=self._also("documents"))
        yield PaletteHit(self.coach.words("backup.palette"), "", self._back_up)
        yield PaletteHit(self.coach.words("palette.who"), "", self._who, also=self._also("who"))
        name = one_line(self.coach.session.profile.company, 40)
        title = self.coach.words("backup.forget-palette", company=name)
        yield PaletteHit(title, "", self._forget, False, self._also("forget"))
        for stage in self.coach.playbook.stages:
            go = partial(self._go_to_stage, stage.id)
            yield PaletteHit(stage.title, self.coach.words("palette.stage"), go, first=False)
            for step in stage.steps:
                open_step = partial(self.coach.go_to_step, step.id)
                yield PaletteHit(step.title, stage.title, open_step, first=False)

    def _commands(self) -> Iterator[PaletteHit]:
        words, screen = self.coach.words, self.screen
        name = getattr(screen, "NAME", "")
        here = "stage" if name == "stages" else name
        for command in COMMANDS:
            offers = getattr(screen, "offers", None)
            there = here in command.screens or (here == "welcome" and command.id in AT_THE_DOOR)
            if there and offers and offers(command.id):
                run = partial(screen.action_command, command.id)  # type: ignore[attr-defined]
                title = words(f"command.{command.id}.help")
                key = self.coach.key_said(command.keys.split(",")[0])
                named = here in command.screens and command.keys
                about = words("palette.key", key=key) if named else ""
                yield PaletteHit(title, about, run, also=self._also(command.id))

    def _acts(self) -> Iterator[PaletteHit]:
        """Whatever can be recorded, from any screen."""
        words = self.coach.words
        for act in ACTS:
            named = act.replace(":", "-").replace("_", "-")
            title = words(f"palette.act.{named}")
            yield PaletteHit(title, "", partial(self._set_about, act), False, self._also(named))

    def _set_about(self, does: str) -> None:
        from coach_tui.asking.acts import asked_for
        from coach_tui.ui.acting import act

        if shown := self.coach.shown:
            act(self.coach, asked_for(self.coach, shown, does))

    def _also(self, named: str) -> str:
        """The other words it is looked for by; nothing where none are written."""
        key = f"palette.also.{named}"
        said = self.coach.words(key)
        return "" if said == key else said

    def _documents(self) -> Iterator[PaletteHit]:
        """Whatever can be handed over, from any screen."""
        words = self.coach.words
        for name in HANDOUTS:
            title = words("handout.palette", title=words(f"handout.title.{name}"))
            go = partial(export, self.coach, name, {})
            also = f"{self._also('export')} {self._also(name)}"
            yield PaletteHit(title, "", go, also=also)
        yield from self._of_every_client()

    def _of_every_client(self) -> Iterator[PaletteHit]:
        """What names all clients; for whoever has several."""
        from coach_tui.ui.every_client import OFFERED, ask

        for name in OFFERED:
            title = self.coach.words(f"rhythm.all-clients.{name}")
            go = partial(ask, self.coach, name)
            yield PaletteHit(title, "", go, False, self._also("export"))

    def _shared(self) -> Iterator[PaletteHit]:
        """What can be done about sharing; where engagements are listed, keys do two of them."""
        from coach_tui.ui.sharing.asking import ask, offered

        for name in offered(self.coach.session):
            if getattr(self.screen, "NAME", "") != "engagements" or name not in ("share", "join"):
                title = self.coach.words(f"share.palette.{name}")
                yield PaletteHit(
                    title, "", partial(ask, self.coach, name), also=self._also("share")
                )

    def _write(self) -> None:
        from coach_tui.asking.acts.papers import which_document
        from coach_tui.ui.acting import act

        if shown := self.coach.shown:
            act(self.coach, which_document(self.coach, shown))

    def _back_up(self) -> None:
        from coach_tui.ui.backing_up import ask_to_back_up

        ask_to_back_up(self.coach)

    def _who(self) -> None:
        from coach_tui.ui.who import ask_who

        ask_who(self.coach)

    def _forget(self) -> None:
        from coach_tui.ui.erasing import ask_to_forget

        ask_to_forget(self.coach)

    def _go_to_stage(self, stage_id: str) -> None:
        self.coach.place = self.coach.place._replace(stage=stage_id, step="")
        self.coach.go("stage")


class Palette(CommandPalette):
    """Textual's, which would run what it still showed for the words before the last ones typed."""

    @on(Input.Submitted)
    async def _wait_for_what_was_typed(self) -> None:
        """Enter right after the words waits until they were looked for; then Textual's own runs."""
        group = self._GATHER_COMMANDS_GROUP
        for worker in [each for each in self.workers if each.node is self and each.group == group]:
            with suppress(WorkerError):
                await worker.wait()


def open_palette(app: "Going") -> None:
    """Open it, with its prompt in the reader's language."""
    if not any(isinstance(screen, CommandPalette) for screen in app.screen_stack):
        app.push_screen(
            Palette(
                providers=[CoachProvider],
                placeholder=app.words(
                    "palette.placeholder" if app.session else "palette.commands-only"
                ),
                id="--command-palette",
            )
        )
