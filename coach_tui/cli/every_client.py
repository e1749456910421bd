"""One calendar, one sheet of days, of all the CMO's clients: taken out on her own machine."""

from __future__ import annotations

import os

from coach_tui.cli.call import Call, accepted
from coach_tui.cli.delivery import deliver
from coach_tui.every_client import Clients, calendar_of_all, days_of_all, written
from coach_tui.places import local_zone
from coach_tui.side_by_side import refuse_place
from coach_tui.store.documents import file_named


def calendar_out(call: Call) -> int:
    """Every client's rituals and due dates."""
    _refuse_shared(call)
    clients, said = _clients(call), call.options.zone
    zone = local_zone(os.environ) if said is None else said.strip()
    made = accepted(calendar_of_all(clients, call.playbook(), call.words, zone))
    code = deliver(call, made.text)
    written(clients, made)
    return code


def days_out(call: Call) -> int:
    """Every client's days."""
    _refuse_shared(call)
    return deliver(
        call, accepted(days_of_all(_clients(call), call.words, call.options.month or ""))
    )


def _clients(call: Call) -> Clients:
    return Clients(call.home, call.choices().role, call.now)


def _refuse_shared(call: Call) -> None:
    """It names every client: no folder that one of them reads is a place for it."""
    if call.options.output != "-" and (
        refusal := refuse_place(call.home, file_named(call.options.output))
    ):
        accepted(refusal)
