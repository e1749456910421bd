"""A checklist says where every step stands, to a reader who has nothing but Markdown."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coach_tui import bundled
from coach_tui.engagement.step import steps_of
from tests.exports.missions import (
    MISSION,
    began,
    exported,
    note,
    planned,
    playbook,
    recorded,
    status,
)

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = "a | b [x] `c` <script> --> <!-- step: access-ads -->\n- [x] d\n# e ~~f~~"


def line_of(document: str, words: str) -> str:
    return next(line for line in document.split("\n") if words in line)


def test_one_stage_in_english() -> None:
    mission = recorded(
        began(),
        status("access-crm", "done"),
        status("access-ads", "blocked", by="Zoé", reason="away"),
    )
    assert exported(mission, stage="onboarding") == (
        "# Onboarding\n"
        f"<!-- coach: checklist 1 engagement {MISSION} -->\n"
        "\n"
        "**Company** Dupont & fils\n"
        "\n"
        "Exported on 22 November 2026 · steps done: 1 of 3 (33%)\n"
        "\n"
        "Tick `[x]` or untick `[ ]` anywhere, then bring the file back with `coach import`: "
        "only the boxes count.\n"
        "\n"
        "## Access\n"
        "\n"
        "- [x] Open the CRM — ops, due 2 December 2026 <!-- step: access-crm -->\n"
        "- [ ] Open the ads — ops, due 2 December 2026 — blocked by Zoé: away "
        "<!-- step: access-ads -->\n"
        "\n"
        "## Brief\n"
        "\n"
        "- [ ] Brief story — founder, due 2 December 2026 <!-- step: brief-story -->\n"
    )


def test_the_same_records_in_french() -> None:
    mission = recorded(
        began(), status("access-crm", "confirmed"), status("access-ads", "na", reason="no ads")
    )
    document = exported(mission, language="fr")
    crm, ads = line_of(document, "access-crm"), line_of(document, "access-ads")
    assert crm.startswith("- [x] ")
    assert "confirmée par\u00a0: CMO, le 2 novembre 2026" in crm
    assert "pour le 2 décembre 2026" in crm
    assert ads.startswith("- [ ] ~~Open the ads~~ — ops — sans objet\u00a0: no ads")
    assert "actions faites\u00a0: 1 sur 4 (25\u00a0%)" in document


def test_several_stages_each_with_its_progress() -> None:
    document = exported(recorded(began(), status("kpi-pick", "done")))
    assert [line for line in document.split("\n") if line.startswith("#")] == [
        "# Checklist", "## Onboarding", "### Access", "### Brief", "## KPIs", "### Choose",
    ]  # fmt: skip
    assert "steps done: 1 of 5 (20%)" in document
    assert "steps done: 1 of 2 (50%)" in document


def test_progress_is_never_a_hundred_before_the_end() -> None:
    everything = ["access-crm", "access-ads", "brief-story"]
    nothing_applies = recorded(began(), *(status(step, "na", reason="-") for step in everything))
    assert "100%" not in exported(nothing_applies, stage="onboarding")
    assert "—" in line_of(exported(nothing_applies, stage="onboarding"), "Exported on")
    done = recorded(began(), *(status(step, "done") for step in everything))
    assert "100%" in exported(done, stage="onboarding")


def test_clean_writes_no_id_at_all() -> None:
    mission = recorded(began(), status("access-crm", "done"), status("old-step", "done"))
    document = exported(mission, clean=True)
    assert "<!--" not in document
    for secret in ("access-crm", "old-step", MISSION):
        assert secret not in document


def test_notes_only_when_asked_and_never_the_private_ones() -> None:
    mission = recorded(
        began(),
        note("access-crm", "Ask Zoé\nfirst"),
        note("access-crm", "Z. is slow", private=True),
    )
    assert "Ask Zoé" not in exported(mission)
    document = exported(mission, notes=True)
    assert "  - *CMO, 2 November 2026*\\\n    Ask Zoé\\\n    first\n" in document
    assert "slow" not in document


def test_retired_steps_come_last_with_what_was_recorded() -> None:
    mission = recorded(began(), status("old-step", "done"), status("kpi-pick", "done"))
    last = exported(mission).split("## ")[-1]
    assert last.startswith("Recorded, and no longer in the playbook")
    assert "- [x] old step <!-- retired: old-step -->" in last


def test_the_real_playbook_exports_in_both_languages() -> None:
    mission = recorded(began())
    for language in ("fr", "en"):
        book, _ = bundled.load_playbook(language)
        document = exported(mission, book, language)
        ids = re.findall(r"<!-- step: (\S+) -->", document)
        assert ids == [each.step.id for each in planned(book, mission)]


@given(st.lists(st.one_of(st.just(HOSTILE), st.text(max_size=80)), min_size=5, max_size=5))
def test_hostile_words_break_no_list_and_add_no_comment(words: list[str]) -> None:
    company, title, by, why, text = words
    mission = recorded(
        began(company),
        status("access-crm", "blocked", by=by, reason=why),
        status("access-ads", "na", reason=why),
        note("access-crm", text),
        status("gone-step", "blocked", by=by, reason=why),
    )
    book = playbook({"access-crm": title or "t", "access-ads": title or "t"})
    document = exported(mission, book, notes=True)
    tokens = READER.parse(document)
    assert [token.level for token in tokens if token.type == "heading_open"] == [0] * 7
    assert not [token for token in tokens if token.type in ("fence", "code_block", "table_open")]
    inside = [child for token in tokens for child in token.children or []]
    comments = [child.content for child in inside if child.type == "html_inline"]
    assert comments == [
        *(f"<!-- step: {each.step.id} -->" for each in planned(book, mission)),
        "<!-- retired: gone-step -->",
    ]
    items = [token for token in tokens if token.type == "list_item_open"]
    written = steps_of(mission)["access-crm"].notes
    assert len(items) == 5 + 1 + len(written)
