"""What catalogue entries are called: names by id, in one language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coach_tui.engagement.kpi.record import followed
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.people import labels_of, people_of
from coach_tui.engagement.team.skills import skills_of

if TYPE_CHECKING:
    from coach_tui.playbook.entry import Entry


Names = Mapping[str, str]


class Named(NamedTuple):
    """What everything is called in one mission and language, by id: its own names come first."""

    skills: Names
    rituals: Names
    kpis: Names
    definitions: Names  # what a KPI is, chosen of the catalogue’s, by the KPI’s id
    decisions: Names
    people: Names
    delegation: Mapping[int, str]
    documents: Mapping[str, str] = {}  # those written, where what each is called is asked for


def names_of(entries: "Iterable[Entry]", language: str, field: str = "name") -> Names:
    """The name of each entry in this language, by id."""
    return {entry.id: str(entry.words[language][field]) for entry in entries}


def short_skills(engagement: Engagement, entries: "Iterable[Entry]", language: str) -> Names:
    """What each skill is called where there is no room for its name ("CRM"): by id."""
    said = {entry.id: entry.words[language] for entry in entries}
    own = {each.id: each.name for each in skills_of(engagement).values() if each.name}
    return {name: str(told.get("short") or told["name"]) for name, told in said.items()} | own


def called(identity: str, own: str, names: Names) -> str:
    """What people call it: their own name for it, else the catalogue's, else its id in words."""
    return own or names.get(identity) or identity.replace("-", " ")


def by_kind(named: Named) -> Mapping[str, Names]:
    """What records are called that may have no name of their own, for the catalogue names them: by
    entity, then by id. So is a field of theirs that holds an id of the catalogue's."""
    return {"kpi": named.kpis, "skill": named.skills, "kpi.definition": named.definitions}


def named_in(
    engagement: Engagement, catalogues: "Mapping[str, Sequence[Entry]]", language: str
) -> Named:
    """The names of this mission, in this language."""
    kpis = names_of(catalogues["kpis"], language)
    levels = catalogues["delegation-levels"]
    return Named(
        skills={
            **names_of(catalogues["skills"], language),
            **{each.id: each.name for each in skills_of(engagement).values() if each.name},
        },
        rituals={
            **names_of(catalogues["rituals"], language),
            **{each.id: each.name for each in rituals_of(engagement).values() if each.name},
        },
        kpis={
            **kpis,
            **{e.id: e.name or kpis.get(e.catalogue, e.id) for e in followed(engagement)},
        },
        definitions=_definitions(engagement, catalogues["kpis"], language),
        decisions=names_of(catalogues["delegation-decisions"], language, "decision"),
        people=labels_of(people_of(engagement).values()),
        delegation={e.fields["level"]: str(e.words[language]["name"]) for e in levels},
    )


def _definitions(engagement: Engagement, entries: "Iterable[Entry]", language: str) -> Names:
    chosen = {
        (entry.id, each["id"]): str(each[language])
        for entry in entries
        for each in entry.fields.get("definitions", ())
    }
    kpis = {each.id: (each.catalogue, each.definition) for each in followed(engagement)}
    return {kpi: chosen[picked] for kpi, picked in kpis.items() if picked in chosen}
