"""Transition, as questions: the fields of each line, and the decision its answers make."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.asking.answers import (
    YES_NO,
    choice_field,
    day_field,
    days_in,
    number_text,
    numbers_in,
    yes_no_field,
)
from coach_tui.asking.field import Field
from coach_tui.asking.form import Form, form_from
from coach_tui.engagement.change import Decision
from coach_tui.engagement.documents.record import nine_of
from coach_tui.engagement.documents.save import describe_document
from coach_tui.engagement.fields import fields_of
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.contacts import Contact, contacts_of, set_contact
from coach_tui.engagement.transition.dossier import TRUST, dossier_of, write_section
from coach_tui.engagement.transition.exit import CHECKS, OUTCOMES, Check, set_check
from coach_tui.engagement.transition.loops import SAID, SIDES, Loop, loops_of, set_loop, sign_loop
from coach_tui.engagement.transition.record import DEFAULTS, set_transition, transition_of
from coach_tui.engagement.transition.signals import review_signals, reviews_of
from coach_tui.engagement.transition.taker import taker_there
from coach_tui.exports.catalogue_words import Catalogues, said
from coach_tui.language import Refusal, Words

WHO: Final = ("successor", "relay", "leaving")
DAYS: Final = ("successor_first_day", "planned_end", "ended")


def review_form(engagement: Engagement, new_id: str, words: Words, today: date) -> Form:
    """A monthly review, starting from what the last one or the mission's frame says."""
    reviews, profile = reviews_of(engagement), profile_of(engagement)
    last = reviews[-1] if reviews else None
    figures = {
        "headcount": last.headcount if last else profile.headcount,
        "budget": last.budget if last else profile.leadership_budget,
        "team": last.team if last else None,
    }
    fields = [
        Field(name, words(f"transition.signals.{name}"), number_text(value, words))
        for name, value in figures.items()
    ]
    presence = yes_no_field(
        "presence", words("transition.signals.presence"), last.presence if last else None, words
    )
    why = Field("words", words("transition.signals.words"), "", "text")
    day = day_field("day", words("transition.signals.day"), today, "past")

    def decide(answers: Mapping[str, str]) -> Decision:
        found, days = numbers_in(answers, figures, words), days_in(answers, ["day"], words, today)
        if isinstance(found, Refusal):
            return found
        if isinstance(days, Refusal):
            return days
        return review_signals(
            new_id,
            days["day"] or today,
            headcount=found["headcount"],
            budget=found["budget"],
            team=found["team"],
            presence=YES_NO[answers["presence"]],
            words=answers["words"],
        )

    return Form(words("transition.signals"), (*fields, presence, why, day), decide)


def plan_form(engagement: Engagement, words: Words, today: date) -> Form:
    """Who takes over, the days, the lengths."""
    transition, profile = transition_of(engagement), profile_of(engagement)
    fields = [
        Field(name, words(f"transition.set.{name}"), getattr(transition, name)) for name in WHO
    ]
    days = {
        "successor_first_day": profile.successor_first_day,
        "planned_end": profile.planned_end,
        "ended": transition.ended,
    }
    fields += [
        day_field(
            name, words(f"transition.set.{name}"), day, "past" if name == "ended" else "ahead"
        )
        for name, day in days.items()
    ]
    fields.append(Field("ended_why", words("transition.set.ended_why"), transition.ended_why))
    fields += [
        Field(name, words(f"transition.set.{name}"), str(getattr(transition, name)))
        for name in DEFAULTS
    ]

    fields.append(Field("mission", words("transition.set.mission"), transition.mission, "text"))

    def decide(answers: Mapping[str, str]) -> Decision:
        found = days_in(answers, DAYS, words, today)
        lengths = numbers_in(answers, DEFAULTS, words)
        if isinstance(found, Refusal):
            return found
        if isinstance(lengths, Refusal):
            return lengths
        who = {name: answers[name] for name in (*WHO, "mission", "ended_why")}
        return set_transition(engagement, {**who, **found, **lengths})

    return Form(words("transition.plan"), tuple(fields), decide)


def document_form(
    engagement: Engagement, catalogues: Catalogues, words: Words, name: str, today: date
) -> Form:
    """What is said of one of the nine, set right: who wrote it, where it is, who tried it.

    The other forms of a document only add: an author beside those there are, a check of the text it
    has now. Here what was said wrongly is replaced, or emptied.
    """
    document = nine_of(engagement)[name]
    texts = ("author", "link", "verified_by")
    known = {**document._asdict(), "author": "".join(document.authors[:1])}
    fields = [Field(name, words(f"transition.document.{name}"), known[name]) for name in texts]
    label = words("transition.document.verified_on")
    fields.append(day_field("verified_on", label, document.verified_on, "past"))
    fields.append(Field("words", words("transition.document.words"), document.words, "text"))

    def decide(answers: Mapping[str, str]) -> Decision:
        days = days_in(answers, ("verified_on",), words, today)
        if isinstance(days, Refusal):
            return days
        if answers["verified_by"].strip() and days["verified_on"] is None:
            days = {"verified_on": today}
        told = {each: answers[each] for each in (*texts, "words")}
        return describe_document(engagement, name, {**told, **days}, today)

    title = said(catalogues, "documents", name, "name", words.language)
    return Form(title, tuple(fields), decide)


def loop_form(engagement: Engagement, loop: Loop, words: Words, today: date) -> Form:
    """Everything said of an open loop; changing it takes the signatures back."""
    asked = [name for name in fields_of(Loop) if name in SAID]
    title = words("transition.open-loops")
    known = {each.id for each in loops_of(engagement).all}
    return form_from(
        title, loop, asked, words, today, lambda said: set_loop(engagement, loop.id, said, today),
        new=loop.id not in known,
    )  # fmt: skip


def sign_form(engagement: Engagement, loop: Loop, words: Words, today: date) -> Form:
    """One of the two signatures."""
    transition = transition_of(engagement)
    side = "taken" if loop.left and not loop.taken else "left"
    sides = tuple((each, words(f"transition.loop.sign-{each}")) for each in SIDES)
    name = taker_there(engagement, today) if side == "taken" else transition.leaving
    fields = (
        Field("side", words("transition.loop.sign-as"), side, "choice", sides),
        Field("name", words("transition.loop.name"), name),
    )
    return Form(
        loop.topic,
        fields,
        lambda answers: sign_loop(loop.id, answers["side"], answers["name"], today),
        loop.id,
    )


def contact_form(engagement: Engagement, contact: Contact, words: Words, today: date) -> Form:
    """A key contact, and whether they were introduced."""
    title = words("transition.contacts")
    return form_from(
        title, contact, fields_of(Contact), words, today,
        lambda said: set_contact(engagement, contact.id, said, today),
        new=contact not in contacts_of(engagement),
    )  # fmt: skip


def check_form(check: Check, catalogues: Catalogues, words: Words, today: date) -> Form:
    """How a check after the exit went."""
    key = "transition.exit.outcome."
    outcome = choice_field("outcome", words("transition.exit.outcome"), check.outcome, OUTCOMES,
                           key, words)  # fmt: skip
    seen = Field("words", words("transition.exit.words"), check.words, "text")
    title = said(catalogues, "after-exit-checks", check.id, "check", words.language)
    return Form(
        f"+{CHECKS[check.id]} · {title}",
        (outcome, seen),
        lambda answers: set_check(check.id, answers["outcome"], today, answers["words"]),
    )


def section_form(engagement: Engagement, catalogues: Catalogues, words: Words, name: str) -> Form:
    """What stands beside the text of a section: it is written where documents are."""
    section = dossier_of(engagement)[name]
    trust = choice_field("trust", words("transition.dossier.trust-field"), section.trust, TRUST,
                         "transition.dossier.trust.", words)  # fmt: skip
    fields = (
        trust,
        Field("question", words("transition.dossier.question-field"), section.question),
        Field("private", words("transition.dossier.private"), section.private, "text"),
    )
    title = said(catalogues, "dossier-sections", name, "name", words.language)
    return Form(title, fields, lambda answers: write_section(name, {**answers}))
