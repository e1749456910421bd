"""One engagement on several machines: sealed pushes in a place that needs no trust.

    age         the library that seals; loaded when something is sealed or opened
    key         what the invitation carries: sealing a push and opening one
    invitation  the one line that invites
    place       where pushes are put, as an interface
    folder      a place: a folder that any synchroniser carries, or a stick
    server      a place: a table in a practice's PostgreSQL
    where       which of them is meant
    letter      no place at all: one sealed file at a time
    ledger      what was read of a place and put there, seen from one device
    exchange    taking in and pushing: one engagement in one place
    kept        the key and the place, as this machine keeps them
    doors       sharing, joining, renewing, stopping: one decision for the app and the commands

A push is a file that is never written again, named
`<engagement>/<generation>/<device>/<number>-<32 figures of its SHA-256>.age`. One device writes
into a folder, so no synchroniser can make a conflict of it; one that has half arrived does not open
and is tried again. The engagement's own file stays each machine's own and complete: the place may
vanish, and be filled again from any machine.

Who has the invitation reads all that was shared and can't be made to forget it. Renewing the key
shuts out what comes after. What never leaves is told by `engagement.withheld`.
"""
