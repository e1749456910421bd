"""`coach --version`: what is asked first when something goes wrong."""

from __future__ import annotations

import os
from argparse import Action, ArgumentParser, Namespace
from typing import Any, NoReturn

from coach_tui import __version__
from coach_tui.cli.output import show
from coach_tui.language import Words


class ShowVersion(Action):
    """Says the version, what it runs on and where its data is, then leaves.

    Everything is looked for only once it is asked: every command has this option.
    """

    def __init__(self, *, words: Words, **others: Any) -> None:
        super().__init__(nargs=0, **others)
        self._words = words

    def __call__(
        self, parser: ArgumentParser, namespace: Namespace, *_: object, **__: object
    ) -> NoReturn:
        show("\n".join(_lines(namespace.home, self._words)))
        parser.exit()


def _lines(chosen_home: str | None, words: Words) -> list[str]:
    import platform
    from importlib.metadata import PackageNotFoundError, version

    from coach_tui.places import home

    try:
        textual = version("textual")
    except PackageNotFoundError:  # a packager left out what says so
        textual = "?"
    data = home(chosen_home, os.environ)
    return [
        f"coach-tui {__version__}",
        f"Python {platform.python_version()}, Textual {textual}, {platform.system()}",
        words("cli.version.data", folder=str(data.engagements)),
        words("cli.version.state", folder=str(data.state)),
    ]
