"""Acts of the transition: signals, dates, loops, contacts, documents, checks after the exit."""

from __future__ import annotations

from coach_tui.asking import transition as forms
from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.acts.papers import document_sheet
from coach_tui.asking.document import paper_at
from coach_tui.asking.expiry import expiry_form
from coach_tui.asking.sheet import Asked, AtScreen, Pick, sheet_of
from coach_tui.bundled import Catalogues
from coach_tui.engagement.documents.kinds import NINE
from coach_tui.engagement.documents.record import document_of
from coach_tui.engagement.transition.contacts import Contact, contacts_of
from coach_tui.engagement.transition.exit import checks_of
from coach_tui.engagement.transition.expiry import expiries_of
from coach_tui.engagement.transition.loops import Loop, loops_of
from coach_tui.exports.transition.expiries import expiry_words


def open_signals(opening: Opening) -> Asked:
    """This month's review of the signals."""
    identity, today = opening.desk.new_id(), opening.shown.today
    form = forms.review_form(opening.engagement, identity, opening.words, today)
    return sheet_of(form, opening.desk, opening.said)


def open_plan(opening: Opening) -> Asked:
    """Who takes over, from when, and the weeks it takes."""
    form = forms.plan_form(opening.engagement, opening.words, opening.shown.today)
    lead = opening.focus or ("successor" if opening.act.kind == "successor" else "")
    return sheet_of(form, opening.desk, opening.said, lead)


def open_loops(opening: Opening) -> Asked:
    """An open loop to sign, or a new one."""
    words, loops = opening.words, loops_of(opening.engagement)
    today = opening.shown.today
    new = Loop(opening.desk.new_id())

    def then(answer: str) -> Asked:
        loop = next((each for each in loops.unsigned if each.id == answer), None)
        if loop is None:
            form = forms.loop_form(opening.engagement, new, words, today)
        else:
            form = forms.sign_form(opening.engagement, loop, words, today)
        return sheet_of(form, opening.desk, loop.topic if loop else opening.said)

    if not loops.unsigned:
        return then("")
    if named := opening.id_of("loop"):
        return then(named)
    options = tuple((each.id, each.topic) for each in loops.unsigned)
    return Pick(words("transition.open-loops"), opening.said,
                (*options, ("", words("act.new-loop"))), then)  # fmt: skip


def open_contacts(opening: Opening) -> Asked:
    """A contact the successor has not met, or a new one."""
    words, today = opening.words, opening.shown.today
    waiting = [each for each in contacts_of(opening.engagement) if not each.introduced]

    def then(answer: str) -> Asked:
        known = next((each for each in waiting if each.id == answer), None)
        contact = known or Contact(opening.desk.new_id())
        form = forms.contact_form(opening.engagement, contact, words, today)
        return sheet_of(form, opening.desk, opening.said)

    if not waiting:
        return then("")
    if named := opening.id_of("contact"):
        return then(named)
    options = tuple((each.id, each.name) for each in waiting)
    return Pick(words("transition.contacts"), opening.said,
                (*options, ("", words("act.new-contact"))), then)  # fmt: skip


def open_expiry(opening: Opening) -> Asked:
    """One of the lines this is about: what becomes of it, or its next day."""
    words, today = opening.words, opening.shown.today
    lines = expiries_of(opening.engagement)
    named = [each.partition(":")[2] for each in opening.about]
    asked = [lines[each] for each in named if each in lines]

    def then(answer: str) -> Asked:
        form = expiry_form(opening.engagement, lines[answer], words, today)
        return sheet_of(form, opening.desk, lines[answer].what, opening.focus)

    if not asked:
        return AtScreen("transition")
    if len(asked) == 1:
        return then(asked[0].id)
    options = tuple((each.id, expiry_words(each, False, words, today)) for each in asked)
    return Pick(words("expiry"), opening.said, options, then)


def open_documents(opening: Opening) -> Asked:
    """Which of the nine is not checked yet, and how it stands."""
    words = opening.words
    waiting = [name for name in NINE if not document_of(opening.engagement, name).verified]
    if not waiting:
        return AtScreen("transition")
    papers = [paper_at(opening.shown, name) for name in waiting]
    options = tuple((each.id, f"{each.name} · {each.standing}") for each in papers)
    return Pick(words("transition.documents"), opening.said, options,
                lambda name: document_sheet(opening, name, ""))  # fmt: skip


def open_exit(opening: Opening) -> Asked:
    """The checks of the round that has come, one after the other."""
    left = [each for each in checks_of(opening.engagement) if not each.outcome]
    due = [each for each in left if each.id in opening.about] or left
    if not due:
        return AtScreen("transition")
    form = forms.check_form(due[0], Catalogues(), opening.words, opening.shown.today)
    return sheet_of(form, opening.desk, opening.said)
