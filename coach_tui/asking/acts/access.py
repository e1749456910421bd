"""Acts on the access register: list the tools, take one a step further, close them."""

from __future__ import annotations

from coach_tui.asking import access as forms
from coach_tui.asking.acts.opening import Opening
from coach_tui.asking.sheet import Asked, AtScreen, Pick, Several
from coach_tui.bundled import load_catalogue
from coach_tui.coach.access.overview import LedgerLine, frame_of, ledger
from coach_tui.engagement.access.change import Fields, add_access, free_id
from coach_tui.engagement.access.facts import unlisted
from coach_tui.engagement.access.record import CATEGORIES, Access
from coach_tui.engagement.change import Draft
from coach_tui.language import Refusal, Words
from coach_tui.language.listed import Listed
from coach_tui.playbook.entry import Entry


def open_access(opening: Opening) -> Asked:
    """The register's line this is about, at its next state; the form of a new one without."""
    lines = ledger(opening.engagement, opening.shown.today)
    named = opening.id_of("access")
    if line := next((each for each in lines if each.access.id == named), None):
        return _next(opening, line)
    what = opening.act.what
    if not what:
        return _list_tools(opening)
    if what in CATEGORIES:
        return _of_category(opening, lines, what)
    wanted = [each for each in lines if _wanted(each, what)]
    return _next(opening, wanted[0]) if wanted else AtScreen("accesses")


def _wanted(line: LedgerLine, what: str) -> bool:
    """Whether this act is about that line: for an exit what is left to close, for the ownership
    what is not in the company's hands, else what carries a flag."""
    if what == "exit":
        kept = line.access.exit == "keep" and bool(line.access.keep_reason)
        return (line.access.open and not kept) or line.access.state == "removed"
    if what == "ownership":
        return line.access.state != "na" and not line.access.company_owned
    return bool(line.flags)


def _of_category(opening: Opening, lines: tuple[LedgerLine, ...], category: str) -> Asked:
    # What is verified goes on to its exit, which no step that opens asks for.
    mine = [
        each
        for each in lines
        if each.access.category == category and each.next and each.access.verified_on is None
    ]
    if mine:
        return _next(opening, mine[0])
    tools = [tool for tool in _catalogue() if tool.fields["category"] == category]
    words = opening.words

    def then(answer: str) -> Asked:
        entry = next((tool for tool in tools if tool.id == answer), None)
        return opening.collected(lambda asker: forms.ask_new(asker, entry, answer))

    options = tuple((tool.id, str(tool.fields["tool"])) for tool in tools)
    return Pick(words("access.add"), opening.said, options, then, words("act.other-tool"))


def _next(opening: Opening, line: LedgerLine) -> Asked:
    access, words = line.access, opening.words
    if opening.act.what == "ownership":
        return _ownership(opening, access)
    if opening.act.what == "hygiene":
        return opening.collected(lambda asker: forms.ask_fields(asker, access))
    leaving = opening.act.what == "exit" and access.open and access.state != "leaving"
    step = "leaving" if leaving else line.next
    if not step:
        return opening.collected(lambda asker: forms.ask_fields(asker, access))
    sheet = opening.collected(lambda asker: forms.ask_step(asker, access, step))
    return sheet._replace(about=sheet.about or words("access.no-secret")) if sheet else None


def _ownership(opening: Opening, access: Access) -> Asked:
    """What puts it in the company's hands: its transfer, where it is open in the CMO's name; else
    its line, at the first of what it lacks: who holds it, in whose name, how many administer it."""
    if access.of_cmo and access.open:
        return opening.collected(lambda asker: forms.ask_step(asker, access, "transferred"))
    line = opening.collected(lambda asker: forms.ask_fields(asker, access))
    lead = "owner" if not access.owner else "cmo_owns" if access.of_cmo else "admins"
    return line._replace(lead=lead) if line else None


def _list_tools(opening: Opening) -> Asked:
    """Several tools of the catalogue at once, each asked for with the least role that does.

    A kind of tool the guide names that has no line yet is told, and can be said not to exist here.
    """
    engagement, words = opening.engagement, opening.words
    today = opening.shown.today
    there = {each.access.catalogue for each in ledger(engagement, today)}
    kinds = {each: words(f"access.category.{each}") for each in unlisted(engagement) if there}
    offered: dict[str, Fields] = {}
    names = {}
    none = {f"no-{each}": each for each in kinds}
    for key, each in none.items():
        offered[key] = _none_here(each, kinds[each], words)
        names[key] = words("act.tools.none", kind=kinds[each])
    for tool in _catalogue():
        if tool.id not in there:
            offered[tool.id], names[tool.id] = frame_of(tool, words), _called(tool, words)

    def submit(chosen: tuple[str, ...]) -> Refusal | None:
        named = {offered[each]["category"] for each in chosen if each not in none}
        if both := next(
            (each for key, each in none.items() if key in chosen and each in named), ""
        ):
            return Refusal("refusal.act.none-and-some", {"kind": kinds[both]})
        drafts: list[Draft] = []
        for each in chosen:
            added = add_access(engagement, free_id(each, engagement), offered[each], today)
            if isinstance(added, Refusal):
                return added
            drafts += added
        return opening.desk.try_to_save(drafts) if drafts else Refusal("refusal.act.none-chosen")

    about = words("act.tools.about")
    if kinds:
        about += "\n" + words("act.tools.left", n=len(kinds), kinds=Listed(kinds.values()))
    return Several(words("act.tools"), about, tuple(names.items()), submit)


def _none_here(category: str, kind: str, words: Words) -> Fields:
    """A line that says why there is none: it was asked of nobody."""
    why = words("act.tools.none-why")
    return {"tool": kind, "category": category, "na_reason": why, "requested_on": None}


def _called(tool: Entry, words: Words) -> str:
    category = words(f"access.category.{tool.fields['category']}")
    return f"{tool.fields['tool']} · {category}"


def _catalogue() -> tuple[Entry, ...]:
    return tuple(load_catalogue("accesses")[0])
