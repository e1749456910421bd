"""What an editor of one's own may leave: a text is kept, anything else is said in words."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from coach_tui.asking.outside_editor import LIMIT, Edited, edit_outside
from coach_tui.language import Refusal, Words

# What the editor does to its file `f`, why it is refused, and whether the file is still there.
LEFT = {
    "sys.exit(3)": ("editor-failed", True),
    "open(f, 'w').close()": ("editor-empty", False),
    "os.remove(f)": ("editor-gone", False),
    "os.remove(f); os.mkdir(f)": ("editor-gone", True),
    "os.remove(f); os.symlink('/', f)": ("editor-gone", True),
    "os.remove(f); sys.exit(1)": ("editor-gone", False),
    "open(f, 'wb').write('né'.encode('utf-16'))": ("editor-bytes", True),
    "open(f, 'wb').write('né'.encode('latin-1'))": ("editor-bytes", True),
    f"open(f, 'wb').truncate({LIMIT + 1})": ("editor-big", True),
    "pass": ("editor-wait", False),
    "open(f + '~', 'w').close()": ("editor-wait", False),
    "time.sleep(1.1)": ("unchanged", False),
}


def edited(tmp_path: Path, does: str) -> Edited | Refusal:
    command = tmp_path / "editor.py"
    command.write_text(f"import os, sys, time\nf = sys.argv[1]\n{does}\n", encoding="utf-8")
    env = {"VISUAL": f"{sys.executable} {command}"}
    return edit_outside("# Scope\n", "scope", env, tmp_path / "editing")


def test_what_an_editor_leaves_that_is_no_text_is_said(tmp_path: Path) -> None:
    for number, (does, (reason, stays)) in enumerate(LEFT.items()):
        place = tmp_path / str(number)
        place.mkdir()
        made = edited(place, does)
        assert isinstance(made, Refusal), does
        assert made.reason == f"refusal.document.{reason}", does
        assert bool([*(place / "editing").iterdir()]) == stays, does


def test_a_mark_and_line_ends_of_another_system_are_no_words(tmp_path: Path) -> None:
    made = edited(
        tmp_path, "open(f, 'wb').write(b'\\xef\\xbb\\xbf# Scope\\r\\n\\r\\nAds.\\rEnd\\r\\n')"
    )
    assert isinstance(made, Edited)
    assert made.text == "# Scope\n\nAds.\nEnd\n"


def test_an_editor_that_is_not_there_is_named(tmp_path: Path) -> None:
    made = edit_outside("# Scope\n", "scope", {"EDITOR": "/nowhere/editor -w"}, tmp_path / "e")
    assert made == Refusal("refusal.document.editor-unknown", {"command": "/nowhere/editor"})
    assert not [*(tmp_path / "e").iterdir()]


def test_what_an_editor_puts_beside_the_file_goes_with_it_once_it_is_kept(tmp_path: Path) -> None:
    beside = "[open(os.path.join(d, n), 'w').close() for n in (f'{b}~', f'.{b}.swp', 'other.md')]"
    made = edited(tmp_path, f"d, b = os.path.split(f); {beside}; open(f, 'a').write('Ads.')")
    assert isinstance(made, Edited)
    assert len([*(tmp_path / "editing").iterdir()]) == 4
    made.forget()
    assert [each.name for each in (tmp_path / "editing").iterdir()] == ["other.md"]


def test_a_file_that_may_not_be_read_is_said_to_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(file: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(file))

    monkeypatch.setattr(Path, "read_bytes", refused)
    made = edited(tmp_path, "pass")
    (left,) = (tmp_path / "editing").iterdir()
    assert isinstance(made, Refusal)
    assert made.reason == "refusal.document.editor-unread"
    assert str(left) in Words("en").refusal(made)
