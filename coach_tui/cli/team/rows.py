"""A skill on one line, or by label and value: how it is covered, and what the catalogue offers."""

from __future__ import annotations

from collections.abc import Mapping

from coach_tui.cli.table import row as table_row
from coach_tui.coach.named import Names, called
from coach_tui.engagement.team.cover import Cover, percent
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.playbook.entry import Entry


def entry_row(entry: Entry, name: str, kept: bool, words: Words) -> str:
    """A skill of the catalogue; whether it is on the map here."""
    star = "*" if entry.fields["critical"] else " "
    return table_row(
        f"{'[x]' if kept else '[ ]'} {star} {entry.fields['weight']} {entry.id:<14} {name}",
        words,
        name=name,
        on_map=words("form.yes" if kept else "form.no"),
        critical=words("form.yes" if entry.fields["critical"] else "form.no"),
        weight=str(entry.fields["weight"]),
        id=entry.id,
    )


def cover_row(cover: Cover, names: Names, labels: Mapping[str, str], words: Words) -> str:
    """A skill of the map; who does it alone, and how far that covers it."""
    skill = cover.skill
    parts = [one_line(called(skill.id, skill.name, names), 44)]
    parts += [words(f"team.label.{cover.label}")]
    if cover.autonomous:
        parts.append(", ".join(one_line(labels[each]) for each in cover.autonomous))
    share = words("team.percent", n=percent(cover.share))
    star = "*" if skill.critical else " "
    return table_row(
        f"{star} {skill.weight} {skill.id:<14} {share:>5}  {' · '.join(parts)}",
        words,
        name=called(skill.id, skill.name, names),
        coverage=f"{share} · {words(f'team.label.{cover.label}')}",
        owner=", ".join(labels[each] for each in cover.autonomous),
        critical=words("form.yes" if skill.critical else "form.no"),
        weight=str(skill.weight),
        id=skill.id,
    )
