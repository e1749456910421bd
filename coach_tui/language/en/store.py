"""An engagement's file: why it was not read or saved, and what was done about it."""

WORDS: dict[str, str | dict[str, str]] = {
    "refusal.store.missing": (
        "There is no file {file}. If it was moved or renamed, open it where it is now."
    ),
    "refusal.store.no-folder": (
        "Not saved: the folder of {file} is not there. Plug the disk in again or put the folder "
        "back, then try again."
    ),
    "refusal.store.exists": (
        "{file} is already there, and was left as it is. Choose another name, or open that one."
    ),
    "refusal.store.foreign": (
        "{file} is not an engagement of this program. It was left as it is; check the name."
    ),
    "refusal.store.other-engagement": (
        "{file} belongs to another engagement. Nothing was taken from it or written to it; "
        "open it by itself."
    ),
    "refusal.store.newer-format": (
        "{file} was written by a newer version of this program (format {format}). It was left as "
        "it is; update this program, then open it again."
    ),
    "refusal.store.damaged": (
        "{file} is damaged and nothing could be recovered from it. It was left as it is; put back "
        "a copy from a backup or from another computer."
    ),
    "refusal.store.unreadable": (
        "{file} can’t be read: {cause}. Check that it is a file and that you may read it."
    ),
    "refusal.store.folder": ("{file} is a folder, not a file. Give the name of a file inside it."),
    "refusal.store.device": (
        "Windows refuses {file} as a file name: it is a device’s name, holds a forbidden sign, or "
        "ends with a dot. Choose another name."
    ),
    "refusal.store.no-file": ("{file} is no ordinary file and was not read. Check the name."),
    "refusal.store.not-over": (
        "{file} is no ordinary file and was left as it is. Choose another name."
    ),
    "refusal.store.no-name": ("No file is named. Write its name, and its folder if need be."),
    "refusal.store.no-such-folder": (
        "Nothing was written: there is no folder {folder}. Check its name, or choose another."
    ),
    "refusal.store.forbidden": (
        "{file} can’t be read: you are not allowed to. Allow reading it, then try again."
    ),
    "refusal.store.too-big": (
        "{file} is far larger than anything that is read here, and was not read. Check the name."
    ),
    "refusal.store.read-only": (
        "Not saved: {file} or its folder can’t be written to. Allow writing there, or move the "
        "file to a folder of yours."
    ),
    "refusal.store.protected": (
        "Not saved: {file} is protected against writing, and was left as it is. Allow changing "
        "it (chmod u+w), then try again."
    ),
    "refusal.store.write-failed": (
        "Not saved: {file} could not be written: {cause}. What was saved before is intact; try "
        "again, and check the disk if it happens again."
    ),
    "refusal.store.no-number": (
        "Not saved in {file}: one of the numbers is infinite, or none at all. Write it again."
    ),
    "refusal.store.no-space": (
        "Not saved: there is no room left on the disk of {file}. What was saved before is intact; "
        "free some space and try again."
    ),
    "refusal.store.too-large": (
        "Not saved: {file} would be larger than the system or this program (256 MB) allows. What "
        "was saved before is intact."
    ),
    "refusal.store.locked": (
        "Not saved: another program has been using {file} for too long. Close it or let it finish, "
        "then try again."
    ),
    "refusal.store.damaged-copy": (
        "{file} is damaged: starting over from it would lose what can’t be read in it. Take "
        "another copy."
    ),
    "store.recovered": {
        "one": "{file} was damaged. {n} change could be recovered; check the latest ones.",
        "other": "{file} was damaged. {n} changes could be recovered; check the latest ones.",
    },
    "store.set-aside": "The damaged file was kept as found, in {copy}.",
    "store.put-back": {
        "one": (
            "{file} had lost {n} change, overwritten by another program. It was put back. If you "
            "had put an older copy there on purpose: coach doctor --start-over."
        ),
        "other": (
            "{file} had lost {n} changes, overwritten by another program. They were put back. If "
            "you had put an older copy there on purpose: coach doctor --start-over."
        ),
    },
    "store.adopted": {
        "one": "{n} change was taken in from {copy}, a copy of this engagement.",
        "other": "{n} changes were taken in from {copy}, a copy of this engagement.",
    },
    "store.retired": "All that was in {copy} is saved; that copy is now called {kept}.",
    "store.copy-damaged": (
        "{copy}, a copy of this engagement, is damaged or has not arrived whole: what can be read "
        "of it counts, the rest does not. It was left as it is. Have it synchronised again; if "
        "nothing more comes of it, delete it."
    ),
    "store.ahead": {
        "one": (
            "{n} change in {file} is dated ahead of this computer’s clock: check that clock, and "
            "its author’s."
        ),
        "other": (
            "{n} changes in {file} are dated ahead of this computer’s clock: check that clock, "
            "and their author’s."
        ),
    },
    "store.held": {
        "one": (
            "{n} change in {file} is dated as far ahead as {day}. It is kept, and not counted until "
            "you agree. Check the clocks, then run coach doctor --agree."
        ),
        "other": (
            "{n} changes in {file} are dated as far ahead as {day}. They are kept, and not counted "
            "until you agree. Check the clocks, then run coach doctor --agree."
        ),
    },
    "store.behind": (
        "By this computer’s clock, {file} has not begun yet. Set the clock right: due dates are "
        "counted from it."
    ),
    "store.odd": {
        "one": "{n} record in {file} makes no sense to this version. It is kept, and not counted.",
        "other": (
            "{n} records in {file} make no sense to this version. They are kept, and not counted."
        ),
    },
    "store.doubled": {
        "one": "{n} change in {file} exists with two different contents: somebody edited the file.",
        "other": (
            "{n} changes in {file} exist with two different contents: somebody edited the file."
        ),
    },
    "store.unconfirmed": (
        "Saved, but the disk does not confirm that {file} will outlast a power cut: {cause}. Keep a copy elsewhere, and check the disk."
    ),
    "store.no-replica": (
        "Saved, but this computer’s second copy of {file} could not be written: {cause}."
    ),
    "store.no-second-copy": (
        "This computer’s second copy of {file} can’t be read or written: {cause}. Keep a copy of "
        "the file elsewhere until that is put right."
    ),
    "store.read-only": (
        "{file} can be read here but not changed: it is protected, or its folder can’t be written to. "
        "Nothing you do will be saved until that is allowed."
    ),
    "store.no-lock": (
        "{file} can’t be reserved while saving on this disk. Two programs saving at once will "
        "repair each other’s work."
    ),
    "refusal.store.clock-ahead": (
        "Not saved: what was recorded last is dated {last}, and this computer’s clock says "
        "{day}. One of the two is wrong, and what is saved now would be dated wrong too. "
        "Check the clock, then say what day it is (in a command: --today DATE)."
    ),
    "refusal.store.clock-neither": (
        "This computer’s clock says {day}, and you say {said}. Set the clock right, then say "
        "it again."
    ),
    "store.clock-ahead": (
        "What was recorded last in {file} is dated {last}, and this computer’s clock says "
        "{day}. Reading works; nothing can be saved until you say what day it is: --today "
        "DATE."
    ),
    "store.clock-behind": (
        "This computer’s clock is behind: it says {day}. What you do is saved; set the clock "
        "right, for due dates are counted from it."
    ),
    "store.put-in-place": {
        "one": (
            "{n} change made under a wrong clock now counts where it belongs. `coach undo` "
            "takes this back."
        ),
        "other": (
            "{n} changes made under a wrong clock now count where they belong. `coach undo` "
            "takes this back."
        ),
    },
    "store.which-day": "What day is it?",
    "store.which-day-about": (
        "What was recorded last here is dated {last}, and this computer’s clock says {day}. "
        "One of the two is wrong. If the clock is right, what is dated ahead of it is put "
        "where it belongs; if it is behind, nothing is moved. Until then you can read, and "
        "nothing is saved."
    ),
    "store.which-day-field": "Today’s date",
    "refusal.store.not-over-engagement": "{file} is an engagement’s own file, or a copy of one, and was left as it is. Choose another name.",
    "store.file-unread": (
        "Saved. {file} can’t be read ({cause}), so nothing will tell whether it changes. Once you "
        "may read it, name it again."
    ),
    "store.file-large": (
        "Saved. {file} is larger than {n} MB and was not read: nothing will tell whether it "
        "changes, only whether it is still there."
    ),
    "store.file-place": (
        "Saved. Where {files} lies could not be kept on this computer: nothing will tell "
        "whether it changes. Check that the private folder can be written, then name it again."
    ),
}
