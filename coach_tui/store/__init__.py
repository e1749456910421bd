"""Changes on disk, in a TinyDB file, safely. `journal.Journal` is all that the rooms above use.

    journal   one engagement's changes: opened, added to, kept up with other writers
    union     the file, the replica and conflict copies, kept as one set of changes
    event_set  that set: everything this machine has seen of the engagement
    file      the engagement's file as last seen, and what to make of a damaged one
    storage   TinyDB's own ways in: a Storage and a Table that only ever add
    layout    the text of the file: TinyDB's JSON, one event a line, each with its check
    disk      the system calls, in the order that survives a power cut
    private_files  what this machine keeps beside: the replica, the previous file, damaged copies
    copies    conflict copies a synchroniser left next to the file
    waiting   what is dated too far ahead to count; `clock_skew`: how far that is
    lock      one writer at a time
    errors    why not, as word keys; `notice`: what the user should hear of
    membership  how this machine takes part in a shared engagement
    settings  this user's own choices on this machine
    traces    every file that holds anything of one engagement; `backup`: a whole home in one
    drafts    what was typed and not saved; `local_tables`: TinyDB over one private file, for such

What TinyDB does here: it gives the file its shape, so that `TinyDB(path)` opens and queries it
without us; events are added through its `Storage` and `Table`, made to add and never write over;
and the small tables of this machine's own are it, queries and all. What it does not do: an
engagement is read here line by line, each line by its check, which is how a damaged file is read,
and written whole or not at all. So reading needs neither TinyDB nor filelock; they are loaded at
the first write. A change is written once on its way to the disk, and not read back.

What is promised, and the test that shows it (in tests/store; most of the first seven have beside
them a `control`, a worse way of saving that the same test catches):

    saved is saved, killed       test_kills: 200 kills, nothing acknowledged is missing
    saved is saved, power cut    test_power_cut: a model of a disk, not a cable pulled
    a failed save harms nothing  test_failing_calls: each system call, four errors
                                 test_full_disk: no room left, size limit
    writers at once              test_writers: 2 x 300 and 8 x 50, and two without any lock
    a synchronised folder        test_synchronised: a daemon that overwrites and delays, simulated
    a damaged file is told       test_damage: every truncation, random damage
    TinyDB opens it without us   test_stock_tinydb
    rights are left as they were test_kept_rights: a protected file is not replaced
    NaN and infinity stay out    test_no_numbers
    what is kept tells no lie    test_parsed, and tests/cli/test_status_cache for `coach status`

Under these conditions: the disk does what it is told when asked to force data (`fsync`), and the
private folder beside is a local one. The lock keeps out programs of this machine only; where the
disk has no locks, writers repair each other at their next look.

Not promised: changes saved on a machine that never meets the others again; all of a damaged file
on a machine that never opened it before, which has no record of it; access lists and extended
attributes of the file; secrecy from whoever can read the disk, for nothing is encrypted. Where two
people change one field, the later value shows and the history has both. Windows, macOS, network
disks and real synchronisers have not been tried.
"""
