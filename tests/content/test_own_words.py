"""Nothing we write says eight words in a row as the guide does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.content.runs import hashes, known

ROOT = Path(__file__).parents[2]
PLACES = ("content/**/*.md", "content/**/*.toml", "coach_tui/language/fr/*.py", "*.md")


def written() -> Iterator[tuple[str, str]]:
    """Every line anybody may read in French, with its file."""
    for place in PLACES:
        for file in sorted(ROOT.glob(place)):
            text = re.sub(r"<!--.*?-->", "", file.read_text(encoding="utf-8"))
            for line in text.splitlines():
                yield str(file.relative_to(ROOT)), line


def test_no_run_of_eight_words_is_the_guides() -> None:
    guide = known()
    shared = [
        (file, run) for file, line in written() for run, each in hashes(line) if each in guide
    ]
    assert shared == []


def test_a_run_is_found_whatever_its_case_accents_and_marks() -> None:
    theirs = {each for _, each in hashes("Où l’équipe décide-t-elle, seule, et de quoi ? Un œil !")}
    ours = "Nous avons vu où l'EQUIPE decide t elle seule et de quoi"
    assert [run for run, each in hashes(ours) if each in theirs] == [
        "ou l equipe decide t elle seule et",
        "l equipe decide t elle seule et de",
        "equipe decide t elle seule et de quoi",
    ]
    assert len(known()) > 4_000


def test_a_step_speaks_for_itself_and_names_the_guide_only_as_a_source() -> None:
    """What a card gives as the reason of a step is a reason, not what somebody else wrote."""
    spoken = re.compile(r"\b(?:le|du|au|the) guide\b|\bguide’s\b", re.IGNORECASE)
    lines = [
        f"{file.relative_to(ROOT)}: {line}"
        for file in sorted((ROOT / "content/playbook").rglob("*.md"))
        for line in re.sub(r"<!--.*?-->", "", file.read_text(encoding="utf-8")).splitlines()
        if spoken.search(line)
    ]
    assert lines == []
