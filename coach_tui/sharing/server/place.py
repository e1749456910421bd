"""A place: a server's table of sealed pushes.

A login may add and read, and nothing else: what a whole push replaces stays, and is not opened.
"""

from collections.abc import Sequence
from hashlib import md5
from typing import Any, Final

from coach_tui.sharing.key import LARGEST, Unopened
from coach_tui.sharing.place import Name, There, Unreached
from coach_tui.sharing.server.calls import PATIENT_S, Calls

_OF: Final = "from coach.push where engagement = %s and generation = %s"
_AT_ONCE: Final = 64 * 1024  # bytes of pushes brought together: little enough for a thin line


class Server:
    """Pushes as rows."""

    def __init__(self, where: str, engagement: str, seconds: float = PATIENT_S) -> None:
        self._engagement = engagement
        self._calls = Calls(where, seconds)
        self._connection: Any = None  # the one that was listed on
        self._listed: dict[int, dict[There, int]] = {}
        self._last: dict[int, int] = {}
        self._wanted: list[There] = []
        self._brought: dict[There, bytes] = {}

    @property
    def took_s(self) -> float:
        return self._calls.took_s

    def hurry(self, seconds: float) -> None:
        self._calls.hurry(seconds)

    def begin(self) -> None:
        def writes(connection: Any) -> Any:
            return connection.execute(
                "select writes from coach.member where engagement = %s and login = session_user",
                (self._engagement,),
            ).fetchone()

        given = self._calls.ask(writes)
        if given is None:
            raise Unreached("refusal.server.not-given", engagement=self._engagement)
        if not given[0]:
            raise Unreached("refusal.server.reads-only", engagement=self._engagement)

    def names(self, generation: int) -> Sequence[There]:
        """All of them, in the order they came; on one connection, what is new is asked for.

        A server that went back to a backup has broken every connection: all is listed anew then.
        """

        def listed(connection: Any) -> list[Any]:
            if connection is not self._connection:
                self._connection = connection
                self._listed, self._last, self._brought = {}, {}, {}
            after = self._last.get(generation, 0)
            query = (
                f"select seq, device, name, octet_length(sealed) {_OF} and seq > %s order by seq"
            )
            rows: list[Any] = connection.execute(
                query, (self._engagement, generation, after), binary=True
            ).fetchall()
            return rows

        rows = self._calls.ask(listed)
        found = self._listed.setdefault(generation, {})
        for seq, device, label, size in rows:
            found[There(Name(device, label.rstrip("rw")), label)] = size
            self._last[generation] = seq
        return list(found)

    def ahead(self, theres: Sequence[There]) -> None:
        self._wanted = list(theres)

    def get(self, generation: int, there: There) -> bytes:
        if self._listed.get(generation, {}).get(there, 0) > LARGEST:
            raise Unopened("too-big")
        if there not in self._brought:
            self._bring(generation, there)
        try:
            return self._brought.pop(there)
        except KeyError:
            raise FileNotFoundError(there.label) from None

    def put(self, generation: int, name: Name, sealed: bytes, kind: str) -> None:
        """One statement, which commits by itself. An answer that was lost is no harm."""

        def added(connection: Any) -> None:
            connection.execute(
                "insert into coach.push (engagement, generation, device, name, sealed)"
                " values (%s, %s, %s, %s, %b) on conflict do nothing",
                (self._engagement, generation, name.device, f"{name.name}{kind}", sealed),
            )

        self._calls.ask(added, size=len(sealed))

    def retire(self, generation: int, names: Sequence[Name]) -> None:
        """Nothing: no login may delete."""

    def generations(self) -> Sequence[int]:
        def found(connection: Any) -> list[int]:
            query = "select distinct generation from coach.push where engagement = %s order by 1"
            return [each for (each,) in connection.execute(query, (self._engagement,))]

        return self._calls.ask(found)

    def wait(self, seconds: float) -> bool:
        """Whether something was put there meanwhile. The channel tells nothing but that."""
        channel = md5(self._engagement.encode(), usedforsecurity=False).hexdigest()

        def heard(connection: Any) -> bool:
            connection.execute(f"listen coach_{channel}")
            return any(True for _ in connection.notifies(timeout=seconds, stop_after=1))

        return self._calls.ask(heard, more_s=seconds)

    def _bring(self, generation: int, first: There) -> None:
        """This push, and those wanted after it, as many as come quickly."""
        sizes = self._listed.get(generation, {})
        start = self._wanted.index(first) if first in self._wanted else len(self._wanted)
        taken, total = [first], sizes.get(first, 0)
        for each in self._wanted[start + 1 :]:
            total += sizes.get(each, 0)
            if total > _AT_ONCE:
                break
            taken.append(each)

        def brought(connection: Any) -> list[Any]:
            labels = [each.label for each in taken], [each.name.device for each in taken]
            query = f"select device, name, sealed {_OF} and name = any(%s) and device = any(%s)"
            rows: list[Any] = connection.execute(
                query, (self._engagement, generation, *labels), binary=True
            ).fetchall()
            return rows

        for device, label, sealed in self._calls.ask(brought, size=total):
            self._brought[There(Name(device, label.rstrip("rw")), label)] = bytes(sealed)
