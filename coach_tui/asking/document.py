"""A document at either door: its texts, what fills them, and the decisions taken about it."""

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from coach_tui.bundled import Catalogues, content
from coach_tui.engagement.change import Change, Decision
from coach_tui.engagement.documents.kinds import RETURNING, SECTION, kind_of
from coach_tui.engagement.documents.record import Document, document_of
from coach_tui.engagement.documents.save import verify_document, write_document
from coach_tui.engagement.documents.versions import Version, versions_of
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.documents.facts import Facts, usual_period
from coach_tui.exports.documents.fill import LeavingDocument, begun, leaving, read
from coach_tui.exports.documents.kind import Kind, document_name, kind_named
from coach_tui.exports.documents.new_headings import Part, new_parts
from coach_tui.exports.documents.questions import BlankQuestion, left_to_author
from coach_tui.exports.documents.standing import state_words
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Playbook
from coach_tui.view_state import Shown

# What a document of no kind begins as.
UNTITLED: Final = {"fr": "# {company}\u00a0: {name}\n", "en": "# {company}: {name}\n"}


class Paper(NamedTuple):
    """One document, as it is known to whoever holds it. `actor` is "role" or "role/name"."""

    engagement: Engagement
    playbook: Playbook
    words: Words
    today: date
    id: str
    actor: str = ""

    @property
    def document(self) -> Document:
        """What is recorded of it."""
        return document_of(self.engagement, self.id)

    @property
    def kind(self) -> Kind:
        """What the catalogue says of its kind."""
        return kind_named(Catalogues(), self.id)

    @property
    def facts(self) -> Facts:
        """What fills it."""
        return Facts(
            self.engagement, Catalogues(), self.playbook, self.words, self.today, self.id, self.me
        )

    @property
    def me(self) -> str:
        """Who writes: the name signed with, else the role in words."""
        role, _, name = self.actor.partition("/")
        return one_line(name) or (self.words(f"role.{role}") if role else "")

    @property
    def name(self) -> str:
        """What it is called."""
        known = self.engagement, Catalogues(), self.playbook, self.words
        return document_name(self.document, *known)

    @property
    def standing(self) -> str:
        """How it stands, in words."""
        return state_words(self.document, self.kind, self.words, self.today)

    @property
    def beginning(self) -> str:
        """The text it begins as: its template, filled with what is recorded."""
        return begun(template_of(self.id, self.words.language), self.kind, self.facts)

    @property
    def source(self) -> str:
        """What is edited: its text; before it has one, what it begins as."""
        return self.document.text or self.beginning

    @property
    def shown(self) -> str:
        """What is read: its text with the live blanks filled."""
        return read(self.source, self.kind, self.facts)

    @property
    def going_out(self) -> LeavingDocument:
        """What leaves, and what is missing of it."""
        return leaving(self.source, self.kind, self.facts)

    @property
    def printed(self) -> str:
        """What leaves, as a page to print."""
        from coach_tui.exports.documents.printed import printed  # noqa: PLC0415 (few are printed)

        language = self.document.language or self.words.language
        return printed(self.going_out.text, self.name, self.facts, language)

    @property
    def left(self) -> tuple[BlankQuestion, ...]:
        """What is still left for its author to answer: nobody can check it before."""
        return left_to_author(self.source, self.kind)

    def written(self, text: str, seen: str | None, author: str = "", link: str = "") -> Decision:
        """Keep this text, written by `author` (else by whoever holds it) from the one `seen`."""
        draft = None if self.fills_itself(text) else "" if self.document.text else self.beginning
        return write_document(
            self.engagement, self.id, author or self.me, self.today, text=text, link=link,
            language=self.words.language if text else "", draft=draft, seen=seen,
        )  # fmt: skip

    def fills_itself(self, text: str) -> bool:
        """Whether its kind leaves nothing to its author, and all of it is filled from the records:
        it is written as it began."""
        kind = self.kind
        alone = bool(text.strip() and kind.live and not kind.ask)
        return alone and not leaving(text, kind, self.facts).missing

    def verified(self, by: str, day: date | None = None, words: str = "") -> Decision:
        """Say who checked it, that day; refused while something is still to be filled."""
        return verify_document(
            self.engagement, self.id, by or self.me, day or self.today, self.today, words,
            self.asked,
        )  # fmt: skip

    @property
    def asked(self) -> dict[str, str]:
        """What is still left to its author in the text that is kept: each blank, and its words."""
        return {each.blank: each.asked for each in left_to_author(self.document.text, self.kind)}

    def new_parts(self, changes: Iterable[Change], shown: str = "") -> tuple[Part, ...]:
        """What its template has gained since it was begun, in the language of its text; nothing of
        a text that was not begun from a template. `shown` is what is being written now."""
        document = self.document
        language = next((each for each in LANGUAGES if each == document.language), None)
        if not document.draft or language is None:
            return ()
        facts = self.facts._replace(words=self.words.speaking(language))
        template = template_of(self.id, language)
        begun_now = begun(template, self.kind, facts)
        known = (each.text for each in self.versions(changes))
        return new_parts(template, begun_now, [document.text, shown, *known])

    def versions(self, changes: Iterable[Change]) -> tuple[Version, ...]:
        """The texts it has had."""
        return versions_of(changes, self.id)


def paper_at(shown: Shown, document_id: str) -> Paper:
    """This document, for whoever looks."""
    return Paper(
        shown.engagement, shown.playbook, shown.words, shown.today, document_id, shown.actor
    )


def template_of(document_id: str, language: str) -> str:
    """The blank template of its kind; a title alone for one that has none, nothing for the
    dossier's own texts."""
    if document_id.startswith(SECTION):
        return ""
    return _text("templates", kind_of(document_id), f"{language}.md") or UNTITLED[language]


def example_of(document_id: str, language: str) -> str:
    """The filled example of its kind; empty where there is none."""
    return _text("examples", _folder(document_id), f"{language}.md")


def poor_signs(document_id: str, language: str) -> str:
    """What a poor one looks like, in five lines; empty where nobody wrote them."""
    return _text("examples", _folder(document_id), f"poor.{language}.md")


def page_of_ritual(ritual_id: str, day: date, engagement: Engagement) -> str:
    """The document of this ritual for that planned day; empty where it has none."""
    kind = next((entry.id for entry in Catalogues()["documents"]
                 if entry.fields.get("ritual") == ritual_id), "")  # fmt: skip
    if not kind:
        return ""
    return f"{kind}/{usual_period(kind, profile_of(engagement).first_day, day)}"


def usual_id(document_id: str, engagement: Engagement, today: date) -> str:
    """This id; for a kind that returns, the one of the period one begins now."""
    if "/" in document_id or RETURNING.get(document_id) in (None, "decision"):
        return document_id
    if document_of(engagement, document_id).state != "missing":
        return document_id  # recorded before its kind returned
    first_day = profile_of(engagement).first_day
    return f"{document_id}/{usual_period(document_id, first_day, today)}"


def _folder(document_id: str) -> str:
    if document_id.startswith(SECTION):
        return document_id.replace("/", "-")
    return kind_of(document_id)


def _text(folder: str, kind: str, name: str) -> str:
    file = content(folder, kind, name)
    return file.read_text(encoding="utf-8") if file.is_file() and kind else ""
