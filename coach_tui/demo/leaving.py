"""The demo's end, begun early: signals, documents, contacts, open loops."""

from __future__ import annotations

from datetime import timedelta

from coach_tui.demo.recorder import Recorder
from coach_tui.engagement.documents.save import describe_document
from coach_tui.engagement.transition.contacts import set_contact
from coach_tui.engagement.transition.dossier import write_section
from coach_tui.engagement.transition.loops import look_in, set_loop
from coach_tui.engagement.transition.record import set_transition
from coach_tui.engagement.transition.signals import review_signals


def tell_leaving(story: Recorder) -> None:
    """One signal of four, two documents written and one verified, a relay named."""
    for day, headcount in ((62, 29.0), (92, 30.0)):
        story.on(story.day(day))
        decision = review_signals(
            story.new_id(),
            story.day(day),
            headcount=headcount,
            budget=95_000.0,
            presence=False,
            team=2.0,
        )
        story.do(decision, "founder/Marc")
    story.on(story.day(95))
    relay = set_transition(story.engagement, {"relay": "Léa", "leaving": "Ann Roche"})
    story.do(relay, "founder/Marc")
    documents = (("reporting-process", "Tom", "Léa"), ("strategy", "Ann Roche", ""))
    for document, author, verifier in documents:
        fields: dict[str, object] = {"author": author, "written_on": story.day(80)}
        if verifier:
            fields |= {"verified_by": verifier, "verified_on": story.day(90)}
        story.do(describe_document(story.engagement, document, fields))
    contact = {"name": story.say("contact"), "who": story.say("contact-who")}
    story.do(set_contact(story.engagement, story.new_id(), contact, story.today))
    loop = {
        "topic": story.say("loop"),
        "promised_to": "Marc",
        "next": story.say("loop-next"),
        "due": story.today + timedelta(days=20),
        "old_owner": "Ann Roche",
        "new_owner": "Léa",
    }
    story.do(set_loop(story.engagement, story.new_id(), loop, story.today))
    story.do(look_in("contracts", True))
    story.do(write_section("summary", {"text": story.say("summary"), "trust": "B"}))
