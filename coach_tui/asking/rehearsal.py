"""A rehearsal of the handover, as one form: each question, and how it was answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coach_tui.asking.answers import choice_field, number_text, numbers_in
from coach_tui.asking.desk import Now
from coach_tui.asking.field import Field
from coach_tui.asking.form import Form
from coach_tui.engagement.change import Decision
from coach_tui.engagement.transition.rehearsal import (
    RESULTS,
    Rehearsal,
    minutes_gone,
    report_rehearsal,
)
from coach_tui.engagement.transition.taker import taker_there
from coach_tui.exports.catalogue_words import Catalogues
from coach_tui.exports.transition.rehearsal import loop_topic, question_words
from coach_tui.language import Refusal
from coach_tui.language.clean import one_line
from coach_tui.view_state import Shown


def rehearsal_about(shown: Shown, held: Rehearsal) -> str:
    """Who answers, from what, and that it can be left."""
    taker = held.who or taker_there(shown.engagement, shown.today)
    who = one_line(taker) or shown.words("rehearsal.somebody")
    return shown.words("rehearsal.about", who=who)


def rehearsal_form(
    shown: Shown, held: Rehearsal, catalogues: Catalogues, new_id: Callable[[], str], now: Now
) -> Form:
    """What is left empty was not asked yet: it can be gone on with, and its minutes add up."""
    words, opened = shown.words, now()
    fields = [Field("who", words("rehearsal.who"), held.who)]
    fields += [
        choice_field(
            f"q{place + 1}", f"{place + 1}. {question_words(asked, words)}",
            held.results.get(place, ""), ("", *RESULTS), "rehearsal.result.", words,
        )
        for place, asked in enumerate(held.asked)
    ]  # fmt: skip
    known = number_text(held.minutes, words) if held.whole else ""
    label = "rehearsal.minutes-all" if held.whole else "rehearsal.minutes"
    fields.append(Field("minutes", words(label), known))

    def decide(answers: Mapping[str, str]) -> Decision:
        numbers = numbers_in(answers, ["minutes"], words)
        if isinstance(numbers, Refusal):
            return numbers
        results = {
            place: said
            for place in range(len(held.asked))
            if (said := answers[f"q{place + 1}"]) and said != held.results.get(place)
        }
        topics = {place: loop_topic(held.asked[place], catalogues, words) for place in results}
        minutes = numbers["minutes"]
        if minutes is None and results and not held.whole:
            minutes = minutes_gone(held, opened, now())
        return report_rehearsal(
            shown.engagement, held.id, results, topics, (new_id() for _ in results), shown.today,
            who=answers["who"], minutes=minutes,
        )  # fmt: skip

    return Form(words("rehearsal"), tuple(fields), decide, held.id)
