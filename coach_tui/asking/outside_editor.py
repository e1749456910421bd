"""Writing in the editor of one's own: `$VISUAL`, else `$EDITOR`, on a file nobody else can read."""

import os
import shlex
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from coach_tui.language.cause import Cause
from coach_tui.language.refusal import Refusal

AT_ONCE: Final = 1.0  # second: an editor that comes back sooner opened a window and left
LIMIT: Final = 4 * 1024 * 1024  # bytes, read back at most


class Edited(NamedTuple):
    """What was written, and the file it is in: to be removed once it is kept."""

    text: str
    file: Path

    def forget(self) -> None:
        """Remove the file and what its editor left beside it, as in `…md~` and `.….md.swp`; what
        could not be kept stays in it otherwise."""
        with suppress(OSError):
            for each in self.file.parent.iterdir():
                if self.file.stem in each.name:
                    each.unlink()


def editor_in(env: Mapping[str, str]) -> tuple[str, ...]:
    """The command of the editor, in words; empty where none is set or it can't be read."""
    said = env.get("VISUAL", "").strip() or env.get("EDITOR", "").strip()
    try:
        return tuple(shlex.split(said, posix=os.name == "posix"))
    except ValueError:
        return ()


def edit_outside(text: str, name: str, env: Mapping[str, str], folder: Path) -> Edited | Refusal:
    """Have the text edited in a private file of `folder`; refused where nothing came of it.

    The file stays where the editor failed, so that nothing written in it is lost.
    """
    command = editor_in(env)
    if not command:
        return Refusal("refusal.document.no-editor")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(".md", f"{name.replace('/', '-')}-", folder)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as written:
            written.write(text)
    except OSError as error:
        return Refusal("refusal.document.editor", {"command": command[0], "why": Cause(error)})
    file, began = Path(path), time.monotonic()
    made = Edited(text, file)
    try:
        code = subprocess.call([*command, path])  # noqa: S603 (the user's own editor)
    except FileNotFoundError:
        made.forget()
        return Refusal("refusal.document.editor-unknown", {"command": command[0]})
    except OSError as error:
        made.forget()
        return Refusal("refusal.document.editor", {"command": command[0], "why": Cause(error)})
    if code and file.exists():
        values = {"command": command[0], "code": code, "file": path}
        return Refusal("refusal.document.editor-failed", values)
    said = _left_in(file)
    if isinstance(said, Refusal):
        return said
    if said != text and said.strip():
        return Edited(said, file)
    made.forget()
    if not said.strip():
        return Refusal("refusal.document.editor-empty")
    at_once = time.monotonic() - began < AT_ONCE
    return Refusal("refusal.document.editor-wait" if at_once else "refusal.document.unchanged")


def _left_in(file: Path) -> str | Refusal:
    """The text that the editor left; refused where there is none, or nobody can read it here."""
    try:
        if file.is_symlink() or not file.is_file():
            return Refusal("refusal.document.editor-gone")
        if file.stat().st_size > LIMIT:  # known before anything of it is read
            return Refusal("refusal.document.editor-big", {"file": str(file)})
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError:
        return Refusal("refusal.document.editor-gone")
    except OSError as error:
        values = {"file": str(file), "why": Cause(error)}
        return Refusal("refusal.document.editor-unread", values)
    except UnicodeDecodeError:
        return Refusal("refusal.document.editor-bytes", {"file": str(file)})
