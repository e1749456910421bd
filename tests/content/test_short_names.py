"""Where a name has no room, a KPI or a skill is called by its short one: CAC, MQL, CRM."""

from coach_tui.bundled import Catalogues
from coach_tui.language import LANGUAGES

ROOM = 15  # characters, the narrowest column they stand in


def test_every_short_name_fits_and_none_stands_for_two() -> None:
    for catalogue in ("kpis", "skills"):
        for language in LANGUAGES:
            shorts = {each.id: each.words[language]["short"] for each in Catalogues()[catalogue]}
            assert len(set(shorts.values())) == len(shorts), (catalogue, language)
            long = {name: short for name, short in shorts.items() if len(short) > ROOM}
            assert not long, f"{catalogue}, {language}: {long}"
            for each in Catalogues()[catalogue]:
                name = each.words[language]["name"]
                assert len(each.words[language]["short"]) <= len(name), each.id


def test_acronyms_are_what_people_say() -> None:
    told = {each.id: each.words["fr"]["short"] for each in Catalogues()["kpis"]}
    assert [told[each] for each in ("cac", "mql", "ltv", "nrr")] == ["CAC", "MQL", "LTV", "NRR"]
