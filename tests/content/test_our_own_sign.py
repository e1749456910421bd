"""Our rules of thumb bear one sign in the playbook, and each page says what it stands for."""

from coach_tui.bundled import load_playbook
from coach_tui.coach.euros import OURS, page_in
from coach_tui.language import LANGUAGES, Words

SAID = {"en": "(our rule of thumb)", "fr": "(règle de l’outil)"}


def test_the_phrase_is_a_sign_and_each_page_with_it_has_its_legend_once() -> None:
    for language in LANGUAGES:
        words, playbook = Words(language), load_playbook(language)[0]
        legend, marked = words("advice.by-rule"), 0
        pages = [step.body for stage in playbook.stages for step in stage.steps]
        for body in pages + [stage.opening for stage in playbook.stages]:
            assert SAID[language] not in body
            page = page_in(body, words)
            marked += OURS in body
            assert page.count(legend) == (OURS in body), body[:80]
        assert marked > 30
