"""A document as a page to print: a monthly report has its KPIs drawn under its figures."""

from coach_tui.engagement.documents.kinds import REPORT, kind_of
from coach_tui.exports.documents.facts import Facts
from coach_tui.exports.documents.fill_figures import followed_kpis
from coach_tui.exports.kpi.chart import charts
from coach_tui.exports.page import page


def printed(text: str, title: str, facts: Facts, language: str) -> str:
    """This text of the document the facts are of, in its own language; what is drawn in theirs."""
    if kind_of(facts.document_id) != REPORT:
        return page(text, title, language)
    first, last = facts.bounds
    drawn = charts(followed_kpis(facts, max(first, min(last, facts.today))), facts.words)
    return page(text, title, language, drawn)
