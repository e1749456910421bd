"""Secrets are spotted before they are saved, and honest prose is let through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.bundled import read_text, stage_files
from coach_tui.engagement.secret import secret_in
from coach_tui.language import LANGUAGES, Words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mot de passe : Soleil2026!", "password"),
        ("mot de passe\u00a0: Soleil2026!", "password"),
        ("mdp = azerty123", "password"),
        ("password: Sunshine", "password"),
        ("The password is s3cret!", "password"),
        ("Le mot de passe HubSpot est Soleil2026!", "password"),
        ("Code PIN : 493817", "password"),
        ("api_key=9f8a7b6c5d", "password"),
        ("clé API : 9f8a7b6c5d4e", "password"),
        ("postgres://ann:s3cret@db.example.com/app", "password"),
        ("voir https://ann:s3cret@example.com", "password"),
        ("AKIAIOSFODNN7EXAMPLE", "key"),
        ("sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc", "key"),
        ("ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a", "key"),
        ("glpat-" + "x" * 20, "key"),
        ("xoxb-" + "1234567890-abcdef", "key"),
        ("AIza" + "SyA1234567890abcdefghijklmnopqrstuv", "key"),
        ("-----BEGIN RSA PRIVATE KEY-----", "key"),
        ("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0.SflKxwRJSMeKKF2QT4", "token"),
        ("carte 4242 4242 4242 4242 exp 12/29", "card"),
        ("4242424242424242", "card"),
        ("4242-4242-4242-4242", "card"),
        ("4242\u00a04242\u00a04242\u00a04242", "card"),
        ("3782 822463 10005", "card"),
        ("FR76 3000 6000 0112 3456 7890 189", "iban"),
        ("FR76\u202f3000\u202f6000\u202f0112\u202f3456\u202f7890\u202f189", "iban"),
        ("IBAN GB82WEST12345698765432", "iban"),
        ("DE89370400440532013000", "iban"),
    ],
)
def test_what_looks_like_a_secret(text: str, kind: str) -> None:
    assert secret_in(text) == kind
    assert secret_in(f"Pour mémoire,\n{text}\nmerci") == kind
    for language in LANGUAGES:
        key = f"refusal.secret.{kind}"
        assert Words(language)(key) != key


@pytest.mark.parametrize(
    "text",
    [
        "Le mot de passe est dans le coffre, demander à Zoé.",
        "Mot de passe : à changer avant vendredi",
        "Mot de passe : demander à Zoé",
        "Password: ask Zoé on Slack",
        "The password policy is under review.",
        "Password: <to be set>",
        "mdp : ********",
        "password: xxxxxxxx",
        "Jeton de vote : un par personne",
        "Le token expire le 12 mars, à renouveler.",
        "API key: see the vault",
        "La clé API appartient à l’agence : la transférer.",
        "Clé API à créer dans HubSpot (30 min)",
        "Ratio dépenses : 12/30, budget 2026 : 150 000 €",
        "SIRET 732 829 320 00074",
        "SIREN 732 829 320, TVA FR40303265045",
        "Tél. 06 12 34 56 78, standard +33 1 23 45 67 89",
        "Commande 4111 1111 1111 1112",
        "Facture 1234 5678 9012 3456 7890",
        "0000 0000 0000 0000",
        "Réf. FR76 3000 6000 0112 3456 7890 188",
        "Réunion le 12/03 : 10 h, salle 4",
        "https://example.com/a:b@c",
        "git@github.com:coach/app.git",
        "ssh://git@example.com/app",
        "Écrire à ann@example.com : réponse sous 24 h",
        "Ask-for-approval, risk-free, task-based",
        "sk-learn et desk-research",
        "AKIA, ghp_ et eyJ sont des débuts de clés",
        "x" * 10_000,
    ],
)
def test_honest_prose_goes_through(text: str) -> None:
    assert secret_in(text) is None


def test_nothing_in_our_own_playbook_looks_like_a_secret() -> None:
    for _, _, file in stage_files():
        for paragraph in (read_text(file) or "").split("\n"):
            assert secret_in(paragraph) is None, paragraph


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert secret_in(text) in (None, "password", "key", "token", "card", "iban")


@pytest.mark.parametrize("piece", ["password=", "a:", "4111 ", "FR76 ", "AAAA ", "eyJ", "a://b:"])
def test_a_long_text_of_one_thing_is_answered(piece: str) -> None:
    secret_in(piece * (20_000 // len(piece)))
