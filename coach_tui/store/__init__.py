"""Changes on disk, in a TinyDB file, safely. `journal.Journal` is all that the rooms above use.

    journal   one engagement's changes: opened, added to, kept up with other writers
    union     the file, the replica and conflict copies, kept as one set of changes
    known     that set: everything this machine has seen of the engagement
    file      the engagement's file as last seen, and what to make of a damaged one
    storage   TinyDB's own ways in: a Storage and a Table that only ever add
    layout    the text of the file: TinyDB's JSON, one event a line, each with its check
    disk      the system calls, in the order that survives a power cut
    beside    what this machine keeps beside: the replica, the previous file, damaged copies
    copies    conflict copies a synchroniser left next to the file
    lock      one writer at a time
    errors    why not, as word keys; `notice`: what the user should hear of
    settings  this user's own choices on this machine

Reading needs neither TinyDB nor filelock; they are loaded at the first write.
"""
