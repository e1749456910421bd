"""Commands: their help, what they say, and why one was not run."""

WORDS: dict[str, str | dict[str, str]] = {
    "cli.usage": "coach [options] [command …]",
    "cli.about": "Coach: from framing the need to handing over, with a fractional CMO.\n\n"
    "Without a command, the app opens. Commands:",
    "cli.more": "`coach SUBJECT` says what each of its commands does, `coach <command> --help` how it\nis used. "
    "Results go to stdout, talk to stderr; 0 is fine, 1 refused, 2 misused.",
    "cli.shared": "options of every command",
    "cli.acting": "ROLE[/NAME]",
    "cli.dir": "DIR",
    "cli.file": "FILE",
    "cli.place": "PLACE",
    "cli.topic": "TOPIC",
    "cli.field-value": "FIELD=VALUE",
    "cli.line": "LINE",
    "cli.column-meaning": "COLUMN=MEANING",
    "cli.kind": "KIND",
    "cli.name": "NAME",
    "cli.company": "COMPANY",
    "cli.option.help": "show this help",
    "cli.option.home": "keep everything in this folder (or $COACH_HOME)",
    "cli.option.engagement": "which one: company, file, or how they begin",
    "cli.option.lang": "language (or $COACH_LANG)",
    "cli.option.playbook": "use another playbook (or $COACH_PLAYBOOK)",
    "cli.option.plain": "“label: value” lines, no columns (or ACCESSIBLE=1)",
    "cli.option.version": "show the version, and where the data is",
    "cli.option.json": "as JSON, described below",
    "cli.open": "Open the app",
    "cli.new": "Begin an engagement",
    "cli.new.start": "the engagement’s first day: 2026-12-31, 31/12/2026, 31 December 2026",
    "cli.new.role": "who is using the coach",
    "cli.new.depth": "show the essential steps, or all of them",
    "cli.new.begun": "Begun: {company}. `coach today` says what to do first; `coach` opens the app.",
    "cli.day-meant": "{text}: {day}.",
    "cli.list": "List the engagements",
    "cli.list.since": "from {day}",
    "cli.list.empty": (
        "No engagement yet in {folder}. Begin one: "
        "coach new “Company” --start 2026-12-31 --days-per-week 2"
    ),
    "cli.list.json": (
        "--json: a list of id, file, current, company, role, first_day, days_per_week, archived, "
        "last_change, error; error is null, or reason and message, the fields before it then null."
    ),
    "cli.status": "Say where the engagement stands",
    "cli.status.role": "as {role}",
    "cli.status.declared": {"one": "{n} only declared", "other": "{n} only declared"},
    "cli.status.day": "D{day}",
    "cli.status.ended": "past its end, {day}",
    "cli.status.first": "First: {what}",
    "cli.status.then": {"one": "{n} more this week", "other": "{n} more this week"},
    "cli.status.json": (
        "--json: engagement (id, company, role, first_day, days_per_week, depth, archived, file), "
        "today, role, stages (a list of id, title, finished, applicable, declared, share, late), now, first, late, "
        "changes, last_change. Days are YYYY-MM-DD, last_change is ISO 8601 in UTC; share goes "
        "from 0 to 1, null where no step applies; now counts the week’s moves, of which first is the first, "
        "late those that are late, changes what was recorded."
        " With --remaining, remaining: by stage, entry and exit, lists of id, met, because; met is null where it is for people to judge."
    ),
    "cli.percent": "{n}%",
    "cli.today": "List the week’s moves of one role, the first first",
    "cli.today.role": "as seen by this role",
    "cli.today.minutes": "how many minutes there are this week",
    "cli.today.mine": "with --all, only the steps of that role",
    "cli.today.all": "every step of every stage, with its id",
    "cli.today.undated": "No step is dated: the first day is not known. To set it, open the app with `coach`, press 0 then c.",
    "cli.today.nothing": "That’s all for this week.",
    "cli.today.next": "Next:",
    "cli.today.json": (
        "--json: today, role, now, waiting, next, later, also, minutes, and all with --all. now and "
        "next are lists of moves, waiting such a list by role: id, kind, owner, act, about, minutes, "
        "due, late, red, asked, why. later and also count what is not shown. all lists the steps: "
        "id, title, stage, section, owner, confirmer, essential, due, late, status, evidence, declared, "
        "by, "
        "reason, actor, at, notes. status is todo, doing, blocked, done, confirmed or na; notes "
        "counts them."
    ),
    "cli.step": "Say where a step stands",
    "cli.step.id": "the step’s id, as `coach today --all` lists it",
    "cli.step.status": "na: not applicable; confirmed: by the other role",
    "cli.step.note": "blocked and na: why; otherwise a note added to the step",
    "cli.step.private": "keep this note out of every export",
    "cli.step.by": "blocked: who blocks; otherwise who acts, a role or role/name",
    "cli.step.recorded": "Saved: {title} → {status}",
    "cli.history": "List who recorded what, when",
    "cli.history.limit": "how many, the latest first (0: all; {n} if nothing is said)",
    "cli.history.json": (
        "--json: a list, the latest first, of at, actor, undone, changes; changes is a list of id, "
        "entity, entity_id, fields, undoes; fields are as recorded, null where one was emptied."
    ),
    "cli.undo": "Undo my latest change",
    "cli.quoted": "{kind} “{title}”",
    "cli.export-checklist": "Export a checklist as Markdown",
    "cli.export.output": "where to write it (-: stdout, if nothing is said)",
    "cli.export.force": "replace the file if there is one",
    "cli.export.written": "Written: {file}",
    "cli.ask": "Ask somebody for what is waited for: a message ready to send",
    "cli.ask.whom": "PERSON|ROLE",
    "cli.ask.who": "of whom; without one, everybody who is waited for is listed",
    "cli.ask.format": "Markdown (md), or a draft that a mail program opens (eml)",
    "cli.ask.draft": "only write the message; nothing is noted as asked",
    "cli.answer": "Keep what somebody answered, with the step it settles",
    "cli.answer.file": "the answer, as text or a saved email (-: stdin, as without it)",
    "cli.answer.from": "who answered",
    "cli.answer.on": "the day they did (otherwise: today)",
    "cli.answer.step": "the step it is about; may be repeated (otherwise: the only one waited for from them)",
    "cli.answer.open": "the step stays open: the answer settles nothing yet",
    "cli.me": "Say who works here: name and role, as every change says",
    "cli.me.who": "who works here; a role alone keeps the name",
    "cli.me.kept": "From now on, your changes here say: {who}.",
    "cli.remind": "Write the week of somebody who never opens the coach as an email draft",
    "cli.remind.role": "whose week (otherwise: yours)",
    "cli.remind.codes": "Ends with 0 where a message was written, with 1 where there is nothing to remind of. Asks nothing: made for cron.",
    "cli.import": "Import the ticks of an exported checklist",
    "cli.import.file": "the edited checklist, or the message that came back, as text or .eml (-: stdin)",
    "cli.import.apply": "make the changes; otherwise they are only shown",
    "cli.import.would": {
        "one": "{n} step would change. Nothing was changed: add --apply to do it.",
        "other": "{n} steps would change. Nothing was changed: add --apply to do it.",
    },
    "cli.import.applied": {
        "one": "Saved: {n} step changed. `coach undo` takes it back.",
        "other": "Saved: {n} steps changed, in one go. `coach undo` takes them all back.",
    },
    "cli.import.same": "Nothing to change: the boxes say what is recorded.",
    "cli.import.kept": "Nothing to change: every other box says what is recorded.",
    "cli.import.some": {
        "one": "Nothing to change where a box could be read ({read}); {n} line could not be.",
        "other": "Nothing to change where a box could be read ({read}); {n} lines could not be.",
    },
    "cli.import.none": "No box of this file could be read: nothing was compared, and nothing was changed.",
    "cli.import.examples": {
        "one": "{n} step in a code block or a comment was taken for an example.",
        "other": "{n} steps in code blocks or comments were taken for examples.",
    },
    "cli.import.not-understood": "line {line} was not understood, and changes nothing: {text}",
    "cli.import.by-facts": (
        "line {line}: “{title}” stays done, because something recorded shows it."
    ),
    "cli.access-list": "List the access register",
    "cli.access-add": "Add an access to the register",
    "cli.access-import": "Take the edited access table back in",
    "cli.access-set": "Change a line of the register",
    "cli.access-next": "Move an access to its next state",
    "cli.access-exit": "Begin the exit of an access, or say what an end today would ask for",
    "cli.expiry-list": "List what expires, the first to act on first",
    "cli.expiry-set": "List something that expires, or change what is known of it",
    "cli.expiry-gather": "Fill the list in from the accesses and the contract",
    "cli.expiry-drop": "Take something off the list",
    "cli.subject.server": "A practice’s server: who sees what",
    "cli.server-init": "Prepare a server, or bring what it holds up to date",
    "cli.server-list": "List the engagements on a server, and who is given each",
    "cli.server-check": "Check that a server keeps what each login may not see",
    "cli.server-grant": "Give a login an engagement",
    "cli.server-revoke": "Take an engagement, or all, from a login, and renew the keys",
    "cli.subject.expiry": "What expires: domains, subscriptions, contracts, rights",
    "cli.team-entrust": "Decide how much someone is watched next time, on evidence",
    "cli.rehearse": "Rehearse the handover: twelve questions on the dossier",
    "cli.kpi-list": "List the KPIs tracked and their settings",
    "cli.note": "Write a note on a step, an access, a KPI or a decision; or read them",
    "cli.kpi-show": "Show one KPI whole: its settings, its limits, its readings",
    "cli.kpi-status": "Say where each KPI stands",
    "cli.kpi-add": "Track a KPI, or change its settings",
    "cli.kpi-read": "Record a reading",
    "cli.set": "Set fields of the engagement, or show them all",
    "cli.rhythm-met": "Record a meeting: who, when, what was learned",
    "cli.rhythm-meetings": "List the meetings recorded",
    "cli.document-list": "List the documents and their state",
    "cli.document-show": "Read a document, its template, its example or an earlier version",
    "cli.document-diff": "Show what is new in a document since it was checked",
    "cli.document-edit": "Write a document in your editor ($VISUAL or $EDITOR)",
    "cli.document-set": "Keep the text of a file as a document",
    "cli.document-link": "Say where a document written elsewhere is",
    "cli.document-export": "Write a document out, ready to send",
    "cli.document-verify": "Say that someone else checked a document",
    "cli.document-sent": "Say that a document went out",
    "cli.kpi-objective": "Write a business objective, or list them",
    "cli.kpi-success": "Judge the engagement by a KPI",
    "cli.step.proof": "what shows it, in one line: a tick alone only declares",
    "cli.kpi-limits": "Choose the readings a KPI’s natural limits rest on",
    "cli.kpi-stop": "Stop tracking a KPI",
    "cli.kpi-import": "Take readings from a spreadsheet’s export",
    "cli.export-accesses": "Export the access register and its revocation list",
    "cli.export-kpis": "Export the KPI sheet, or its readings",
    "cli.completion": "Print what your shell needs to complete commands",
    "cli.completion.shell": "your shell",
    "cli.completion.how": (
        "Once, in a terminal (then open a new one):\n"
        "  bash  coach completion bash > ~/.local/share/bash-completion/completions/coach\n"
        "  zsh   coach completion zsh > $fpath[1]/_coach\n"
        "  fish  coach completion fish > ~/.config/fish/completions/coach.fish"
    ),
    "cli.version.data": "engagements: {folder}",
    "cli.version.state": "this machine’s own: {folder}",
    "cli.serve": "Open the app in a browser of this computer",
    "cli.serve.address": "ADDRESS",
    "cli.serve.port": "the port (8765; 0: any that is free)",
    "cli.serve.host": "the address to listen at (127.0.0.1: this computer alone)",
    "cli.serve.public": "the address people type, where a proxy with a sign-on stands before it",
    "cli.serve.exposed": "listen where other computers reach it, unencrypted",
    "cli.serve.how": (
        "The link it prints works once, in one browser. One person, one home: each starts their "
        "own. A page opened again takes the app over from the one before."
    ),
    "cli.where": "Say where the files are",
    "cli.where.engagements": "engagements",
    "cli.where.current": "current engagement",
    "cli.where.state": "this machine’s own",
    "cli.where.settings": "settings",
    "cli.where.report": "last error’s report",
    "cli.where.playbook": "your playbook",
    "cli.where.json": (
        "--json: engagements, current, state, settings, report, playbook; each a path or null."
    ),
    "cli.doctor": "Look for what could go wrong on this machine",
    "cli.doctor.terminal": "Terminal: {term}, {columns} columns × {lines} lines",
    "cli.doctor.small": "The screens need {columns} × {lines}: make the window larger.",
    "cli.doctor.no-terminal": "No terminal here: commands work, the app does not.",
    "cli.doctor.encoding": "Characters: {encoding}",
    "cli.doctor.ascii": (
        "Characters: {encoding} can’t show every accent. Set a UTF-8 locale, "
        "for example LANG=C.UTF-8."
    ),
    "cli.doctor.folder": "{name}: {folder}",
    "cli.doctor.not-yet": "{name}: {folder} (made when first needed)",
    "cli.doctor.no-rights": (
        "{name}: {folder} can’t be read or written. Give yourself rights to it, or use --home."
    ),
    "cli.doctor.not-a-folder": (
        "{name}: {folder} is not a folder. Move that file away, or use --home."
    ),
    "cli.doctor.cannot-make": (
        "{name}: {folder} can’t be made: the folder above can’t be written. Use --home."
    ),
    "cli.doctor.room": "Only {n} MB left on the disk of {folder}. Free some space.",
    "cli.doctor.no-engagement": "No engagement yet.",
    "cli.doctor.engagement": "Readable: {name}",
    "cli.doctor.read-only": "{file} can be read but not written. Change its rights.",
    "cli.doctor.playbook": "Playbook in {language}: {n} steps",
    "cli.doctor.fine": "All is well.",
    "cli.doctor.wrong": {
        "one": "{n} thing to look at, marked with !",
        "other": "{n} things to look at, marked with !",
    },
    "cli.playbook-check": "Check a playbook: ids, languages, links, metadata",
    "cli.playbook.dir": "its folder (ours, if nothing is said)",
    "cli.playbook.count": "{stage}, {language}: {steps} steps, {essential} of them essential",
    "cli.playbook.fine": "No problem found.",
    "cli.playbook.problems": {"one": "{n} problem.", "other": "{n} problems."},
    "cli.playbook-problems": {
        "one": "{n} problem in the playbook of {folder}: `coach playbook check` tells it.",
        "other": "{n} problems in the playbook of {folder}: `coach playbook check` tells them.",
    },
    "cli.no-terminal": (
        "The app needs a terminal to draw on and to read keys from; there is none here. "
        "Commands work without one: `coach status`, `coach today`, `coach --help`."
    ),
    "cli.dumb-terminal": (
        "This terminal says that nothing can be drawn on it (TERM=dumb): the app needs one that can. "
        "Commands work here: `coach status`, `coach today`, `coach --help`."
    ),
    "cli.unknown": "there is no command “{said}”. Choose among: {names}",
    "cli.unknown-close": "there is no command “{said}”. Did you mean “{close}”?",
    "cli.incomplete": "“{said}” is not a whole command. Did you mean: {names}?",
    "cli.clock-beyond": "This computer’s clock says 2262 or later, where no time can be read. Put it right, then try again.",
    "cli.letters-lost": (
        "Some letters can’t be written in {encoding} and stand as “?”; nothing is lost in what is "
        "saved. PYTHONUTF8=1 in the environment writes them all."
    ),
    "cli.unwritten-full": "The answer could not all be written: there is no room left where it goes.",
    "cli.unwritten": "The answer could not all be written: {why}.",
    "cli.broken": (
        "This installation is incomplete: some of the coach’s own files are missing. "
        "Install it again; your engagements are elsewhere and safe."
    ),
    "cli.failure": (
        "The coach stopped on an error of its own ({kind}). What was saved before is safe. "
        "A report without a word of yours is in {path}"
    ),
    "cli.failure-unreported": (
        "The coach stopped on an error of its own ({kind}). What was saved before is safe. "
        "COACH_DEBUG=1 shows where."
    ),
    "cli.rhythm-list": "List the rituals, their health, their load, the days",
    "cli.rhythm-add": "Begin a ritual, or change when it falls",
    "cli.rhythm-stop": "End a ritual",
    "cli.rhythm-log": "Log an occurrence: held or skipped",
    "cli.rhythm-decide": "Log a decision, or show the log",
    "cli.rhythm-promise": "Write a promise down, or see those due",
    "cli.rhythm-days": "Log the CMO’s days, or see where they stand",
    "cli.rhythm-resume": "Say what waits since the last session",
    "cli.team-list": "List the people, coverage by skill, the index",
    "cli.team-add": "Add a person, or say who leaves or comes back",
    "cli.team-skills": "Choose the skills of the map",
    "cli.team-rate": "Rate a person on a skill",
    "cli.team-use": "Record that a written method was used",
    "cli.team-drill": "Say what nobody else covers during an absence",
    "cli.team-taper": "Suggest the CMO’s days and what prevents fewer",
    "cli.team-handover": "List what people who leave answered for, and give it to someone",
    "cli.team-delegate": "Fill the delegation board, or show it",
    "cli.report-month": "Draft the monthly report, or keep it once edited",
    "cli.export-team": "Export the team’s sheet as Markdown",
    "cli.export-report": "Export the monthly report, as kept or else drafted",
    "cli.export-calendar": "Export rituals and due dates for a calendar (.ics)",
    "refusal.cli.lang": "$COACH_LANG: “{said}” is not a language of the coach. Use: {languages}.",
    "refusal.cli.minutes": "--minutes: “{text}” is not a number of minutes. Write a whole number from 1 to {most}.",
    "refusal.cli.today": "$COACH_TODAY: “{said}” is no day between 2000 and 2100. Write it as 2026-12-31.",
    "refusal.cli.no-engagement": (
        "There is no engagement in {folder}. Begin one: "
        "coach new “Company” --start 2026-12-31 --days-per-week 2"
    ),
    "refusal.cli.which": "Several engagements: choose one with -e.{names}",
    "refusal.cli.not-found": "No engagement begins with “{wanted}”. There are:{names}",
    "refusal.cli.none-named": (
        "No engagement begins with “{wanted}”: there is none yet. `coach new` begins one."
    ),
    "refusal.cli.several": "“{wanted}” may be several. Say more of one:{names}",
    "refusal.cli.no-playbook-folder": (
        "There is no folder {folder}. Give --playbook or $COACH_PLAYBOOK the folder that holds "
        "your stages, or neither to use ours."
    ),
    "refusal.cli.field": "{field}: {why}",
    "cli.frame-need": "Answer the eight questions and six gates of the need",
    "cli.frame-fit": "Compare the company with the guide’s usual client",
    "cli.frame-situation": "Choose the situation that rules the first 90 days",
    "cli.frame-model": "Say which model fits, why, and why not the others",
    "cli.frame-cost": "Cost days beside full time; needs no engagement",
    "cli.frame-candidates": "Mark candidates, two raters apart, and compare",
    "cli.frame-contract": "Say where each clause of the contract stands",
    "cli.transition-signals": "Review the four signals of the need for a full-time CMO",
    "cli.transition-readiness": "Say how ready the function is to be handed over",
    "cli.transition-plan": "Set and show the dates of the transition",
    "cli.transition-documents": "Say who wrote and who verified the nine documents",
    "cli.transition-open-loops": "List, sign and close the open loops",
    "cli.export-decision": "Export the one-page decision note",
    "cli.export-handover": "Export the handover dossier",
    "cli.check": "Say what the coach advises; for cron too",
    "cli.check.json": "It ends with 0 (nothing grave), 3 (an alert or worse) or 4 (the file can’t be read). --json: a list, or for `coach why` one, of id, severity, words, reason, source, opens, records; severity is critical, alert, watch, info or praise, source a list of ids, opens the step’s id, records a list of entity, id, name, value.",
    "cli.why": "Say why one rule speaks: its reason, its records, its source",
    "cli.why.id": "the rule’s id, as `coach check` shows it",
    "cli.portfolio": "List every client at a glance, and your week across them",
    "cli.portfolio.json": "--json: clients (a list of file, id, error, company, stage, late, advice, autonomy, burn, next_meeting, days_per_week, acts, archived), days_per_week (the sum), overloaded. autonomy and burn go from 0 to 1 (burn may go beyond), null where nothing is recorded; advice is a list of rules’ ids; acts a list of id, due, late. A file with an error has only file, id and error.",
    "cli.playbook-read": "Read a page: messages to copy, talks, catalogues",
    "cli.playbook.page": "the page, or one of its parts (messages/3); without it, the list",
    "refusal.cli.no-page": "“{page}” is no page to read. `coach playbook read` lists them.",
    "cli.search": "Find words in one engagement, the glossary and the pages to read",
    "cli.search.words": "what to look for; accents and case don’t matter",
    "cli.search.json": "--json: a list of kind, id, title, excerpt, opens; opens is a step’s id or empty. It ends with 1 where nothing is found.",
    "cli.words": "WORDS",
    "cli.demo": "Open an invented engagement, in a place of its own that is thrown away",
    "cli.demo.day": "the day of its story that today is: {usual} unless said, {end} at its end",
    "cli.demo.print": "make it and print where its file is instead of opening the app",
    "refusal.cli.demo-day": "The demo has no day “{day}”. Give a whole number from 0, its first day, to {end}, its end.",
    "refusal.cli.demo-home": "The demo never touches real data: {folder} is not empty. Name a folder that does not exist yet.",
    "cli.status.remaining": "what remains to leave each stage",
    "cli.gone": {
        "one": (
            "The file of {company} is gone. {n} change of it is kept on this computer; to "
            "have it back: coach doctor --bring-back {name}"
        ),
        "other": (
            "The file of {company} is gone. {n} changes of it are kept on this computer; to "
            "have it back: coach doctor --bring-back {name}"
        ),
    },
    "cli.gone-evicted": {
        "one": (
            "The file of {company} was taken off this disk by a cloud, which left {left}: "
            "have it downloaded again there. Failing that, {n} change is kept on this "
            "computer: coach doctor --bring-back {name}"
        ),
        "other": (
            "The file of {company} was taken off this disk by a cloud, which left {left}: "
            "have it downloaded again there. Failing that, {n} changes are kept on this "
            "computer: coach doctor --bring-back {name}"
        ),
    },
    "cli.evicted": (
        "A cloud took a file off this disk and left {left}: have it downloaded again there."
    ),
    "refusal.cli.gone": "No engagement can be opened in {folder}.{lost}",
    "refusal.cli.last-gone": (
        "The engagement you last worked on is not there.{lost}\nTo work on another, name it "
        "with -e."
    ),
    "refusal.cli.named-gone": "“{wanted}” can’t be opened.{lost}",
    "cli.option.today": "today’s date, if this computer’s clock is behind",
    "cli.option.as": "act for somebody else; history names both of you",
    "cli.subject.frame": "Framing, before anyone starts",
    "cli.subject.access": "Accesses: what was opened for the CMO, and how it closes",
    "cli.subject.kpi": "KPIs: what is tracked, and where it stands",
    "cli.subject.rhythm": "Rituals, decisions, promises and days",
    "cli.subject.document": "Documents: what is written, and who checked it",
    "cli.subject.team": "The team: who can do what alone, and how the CMO steps back",
    "cli.subject.transition": "Handing over completely",
    "cli.subject.report": "The monthly report",
    "cli.subject.export": "Documents to hand over",
    "cli.subject.playbook": "The advice itself",
    "cli.share": "Share an engagement with somebody, through a folder that both have, or a server",
    "cli.join": "Join an engagement that somebody shares with me",
    "cli.send": "Seal what is shared in a file, to send by email",
    "cli.receive": "Take in a file that was sent to me",
    "cli.page": "Write where the engagement stands as one page to send, or your clients’",
    "cli.page.file": "where to write it (-: stdout; on a terminal, a file here if nothing is said)",
    "cli.page.clients": "your clients side by side instead: a page that stays on this computer, in its own folder if no file is named",
    "cli.export-page": "Export where the engagement stands, as one page",
    "cli.context": "Tell an assistant of the engagement: names masked, shown before it leaves",
    "cli.context.yes": "it was looked at: let it leave without asking",
    "cli.export-context": "Export what an assistant is told, names masked",
    "cli.group.people": "For somebody who never opens the coach",
    "cli.group.sharing": "On two machines: with somebody else",
    "cli.group.files": "Files, and this computer",
    "cli.forget": "Erase one client from this computer",
    "cli.backup": "Save all engagements and records in one file",
    "cli.restore": "Put a backup back, where there is nothing yet",
    "cli.walk": "Ask the week’s moves as plain questions, one at a time",
    "cli.walk.minutes": "how many minutes to ask for; the role’s week unless said",
    "refusal.cli.new-needs-own-day": "{option} is missing: your own first day dates what you take over.",
    "refusal.cli.new-needs": "{option} is missing: from the day it is signed, the first steps are dated by it. Before, say --where thinking or --where looking.",
}
