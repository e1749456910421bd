"""Two people, two machines, one engagement."""

WORDS: dict[str, str | dict[str, str]] = {
    "share.option.folder": (
        "a folder that both have: a synchroniser’s (Nextcloud, Dropbox, Syncthing…) or a stick; "
        "or a practice’s server: postgresql://LOGIN@HOST/DATABASE"
    ),
    "share.option.yes": "do not ask (for scripts): the invitation ends the output, on its own line",
    "share.option.show": "show the invitation again",
    "share.option.renew": "make a new key: somebody leaves, or the invitation went astray",
    "share.option.stop": "share no more from this computer",
    "share.option.invitation": "a file that holds the invitation, - for what is piped in",
    "share.option.place": "the folder that it is shared in, on this computer",
    "share.option.role": "the role you act in",
    "share.option.name": "your name, as the others will read it",
    "share.option.join-yes": "ask nothing (for scripts)",
    "share.option.read-only": "look only: nothing is recorded on this computer",
    "share.option.confirms": "with --read-only: confirm steps and answer all the same",
    "share.option.letter": "the file to write; one of today’s date here where none is named",
    "share.option.received": "a file that coach send wrote",
    "share.would": {
        "one": "Of {company}, {n} change leaves:",
        "other": "Of {company}, {n} changes leave:",
    },
    "share.counted": "{n} {kind}",
    "share.counted-others": {"one": "{n} other record", "other": "{n} other records"},
    "share.stays": "Stays here: {what}.",
    "share.stays-nothing": "Nothing in it is marked private.",
    "share.stays.note": {"one": "{n} private note", "other": "{n} private notes"},
    "share.stays.contact": {
        "one": "the private words about {n} contact",
        "other": "the private words about {n} contacts",
    },
    "share.stays.dossier-section": {
        "one": "the private words of {n} section of the dossier",
        "other": "the private words of {n} sections of the dossier",
    },
    "share.stays.document": {
        "one": "what is personal in {n} document",
        "other": "what is personal in {n} documents",
    },
    "share.stays-always": (
        "Drafts, settings and what is not saved never leave; nor does any other engagement."
    ),
    "share.told.day-rate": "Everybody invited will be able to read the day rate.",
    "share.told.marks": (
        "Ratings and marks travel too: the screens hide the other side’s until both have rated, "
        "the file does not."
    ),
    "share.others-there": {
        "one": (
            "{n} other engagement is shared in {folder}: whoever sees that folder sees that it "
            "exists, and cannot open it."
        ),
        "other": (
            "{n} other engagements are shared in {folder}: whoever sees that folder sees that "
            "they exist, and cannot open them."
        ),
    },
    "share.forever": (
        "Whoever has the invitation reads all of this, and can’t be made to forget it."
    ),
    "share.ask": "Share it? (yes / no)",
    "share.not-done": "Nothing was shared.",
    "share.done": "Shared in {folder}. From now on, what is recorded goes there by itself.",
    "share.invite": (
        "Give this line to whom you invite, by another way than the place: whoever has it reads "
        "everything. On the other computer, coach join asks for it."
    ),
    "share.renewed": (
        "From now on everything is sealed with a new key; old invitations open nothing that "
        "comes after. What was shared before stays readable to whoever left: take the folder "
        "away from them too. Everybody else needs this new invitation:"
    ),
    "share.stopped": (
        "Shared no more from this computer, and its key is gone. The others keep what they have, "
        "and {folder} keeps what lies in it, sealed."
    ),
    "share.stopped-mail": (
        "Shared no more from this computer, and its key is gone. The others keep what they have."
    ),
    "share.in-folder": "Shared in {folder}: {state}.",
    "share.by-mail": "Shared by files: coach send writes one, coach receive takes one in.",
    "share.state.with": "shared with {people}, {ago}",
    "share.state.alone": "shared, nobody else here yet",
    "share.state.coming": "shared; what others noted is coming in",
    "share.state.unreached": "not reached since {since}; all is saved here",
    "share.state.full": "shared place full since {since}; all is saved here",
    "share.state.kept-out": "nothing gets there since {since}; all is saved here",
    "share.state.closed": "the key was renewed: a new invitation is needed",
    "share.state.no-age": "sharing waits: {command}",
    "share.short.with": "with {people}, {ago}",
    "share.short.alone": "shared",
    "share.short.coming": "coming in",
    "share.short.unreached": "not reached since {since}",
    "share.short.full": "place full since {since}",
    "share.short.kept-out": "nothing gets there since {since}",
    "share.short.closed": "new invitation needed",
    "share.short.no-age": "sharing waits",
    "share.since-day": "{day}",
    "share.ago.now": "just now",
    "share.ago.minutes": "{n} min ago",
    "share.ago.hours": "{n} h ago",
    "share.ago.days": {"one": "{n} day ago", "other": "{n} days ago"},
    "share.paste": "Paste the invitation (it is not shown):",
    "share.which-folder": "Which folder is it shared in?",
    "share.no-folder-found": (
        "It lies in none of the folders looked into. Its folder, or an empty line to wait for a "
        "file by email:"
    ),
    "share.company": "This is the engagement of {company}.",
    "share.there": "Already there: {people}.",
    "share.which-role": "Your role ({roles}):",
    "share.which-name": "Your name:",
    "share.joined": "You have joined {company} as {who}.",
    "share.joined-reading": "You have joined {company} as {who}, to look only.",
    "share.joined-confirming": "You have joined {company} as {who}, to look, confirm and answer.",
    "share.closed": (
        "The key was renewed: a new invitation is needed. Ask another member for it; coach join "
        "takes it. All that is recorded meanwhile is saved here, and reaches the others then."
    ),
    "share.coach-opens": "coach opens it.",
    "share.updated": "{company} goes on with this invitation.",
    "share.waits": (
        "The invitation is kept. Nothing has arrived yet: take in a file with coach receive FILE, "
        "or join again once the folder is there."
    ),
    "share.sent": {
        "one": "{n} change is sealed in {file}. Nothing outside it tells whose it is.",
        "other": "{n} changes are sealed in {file}. Nothing outside it tells whose they are.",
    },
    "share.received": {
        "one": "{company}: {n} new change.",
        "other": "{company}: {n} new changes.",
    },
    "share.received-nothing": "{company}: nothing new in it.",
    "share.palette.share": "Share this engagement with somebody",
    "share.palette.show": "Show the invitation to this engagement",
    "share.palette.renew": "Renew the key of what is shared: somebody leaves",
    "share.palette.stop": "Share this engagement no more from here",
    "share.palette.join": "Join an engagement that somebody shares",
    "share.palette.send": "Seal what is shared in a file, to send by email",
    "share.palette.receive": "Take in a file that was sent to me",
    "share.field.folder": "Folder that both have, or server",
    "share.field.invitation": "Invitation",
    "share.field.place": "Folder or server it is shared on",
    "share.field.role": "My role",
    "share.field.name": "My name",
    "share.field.looks-only": "Look only",
    "share.looks.no": "no, I take part",
    "share.looks.yes": "yes, I record nothing",
    "share.looks.confirms": "yes, but I confirm and answer",
    "share.field.file": "File",
    "share.form.share": "Share",
    "share.form.join": "Join",
    "share.form.renew": "Renew",
    "share.form.stop": "Stop",
    "share.form.send": "Write",
    "share.form.receive": "Take in",
    "share.copy": "y copies it.",
    "share.title.invitation": "The invitation",
    "share.about.join": (
        "Paste the line you were given. Without a folder, the coach looks in the synchronisers’ folders; if the engagement is in none of them, the invitation waits for a file by email."
    ),
    "share.about.renew": (
        "Old invitations open nothing that comes after. What was shared before stays readable to "
        "whoever left: take the folder away from them too. Everybody else needs the new "
        "invitation."
    ),
    "share.about.stop": (
        "The others keep what they have. To take part again, an invitation is needed."
    ),
    "share.about.send": "All that is shared, sealed in one file: only members open it.",
    "share.about.receive": "What is new in it is added; nothing is lost.",
    "share.unopened-incomplete": "A file of the shared folder has not arrived whole yet.",
    "share.unopened-unreadable": (
        "A file of the shared folder can’t be read here ({push}). Its author will be asked to put "
        "it again."
    ),
    "share.unopened-not-ours": (
        "A file of the shared folder is sealed with another key, and was passed over ({push})."
    ),
    "share.unopened-forged": (
        "A file of the shared folder was made by nobody who has the key, and was passed over "
        "({push})."
    ),
    "share.unopened-elsewhere": (
        "A file of the shared folder lies where it was not put, and was passed over ({push})."
    ),
    "share.unopened-too-big": (
        "A file of the shared folder is too big to be one of ours, and was passed over ({push})."
    ),
    "share.unopened-newer": (
        "A file of the shared folder was made by version {version} of the coach: it is kept, and "
        "read once this computer has that version ({push})."
    ),
    "share.other-words": (
        "What {push} says of things known here contradicts what was recorded, and was left out."
    ),
    "share.restored": (
        "This computer’s files came from a backup or from another computer: what was shared since "
        "is here again, and it goes on under a new name of its own."
    ),
    "refusal.share.no-age": (
        "Sharing needs a library that seals files. Install it with: {command}"
    ),
    "refusal.share.no-folder": "{folder} is no folder here. Plug it in, or create it first.",
    "refusal.share.own-folder": (
        "{folder} is the coach’s own: sharing it would show every client. Take another folder."
    ),
    "refusal.share.named-none": (
        "This engagement is not shared. Name the folder that both have, or the server: coach share PLACE"
    ),
    "refusal.share.not-shared": "This engagement is not shared from this computer.",
    "refusal.share.meanwhile": (
        "Another window or command changed meanwhile how this engagement is shared: nothing was done "
        "here. Look at how it stands now, and do it again."
    ),
    "refusal.share.not-reached": (
        "{file} is not reached just now ({cause}). All that is recorded is saved here, and goes "
        "there once it is back."
    ),
    "refusal.share.full": (
        "{file} is full. All that is recorded is saved here, and goes there once there is room."
    ),
    "refusal.share.closed": (
        "{file} may not be read or written from here (rights, or a disk that is read-only). All "
        "that is recorded is saved here, and goes there once it may."
    ),
    "refusal.share.away": (
        "{file} is not reached just now: it is not plugged in, or what is shared has not arrived "
        "there. All that is recorded is saved here, and goes there once it is back."
    ),
    "refusal.share.begin-full": (
        "{file} is full: nothing was shared. Make room there, or take another folder."
    ),
    "refusal.share.begin-closed": (
        "{file} may not be written from here (rights, or a disk that is read-only): nothing was "
        "shared. Ask for the right, or take another folder."
    ),
    "refusal.share.begin-away": (
        "{file} went away meanwhile: nothing was shared. Plug it in, and share again."
    ),
    "refusal.share.begin-not-reached": (
        "{file} takes nothing ({cause}): nothing was shared. Try again, or take another folder."
    ),
    "refusal.share.not-there": (
        "{folder} holds nothing of this invitation’s engagement: it is another folder, or has not "
        "arrived yet. Name the one that is shared; without any, the invitation waits for a file."
    ),
    "refusal.share.looks-only": (
        "You joined this engagement to look only: nothing is recorded on this computer. Join "
        "again without that to take part (coach join)."
    ),
    "refusal.share.confirms-only": "You joined this engagement to look, confirm and answer: nothing else is recorded on this computer. Join again without that to take part (coach join).",
    "refusal.share.confirms-alone": "--confirms goes with --read-only: whoever takes part confirms anyway.",
    "refusal.share.no-invitation": (
        "That is no invitation: it begins with coach1-. Copy the whole line again."
    ),
    "refusal.share.newer-invitation": (
        "That invitation was made by a later version of the coach. Bring this one up to date."
    ),
    "refusal.share.cut-invitation": (
        "That invitation was cut or changed on its way. Ask for the whole line again; coach share "
        "--show tells it."
    ),
    "refusal.share.old-invitation": (
        "That invitation is an old one: the key was renewed since, and this computer has the new "
        "one. Nothing was changed."
    ),
    "refusal.share.two-keys": (
        "That invitation is for the same engagement, shared a second time with another key. Ask "
        "everybody to use one: coach share --stop here first, then join again."
    ),
    "refusal.share.no-terminal": (
        "There is nobody to ask here. Give the invitation as a file, or - for what is piped in."
    ),
    "refusal.share.needs": "Nobody is asked with --yes or with -: say {option} too.",
    "refusal.share.several-folders": (
        "It lies in several folders: {folders}. Say which with --folder."
    ),
    "refusal.share.which-of-several": (
        "It lies in several folders: {folders}. Write here the one you mean."
    ),
    "refusal.share.no-key": (
        "No invitation has been taken on this computer: coach join first, then the file."
    ),
    "refusal.share.letter-not-ours": (
        "None of the invitations of this computer opens that file: it is another engagement’s, of "
        "a key that was renewed since, or cut on its way."
    ),
    "refusal.share.letter-forged": "Whoever made that file does not have the key: nothing was taken from it.",
    "refusal.share.letter-elsewhere": (
        "That file lies in a shared folder: it is read from there, not by coach receive."
    ),
    "refusal.share.letter-too-big": "That file is too big to be one of ours.",
    "refusal.share.letter-newer": (
        "That file was made by version {version} of the coach. Bring this one up to date."
    ),
    "refusal.share.one-at-a-time": "One thing at a time: a folder, --show, --renew or --stop.",
}
