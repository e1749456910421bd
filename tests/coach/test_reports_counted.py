"""What counts as sent by the team: written by it, sent, and more than the draft asks for."""

from __future__ import annotations

from datetime import date

from coach_tui.coach.done_when import evidence_for
from coach_tui.coach.transition.handover import records_of
from coach_tui.engagement.rhythm.reports import keep_report
from coach_tui.language import Words
from tests.coach.story import Story, d


def test_an_untouched_draft_is_nobodys_report() -> None:
    drafts = [f"# Acme\n\n*{Words(language)('report.summary')}*" for language in ("en", "fr")]  # type: ignore[arg-type]
    written, day = "# Acme\n\nWe are on track: 12 leads.", date(2026, 4, 2)
    cases = [
        (written, "team", day, 1), (written, "team", None, 0), (written, "cmo", day, 0),
        (drafts[0], "team", day, 0), (drafts[1], "team", day, 0),
    ]  # fmt: skip
    for text, by, sent, counted in cases:
        story = Story().do(keep_report("2026-03", text, by, sent))
        assert records_of(story.engagement, d(60)).months == counted, (text, by, sent)
        assert bool(evidence_for("report:first", story.engagement)) is (text == written)
    untouched = Story().do(keep_report("2026-03", f"{written}\n", "team", day, draft=written))
    assert records_of(untouched.engagement, d(60)).months == 0, "kept as it was drafted"
    edited = Story().do(keep_report("2026-03", f"{written} Ann.", "team", day, draft=written))
    assert records_of(edited.engagement, d(60)).months == 1
