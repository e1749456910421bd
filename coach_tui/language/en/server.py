"""A place on a server: sharing through it, and keeping one."""

WORDS: dict[str, str | dict[str, str]] = {
    "server.option.server": (
        "the server it is shared on, with your login: postgresql://LOGIN@HOST/DATABASE"
    ),
    "server.sees": (
        "The server keeps it sealed: it never sees a word. It sees which login puts what there, "
        "how big it is, and when; the other logins see your login’s name and how much there is "
        "of all engagements together."
    ),
    "server.which-login": "Your login on {server}:",
    "refusal.server.no-psycopg": (
        "Sharing through a server needs a library that speaks to it. Install it with: {command}"
    ),
    "refusal.server.no-address": (
        "That is no server’s address. It reads postgresql://LOGIN@HOST/DATABASE"
    ),
    "refusal.server.address-password": (
        "That address holds a password, which the list of processes and the history of commands "
        "would show. Take it out, and keep it in ~/.pgpass, in the file that PGPASSFILE names, or "
        "in a service file. Nothing was done."
    ),
    "refusal.server.address-unproven": (
        "A server that is not this computer must prove who it is: add sslmode={sslmode} to the "
        "address (with sslrootcert=FILE or sslrootcert=system where its certificate needs one)."
    ),
    "refusal.server.one-place": "One place at a time: --folder or --server.",
    "refusal.server.needs-login": (
        "It is shared on a server, and no login of yours is known there. Say it: {server}"
    ),
    "refusal.server.slow": (
        "{file} did not answer in time. All that is recorded is saved here, and goes there once it "
        "answers."
    ),
    "refusal.server.down": (
        "{file} is not reached just now ({cause}). All that is recorded is saved here, and goes "
        "there once it is back."
    ),
    "refusal.server.login": (
        "{file} does not let you in ({cause}). The password is looked for in ~/.pgpass, in the file "
        "that PGPASSFILE names, or in a service file. All that is recorded is saved here."
    ),
    "refusal.server.certificate": (
        "{file} did not prove that it is the server you named ({cause}). Nothing was sent to it; "
        "all that is recorded is saved here. Ask its keeper which certificate it has."
    ),
    "refusal.server.no-database": (
        "{file} has no such database or login ({cause}). All that is recorded is saved here."
    ),
    "refusal.server.no-schema": (
        "{file} is no place yet: its keeper prepares it with coach server init. All that is "
        "recorded is saved here."
    ),
    "refusal.server.forbidden": (
        "{file} does not allow that to this login ({cause}). Ask its keeper: coach server grant. "
        "All that is recorded is saved here."
    ),
    "refusal.server.full": (
        "{file} takes nothing more just now ({cause}). All that is recorded is saved here, and "
        "goes there once there is room."
    ),
    "refusal.server.device": (
        "{file} knew this computer under another login. It goes on under a new name of its own: "
        "what was not taken goes there the next time."
    ),
    "refusal.server.other": (
        "{file} did not take that ({cause}). All that is recorded is saved here."
    ),
    "refusal.server.not-given": (
        "{file} does not know this engagement, or not for this login. Ask the server’s keeper for: "
        "coach server grant URL LOGIN {engagement}"
    ),
    "refusal.server.reads-only": (
        "This login may only read that engagement on {file}. Ask the server’s keeper for: coach "
        "server grant URL LOGIN {engagement}"
    ),
}
