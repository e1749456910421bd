"""What can be said of a document besides its text: where it is, who checked it, that it left."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from coach_tui.asking.acts.papers import checking_sheet, linking_sheet, sending_sheet
from coach_tui.asking.document import Paper
from coach_tui.asking.sheet import Asked, Sheet, sheet_of
from coach_tui.asking.transition import document_form, section_form
from coach_tui.bundled import Catalogues
from coach_tui.engagement.documents.kinds import NINE, REPORT, SECTION
from coach_tui.engagement.documents.save import keep_personal
from coach_tui.engagement.documents.versions import compared_with, difference
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.rhythm.reports import keep_report, reports_of
from coach_tui.exports.documents.new_headings import with_parts
from coach_tui.exports.documents.questions import left_to_author
from coach_tui.exports.documents.standing import lacks_words
from coach_tui.language import Refusal
from coach_tui.language.clean import clean, one_line
from coach_tui.ui.dialogs.preview import PreviewDialog
from coach_tui.ui.taking_out import ReadyToGo, take_out

if TYPE_CHECKING:
    from coach_tui.ui.navigation import Going


HEADING: Final = 30  # characters of a heading, where several stand on a line
Acting = Callable[["Going", Asked], None]


class More(NamedTuple):
    """One thing that can be said, and what saying it does."""

    said: str
    run: Callable[[], object]


def more_of(
    coach: "Going",
    paper: Paper,
    act: Acting,
    shown: str,
    put: Callable[[str], None],
    finish: Callable[[], None],
) -> list[More]:
    """What can be said of this document now; `act` asks it. `shown` is what is being written, and
    `put` writes another text in its place; `finish` goes to what is left to answer, for nobody
    checks a document before."""
    words, document = coach.words, paper.document

    def asks(key: str, sheet: Sheet) -> More:
        return More(words(key), lambda: act(coach, sheet))

    found = []
    checking = asks("document.more.check", checking_sheet(coach, paper))
    if left_to_author(shown, paper.kind):
        checking = checking._replace(run=finish)
    if not paper.id.startswith(SECTION):
        found += [
            asks("document.more.link", linking_sheet(coach, paper)),
            checking,
            asks("document.more.sent", sending_sheet(coach, paper)),
        ]
    else:
        form = section_form(paper.engagement, Catalogues(), words, document.period)
        found.append(asks("document.more.section", sheet_of(form, coach)))
        found.append(checking)
    whose = keep_personal(paper.engagement, paper.id, not document.personal)
    if not isinstance(whose, Refusal):
        told = words(f"document.more.{'shared' if document.personal else 'personal'}")
        found.append(More(told, lambda: coach.try_to_save(whose)))
    if paper.id in NINE:
        form = document_form(paper.engagement, Catalogues(), words, paper.id, paper.today)
        found.append(asks("document.more.details", sheet_of(form, coach)))
    if coach.session and (parts := paper.new_parts(coach.session.changes, shown)):
        named = ", ".join(one_line(part.heading, HEADING) for part in parts)
        told = words("document.more.headings", n=len(parts), what=named)
        found.append(More(told, lambda: put(with_parts(shown, parts))))
    if document.text and not document.personal:
        found.append(More(words("document.more.export"), lambda: take_out(coach, _leaving(paper))))
    if coach.session and len(paper.versions(coach.session.changes)) > 1:
        found.append(More(words("document.more.diff"), lambda: _difference(coach, paper)))
    if paper.kind.id == REPORT and (kept := reports_of(paper.engagement).get(document.period)):
        by = "team" if kept.written_by == "cmo" else "cmo"
        saved = keep_report(kept.month, kept.text, by, kept.sent)
        found.append(More(words(f"rhythm.report.by-{by}"), lambda: coach.try_to_save(saved)))
    return found


def _leaving(paper: Paper) -> ReadyToGo:
    """The document as it goes out; what only its author can fill and has not is said apart."""
    words, gone = paper.words, paper.going_out

    def made(shape: str) -> str:
        return paper.printed if shape == "html" else gone.text

    named = f"{profile_of(paper.engagement).company} {paper.id}"
    return ReadyToGo(paper.name, named, ("md", "html"), made, lacks_words(gone.lacks, words))


def _difference(coach: "Going", paper: Paper) -> None:
    """What is new since it was checked, else since the version before."""
    versions = paper.versions(coach.session.changes) if coach.session else ()
    lines = difference(compared_with(paper.document, versions), paper.document.text)
    told = "\n".join(clean(f"{each.sign} {each.text}") for each in lines if each.sign != " ")
    title = coach.words("document.more.diff")
    coach.push_screen(PreviewDialog(title, told, coach.words))
