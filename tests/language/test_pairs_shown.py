"""What is put together as "name: value" has the no-break space that French wants."""

import pytest

from coach_tui.bundled import Catalogues
from coach_tui.engagement.state import Engagement
from coach_tui.language import Words
from coach_tui.ui.framing.rows import contract_rows


@pytest.mark.parametrize(("language", "colon"), [("fr", "\u00a0: "), ("en", ": ")])
def test_each_clause_of_the_contract_has_its_state_after_the_colon_of_the_language(
    language: str, colon: str
) -> None:
    rows = contract_rows(Engagement(), Catalogues(), Words(language))  # type: ignore[arg-type]
    assert rows
    for row in rows:
        told = row.content.plain.strip()
        assert colon in told, told
        assert language == "en" or all(not each.endswith(tuple("abcdefghijklmnopqrstuvwxyzé)"))
                                       for each in told.split(":")[:-1]), told  # fmt: skip
