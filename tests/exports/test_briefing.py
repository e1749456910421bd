"""What an assistant is told: every name masked however it is written; what it says, unchanged."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.moves.found import moves_of
from coach_tui.demo import make_demo
from coach_tui.engagement.rhythm.as_told import rate_on
from coach_tui.engagement.state import Engagement
from coach_tui.exports.briefing.document import briefing
from coach_tui.exports.briefing.left import maybe_names
from coach_tui.exports.briefing.lines import RATINGS, UNTOLD
from coach_tui.exports.briefing.mask import Mask, masked
from coach_tui.exports.briefing.names import CERTAIN, NAMING, names_in
from coach_tui.exports.history.fields import TOLD
from coach_tui.language import LANGUAGES, Language, Words
from coach_tui.places import Home
from coach_tui.session import open_session
from coach_tui.wall_clock import wall_clock
from tests.exports.missions import MISSION, TODAY, began, note, recorded

EN = Words("en")
# Fields of text that name nobody: what is said in them is masked where it names somebody known.
SENTENCES = {
    "engagement": "company sector finished", "step": "reason", "note": "text", "advice": "reason",
    "context": "slots reply_time absences", "proof": "what where", "need-answer": "words",
    "need-gate": "words", "framing": "reason conclusion", "candidate": "note", "clause": "words",
    "access": "tool asset requested_role granted_role reason keep_reason evidence na_reason",
    "kpi": "name source definition formula", "kpi-series": "definition", "kpi-limits": "why",
    "reading": "note", "objective": "what start goal", "ritual": "name agenda output",
    "occurrence": "reason note", "decision": "title why options chosen outcome",
    "promise": "what result", "meeting": "learned", "day-used": "note", "dose": "why",
    "report": "link words name text", "person": "role", "skill": "name method",
    "method-use": "note", "assessment": "evidence", "entrustment": "evidence limits why",
    "goal": "case", "drill": "note", "transition": "leaving mission ended_why",
    "signal-review": "words", "document": "link words name text",
    "open-loop": "topic next risk", "contact": "who why private", "expiry": "what note",
    "exit-check": "words", "dossier-section": "link words name text question private",
}  # fmt: skip


def person(name: str, kind: str = "internal") -> tuple[str, str, dict[str, Any]]:
    return "person", f"p-{len(name)}-{name[:1]}", {"name": name, "kind": kind}


def hidden(text: str, *names: str, company: str = "Dupont & fils", also: str = "") -> str:
    """The text as it is told where these are the people."""
    engagement = recorded(began(company), *(person(name) for name in names))
    mask = Mask(names_in(engagement, also=filter(None, [also])))
    return mask.say(mask.hide(text), EN)


def told(engagement: Engagement, language: Language = "en", **asked: Any) -> str:
    playbook, _ = load_playbook(language, None)
    where = Situation(playbook, engagement, TODAY, Catalogues())
    said = {"shape": "md", "names": False, "ratings": False, **asked}
    return briefing(where, MISSION, Words(language), **said)


def test_a_name_is_masked_however_it_is_written() -> None:
    people = ("Julie Morel", "Marc")
    for text, expected in {
        "Julie Morel opens it": "person 1 (team) opens it",
        "JULIE MOREL, julie morel": "person 1 (team), person 1 (team)",
        "Morel Julie opens it": "person 1 (team) opens it",
        "ask Julie; then marc": "ask person 1 (team); then person 2 (team)",
        "Julie’s file, d’Julie, Marc's": "person 1 (team)’s file, d’person 1 (team), "
        "person 2 (team)'s",
        "see julie.morel, @juliemorel, Julie_Morel.docx": "see person 1 (team), @person 1 (team), "
        "person 1 (team).docx",
        "write to julie.morel@dupont.fr or +33 6 12 34 56 78": "write to email 1 or telephone 2",
        "page https://x.io/julie?k=1, again https://x.io/julie?k=1": "page link 1, again link 1",
        "Marcel and the Juliette hotel": "Marcel and the Juliette hotel",
        "Dupont & fils / DUPONT & FILS / Dupont": "the company / the company / the company",
        "Ju\u0301lie Mo\u0301rel": "person 1 (team)",
        "12 000 000, 2026-03-12, 01/02/2026": "12 000 000, 2026-03-12, 01/02/2026",
    }.items():
        assert hidden(text, *people) == expected, text


def test_accents_and_case_make_no_other_name() -> None:
    for text in ("Élodie Noël", "elodie noel", "ELODIE NOËL", "E\u0301lodie Noe\u0308l"):
        assert hidden(f"ask {text}.", "Elodie Noël") == "ask person 1 (team).", text


def test_a_name_that_is_a_word_is_masked_where_a_capital_tells_it() -> None:
    text = "Will will mark it; we ask Mark. pierre, Pierre"
    assert hidden(text, "Will Stone", "Mark", "Pierre") == (
        "person 1 (team) will mark it; we ask person 2 (team). pierre, person 3 (team)"
    )


def test_a_name_inside_another_is_the_longer_one_and_a_shared_one_says_both() -> None:
    people = ("Anne", "Anne Martin", "Marie-Anne Petit", "Paul Martin")
    text = "Anne Martin, Marie-Anne, Paul; Martin"
    assert hidden(text, *people) == (
        "person 2 (team), person 3 (team), person 4 (team); person 2 (team) or person 4 (team)"
    )


def test_a_role_or_an_office_where_somebody_is_named_is_no_name() -> None:
    owners = ("founder", "the CMO", "IT", "Marketing", "équipe commerciale", "Ann Bell, IT")
    lines = [("access", f"a{n}", {"tool": "X", "owner": who}) for n, who in enumerate(owners)]
    assert [each.full for each in names_in(recorded(began(), *lines)).people] == [("Ann Bell",)]


def test_every_field_of_text_names_people_or_is_a_sentence() -> None:
    kinds = ("text", "signature", "definition")
    for entity, how in TOLD.items():
        fields = {n for n, kind in how.fields.items() if kind.removeprefix("!") in kinds}
        naming = {*CERTAIN.get(entity, ()), *NAMING.get(entity, ())} - {"of"}
        said = {*SENTENCES.get(entity, "").split()}
        assert not naming & said, entity
        assert fields == naming | said, entity


def test_private_words_pay_and_ratings_stay() -> None:
    engagement = recorded(
        began(), person("Ann Bell"), note("access-crm", "secret-amber", private=True),
        note("access-crm", "open words"),
        ("engagement", "engagement", {"day_rate": 1234}),
        ("contact", "k", {"name": "Zoe Lee", "private": "secret-cobalt", "who": "at Acme"}),
        ("document", "other/x", {"name": "Own", "text": "secret-violet", "personal": True}),
        ("document", "strategy", {"text": "said", "private": "secret-ochre"}),
        ("document", "company-brief", {"text": "secret-umber", "author": "Ann Bell"}),
        ("assessment", "r", {"person": "p-8-A", "skill": "seo", "level": 2, "side": "cmo",
                             "evidence": "secret-indigo", "day": "2026-11-01"}),
        ("candidate", "c", {"name": "Bob Roy", "rater_1": "Ann Bell"}),
        ("candidate-mark", "m", {"candidate": "c", "criterion": "x", "rater": 1, "mark": 5}),
    )  # fmt: skip
    for language in LANGUAGES:
        for names in (False, True):
            text = told(engagement, language, names=names)
            assert "secret-" not in text
            assert "234" not in text.replace(MISSION, "")
            assert "open words" in text
    assert "secret-indigo" in told(engagement, ratings=True) or "r`" in told(
        engagement, ratings=True
    )
    assert "assessment/r" not in told(engagement)


def test_each_line_has_its_records_id_and_both_forms_say_the_same() -> None:
    engagement = recorded(began(), person("Ann Bell"), ("decision", "d1", {"title": "Ask Ann"}))
    text, data = told(engagement), json.loads(told(engagement, shape="json"))
    ids = re.findall(r"^- `([^`]+)` ", text, re.M)
    assert ids == [line["id"] for line in data["lines"]]
    assert "decision/d1" in ids
    assert len(ids) == len([line for line in text.splitlines() if line.startswith("- ")])
    assert data["company"] == "the company"
    assert "Ann" not in text
    assert "Ann Bell" in told(engagement, names=True)


def test_an_id_made_of_a_name_is_masked_like_the_name() -> None:
    engagement = recorded(began(), ("contact", "contact-rose", {"name": "Rose Hill"}))
    assert "contact-rose" not in told(engagement)
    assert "contact/contact-person 1 (contact)" in told(engagement)


def test_hostile_words_stay_words() -> None:
    evil = "x` <script>alert(1)</script> | [a](http://b) \x1b[2J\u202e \ue010p1\ue011 \ue010"
    text = told(recorded(began("A & B"), person("Ann Bell"), ("decision", "d", {"title": evil})))
    assert not re.search(r"(?<!\\)<script", text)
    assert "\x1b" not in text
    assert not re.search("[\ue010-\ue012]", text)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Engagement:
    folder = tmp_path_factory.mktemp("demo")
    place = Home(folder / "engagements", folder / "state")
    path = make_demo(place, EN, date(2026, 11, 22))
    return open_session(path, place, "cmo", wall_clock({"COACH_TODAY": "2026-11-22"})).engagement


def test_masking_changes_nothing_that_is_worked_out(demo: Engagement) -> None:
    playbook, _ = load_playbook("en", None)
    same = masked(demo, Mask(names_in(demo)))
    for role in ("founder", "cmo", "team"):
        moves = [
            moves_of(playbook, each, TODAY, Catalogues(), viewer=role) for each in (demo, same)
        ]
        assert moves[0] == moves[1], role


def test_masked_the_past_keeps_its_own() -> None:
    began_at = began()
    told = recorded(
        began_at,
        person("Julie Morel"),
        (*began_at[:2], {"day_rate": 1000, "finished": "Julie Morel leads"}),
        (*began_at[:2], {"day_rate": 1200, "since": "2027-02-01"}),
    )
    same = masked(told, Mask(names_in(told)))
    for day, rate in ((date(2027, 1, 4), 1000), (date(2027, 3, 1), 1200)):
        assert rate_on(told, day) == rate_on(same, day) == rate
    assert "Morel" in str(told.known)
    assert "Morel" not in str(same.known)


def test_no_name_of_a_rich_mission_is_left(demo: Engagement) -> None:
    """The demo's own people, one by one, in both languages: the first names and the last."""
    named = names_in(demo)
    words = {w for p in named.people for name in p.full for w in name.split() if len(w) > 2}
    assert {"Julien", "Astruc", "Castaing"} <= words
    for language in LANGUAGES:
        text = told(demo, language)
        assert len(text.splitlines()) > 200
        for word in (*words - {"Le"}, "Sitavel"):
            assert not re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text), word


def test_what_may_be_a_name_is_told_and_can_be_masked_too(tmp_path: Path) -> None:
    text = "- We met Mathieu Garrec, and opened Google Ads. Then Tag Manager for Zoe."
    assert maybe_names(text, ["Google Ads", "Tag Manager"]) == ("Mathieu Garrec",)
    assert hidden("with Mathieu Garrec", also="Mathieu Garrec") == "with person 1"


def test_what_is_never_told_is_of_a_kind_there_is() -> None:
    assert TOLD.keys() >= RATINGS | UNTOLD
