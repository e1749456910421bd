"""Search finds what people and the playbook wrote, whatever the accents, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.bundled import load_playbook
from coach_tui.coach.named import by_kind, named_in, names_of
from coach_tui.coach.search import search
from coach_tui.engagement.remarks import add_remark
from coach_tui.engagement.rhythm import decisions as rhythm_decision
from coach_tui.language import LANGUAGES
from coach_tui.language.fold import folded, folded_with_places
from tests.coach.story import CATALOGUES, PLAYBOOK, Story, d
from tests.engagement.recording import waiting

TERMS = CATALOGUES["glossary"]


def found(words: str, story: Story | None = None, language: str = "en") -> list:
    engagement = (story or Story()).engagement
    names = by_kind(named_in(engagement, CATALOGUES, language))
    return list(search(words, PLAYBOOK, engagement, TERMS, language, (), names))


def test_accents_and_case_are_folded():
    story = Story().note("access-crm", "Réunion avec Éloïse à Orléans")
    for words in ("eloise", "ÉLOÏSE", "reunion orleans", "éloïse RÉUNION"):
        hits = found(words, story)
        assert [(hit.kind, hit.opens) for hit in hits] == [("note", "access-crm")]
    assert "Éloïse" in hits[0].excerpt


def test_titles_come_before_texts_and_every_word_must_be_there():
    hits = found("CRM access")
    assert (hits[0].kind, hits[0].id) == ("step", "access-crm")
    assert found("crm zzzz") == []
    assert found("   ") == []


def test_decisions_promises_and_the_glossary_are_found_too():
    story = Story().do(waiting("q", "Stop the Lyon trade fair?", d(0)))
    story.do(rhythm_decision.promise("p", "Send the fair's bill", d(0), to="Zoé"))
    assert {hit.kind for hit in found("fair", story)} >= {"decision", "promise"}
    assert any(hit.kind == "term" and hit.id == "fractional-cmo" for hit in found("fractional cmo"))
    french = load_playbook("fr")[0]
    terms = search("directeur experimente", french, Story().engagement, TERMS, "fr")
    assert terms[0].kind == "term"


def test_what_was_deleted_is_not_found():
    story = Story().raw("decision", "q", title="Zebra crossing", opened="2026-03-02")
    assert found("zebra", story)
    story.raw("decision", "q", _deleted=True)
    assert not found("zebra", story)


def test_a_note_on_a_record_is_told_by_its_name_and_goes_with_the_record():
    """A KPI or a skill of the catalogue has no name of its own: its words are no name either."""
    story = Story().raw("kpi", "cac", catalogue="cac", definition="Every zebra we pay")
    story.do(add_remark("n1", "kpi", "cac", "A zebra"))
    story.raw("access", "crm", tool="HubSpot").do(add_remark("n2", "access", "crm", "A zebra too"))
    story.raw("skill", "da-reporting", kept=True, method="Ride the zebra")
    for language in LANGUAGES:
        kpis, skills = (names_of(CATALOGUES[each], language) for each in ("kpis", "skills"))
        titles = [("access", "HubSpot"), ("kpi", kpis["cac"]), ("kpi", kpis["cac"])]
        titles.append(("skill", skills["da-reporting"]))
        assert sorted((hit.kind, hit.title) for hit in found("zebra", story, language)) == titles
    for entity, entity_id in (("kpi", "cac"), ("access", "crm"), ("skill", "da-reporting")):
        story.raw(entity, entity_id, _deleted=True)
    assert found("zebra", story) == []


def test_a_definition_of_the_catalogue_is_found_by_its_words_and_a_report_by_its_heading():
    story = Story().raw("kpi", "cac", catalogue="cac", definition="loaded", source="Zebra CRM")
    story.raw("report", "2026-07", text="\n# Zebra: July\n\n- **CAC** up")
    hits = {hit.kind: hit for hit in found("zebra", story)}
    assert hits["report"].title == "Zebra: July"
    assert hits["kpi"].excerpt == "…tools and the CMO ÷ all new customers. · Zebra CRM"
    assert "kpi" in {hit.kind for hit in found("fully loaded", story)}


def test_a_long_text_is_cut_around_the_words():
    story = Story().note("access-crm", "x " * 500 + "pomegranate" + " y" * 500)
    excerpt = found("pomegranate", story)[0].excerpt
    assert "pomegranate" in excerpt
    assert len(excerpt) < 140
    assert excerpt.startswith("…")
    assert excerpt.endswith("…")


def test_an_excerpt_is_made_of_clean_whole_words():
    note = (
        "## Heads\n- [ ] the first of the quinces\n- see **[the ledger](#access-crm)** and `x`\n"
        "1. ripe pomegranates come from the orchards of the south, and they come by lorry\n"
        "> on Mondays, without fail, at seven in the morning, for 12\u00a0% of the price agreed"
    )
    words = {"the", "first", "of", "quinces", "see", "ledger", "and", "x", "ripe", "come", "from"}
    for sought in ("quinces", "granate", "ripe", "Mondays", "price"):
        excerpt = found(sought, Story().note("access-crm", note))[0].excerpt
        assert sought.casefold() in excerpt.casefold()
        assert not set("[]#*`>") & set(excerpt), excerpt
        inside = excerpt.strip("…")
        known = note.replace("[", " ").replace("]", " ").replace("`", " ").split()
        assert set(inside.split()) <= {*known, *words, "·"}, excerpt
        assert inside == inside.strip(" ·")
    endless = found("needle", Story().note("access-crm", "a" * 300 + "needle" + "b" * 300))
    assert "needle" in endless[0].excerpt
    assert len(endless[0].excerpt) < 140


def test_every_excerpt_of_the_playbook_is_whole_words():
    for word in ("crm", "budget", "week", "founder"):
        for hit in found(word):
            said = hit.excerpt.strip("…")
            assert "**" not in said
            assert "](" not in said
            assert not said.startswith(("- ", "> "))
            whole = {*_bare(hit), "·"}
            assert set(said.split(" ")) <= whole, (hit.id, said)


def _bare(hit) -> set[str]:
    if hit.kind == "step":
        body = PLAYBOOK.step(hit.id).body
    else:
        term = next(each for each in TERMS if each.id == hit.id)
        body = " ".join(each for each in term.words["en"].values() if isinstance(each, str))
    body = body.replace("**", "").replace("`", "").replace("\n", " ")
    return {*body.split(" "), *(part for each in body.split(" ") for part in [_unlinked(each)])}


def _unlinked(word: str) -> str:
    before, _, rest = word.partition("](")
    return before.removeprefix("[") + rest.partition(")")[2]


@given(st.text(max_size=40))
def test_folded_places_lead_back(text):
    plain, places = folded_with_places(text)
    assert len(plain) == len(places)
    assert plain == "".join(folded(character) for character in text)
    assert all(0 <= place < len(text) for place in places)


@given(st.text(max_size=30), st.text(max_size=60))
def test_no_words_take_it_down(words, note):
    story = Story()
    if note.strip():
        story.raw("note", "n", step="access-crm", text=note)
    found(words, story)


WORDS = st.text("abcdeéèàçïôu ", min_size=6, max_size=30).filter(lambda text: len(text.split()) > 0)


@given(WORDS, WORDS)
def test_one_engagement_never_shows_anothers_words(mine, theirs):
    mark = "qzx"
    first = Story().note("access-crm", f"{mark}one {mine}")
    second = Story().note("access-crm", f"{mark}two {theirs}")
    for word in (mark, *theirs.split()):
        for hit in found(word, first):
            assert f"{mark}two" not in f"{hit.title} {hit.excerpt}"
    assert [hit.excerpt.split()[0] for hit in found(mark, second)] == [f"{mark}two"]
