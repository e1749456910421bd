"""`coach search WORDS`: steps, notes, decisions and the glossary of one engagement."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.cli.call import Call
from coach_tui.cli.exit_codes import FINE, REFUSED
from coach_tui.cli.output import say, show, show_json
from coach_tui.coach.search import search
from coach_tui.language import Words
from coach_tui.language.clean import one_line


def add_search(parser: ArgumentParser, words: Words) -> None:
    """What is sought."""
    parser.add_argument(
        "words", nargs="+", metavar=words("cli.words"), help=words("cli.search.words")
    )
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("cli.search.json")


def run_search(call: Call) -> int:
    """Every line that holds all the words, accents and case folded. 1 where there is none."""
    from coach_tui.bundled import Catalogues
    from coach_tui.coach.named import by_kind, named_in
    from coach_tui.exports.figures import pair
    from coach_tui.library import pages_of

    session, sought = call.session(), " ".join(call.options.words)
    catalogues, language, engagement = Catalogues(), call.language, session.engagement
    names = by_kind(named_in(engagement, catalogues, language))
    terms, pages = catalogues["glossary"], pages_of(language)
    hits = search(sought, call.playbook(), engagement, terms, language, pages, names)
    if call.options.json:
        show_json([hit._asdict() for hit in hits])
    else:
        for hit in hits:
            kind = call.words(f"search.kind.{hit.kind}")
            excerpt = f" — {hit.excerpt}" if hit.excerpt and hit.excerpt != hit.title else ""
            told = f"{one_line(hit.title)} ({hit.opens or hit.id}){excerpt}"
            show(pair(kind, told, call.words))
    if not hits:
        say(call.words("search.nothing", words=one_line(sought, 60)))
        return REFUSED
    return FINE
