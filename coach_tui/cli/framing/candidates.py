"""`coach frame candidates`: who is considered, marked by two raters before they talk."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from coach_tui.bundled import Catalogues
from coach_tui.cli.arguments import day_said
from coach_tui.cli.call import Call, Refused
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.framing.answers import record
from coach_tui.cli.output import say, show, show_json
from coach_tui.cli.text import as_text
from coach_tui.engagement.change import Decision
from coach_tui.engagement.framing.candidates import (
    FOR,
    RATERS,
    Candidate,
    amend_candidate,
    candidates_of,
    compare,
    judge,
)
from coach_tui.engagement.gesture import together
from coach_tui.engagement.state import Engagement
from coach_tui.exports.catalogue_words import points_of
from coach_tui.exports.framing.people import CRITERIA, VETOES, candidate_lines
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded
from coach_tui.session import Session


def add_candidates(parser: ArgumentParser, words: Words) -> None:
    """What to do, and with whom."""
    parser.add_argument(
        "--post", choices=FOR, default="fractional", help=words("frame.option.post")
    )
    parser.add_argument("--add", metavar=words("cli.name"), help=words("frame.option.add"))
    parser.add_argument("--of", metavar=words("cli.name"), help=words("frame.option.of"))
    parser.add_argument("--rater", choices=RATERS, default="1", help=words("frame.candidate.rates"))
    parser.add_argument("--mark", metavar="ID=1…5", action="append", default=[],
                        help=words("frame.option.mark"))  # fmt: skip
    parser.add_argument("--veto", metavar="ID", action="append", default=[],
                        help=words("frame.option.veto"))  # fmt: skip
    parser.add_argument("--interviewed", metavar="DATE", help=words("record.candidate.interview"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))
    parser.epilog = words("frame.json.candidates")


def run_candidates(call: Call) -> int:
    """Add, mark or veto where asked to, then show them all."""
    options, session = call.options, call.session(up_to_date=True)
    if options.add is not None or options.mark or options.veto or options.interviewed:
        record(call, session, _judged(call, session))
    found = [each for each in candidates_of(session.engagement) if each.post == options.post]
    if options.json:
        points = points_of(Catalogues(), CRITERIA[options.post])
        show_json([_json(candidate, points) for candidate in found])
        return FINE
    if found:
        show(as_text(_lines(call, session.engagement)))
    else:
        say(call.words("frame.nothing"))
    return FINE


def _lines(call: Call, engagement: Engagement) -> list[str]:
    post = call.options.post
    return candidate_lines(engagement, Catalogues(), call.words, post=post, ratings=True)


def _judged(call: Call, session: Session) -> Decision:
    """Who is considered, and what one rater says of them, as one decision."""
    options = call.options
    criteria = points_of(Catalogues(), CRITERIA[options.post])
    marks: dict[str, int | None] = {}
    for said in options.mark:
        criterion, _, given = said.partition("=")
        if criterion not in criteria or not given.strip().isdigit():
            raise Refused("refusal.frame.unread-mark", text=one_line(said, 40))
        marks[criterion] = int(given)
    reasons = [entry.id for entry in Catalogues()[VETOES[options.post]]]
    for reason in options.veto:
        if reason not in reasons:
            raise Refused("refusal.frame.choice", value=reason, choices=", ".join(reasons))
    engagement, adds = session.engagement, options.add is not None
    candidate = session.new_id() if adds else _named(engagement, options.of or "", options.post).id
    vetoes = dict.fromkeys(options.veto, True)
    said = judge(engagement, candidate, options.rater, marks, vetoes,
                 name=options.add, post=options.post)  # fmt: skip
    day = day_said(call, options.interviewed)
    return together(said, amend_candidate(candidate, {"interviewed_on": day})) if day else said


def _named(engagement: Engagement, name: str, post: str) -> Candidate:
    found = [
        each
        for each in candidates_of(engagement)
        if each.post == post and name and folded(each.name).startswith(folded(name))
    ]
    if len(found) != 1:
        raise Refused("refusal.frame.no-candidate", value=one_line(name, 40))
    return found[0]


def _json(candidate: Candidate, points: dict[str, float]) -> dict[str, Any]:
    found = compare(candidate, points)
    return {
        "id": candidate.id,
        "name": candidate.name,
        "post": candidate.post,
        "chosen": candidate.chosen,
        "marked": [score.marked for score in found.scores],
        "criteria": len(points),
        "scores": [round(score.points, 1) for score in found.scores] if found.ready else None,
        "mean": None if found.mean is None else round(found.mean, 1),
        "verdict": found.verdict or None,
        "to_discuss": list(found.apart),
        "vetoes": list(candidate.vetoes),
    }
