"""What somebody was typing in a form and has not saved: it is there again at the next opening.

A draft belongs to one form of one engagement on this machine; it is in no engagement's file and
never leaves this computer.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from coach_tui.store.looking import is_there
from coach_tui.store.private_files import LOCAL_TABLES

if TYPE_CHECKING:
    from tinydb.queries import QueryInstance

TABLE: Final = "drafts"


class KeptDraft(NamedTuple):
    """`answers` as they were typed, by field; `at`: when, ISO 8601."""

    form: str
    answers: Mapping[str, str]
    at: str


class Drafts:
    """The drafts kept in this private folder. Everything may raise a StoreError.

    Where nothing was ever kept, asking costs one look at the disk: TinyDB is not loaded for it.
    """

    def __init__(self, state: Path) -> None:
        self._state = state

    def put(self, engagement: str, form: str, answers: Mapping[str, str], at: str) -> None:
        """Keep this draft in the place of the one before; on the disk when this returns."""
        from coach_tui.store.local_tables import changing_local_tables

        draft = {"engagement": engagement, "form": form, "answers": dict(answers), "at": at}
        with changing_local_tables(self._state) as tables:
            tables.table(TABLE).upsert(draft, _of(engagement, form))

    def get(self, engagement: str, form: str) -> KeptDraft | None:
        """The draft of this form; None where there is none."""
        found = [draft for draft in self.of(engagement) if draft.form == form]
        return found[-1] if found else None

    def of(self, engagement: str) -> list[KeptDraft]:
        """Every draft of this engagement, the latest last."""
        if not self._is_kept():
            return []
        from tinydb import where

        from coach_tui.store.local_tables import local_tables

        rows = local_tables(self._state).table(TABLE).search(where("engagement") == engagement)
        found = [draft for row in rows if (draft := _read(row))]
        return sorted(found, key=lambda draft: draft.at)

    def drop(self, engagement: str, form: str) -> None:
        """Forget this draft: what was typed is saved, or not wanted any more."""
        if self._is_kept():
            self._remove(_of(engagement, form))

    def drop_all(self, engagement: str) -> None:
        """Forget every draft of this engagement."""
        if self._is_kept():
            from tinydb import where

            self._remove(where("engagement") == engagement)

    def _remove(self, unwanted: "QueryInstance") -> None:
        from coach_tui.store.local_tables import changing_local_tables

        with changing_local_tables(self._state) as tables:
            if tables.table(TABLE).contains(unwanted):
                tables.table(TABLE).remove(unwanted)

    def _is_kept(self) -> bool:
        return is_there(self._state / LOCAL_TABLES)


def _of(engagement: str, form: str) -> "QueryInstance":
    from tinydb import where

    draft: QueryInstance = (where("engagement") == engagement) & (where("form") == form)
    return draft


def _read(row: Mapping[str, object]) -> KeptDraft | None:
    """The draft in this row; None where somebody else wrote it."""
    form, answers, at = row.get("form"), row.get("answers"), row.get("at")
    if not (isinstance(form, str) and isinstance(answers, dict) and isinstance(at, str)):
        return None
    said = {str(name): value for name, value in answers.items() if isinstance(value, str)}
    return KeptDraft(form, said, at)
