"""Candidates, as questions: who they are, one rater's marks, the vetoes. For both posts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from coach_tui.asking.answers import day_field, days_in, number_text, numbers_in
from coach_tui.asking.field import Field
from coach_tui.asking.form import Form
from coach_tui.engagement.change import Decision
from coach_tui.engagement.framing.candidates import (
    Candidate,
    amend_candidate,
    judge,
)
from coach_tui.engagement.gesture import together
from coach_tui.engagement.state import Engagement
from coach_tui.exports.catalogue_words import Catalogues
from coach_tui.exports.framing.people import CRITERIA, VETOES
from coach_tui.language import Refusal, Words

TEXTS = ("name", "rater_1", "rater_2")
COUNTS = ("clients", "references")
MET = "interviewed_on"


def add_form(engagement: Engagement, new_id: str, post: str, words: Words, today: date) -> Form:
    """Consider someone, and the day they are met where it is known."""
    fields = (Field("name", words("frame.candidate.name")), _interview(None, words))

    def decide(answers: Mapping[str, str]) -> Decision:
        days = days_in(answers, (MET,), words, today)
        if isinstance(days, Refusal):
            return days
        added = judge(engagement, new_id, name=answers["name"], post=post)
        return together(added, amend_candidate(new_id, days)) if days[MET] else added

    return Form(words("frame.candidates"), fields, decide)


def about_form(candidate: Candidate, words: Words, today: date) -> Form:
    """What is known of them."""
    values = {
        "name": candidate.name,
        "rater_1": candidate.raters[0],
        "rater_2": candidate.raters[1],
        "clients": number_text(candidate.clients, words),
        "references": number_text(candidate.references, words),
    }
    fields = [Field(name, words(f"frame.candidate.{name}"), values[name]) for name in values]
    fields.insert(1, _interview(candidate.interviewed_on, words))
    yes_no = (("no", words("frame.no")), ("yes", words("frame.yes")))
    chosen = "yes" if candidate.chosen else "no"
    fields.append(Field("chosen", words("frame.candidate.chosen"), chosen, "choice", yes_no))
    fields.append(Field("note", words("frame.candidate.note"), candidate.note, "text"))

    def decide(answers: Mapping[str, str]) -> Decision:
        counts, days = numbers_in(answers, COUNTS, words), days_in(answers, (MET,), words, today)
        if isinstance(counts, Refusal):
            return counts
        if isinstance(days, Refusal):
            return days
        told = {name: answers[name] for name in (*TEXTS, "note")}
        picked = {"chosen": answers["chosen"] == "yes"}
        return amend_candidate(candidate.id, {**told, **counts, **days, **picked})

    return Form(candidate.name, tuple(fields), decide, candidate.id)


def _interview(day: date | None, words: Words) -> Field:
    return day_field(MET, words("frame.candidate.interviewed_on"), day, "near")


def rater_named(candidate: Candidate, number: int, words: Words) -> str:
    """Which of the two raters, by name where they have said it."""
    name = candidate.raters[number - 1]
    key = "frame.candidate.rater" if name else "frame.candidate.rater.nobody"
    return words(key, number=number, name=name)


def mark_form(
    engagement: Engagement, candidate: Candidate, rater: str, catalogues: Catalogues, words: Words
) -> Form:
    """One rater's marks, 1 to 5, any of them left for later. The other's are not shown."""
    given = candidate.marks.get(rater, {})
    fields = []
    for entry in catalogues.get(CRITERIA[candidate.post], ()):
        told = entry.words[words.language]
        weak = words("frame.candidate.weak", weak=told["weak"])
        strong = words("frame.candidate.strong", strong=told["strong"])
        value = str(given.get(entry.id, ""))
        fields.append(Field(entry.id, told["name"], value, hint=f"{weak} · {strong}"))

    def decide(answers: Mapping[str, str]) -> Decision:
        marks: dict[str, int | None] = {}
        for criterion, text in answers.items():
            said = text.strip()
            if said == str(given.get(criterion, "")):
                continue
            number = int(said) if said.isascii() and said.isdigit() and len(said) < 4 else None
            if said and number is None:
                return Refusal("refusal.frame.mark", {"value": said[:20]}, criterion)
            marks[criterion] = number
        return judge(engagement, candidate.id, rater, marks)

    name = candidate.raters[int(rater) - 1]
    key = "frame.candidate.rater" if name else "frame.candidate.rater.nobody"
    title = f"{candidate.name} · {words(key, number=rater, name=name)}"
    return Form(title, tuple(fields), decide, candidate.id)


def veto_form(
    engagement: Engagement, candidate: Candidate, catalogues: Catalogues, words: Words
) -> Form:
    """Which vetoes apply."""
    yes_no = (("no", words("frame.no")), ("yes", words("frame.yes")))
    fields = tuple(
        Field(
            entry.id,
            entry.words[words.language]["name"],
            "yes" if entry.id in candidate.vetoes else "no",
            "choice",
            yes_no,
        )
        for entry in catalogues.get(VETOES[candidate.post], ())
    )

    def decide(answers: Mapping[str, str]) -> Decision:
        said = {reason: answer == "yes" for reason, answer in answers.items()}
        differ = {each: on for each, on in said.items() if on != (each in candidate.vetoes)}
        return judge(engagement, candidate.id, vetoes=differ)

    return Form(candidate.name, fields, decide, candidate.id)
