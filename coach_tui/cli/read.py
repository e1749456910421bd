"""`coach playbook read [PAGE]`: what there is to read, and a page or a part of it as Markdown."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.cli.call import Call, Refused
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import show
from coach_tui.coach.pages import page_at
from coach_tui.language import Words


def add_read(parser: ArgumentParser, words: Words) -> None:
    """Which page."""
    parser.add_argument("page", nargs="?", metavar="ID", help=words("cli.playbook.page"))


def run_read(call: Call) -> int:
    """The pages with what each is; or this page, or this part of it, to be kept or sent."""
    from coach_tui.library import pages_of

    pages, wanted = pages_of(call.language), call.options.page
    if not wanted:
        width = max(len(page.id) for page in pages)
        for page in pages:
            group = call.words(f"library.group.{page.group}")
            show(call.words("library.row", id=f"{page.id:<{width}}", title=page.title, group=group))
        return FINE
    found = page_at(pages, wanted)
    if found is None:
        raise Refused("refusal.cli.no-page", page=wanted[:60])
    page, at = found
    if "/" in wanted and at:
        section = page.sections[at - 1]
        show(f"## {section.title}\n\n{section.text}")
    else:
        show(page.markdown.rstrip("\n"))
    return FINE
