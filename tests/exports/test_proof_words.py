"""What shows a step done, or a condition met, is read in the reader's language."""

from __future__ import annotations

import re
from datetime import date

import pytest

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.done_when_facts import FACTS
from coach_tui.coach.journey import journey
from coach_tui.engagement.access.record import ENTITY
from coach_tui.engagement.change import Draft
from coach_tui.engagement.framing.contract import BASE, set_clause
from coach_tui.engagement.state import Engagement
from coach_tui.exports.journey_words import test_lines as condition_lines
from coach_tui.exports.proof_words import proof_plain, proof_words
from coach_tui.language import LANGUAGES, Words
from tests.demo.test_demo import opened
from tests.engagement.recording import after

SPACED = re.compile(r"\w [:;?!%€»]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_missions_proofs_are_in_the_readers_own_writing(tmp_path, language):
    today = date(2026, 3, 12)
    session = opened(tmp_path, language, today)
    words = Words(language)
    proofs = [proof_words(fact(session.engagement), words) for fact in FACTS.values()]
    assert not [each for each in proofs if re.search(r"[a-z]-[a-z]|\b[a-z]+_", each)], "no id"
    conditions: list[str] = []
    playbook = load_playbook(language)[0]
    situation = Situation(playbook, session.engagement, today, Catalogues())
    for stage in playbook.stages:
        conditions += condition_lines(journey(stage, situation).exit, words)
    said = [*proofs, *conditions]
    assert sum(map(bool, proofs)) > 15
    assert sum(map(bool, conditions)) > 15
    assert not [each for each in said if re.search(r"\d{4}-\d{2}|proof\.", each)]
    if language == "fr":
        assert not [each for each in said if SPACED.search(each)]
        assert not [each for each in proofs if re.search(r"\d\.\d", each)]


def test_a_tool_is_verified_on_a_day():
    ledger = after(
        Engagement(),
        [Draft(ENTITY, "hub", {"tool": "HubSpot", "category": "crm"})],
        [Draft(ENTITY, "pipe", {"tool": "Pipedrive", "category": "crm"})],
        [Draft(ENTITY, "hub", {"verified_on": "2026-03-04"})],
    )
    assert FACTS["access:crm:verified"](ledger) == "", "one is not verified"
    ledger = after(ledger, [Draft(ENTITY, "pipe", {"verified_on": "2026-03-05"})])
    proof = FACTS["access:crm:verified"](ledger)
    assert proof_words(proof, Words("fr")) == "HubSpot (4 mars 2026), Pipedrive (5 mars 2026)"
    assert proof_plain(proof) == "HubSpot 2026-03-04, Pipedrive 2026-03-05"


def test_the_contracts_blocks_are_named_in_words():
    agreed = after(Engagement(), *(set_clause(name, "agreed", "founder") for name in BASE))
    proof = FACTS["frame:contract"](agreed)
    assert proof_words(proof, Words("fr")) == "périmètre, temps, objectifs et sortie sont convenus"
    assert proof_words(proof, Words("en")) == "scope, time, objectives and exit are agreed"
    assert proof_plain(proof) == "contract"
