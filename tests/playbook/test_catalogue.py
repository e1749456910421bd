"""A catalogue's good entries come out whatever is wrong around them, and the wrong is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.language import Words
from coach_tui.playbook.catalogue import SIZE_LIMIT, PlainField, Spec, parse_catalogue
from coach_tui.playbook.check import FileRead, check_catalogues, check_kinds
from coach_tui.playbook.entry import Entry
from coach_tui.playbook.model import Problem

SPEC = Spec(
    "catalogue/tools.toml",
    {
        "kind": PlainField(choices=("crm", "ads")),
        "points": PlainField("whole", low=1, high=10),
        "dose": PlainField("number", high=5),
        "critical": PlainField("flag"),
        "site": PlainField(blank=True),
        "due": PlainField("due"),
        "blanks": PlainField("texts"),
        "note": PlainField(required=False),
    },
    ("name", "trap"),
    ("agenda",),
)
GOOD = """[[entry]]
id = "hubspot"
kind = "crm"
points = 3
dose = 0.5
critical = true
site = ""
due = "T-4w"
blanks = ["day"]
[entry.fr]
name = "HubSpot"
trap = "Un piège"
agenda = ["un", "deux"]
[entry.en]
name = "HubSpot"
trap = "A trap"
agenda = ["one", "two"]
"""
OTHER = GOOD.replace("hubspot", "pipedrive")
LINES = GOOD.count("\n")


def read(text: str) -> tuple[tuple[Entry, ...], list[Problem]]:
    return parse_catalogue(text, "tools.toml", SPEC)


def told(text: str) -> list[tuple[int, str, object]]:
    return [
        (problem.line, problem.reason.removeprefix("playbook."), problem.values.get("field", ""))
        for problem in read(text)[1]
    ]


def ids(text: str) -> list[str]:
    return [entry.id for entry in read(text)[0]]


def test_an_entry_has_plain_fields_and_words_in_both_languages() -> None:
    entries, problems = read(f"# A comment.\n\n{GOOD}{OTHER}")
    assert problems == []
    assert [(entry.id, entry.line) for entry in entries] == [
        ("hubspot", 3),
        ("pipedrive", 3 + LINES),
    ]
    hubspot = entries[0]
    assert (hubspot.fields["kind"], hubspot.fields["dose"], hubspot.fields["critical"]) == (
        "crm",
        0.5,
        True,
    )
    assert hubspot.fields["blanks"] == ("day",)
    assert hubspot.words["fr"]["trap"] == "Un piège"
    assert hubspot.words["en"]["agenda"] == ("one", "two")
    assert "note" not in hubspot.fields


def test_nobody_edits_an_entry() -> None:
    entry = read(GOOD)[0][0]
    for change in (
        lambda: entry.fields.__setitem__("kind", "ads"),  # type: ignore[attr-defined]
        lambda: entry.words["fr"].__setitem__("name", "x"),  # type: ignore[attr-defined]
    ):
        with pytest.raises(AttributeError):
            change()


FAULTS = {
    'kind = "crm"': ('kind = "phone"', "entry-choice", "kind"),
    "points = 3": ("points = 11", "entry-not-whole", "points"),
    "dose = 0.5": ("dose = nan", "entry-not-number", "dose"),
    "critical = true": ('critical = "yes"', "entry-not-flag", "critical"),
    'site = ""': ("site = 3", "entry-not-text", "site"),
    'due = "T-4w"': ('due = "soon"', "entry-not-due", "due"),
    'blanks = ["day"]': ("blanks = [1]", "entry-not-texts", "blanks"),
    "points": ("note = 1\npoints", "entry-not-text", "note"),
}


@pytest.mark.parametrize("before", FAULTS)
def test_a_fault_leaves_its_entry_out_and_the_others_in(before: str) -> None:
    after, reason, field = FAULTS[before]
    broken = GOOD.replace(before, after, 1)
    assert broken != GOOD
    assert ids(OTHER + broken) == ["pipedrive"]
    assert (1 + LINES, reason, field) in told(OTHER + broken)


def test_a_word_in_neither_language_leaves_its_entry_out() -> None:
    broken = GOOD.replace('trap = "A trap"\n', "").replace('trap = "Un piège"\n', "")
    assert ids(OTHER + broken) == ["pipedrive"]
    assert {field for _, _, field in told(broken)} == {"fr.trap", "en.trap"}


# (what is written instead, what is told of it, the words the entry then has)
HALF = {
    'trap = "A trap"': ('trap = " "', "entry-missing", "en.trap", ("en", "trap", "Un piège")),
    'trap = "Un piège"\n': ("", "entry-missing", "fr.trap", ("fr", "trap", "A trap")),
    'name = "HubSpot"\ntrap = "A': (
        *('name = 3\ntrap = "A', "entry-not-text", "en.name"),
        ("en", "name", "HubSpot"),
    ),
    'agenda = ["one", "two"]': (
        *("agenda = []", "entry-missing", "en.agenda"),
        ("en", "agenda", ("un", "deux")),
    ),
    'agenda = ["un", "deux"]': (
        *('agenda = "un"', "entry-not-texts", "fr.agenda"),
        ("fr", "agenda", ("one", "two")),
    ),
    "[entry.en]": ("[entry.de]", "entry-unknown", "de", ("en", "trap", "Un piège")),
}


@pytest.mark.parametrize("before", HALF)
def test_what_one_language_lacks_the_other_lends_and_it_is_told(before: str) -> None:
    after, reason, field, (language, name, said) = HALF[before]
    broken = GOOD.replace(before, after, 1)
    assert broken != GOOD
    pipedrive, hubspot = read(OTHER + broken)[0]
    assert hubspot.words[language][name] == said
    assert hubspot.borrows(language, name)
    assert not pipedrive.borrows(language, name)
    assert (1 + LINES, reason, field) in told(OTHER + broken)


def test_what_is_too_much_or_uneven_is_told_and_shown() -> None:
    typo = GOOD.replace('trap = "A trap"', 'trap = "A trap"\nnom = "x"')
    assert (ids(typo), told(typo)) == (["hubspot"], [(1, "entry-unknown", "en.nom")])
    more = GOOD.replace("dose", "doses = 1\ndose")
    assert (ids(more), told(more)) == (["hubspot"], [(1, "entry-unknown", "doses")])
    uneven = GOOD.replace('agenda = ["un", "deux"]', 'agenda = ["un"]')
    assert (ids(uneven), told(uneven)) == (["hubspot"], [(1, "entry-lists", "agenda")])
    assert read(uneven)[0][0].words["fr"]["agenda"] == ("un",)


def test_a_definition_in_one_language_is_lent_to_the_other() -> None:
    spec = SPEC._replace(fields={**SPEC.fields, "definitions": PlainField("definitions")})
    tables = """[[entry.definitions]]
id = "paid"
fr = "Dépense payante"
[[entry.definitions]]
id = "all"
fr = "Tout"
en = "All"
"""

    def defined(text: str) -> tuple[list[tuple[str, ...]], list[str]]:
        entries, problems = parse_catalogue(text, "tools.toml", spec)
        found = (
            [tuple(each.values()) for each in entries[0].fields["definitions"]] if entries else []
        )
        return found, [problem.reason for problem in problems]

    reason = ["playbook.entry-not-definitions"]
    both = [("Dépense payante", "Dépense payante", "paid"), ("Tout", "All", "all")]
    assert defined(GOOD + tables) == (both, reason)
    assert defined(GOOD + tables.replace('fr = "Dépense payante"\n', "")) == ([], reason)
    assert defined(GOOD + tables.replace('id = "all"\n', "")) == ([], reason)


def test_an_id_is_authored_once() -> None:
    assert ids(GOOD + GOOD) == ["hubspot"]
    assert told(GOOD + GOOD) == [(1 + LINES, "entry-twice", "")]
    assert told(GOOD.replace("hubspot", "Hub Spot")) == [(1, "entry-no-id", "")]
    assert told(GOOD.replace('id = "hubspot"', "")) == [(1, "entry-no-id", "")]


def test_what_is_not_toml_costs_only_its_own_entry() -> None:
    broken = GOOD.replace('kind = "crm"', "kind = crm !")
    text = f"{OTHER}{broken}{GOOD.replace('hubspot', 'brevo')}"
    assert ids(text) == ["pipedrive", "brevo"]
    assert told(text) == [(LINES + 3, "toml", "")]


NOT_CATALOGUES: dict[str, str | Callable[[], str]] = {
    "empty": "",
    "only words": "Bonjour.",
    "binary": "\x00\x01\x02" * 100,
    "nested": "x = " + "[" * 5_000,
    "a number of many figures": "x = " + "9" * 6_000,
    "another table": "[[line]]\nid = 'a'",
    "a number for a table": "entry = 3",
    "numbers for tables": "entry = [1, 2]",
    "an open string": 'entry = """\n',
    "a megabyte": "#" * 1_000_000,
}


@pytest.mark.parametrize("name", NOT_CATALOGUES)
def test_what_is_no_catalogue_is_told(name: str) -> None:
    text = str(NOT_CATALOGUES[name])
    assert ids(text) == []
    assert told(text)


def test_a_text_too_long_is_not_read() -> None:
    _, problems = read("#" * (SIZE_LIMIT + 1))
    assert [(problem.reason, problem.values) for problem in problems] == [
        ("playbook.too-large", {"limit": SIZE_LIMIT})
    ]


pieces = st.sampled_from(
    [*GOOD.split("\n"), *OTHER.split("\n"), "[[entry]]", "[entry]", "zz", '"""']
)


@given(st.lists(pieces | st.text(max_size=15), max_size=40).map("\n".join))
def test_no_text_is_too_broken(text: str) -> None:
    entries, problems = read(text)
    assert entries or problems
    assert len({entry.id for entry in entries}) == len(entries)
    for problem in problems:
        assert 1 <= problem.line <= text.count("\n") + 1
        for language in ("fr", "en"):
            said = Words(language)(problem.reason, **problem.values)
            assert said != problem.reason


def test_what_a_terminal_would_obey_is_not_in_an_entry() -> None:
    entry = read(GOOD.replace("Un piège", "Un \\u001b[2Jpiège \\u202e"))[0][0]
    assert entry.words["fr"]["trap"] == "Un [2Jpiège "


ADVICE = """[[advice]]
id = "{id}"
number = "R01"
severity = "watch"
who = "cmo"
source = "guide"
opens = "model-choice"
placeholders = ["day"]
[advice.fr]
words = "Fixez la suite."
fact = "Il reste {{day}} jours."
reason = "Le guide le dit."
[advice.en]
words = "Set what follows."
fact = "{{day}} days are left."
reason = "The guide says so."
"""


def check(text: str, name: str = "advice", path: str = "advice/a.toml") -> list[str]:
    problems = check_catalogues([FileRead(path, name, text)], {"model-choice"}, {"guide"})
    return [problem.reason.removeprefix("playbook.") for problem in problems]


def test_advice_fills_the_blanks_it_declares_and_opens_a_step() -> None:
    good = ADVICE.format(id="a")
    assert check(good) == []
    assert check(good.replace('["day"]', '["day", "tool"]')) == ["blank", "blank"]
    assert check(good.replace("{day} days", "Days")) == ["blank"]
    assert check(good.replace("{day} days", "{day days")) == ["blank", "blank"]
    assert check(good.replace("model-choice", "nowhere")) == ["entry-names"]
    assert check(good.replace('"guide"', '"guide, hearsay"')) == ["entry-names"]
    assert check(good.replace("jours.", "jours !")) == ["french-space"]
    assert check(good.replace("The guide says so.", "word " * 41)) == ["entry-long"]


def test_advice_begins_with_its_act_and_shows_it_whole_with_who_acts() -> None:
    good = ADVICE.format(id="a")
    asks = good.replace("Set what follows.", "Who would set what follows?")
    assert check(asks) == []
    assert check(asks.replace("follows?", "follows.")) == ["advice-verb"]
    for told in ("Day 3: set what follows.", "The CMO sets what follows."):
        assert check(good.replace("Set what follows.", told)) == ["advice-verb"]
    for told in ("Jour 3.", "Fixer la suite.", "Un CMO fixe la suite."):
        assert check(good.replace("Fixez la suite.", told)) == ["advice-verb"]
    praise = good.replace('"watch"', '"praise"').replace("Set what", "They set what")
    assert check(praise) == []
    at_most = f"Set {'x' * 56}."
    assert len(f"CMO: {at_most}") == 66
    assert check(good.replace("Set what follows.", at_most)) == []
    assert check(good.replace("Set what follows.", at_most + ".")) == ["advice-long"]
    others = 'fact = "{day} days'
    assert check(good.replace(others, f'others = ["Days are left."]\n{others}')) == [
        "entry-missing",
        "advice-verb",
    ]


def test_a_borrowed_word_is_not_judged_by_the_other_languages_rules() -> None:
    half = ADVICE.format(id="a").replace('reason = "Le guide le dit."\n', "")
    english = half.replace("The guide says so.", "The guide: says so!")
    assert check(english) == ["entry-missing"]


def test_advice_is_one_catalogue_in_several_files() -> None:
    texts = [FileRead(f"advice/{name}.toml", "advice", ADVICE.format(id="a")) for name in "ab"]
    problems = check_catalogues(texts, {"model-choice"}, {"guide"})
    assert [(problem.path, problem.reason) for problem in problems] == [
        ("advice/b.toml", "playbook.entry-twice")
    ]


def test_points_make_a_hundred() -> None:
    criterion = """[[entry]]
id = "{id}"
points = {points}
[entry.fr]
name = "a"
evidence = "a"
strong = "a"
weak = "a"
[entry.en]
name = "a"
evidence = "a"
strong = "a"
weak = "a"
"""
    half = criterion.format(id="a", points=50)
    other = criterion.format(id="b", points=50)
    assert check(half + other, "permanent-criteria") == []
    assert check(half, "permanent-criteria") == ["points"]


WORDS = "".join(
    f'[entry.{language}]\nname = "a"\ncontent = "a"\naccept = "a"\n' for language in ("fr", "en")
)


def test_a_kind_of_document_names_what_exists() -> None:
    section = '[[entry]]\nid = "kpis"\nnumber = 1\nowner = "cmo"\ndue = "T-4w"\n'
    section += f'own = "free"\nneeds = []\nfills = []\n{WORDS}'
    good = {
        "section": '"kpis"', "verify": '["sales"]', "steps": '["audit:written#route"]',
        "once": '{ company = "company" }', "ask": '["route"]',
    }  # fmt: skip

    def told_about(**wrong: str) -> list[str]:
        fields = "".join(f"{name} = {value}\n" for name, value in (good | wrong).items())
        kind = '[[entry]]\nid = "plan"\nstore = "document"\neach = "once"\nowner = "cmo"\n'
        texts = [
            FileRead("s.toml", "dossier-sections", section),
            FileRead("d.toml", "documents", f'{kind}place = "line"\nnine = false\n{fields}{WORDS}'),
        ]
        return [problem.reason for problem in check_catalogues(texts, {"audit"}, set())]

    assert told_about() == []
    for wrong in (
        {"section": '"budget"'}, {"verify": '["the moon"]'}, {"steps": '["nowhere:written"]'},
        {"steps": '["audit:burnt"]'}, {"steps": '["audit:written#nothing"]'},
    ):  # fmt: skip
        assert told_about(**wrong) == ["playbook.entry-names"], wrong
    assert told_about(ask='["route", "company"]') == ["playbook.blank-twice"]
    assert told_about(once="{ company = 3 }") == ["playbook.entry-not-names"]


def test_a_template_has_only_the_blanks_of_its_kind_and_a_poor_text_five_signs() -> None:
    kinds = {"scope": Entry("scope", {"once": {"company": "company"}, "ask": ("inside",)}, {})}
    five = "".join(f"{number}. sign\n" for number in range(1, 6))

    def told_about(template: str, signs: str = five, kind: str = "scope") -> list[str]:
        texts = (
            [FileRead("t/fr.md", kind, template, "fr")],
            [FileRead("poor.fr.md", kind, signs, "fr")],
        )
        return [problem.reason for problem in check_kinds(kinds, *texts)]

    assert told_about("# {company}\n\n{inside}\n") == []
    assert told_about("# {firm}\n") == ["playbook.blank-unknown"]
    assert told_about("# {company}\n", kind="plan") == ["playbook.blank-unknown"]
    for signs in (five.replace("5. sign\n", ""), f"# Poor\n\n{five}", five.replace("4.", "6.")):
        assert told_about("", signs) == ["playbook.signs"], signs


def test_a_file_that_is_not_text() -> None:
    problems = check_catalogues([FileRead("kpis.toml", "kpis", None)], set(), set())
    assert [problem.reason for problem in problems] == ["playbook.unreadable"]
