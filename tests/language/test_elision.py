"""French elides “de” and “que” before what is filled in, by how it is said."""

from __future__ import annotations

from coach_tui.language import Words
from coach_tui.language.elision import elided

SAID = {
    "Élodie": "d’Élodie", "avril 2026": "d’avril 2026", "août": "d’août", "Œuvre": "d’Œuvre",
    "Hélène Roy": "d’Hélène Roy", "Yves": "d’Yves", "Paul": "de Paul", "Yann": "de Yann",
    "HubSpot": "de HubSpot", "onze": "de onze", "8 000 €": "de 8 000 €", "": "de ",
    "[i]Éva[/i]": "de [i]Éva[/i]",
}  # fmt: skip


def test_a_value_is_written_after_de_as_it_is_said():
    for value, said in SAID.items():
        assert elided("de {who}", {"who": value}).format(who=value) == said


def test_it_is_done_wherever_the_value_comes_from_and_in_french_only():
    for month, said in (("avril 2026", "d’avril 2026"), ("mars 2026", "de mars 2026")):
        assert Words("fr")("report.kept", month=month) == f"Gardé\u00a0: le rapport {said}"
    assert "d’" not in Words("en")("report.kept", month="April 2026")
    assert elided("Que {a} et que {b}, de {n}", {"a": "Éva", "b": "Max", "n": 8}) == (
        "Qu’{a} et que {b}, de {n}"
    )
