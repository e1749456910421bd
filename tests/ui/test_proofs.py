"""A proof that can be found: the file named in the app, its digest kept, its path left out."""

from __future__ import annotations

from hashlib import sha256

import pytest
from textual.widgets import Input

from coach_tui.engagement.elsewhere import elsewhere_of
from coach_tui.engagement.named_files import files_named
from coach_tui.engagement.step import steps_of
from coach_tui.named_files import files_here

from .conftest import screen_text
from .test_walk import point_at


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_file_named_as_a_proof_is_known_again_and_missed_once_it_went(
    opened, acme, tmp_path, language
) -> None:
    folder = tmp_path / "Mes preuves"
    folder.mkdir()
    proof = folder / "capture d'été.png"
    proof.write_bytes(b"a login")
    async with opened(acme.path, language=language) as (app, pilot):
        await point_at(app, pilot, "access-crm")
        await pilot.press("space", *"Vu")
        app.screen.query_one("#field-where", Input).value = str(proof)
        await pilot.press("ctrl+s")
        assert steps_of(app.session.engagement)["access-crm"].status == "done"
        assert elsewhere_of(app.session.engagement)["access-crm"].where == proof.name
        (named,) = files_named(app.session.engagement)
        assert named.file.digest == sha256(b"a login").hexdigest()
        assert files_here(app.session).amiss == []
        assert str(folder) not in app.session.path.read_text(encoding="utf-8")
        assert str(folder) not in screen_text(app)
        for change, state in ((lambda: proof.write_bytes(b"another"), "changed"),
                              (proof.unlink, "gone")):  # fmt: skip
            change()
            assert [each.state for each in files_here(app.session).amiss] == [state]
        await pilot.press("u")
        assert not list(files_named(app.session.engagement)), "taken back, nothing is missed"
        assert files_here(app.session).amiss == []
