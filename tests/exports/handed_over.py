"""Two engagements for the exports of framing and transition: a full one, and another company's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from coach_tui.engagement.documents.save import describe_document
from coach_tui.engagement.framing.budget import plan_cost
from coach_tui.engagement.framing.candidates import (
    CRITERIA,
    add_candidate,
    amend_candidate,
    mark,
    veto,
)
from coach_tui.engagement.framing.contract import set_clause, set_indicator
from coach_tui.engagement.framing.cost import Dose, FullTime
from coach_tui.engagement.framing.need import answer_gate, answer_need
from coach_tui.engagement.framing.record import frame, keep_model
from coach_tui.engagement.profile import amend, begin
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.contacts import set_contact
from coach_tui.engagement.transition.dossier import SECTIONS, write_section
from coach_tui.engagement.transition.exit import set_check
from coach_tui.engagement.transition.loops import set_loop, sign_loop
from coach_tui.engagement.transition.record import set_transition
from coach_tui.engagement.transition.signals import review_signals
from tests.engagement.recording import after
from tests.exports.missions import recorded

TODAY = date(2026, 3, 12)
FOUR_SIGNALS: Any = {"headcount": 130, "budget": 170_000, "presence": True, "team": 6}
HOSTILE = "a | b [x] `c`\n- d <script>alert(1)</script> **e** # f \x1b[2J ‮g"


def framed(word: str = "Acme") -> Engagement:
    """A company of sixty in the grey zone, with every part of the framing begun."""
    acme = after(Engagement(), begin(word, date(2026, 3, 9), 2, "founder"))
    figures = {"headcount": 60, "revenue": 4e6, "leadership_budget": 120_000.0}
    answers = {"daily": False, "employee": False, "marketer": True, "change": True}
    return after(
        acme,
        amend(acme, figures),
        frame({**answers, "situation": "launch", "sector": "saas", "deadline": date(2026, 9, 1)}),
        answer_need("stall", True, f"{word}: two flat quarters"),
        answer_need("coach", True),
        answer_need("speed", False),
        answer_gate("hands", False, f"{word}: nobody writes"),
        plan_cost(Dose(1100, 4, 6), FullTime(90_000)),
        add_candidate("c1", f"{word} Ada"),
        amend_candidate("c1", {"note": f"{word} private", "references": 2, "chosen": True}),
        *(mark("c1", rater, name, 4) for rater in "12" for name in CRITERIA),
        add_candidate("c2", f"{word} Bob"),
        veto("c2", "no-exit", True),
        set_clause("scope", "agreed", f"{word} founder"),
        set_clause("exit", "draft", "counsel"),
        set_indicator("clients", "red"),
        set_indicator("tools", "red"),
        keep_model("fractional", f"{word}: no need to be there daily", "full-time"),
    )


def leaving(word: str = "Acme") -> Engagement:
    """A mission that is being handed over, with something in every part."""
    acme = framed(word)
    acme = after(
        acme,
        set_transition(
            acme,
            {
                "successor": f"{word} Eve",
                "leaving": f"{word} Max",
                "successor_first_day": date(2026, 9, 7),
                "planned_end": date(2026, 9, 1),
            },
        ),
        review_signals("r1", date(2026, 2, 9), **FOUR_SIGNALS),
        review_signals("r2", date(2026, 3, 9), **FOUR_SIGNALS, words=f"{word} grows"),
        describe_document(acme, "strategy", {"author": f"{word} Max", "verified_by": "Tom"}, TODAY),
        describe_document(acme, "decision-log", {"author": "Tom", "link": "wiki"}, TODAY),
        set_loop(acme, "l1", {"topic": f"{word} rebate", "promised_to": "Zed",
                              "due": date(2026, 5, 5), "fate": "continue", "new_owner": "Eve"},
                 TODAY),
        set_contact(acme, "k1", {"name": f"{word} board", "private": f"{word} private"}, TODAY),
        write_section("summary", {"text": f"{word} was.\nWill be.\n\nSecond.", "trust": "A",
                                  "question": "Why?", "private": f"{word} private"}),
        set_check("ghost-access", "problem", TODAY, f"{word} key found"),
    )  # fmt: skip
    return after(acme, sign_loop("l1", "left", f"{word} Max", TODAY))


def everywhere_hostile() -> Engagement:
    """Words that would break a table, a list or a page, in every field that takes words."""
    words: dict[str, Mapping[str, Any]] = {
        "need-answer/stall": {"yes": True, "words": HOSTILE},
        "need-gate/hands": {"yes": False, "words": HOSTILE},
        "framing/framing": {"kept": "fractional", "reason": HOSTILE, "conclusion": HOSTILE},
        "candidate/c1": {"name": HOSTILE, "rater_1": HOSTILE},
        "clause/scope": {"state": "draft", "holder": HOSTILE, "words": HOSTILE},
        "transition/transition": {"successor": HOSTILE, "leaving": HOSTILE},
        "signal-review/r1": {"day": "2026-03-09", "presence": True, "words": HOSTILE},
        "document/strategy": {"author": HOSTILE, "link": HOSTILE, "verified_by": "Tom"},
        "open-loop/l1": {"topic": HOSTILE, "next": HOSTILE, "new_owner": HOSTILE, "left": HOSTILE},
        "contact/k1": {"name": HOSTILE, "who": HOSTILE, "why": HOSTILE},
        "exit-check/missing": {"outcome": "problem", "words": HOSTILE},
        "person/p1": {"name": HOSTILE, "role": HOSTILE},
        "access/a1": {"tool": HOSTILE, "owner": HOSTILE, "cmo_owns": True},
        "kpi/k1": {"name": HOSTILE, "baseline": 1},
        "ritual/r1": {"name": HOSTILE, "owner": HOSTILE, "output": HOSTILE},
        "decision/d1": {"title": HOSTILE, "why": HOSTILE, "opened": "2026-03-09"},
        **{f"dossier-section/{name}": {"text": HOSTILE, "question": HOSTILE} for name in SECTIONS},
    }
    facts = [(*key.split("/"), fields) for key, fields in words.items()]
    company = ("engagement", "engagement", {"company": HOSTILE, "first_day": "2026-03-09"})
    return recorded(company, *facts)  # type: ignore[arg-type]
