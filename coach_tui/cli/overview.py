"""What `coach --help` lists: the commands of one word, and the others by their subject."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap
from typing import Final

from coach_tui.language import Words

COLUMN: Final = 12  # where what a command does is said
WIDE: Final = 86
# Commands of one word that are named together, on one line.
GROUPS: Final = {
    "people": ("ask", "answer", "remind", "page", "context"),
    "sharing": ("share", "join", "send", "receive", "note"),
    "files": ("backup", "restore", "forget", "where", "doctor", "serve", "completion"),
}


def overview(helps: Mapping[str, str], subjects: Iterable[str], words: Words) -> str:
    """Every command, grouped: those of one word with what they do or by their use, the others by
    their subject.

    helps  the word key of each command's help, by its name.
    """
    grouped = {name for names in GROUPS.values() for name in names}
    alone = [name for name in helps if name and " " not in name and name not in grouped]
    lines = [f"  {name:<{COLUMN}}{words(helps[name])}" for name in alone]
    lines.append("")
    for group, named in GROUPS.items():
        lines += [f"  {words(f'cli.group.{group}')}", *_in_lines(named)]
    lines.append("")
    for subject in subjects:
        about = f"  {subject:<{COLUMN}}{words(f'cli.subject.{subject}')}"
        names = [name.partition(" ")[2] for name in helps if name.startswith(f"{subject} ")]
        whole = f"{about} ({', '.join(names)})"
        lines += [whole] if len(whole) <= WIDE else [about, *_in_lines(names)]
    return "\n".join([words("cli.about"), "", *lines, "", words("cli.more")])


def overview_of(subject: str, helps: Mapping[str, str], words: Words) -> str:
    """What can be done about one subject, a line each."""
    names = {name: words(key) for name, key in helps.items() if name.startswith(f"{subject} ")}
    width = max(map(len, names))
    lines = [f"  coach {name:<{width}}  {said}" for name, said in names.items()]
    return "\n".join([words(f"cli.subject.{subject}"), "", *lines])


def _in_lines(names: Sequence[str]) -> list[str]:
    """These names, a comma between two, on lines as wide as the others."""
    said, indent = ", ".join(names), " " * (COLUMN + 2)
    return wrap(said, WIDE, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
