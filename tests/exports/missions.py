"""Missions as recorded, for the tests of what is exported."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from coach_tui.coach.plan import Planned, plan, retired
from coach_tui.engagement.change import Change
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import steps_of
from coach_tui.exports.checklist import Checklist, checklist
from coach_tui.language import Language, Words
from coach_tui.playbook.model import Due, Playbook, Section, Stage, Step

MISSION = "019ab000-0000-7000-8000-000000000001"
TODAY = date(2026, 11, 22)


def recorded(*facts: tuple[str, str, Mapping[str, Any]], actor: str = "cmo") -> Engagement:
    """An engagement where these facts (entity, id, fields) were recorded, in this order."""
    clock = HybridClock()
    changes = [
        Change(
            clock.stamp(1_790_000_000_000, number),
            f"2026-11-{min(number, 30):02}T08:00:00.000000+00:00",
            actor,
            *fact,
        )
        for number, fact in enumerate(facts, 1)
    ]
    return Engagement().after(changes)


def began(company: str = "Dupont & fils") -> tuple[str, str, Mapping[str, Any]]:
    fields = {"company": company, "first_day": "2026-12-07", "days_per_week": 2, "role": "founder"}
    return "engagement", "engagement", fields


def status(step_id: str, status: str, **words: str) -> tuple[str, str, Mapping[str, Any]]:
    return "step", step_id, {"status": status, **words}


def note(step_id: str, text: str, *, private: bool = False) -> tuple[str, str, Mapping[str, Any]]:
    return "note", f"n-{step_id}-{len(text)}-{private}", {
        "step": step_id, "text": text, "private": private,
    }  # fmt: skip


def playbook(titles: Mapping[str, str] | None = None) -> Playbook:
    """Two stages, three sections, five steps; `titles` overrides some."""
    named = {"access-crm": "Open the CRM", "access-ads": "Open the ads", **(titles or {})}

    def step(step_id: str, stage: str, section: str, owner: str = "ops") -> Step:
        title = named.get(step_id, step_id.replace("-", " ").capitalize())
        return Step(step_id, title, "", owner, stage, section, due=Due("D", -5), essential=True)

    access = tuple(
        step(step_id, "onboarding", "access") for step_id in ("access-crm", "access-ads")
    )
    brief = (step("brief-story", "onboarding", "brief", "founder"),)
    kpis = tuple(step(step_id, "kpis", "choose", "cmo") for step_id in ("kpi-pick", "kpi-cac"))
    return Playbook(
        [
            Stage("onboarding", "Onboarding", "", (
                Section("access", "Access", access), Section("brief", "Brief", brief),
            )),
            Stage("kpis", "KPIs", "", (Section("choose", "Choose", kpis),)),
        ]
    )  # fmt: skip


def planned(book: Playbook, engagement: Engagement) -> tuple[Planned, ...]:
    return plan(book, engagement, TODAY)


def exported(
    engagement: Engagement,
    book: Playbook | None = None,
    language: Language = "en",
    stage: str = "",
    **options: bool,
) -> str:
    """The checklist of one stage, or of all."""
    book = book or playbook()
    stages = [each for each in book.stages if stage in ("", each.id)]
    gone = {step_id: steps_of(engagement)[step_id] for step_id in retired(book, engagement)}
    company = str(engagement.record("engagement", "engagement")["company"].value)
    handout = Checklist(company, MISSION, TODAY, stages, planned(book, engagement), gone, **options)
    return checklist(handout, Words(language))
