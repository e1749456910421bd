"""Every field declared of a record has its words in both languages, and every choice its own."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import coach_tui
from coach_tui.bundled import Catalogues
from coach_tui.coach.typed import choices_of
from coach_tui.engagement.fields import Declared, FieldSpec, fields_of
from coach_tui.language import LANGUAGES, Words

PACKAGE = Path(coach_tui.__file__).parent


def records() -> list[type[Declared]]:
    """Every record there is that declares its fields."""
    for file in sorted((PACKAGE / "engagement").rglob("*.py")):
        name = ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts)
        import_module(name.removesuffix(".__init__"))
    room = "coach_tui.engagement."  # a door's own class is no record, whoever has imported it
    return [each for each in Declared.__subclasses__() if each.__module__.startswith(room)]


def unsaid(spec: FieldSpec, words: Words) -> list[str]:
    """The keys of this field nobody wrote: its question, its choices, why it can't be empty."""
    keys = [spec.label] + [key for key in (spec.needed,) if key]
    missing = [key for key in keys if words(key) == key]
    if spec.told.startswith("entry:"):
        return missing + uncatalogued(spec)
    choices = [f"{spec.called}.{key}" for key, said in choices_of(spec, words)
               if spec.kind == "choice" and said == f"{spec.called}.{key}"]  # fmt: skip
    return missing + choices


def uncatalogued(spec: FieldSpec) -> list[str]:
    """Its choices that have no entry in the catalogue that names them."""
    catalogue = spec.told.removeprefix("entry:").partition(".")[0]
    known = {entry.id for entry in Catalogues()[catalogue]}
    return [f"{catalogue}.{value}" for value in spec.values if value and value not in known]


def test_every_declared_field_is_asked_in_words_and_so_is_each_choice() -> None:
    missing = [
        f"{record.__name__}.{name} ({language}): {key}"
        for record in records()
        for name, spec in fields_of(record).items()
        if spec.told != "-"
        for language in LANGUAGES
        for key in unsaid(spec, Words(language))
    ]
    assert missing == []
    assert len(records()) > 6, "otherwise the search itself is broken"


def test_a_field_without_words_is_noticed() -> None:
    spec = FieldSpec("choice", "", values=("green",), needed="refusal.field.never-written")
    spec.belong("access", "colour")
    said = unsaid(spec, Words("en"))
    assert said == ["access.colour", "refusal.field.never-written", "access.colour.green"]
    told = FieldSpec("choice", "", values=("", "launch", "rest"), told="entry:situations.name")
    told.belong("frame", "situation")
    assert unsaid(told, Words("en")) == ["situations.rest"]
