"""Words for what a record shows: why a step is done, why a condition is met."""

from __future__ import annotations

WORDS: dict[str, str | dict[str, str]] = {
    "proof.day": "{day}",
    "proof.days": "{first} to {last}",
    "proof.percent": "{n}%",
    "proof.tools": "{tools}",
    "proof.tool": "{tool} ({day})",
    "proof.need": "{score}, on {day}",
    "proof.score": "{score} of 8",
    "proof.dose": {"one": "{n} day a week", "other": "{n} days a week"},
    "proof.cost": {"one": "{n} day at {rate}", "other": "{n} days at {rate}"},
    "proof.model": "{model}: {reason}",
    "proof.contract": "scope, time, objectives and exit are agreed",
    "proof.signals": "{n} of {total} signals, reviewed on {day}",
    "proof.no-loops": {
        "one": "nothing open, {n} place looked at",
        "other": "nothing open, {n} places looked at",
    },
    "proof.answered": "answered",
    "proof.written": "written",
    "proof.who-day": "{who}, {day}",
    "proof.nine": "the nine documents, checked by others than their authors: {who}",
    "proof.split": "{a} / {b} / {c}",
    "proof.candidates": {"one": "{n} candidate", "other": "{n} candidates"},
    "proof.meetings": {"one": "{n} meeting, {day}", "other": "{n} meetings, the last on {day}"},
    "proof.written-up": {"one": "{n} written up", "other": "{n} written up"},
    "proof.objectives": {"one": "{n} objective", "other": "{n} objectives"},
    "proof.quick-wins": {"one": "{n} quick win promised", "other": "{n} quick wins promised"},
    "proof.checks": {"one": "{n} check done", "other": "{n} checks done"},
    "proof.report": "{month}",
    "proof.kpis": {"one": "{n} KPI tracked", "other": "{n} KPIs tracked"},
    "proof.skills": {"one": "{n} skill", "other": "{n} skills"},
    "proof.decisions": {"one": "{n} decision delegated", "other": "{n} decisions delegated"},
}
