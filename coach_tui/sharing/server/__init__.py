"""A place: a table of sealed pushes in a PostgreSQL database, for a practice with many engagements.

    library     the library that speaks to it; loaded when such a place is used
    address     what may be said of a server, and what of it travels in an invitation
    faults      why it is not reached, in words
    calls       a connection on which every call ends
    place       pushes as rows
    listening   hearing at once that one was put there
    schema      the numbered steps in `migrations`
    keeping     who may see which engagement: what the practice's keeper of the server decides
    checking    whether every measure is in its place

The server never sees a word. It sees who is given which engagement, how big what they put is, and
when. A login sees the engagements it was given, and of all others only how much there is of all
together, and what logins are called: `migrations` has the measures, one by one.
"""
