"""What the walk explains is read aloud: a page of the playbook without its marks."""

from __future__ import annotations

import re

from coach_tui.bundled import load_playbook
from coach_tui.cli.text import page_as_text
from coach_tui.language import LANGUAGES
from tests.cli.conftest import Coach

MARKS = re.compile(r"\*\*|\]\(#|^> ", re.MULTILINE)


def test_every_page_is_its_words_alone() -> None:
    for language in LANGUAGES:
        for stage in load_playbook(language)[0].stages:
            for step in stage.steps:
                read = page_as_text(step.body)
                assert MARKS.search(step.body), step.id
                assert not MARKS.search(read), (step.id, read)
                assert len(read) > len(step.body) // 2, step.id


def test_asked_to_explain_the_walk_reads_no_marks(dupont: Coach) -> None:
    told = dupont("walk", "--lang", "en", stdin=b"?\nq\n").out
    assert "\nWhy. " in told, told
    assert not MARKS.search(told), told
