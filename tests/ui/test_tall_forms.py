"""A form taller than its window: its title and its keys stay, and what is asked is seen whole."""

from __future__ import annotations

from textual import events
from textual.widgets import Input, Select

from coach_tui.asking import access as access_forms
from coach_tui.asking.sheet import Several
from coach_tui.engagement.access.record import accesses_of
from coach_tui.ui.dialogs.preview import PreviewDialog
from coach_tui.ui.dialogs.questions import FormFields
from coach_tui.ui.dialogs.several import SeveralDialog

from .conftest import screen_text
from .records import record_one_of_each
from .test_refusals import in_sight, settle

SIZES = ((80, 24), (40, 15), (20, 8))


def sign(app) -> str:
    """What the lower edge says is out of sight."""
    return str(app.screen.query_one("#dialog").border_subtitle or "")


def kept_in_view(app, size) -> list[str]:
    """What a reader misses of the title and of the keys that end the form."""
    shown = screen_text(app)
    missed = [key for key in ("Ctrl+S", "échap") if key not in shown]
    if size != SIZES[-1]:  # in the smallest the title has lines of its own
        missed += [] if "Modifier la ligne" in shown else ["title"]
    return missed


def unseen(app) -> list[str]:
    """The parts of the question that has the keys which are not wholly in sight."""
    name = str(app.focused.id).removeprefix("field-")
    parts = [app.screen.query_one(f"#{part}-{name}") for part in ("label", "field", "said")]
    return [str(part.id) for part in parts if part.display and not in_sight(part)]


async def test_its_title_and_its_keys_stay_and_each_question_is_seen_whole(opened, acme) -> None:
    record_one_of_each(acme)
    for size in SIZES:
        async with opened(acme.path, size=size, language="fr") as (app, pilot):
            app.go("accesses")
            await settle(pilot)
            crm = accesses_of(app.session.engagement)["crm"]
            access_forms.ask_fields(app.screen, crm)
            await settle(pilot)
            assert "▼" in sign(app), (size, sign(app))
            asked = app.screen.query_one(FormFields).query("Input, TextArea, Select")
            wanted = [str(each.id) for each in asked if str(each.id).startswith("field-")]
            for identity in wanted:
                assert app.focused.id == identity
                assert kept_in_view(app, size) == [], (size, identity, screen_text(app))
                if size != SIZES[-1]:  # eight lines hold no long question
                    assert unseen(app) == [], (size, identity, screen_text(app))
                await pilot.press("tab")
                await settle(pilot)
            assert sign(app).startswith("▲"), (size, sign(app))
            assert "▼" not in sign(app), (size, sign(app))
            assert app.focused.id == "save", "the keys come after the last question"


async def test_the_answers_to_choose_from_hide_neither_the_question_nor_the_keys(
    opened, acme
) -> None:
    record_one_of_each(acme)
    for size in SIZES:
        async with opened(acme.path, size=size, language="fr") as (app, pilot):
            app.go("accesses")
            await settle(pilot)
            access_forms.ask_fields(app.screen, accesses_of(app.session.engagement)["crm"])
            await settle(pilot)
            choices = [*app.screen.query(Select)]
            assert len(choices) > 2
            for choice in choices:
                choice.focus()
                await pilot.press("enter")
                await settle(pilot)
                listed = app.focused
                assert listed.parent is choice, (size, choice.id)
                assert in_sight(listed), (size, choice.id, screen_text(app))
                assert kept_in_view(app, size) == [], (size, choice.id, screen_text(app))
                if size != SIZES[-1]:
                    label = f"#label-{str(choice.id).removeprefix('field-')}"
                    named = app.screen.query_one(label)  # or on the frame, where it has room there
                    assert in_sight(named if named.display else choice), (size, choice.id)
                before = choice.value
                await pilot.press("down", "escape")
                await settle(pilot)
                assert (app.focused, choice.value) == (choice, before)


async def test_the_page_keys_and_the_wheel_scroll_and_typing_comes_back(opened, acme) -> None:
    record_one_of_each(acme)
    async with opened(acme.path, size=(80, 24), language="fr") as (app, pilot):
        app.go("accesses")
        await settle(pilot)
        access_forms.ask_fields(app.screen, accesses_of(app.session.engagement)["crm"])
        await settle(pilot)
        asked, began = app.screen.query_one("#dialog-asked"), app.focused
        for away in ("pagedown", "wheel"):
            if away == "wheel":
                app.screen.query_one("#save").post_message(
                    events.MouseScrollDown(None, 5, 5, 0, 1, 0, False, False, False)
                )
            else:
                await pilot.press(away)
            await settle(pilot)
            assert sign(app).startswith("▲"), away
            assert kept_in_view(app, (80, 24)) == []
            assert app.focused is began
            if isinstance(began, Input):
                await pilot.press("x")
            await settle(pilot)
            assert unseen(app) == [], away
        await pilot.press("pagedown", "pageup")
        await settle(pilot)
        assert asked.scroll_y == 0


async def test_so_do_a_list_of_many_and_a_long_text(opened, acme) -> None:
    lines = tuple((f"{n}", f"tool {n}") for n in range(40))
    for width, height in SIZES:
        async with opened(acme.path, size=(width, height)) as (app, pilot):
            several = Several("Tools", "", lines, lambda _chosen: None)
            await app.push_screen(SeveralDialog(several, app.words))
            await settle(pilot)
            assert "Space marks"[: width - 6] in screen_text(app)
            assert "▼" in sign(app)
            await pilot.press("escape")
            text = "\n".join(f"line {n}" for n in range(80))
            await app.push_screen(PreviewDialog("Read", text, app.words, yes="Write"))
            await settle(pilot)
            assert "Write" in screen_text(app)
            await pilot.press("tab", "end")
            await settle(pilot)
            assert "▲" in sign(app) or app.focused.id != "preview"
            assert "Write" in screen_text(app)
