"""The linter finds each fault, on its line, and finds none where there is none."""

from __future__ import annotations

import pytest

from coach_tui.language import Words
from coach_tui.playbook.check import Count, FileRead, check_documents
from coach_tui.playbook.check_prose import count_words, typography
from tests.playbook.linted import both, check, reasons, stage, text

FR, EN = stage("fr"), stage("en")
HEADING = "### Décider"


def test_a_playbook_without_a_fault() -> None:
    checked = check(both(FR, EN))
    assert checked.problems == ()
    assert checked.counts == (Count("framing", "fr", 2, 1), Count("framing", "en", 2, 1))


BROKEN = {
    "straight-quote": ("mot mot", "l'eau mot"),
    "french-space": ("mot mot", "mot : mot"),
    "length": ("mot " * 20, ""),
    "title-length": (HEADING, "### Décider " + "et encore " * 6),
    "html": ("mot mot", "<b>mot</b> mot"),
    "bad-link": ("](#framing-choose)", "](notes.md)"),
    "link": ("](#framing-choose)", "](#nowhere)"),
    "after": ("after:framing-decide+3", "after:nowhere+3"),
    "fact": ("access:listed", "access:imagined"),
    "source": ("source: guide", "source: hearsay"),
    "no-act": ("does: access | ", ""),
    "no-takes": ("takes: 5min | ", ""),
    "act": ("does: access |", "does: hearsay |"),
    "act-fact": ("does: access |", "does: access:crm |"),
    "act-unproved": (" | done-when: access:listed", ""),
    "needs": ("takes: 5min", "takes: 5min | needs: nowhere"),
    "needs-circle": ("takes: 5min", "takes: 5min | needs: framing-decide"),
    "needs-hidden": ("takes: 2min", "takes: 2min | needs: framing-decide"),
    "cycle": ("due: D-5", "due: after:framing-choose+1"),
    "unknown-key": ("due: D-5", "whenever: D-5"),
    "no-owner": ("owner: founder", "owner: nobody"),
    "heading": ("## Avant", "Avant\n---"),
    "no-section-id": ("<!-- section: before -->", ""),
    "step-twice": ("step: framing-choose", "step: framing-decide"),
    "stage-id": ("stage: framing", "stage: rhythm"),
    "no-stage": ("<!-- stage: framing -->", ""),
}


@pytest.mark.parametrize("reason", BROKEN)
def test_one_language_broken_once(reason: str) -> None:
    before, after = BROKEN[reason]
    assert before in FR
    found = reasons(check([text(FR.replace(before, after, 1), "fr")], both_languages=False))
    assert reason in found


PAIRED = {
    "pair-metadata": ("due: D-5", "due: D-6"),
    "pair-missing": ("step: framing-choose", "step: framing-other"),
    "pair-added": ("step: framing-choose", "step: framing-other"),
    "pair-links": ("](#framing-choose)", "](#framing-decide)"),
    "pair-section": ("### Choose", "## Other\n<!-- section: other -->\n\n### Choose"),
}


@pytest.mark.parametrize("reason", PAIRED)
def test_languages_that_do_not_agree(reason: str) -> None:
    before, after = PAIRED[reason]
    assert before in EN
    checked = check(both(FR, EN.replace(before, after)))
    assert reason in reasons(checked)
    assert {problem.path for problem in checked.problems} == {"framing/en.md"}


def test_criteria_and_sections_agree_too() -> None:
    for mark in ("entry: framing-ready", "exit: framing-done", "section: before"):
        assert "pair-missing" in reasons(check(both(FR, EN.replace(mark, f"{mark}-other"))))


def test_the_order_of_steps_agrees() -> None:
    head, first, second = EN.partition("### Decide")[0], *EN.split("### ")[1:]
    turned = f"{head}### {second}\n### {first}"
    checked = check(both(FR, turned))
    assert reasons(checked) == ["pair-order"]
    assert checked.problems[0].values == {"kind": "step", "id": "framing-choose"}


def test_our_playbook_is_in_both_languages_and_someones_own_need_not_be() -> None:
    alone = [text(FR, "fr")]
    assert reasons(check(alone)) == ["alone"]
    assert check(alone, both_languages=False).problems == ()


def test_a_link_may_lead_to_a_stage_told_in_the_other_language() -> None:
    linked = FR.replace("](#framing-choose)", "](#kpis-decide)")
    other = text(stage("en", "kpis"), "en", "kpis")
    assert check([text(linked, "fr"), other], both_languages=False).problems == ()


def test_a_step_is_in_one_stage_only() -> None:
    other = text(stage("fr", "kpis"), "fr", "kpis")
    again = text(FR.replace("framing-decide", "kpis-decide"), "fr")
    assert reasons(check([other, again], both_languages=False)) == ["step-in-two"]


def test_a_newcomer_sees_eight_steps_at_most() -> None:
    step = FR[FR.index("### Choisir") :]
    many = FR + "\n".join(step.replace("-choose", f"-choose-{n}") for n in range(8))
    assert reasons(check([text(many, "fr")], both_languages=False)) == ["essentials"]


def test_a_file_that_is_not_text() -> None:
    checked = check([text(None, "fr"), text(EN, "en")])
    assert reasons(checked) == ["unreadable"]
    assert [count.language for count in checked.counts] == ["en"]


def test_a_fault_is_told_on_its_line_in_both_languages() -> None:
    broken = FR.replace("mot mot", "l'eau mot", 1)
    problem = check([text(broken, "fr")], both_languages=False).problems[0]
    assert "l'eau" in broken.split("\n")[problem.line - 1]
    assert "l'eau" in Words("en")(problem.reason, **problem.values)
    assert "l'eau" in Words("fr")(problem.reason, **problem.values)


NB, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    "wrong",
    [
        *("Il dit : non", "Il dit: non", "Quoi ?", "Quoi?", "**Quoi** ?", "Non !", "a ; b", "a; b"),
        *("12 %", "12%", "12 €", "12€", "110 K€", "«x»", "« x »", f"«{NB}x »", "fin «", "x :"),
        *("l'eau", '"x"', "**Objet** : x", "**Objet:** x", "[lien](#a) : x"),
    ],
)
def test_french_marks_want_their_space(wrong: str) -> None:
    assert list(typography(wrong, "x.md", "fr"))


@pytest.mark.parametrize(
    "right",
    [
        *(f"Il dit{NB}: non", f"Quoi{NARROW}?", f"12{NB}%", f"110{NB}K€", f"«{NB}x{NB}»", "l’eau"),
        *(
            "LTV:CAC",
            "14:30",
            "`a: 'b'?`",
            "[x](#a?b)",
            "(?)",
            "en %",
            f"Quoi{NB}?!",
            "| --- | :-: |",
        ),
        *(f"**Objet{NB}:** x", "https://a.b/c?d=e", "<!-- step: a -->", f"{{n}}{NB}%", "* a"),
    ],
)
def test_french_that_is_well_set(right: str) -> None:
    assert not list(typography(right, "x.md", "fr"))


@pytest.mark.parametrize(
    "wrong", ["it's", '"x"', "a : b", "a ?", "12 %", f"12{NB}%", "a .", "( a )"]
)
def test_english_marks_want_none(wrong: str) -> None:
    assert list(typography(wrong, "x.md", "en"))


@pytest.mark.parametrize("right", ["it’s “x”", "a: b?", "12%", "a .csv file", "`'x' :`", "a – b"])
def test_english_that_is_well_set(right: str) -> None:
    assert not list(typography(right, "x.md", "en"))


def test_words_are_counted_as_a_reader_does() -> None:
    assert count_words("**Voir aussi** [Ouvrir l’accès](#a-b-c) · `x`") == 5
    assert count_words(f"- 12{NB}% de plus <!-- exit: x -->") == 3


def test_a_template_has_the_same_blanks_and_headings_in_both_languages() -> None:
    def told(french: str, english: str | None) -> list[str]:
        texts = [FileRead("t/fr.md", "t", french, "fr")]
        texts += [FileRead("t/en.md", "t", english, "en")] if english is not None else []
        return [problem.reason for problem in check_documents(texts)]

    assert told("# A {day}\n## B", "# C {day}\n## D") == []
    assert told("# A {day}\n## B", "# C {date}\n## D") == ["playbook.pair-blank"] * 2
    assert told("# A\n## B", "# C\n# D") == ["playbook.pair-headings"]
    assert told("# A : b", "# A: b") == ["playbook.french-space"]
    assert told("# A", None) == ["playbook.alone"]
