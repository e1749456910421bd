"""A kind of document as the catalogue tells it: its blanks, its place, its steps; and its names."""

from collections.abc import Mapping
from typing import NamedTuple

from coach_tui.coach.named import Named, named_in
from coach_tui.engagement.documents.kinds import SECTION, kind_of
from coach_tui.engagement.documents.record import Document, written_documents
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.catalogue_words import Catalogues, said
from coach_tui.exports.documents.facts import period_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Playbook


class Kind(NamedTuple):
    """What fills a kind's blanks (`once`, `live`: the filler of each), and those only its author
    can (`ask`); the section of the dossier it is in, `whole` or on one line, and whether it is
    `private` to whom it was written for: named there, never quoted."""

    id: str
    once: Mapping[str, str] = {}
    live: Mapping[str, str] = {}
    ask: tuple[str, ...] = ()
    section: str = ""
    whole: bool = False
    owner: str = ""
    due: str = ""
    draft: str = ""
    nine: bool = False
    private: bool = False

    @property
    def fillers(self) -> Mapping[str, str]:
        """The filler of each blank that has one."""
        return {**self.once, **self.live}


def kind_named(catalogues: Catalogues, document_id: str) -> Kind:
    """The kind of this document; one with nothing to fill where the catalogue has none."""
    kind = kind_of(document_id)
    for entry in catalogues.get("documents", ()):
        if entry.id == kind:
            fields = entry.fields
            return Kind(
                kind, fields.get("once", {}), fields.get("live", {}), tuple(fields["ask"]),
                fields["section"], fields["place"] == "whole", fields["owner"],
                fields.get("due", ""), fields.get("draft", ""), fields["nine"],
                fields["place"] == "name",
            )  # fmt: skip
    return Kind(kind)


def document_name(
    document: Document,
    engagement: Engagement,
    catalogues: Catalogues,
    playbook: Playbook,
    words: Words,
) -> str:
    """What a document is called: its own name, else its kind's and the period it is about; the page
    of a step, as the step."""
    if document.name:
        return one_line(document.name)
    if document.id.startswith(SECTION):
        return said(catalogues, "dossier-sections", document.period, "name", words.language)
    if document.kind == "other":
        step = playbook.step(document.period)
        if step and step.act.does.startswith(f"document:{document.id}"):
            return step.title
        return one_line(document.period.replace("-", " "))
    name = said(catalogues, "documents", document.kind, "name", words.language)
    period = period_words(document.id, words)
    if decision := decisions_of(engagement).get(document.period):
        period = one_line(decision.title)
    return f"{name} · {period}" if period else name


def named_with_documents(
    engagement: Engagement, catalogues: Catalogues, playbook: Playbook, words: Words
) -> Named:
    """What everything is called in this mission, each document written by its id among it."""
    documents = {
        each.id: document_name(each, engagement, catalogues, playbook, words)
        for each in written_documents(engagement).values()
    }
    return named_in(engagement, catalogues, words.language)._replace(documents=documents)
