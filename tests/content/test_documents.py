"""Every kind of document has its three faces in both languages: blank, filled, poor."""

from __future__ import annotations

from coach_tui.bundled import content, load_catalogue, read_content
from coach_tui.language import LANGUAGES
from coach_tui.playbook.check_kinds import BLANK, blanks_declared

NO_TEMPLATE = {"decision-note", "other"}  # drafted from what is recorded; people's own
FACES = {
    "template": ("templates", "{}.md"),
    "example": ("examples", "{}.md"),
    "poor": ("examples", "poor.{}.md"),
}
KINDS = {kind.id: kind for kind in load_catalogue("documents")[0]}


def wanted(face: str) -> set[str]:
    without = {"template": NO_TEMPLATE, "example": {"other"}, "poor": {"other"}}
    return KINDS.keys() - without[face] | ({"section-summary"} if face == "example" else set())


def there(face: str, kind: str) -> bool:
    folder, name = FACES[face]
    files = [content(folder, kind, name.format(language)) for language in LANGUAGES]
    if not all(file.is_file() for file in files):
        return False
    texts = [file.read_text(encoding="utf-8") for file in files]
    return face != "template" or all(
        text.startswith("# ") and {*BLANK.findall(text)} == blanks_declared(KINDS[kind]).keys()
        for text in texts
    )


def test_every_kind_has_its_three_faces_in_both_languages() -> None:
    for face in FACES:
        missing = sorted(kind for kind in wanted(face) if not there(face, kind))
        assert missing == [], face


def test_an_example_is_whole() -> None:
    for folder in content("examples").iterdir() if content("examples").is_dir() else ():
        for language in LANGUAGES:
            if folder.joinpath(f"{language}.md").is_file():
                text = read_content("examples", folder.name, f"{language}.md")
                assert text.startswith("# "), f"{folder.name}/{language}: no title"
                assert not BLANK.findall(text), f"{folder.name}/{language}: a blank is left"
