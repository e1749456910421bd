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
        "That address holds a password, which the list of running programs and the history of "
        "commands would show. Take it out, and keep it in ~/.pgpass, in the file that PGPASSFILE names, or "
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
    "server.option.url": (
        "the server, as its keeper: postgresql://KEEPER@HOST/DATABASE (its password in ~/.pgpass)"
    ),
    "server.option.login": "who is given it: a login, made where there is none",
    "server.option.leaver": "from whom it is taken",
    "server.option.engagement": "an engagement here, by its name; or the id that coach share tells",
    "server.option.only": "this engagement alone; all of hers where none is named",
    "server.option.read-only": "let this login read it, and add nothing",
    "server.login": "LOGIN",
    "server.engagement": "ENGAGEMENT",
    "server.prepared": "The server is prepared (its tables, version {version}).",
    "server.up-to-date": "The server is up to date (its tables, version {version}).",
    "server.holds-none": "It holds no engagement yet: coach server grant gives the first.",
    "server.given": "{login} sees engagement {engagement}, and adds to it.",
    "server.given-reading": "{login} sees engagement {engagement}, and adds nothing.",
    "server.address": "The address to share or join from: {server}",
    "server.opaque": (
        "Every login of this server sees the names of all logins. One that tells nothing "
        "(k7f3q) keeps a client’s or a person’s name out of sight."
    ),
    "server.password": (
        "The login is new. This line goes into the file ~/.pgpass of whoever uses it, readable by "
        "them alone; give it by a safe way, it is not shown again:"
    ),
    "server.taken": {
        "one": "{login} sees {n} engagement less: nothing more of it from now on.",
        "other": "{login} sees {n} engagements less: nothing more of them from now on.",
    },
    "server.renewed": {
        "one": (
            "Its key is renewed: what she had she keeps, what comes after she can’t open. "
            "Everybody else needs the new invitation:"
        ),
        "other": (
            "Their keys are renewed: what she had she keeps, what comes after she can’t open. "
            "Everybody else needs the new invitations:"
        ),
    },
    "server.not-renewed": (
        "This computer does not take part in {engagement}: somebody who does renews its key "
        "(coach share --renew)."
    ),
    "server.nobody": "given to nobody",
    "server.reads": "{login} (reads)",
    "server.pushes": {"one": "{n} push, {size} kB", "other": "{n} pushes, {size} kB"},
    "server.missing": "no",
    "server.measure.release": "PostgreSQL {found}, 14 or later",
    "server.measure.proven": "the line to it is encrypted, or stays on this computer",
    "server.measure.schema": "what it holds is of this version ({found})",
    "server.measure.append-only": "a login may not change or delete what is there",
    "server.measure.columns": "a login says what it adds, not who it is or when",
    "server.measure.row-security": "a login sees the rows of the engagements it was given",
    "server.measure.policies": "no other rule lets it see more",
    "server.measure.triggers": "the server itself notes who added what and when",
    "server.measure.statistics": "no statistics that explain would tell",
    "server.measure.temporary": "a login creates nothing, not even for a moment",
    "server.measure.large-objects": "a login can’t fill the disk with objects of its own",
    "server.measure.logins": "no login has other rights on this server",
    "server.measure.superusers": "no login that was given an engagement sees everything",
    "refusal.server.too-old": "That PostgreSQL is too old: it takes {oldest} or later.",
    "refusal.server.newer": (
        "What that server holds is of version {version}, and this coach knows up to {known}. Bring "
        "it up to date; nothing was changed."
    ),
    "refusal.server.sees-all": (
        "{login} owns what the server holds, or may see everything on it: it would see what it was "
        "not given. Take another login."
    ),
    "refusal.server.not-hers": "{login} was not given that here. Nothing was changed.",
    "refusal.server.login-name": (
        "{login} can’t be a login: take one to 63 signs, not beginning with pg_."
    ),
}
