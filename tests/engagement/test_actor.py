"""Who acts, read from what every change says, older files included."""

from coach_tui.engagement.actor import Actor, acting_for, hand_of, in_role, read_actor, role_of
from coach_tui.language import Refusal

READ = {
    "founder": Actor("founder"),
    "cmo/Ann": Actor("cmo", "Ann"),
    "cmo/Ann/Bee": Actor("cmo", "Ann/Bee"),  # a name as an older version kept it
    "cmo/Ann/boss/Bee": Actor("cmo", "Ann/boss/Bee"),
    "founder/Claire/cmo/Nora": Actor("founder", "Claire", "cmo/Nora"),
    "founder/Claire/cmo": Actor("founder", "Claire", "cmo"),
    "team//cmo/Nora": Actor("team", "", "cmo/Nora"),
    "shared": Actor("shared"),
    "": Actor(""),
}


def test_every_actor_is_read() -> None:
    for text, actor in READ.items():
        assert read_actor(text) == actor, text
        assert role_of(text) == actor.role, text
        assert hand_of(text) == (actor.by or text), text


def test_acting_for_somebody_never_stacks_up() -> None:
    once = acting_for("cmo/Nora", "founder/Claire")
    assert once == "founder/Claire/cmo/Nora"
    assert acting_for(once, "team") == "team//cmo/Nora"
    assert acting_for(once, "cmo/Nora") == "cmo/Nora"
    assert acting_for("founder", "cmo") == "cmo//founder"
    refused = acting_for("cmo", "boss")
    assert isinstance(refused, Refusal)
    assert refused.field == "role"


def test_the_other_role_keeps_the_name_of_who_works_here() -> None:
    assert in_role("cmo/Nora", "founder") == "founder/Nora"
    assert in_role("cmo", "founder") == "founder"
    assert in_role("founder/Claire/cmo/Nora", "cmo") == "cmo/Nora"
    assert in_role("team/Ann/cmo/Nora", "founder") == "founder//cmo/Nora"
