"""A stage's Markdown document, read into a frozen stage and a list of problems.

The structure is in whole lines (`#`, `##`, `###` and the comment under each), so a pass over the
lines reads six stages in a few milliseconds; `check` holds the result against CommonMark itself.
Nothing here raises, whatever the text.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from coach_tui.language.clean import clean
from coach_tui.playbook.metadata import ID, Metadata, read_metadata
from coach_tui.playbook.model import Act, Criterion, Problem, Section, Stage, Step

SIZE_LIMIT: Final = 400_000  # characters; a stage of ours has 40,000
_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
# Nine lines in ten are prose: only these can begin a heading, a fence or a comment. Looking for
# the line break first is what makes it quick.
_SPECIAL: Final = re.compile(r"\n([^\S\n]*[#`~<].*)")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_LINK: Final = re.compile(r"\]\(#([a-z0-9-]+)\)")


class _Block(NamedTuple):
    """A heading and what is below it, up to the next heading of the same kind or higher.

    comment  the inside of the comment that comes first below it, if one does; prose, the rest.
    """

    level: int
    title: str
    line: int
    text: str
    comment: str | None
    prose: str


def parse_stage(text: str, path: str, language: str = "") -> tuple[Stage | None, list[Problem]]:
    """The stage in `text`, or None where there is none to speak of, and every problem found."""
    if len(text) > SIZE_LIMIT:
        return None, [Problem(path, 1, "playbook.too-large", {"limit": SIZE_LIMIT})]
    problems: list[Problem] = []
    blocks = list(_blocks(clean(text.lstrip("\ufeff"))))
    head = next((block for block in blocks if block.level == 1), None)
    stage_id = _tagged(head.comment, "stage") if head else ""
    if head is None or not stage_id:
        return None, [Problem(path, head.line if head else 1, "playbook.no-stage")]
    sections = _sections(blocks, stage_id, path, problems)
    criteria = list(_criteria(head))
    stage = Stage(
        id=stage_id,
        title=head.title,
        opening="\n".join(map(_without_mark, head.prose.split("\n"))),
        sections=sections,
        entry=tuple(criterion for kind, criterion in criteria if kind == "entry"),
        exit=tuple(criterion for kind, criterion in criteria if kind == "exit"),
        language=language,
        path=path,
    )
    return stage, problems


def headings(text: str) -> list[tuple[int, int]]:
    """The level and line of every heading seen here, for whoever holds it against CommonMark."""
    return [(block.level, block.line) for block in _blocks(text)]


def _blocks(text: str) -> Iterator[_Block]:
    """The headings of levels 1 to 3 outside fences and comments, each with what is below it."""
    text = f"\n{text}"
    level, title, start, number = 0, "", 0, 0
    below = counted = 0
    fence = ""
    commented = -1  # where a comment of several lines ends
    for special in _SPECIAL.finditer(text):
        place, line = special.start(), special[1]
        if place < commented:
            continue
        heading = None if fence else _HEADING.fullmatch(line)
        if heading and len(heading[1]) <= 3:
            if level:
                yield _block(level, title, start, text[below + 1 : place])
            number += text.count("\n", counted, place) + 1
            level, title, start = len(heading[1]), (heading[2] or "").strip(), number
            below = counted = place + 1 + len(line)
            continue
        fence = _fence_after(line, fence)
        if not fence and line.lstrip().startswith("<!--") and "-->" not in line:
            end = text.find("-->", place + 1 + len(line))
            commented = len(text) if end < 0 else end
    if level:
        yield _block(level, title, start, text[below + 1 :])


def _block(level: int, title: str, line: int, text: str) -> _Block:
    said = text.lstrip()
    first, _, rest = said.partition("\n")
    comment = _comment_in(first)
    prose = text if comment is None else rest
    return _Block(level, title, line, text, comment, prose.strip("\n"))


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open once this line is read ("" for none)."""
    match = _FENCE.fullmatch(line)
    if not match:
        return fence
    mark, rest = match.groups()
    if not fence:
        return "" if mark[0] == "`" and "`" in rest else mark
    closes = mark[0] == fence[0] and len(mark) >= len(fence) and not rest.strip()
    return "" if closes else fence


def _sections(
    blocks: list[_Block], stage_id: str, path: str, problems: list[Problem]
) -> tuple[Section, ...]:
    sections: list[tuple[Section, list[Step]]] = []
    seen: set[str] = set()
    for block in blocks:
        if block.level == 2:
            section_id = _tagged(block.comment, "section")
            if not section_id:
                problems.append(Problem(path, block.line, "playbook.no-section-id"))
            named = section_id or f"section-{block.line}"
            sections.append((Section(named, block.title, (), block.line), []))
        elif block.level == 3:
            section_id = sections[-1][0].id if sections else ""
            step = _step(block, stage_id, section_id, path, problems)
            if step is None:
                continue
            if step.id in seen:
                problems.append(Problem(path, block.line, "playbook.step-twice", {"id": step.id}))
                continue
            seen.add(step.id)
            if not sections:
                sections.append((Section("", "", (), block.line), []))
            sections[-1][1].append(step)
    return tuple(section._replace(steps=tuple(steps)) for section, steps in sections)


def _step(
    block: _Block, stage_id: str, section_id: str, path: str, problems: list[Problem]
) -> Step | None:
    comment = block.comment or ""
    metadata = read_metadata(comment)
    step_id = metadata.fields.get("step")
    if not step_id:
        problems.append(
            Problem(path, block.line, "playbook.no-step-id", {"title": block.title[:60]})
        )
        return None
    problems += [
        Problem(path, block.line + 1, reason, {"id": step_id, **values})
        for reason, values in metadata.problems
    ]
    owner = metadata.fields.get("owner")
    if owner is None:
        problems.append(Problem(path, block.line + 1, "playbook.no-owner", {"id": step_id}))
    body = block.prose
    return Step(
        id=step_id,
        title=block.title or step_id,
        body=body,
        owner=owner or "founder",  # somebody must be accountable until the file says who
        stage=stage_id,
        section=section_id,
        confirmer=metadata.fields.get("confirmer"),
        due=metadata.fields.get("due"),
        effort=metadata.fields.get("effort", 0),
        essential=metadata.fields.get("essential", False),
        done_when=metadata.fields.get("done-when", ""),
        sources=metadata.fields.get("source", ()),
        links=tuple(dict.fromkeys(_LINK.findall(body))),
        line=block.line,
        metadata=comment,
        act=_act(metadata),
    )


def _act(metadata: Metadata) -> Act:
    said = metadata.fields.get
    return Act(
        does=said("does", ""),
        minutes=said("takes", 0),
        by=said("by") or "",
        needs=said("needs", ()),
        when=said("when", ""),
        every=said("every", 0),
        grave=said("grave"),
        passing=said("passing", False),
        decides=said("decides", False),
    )


def _criteria(head: _Block) -> Iterator[tuple[str, Criterion]]:
    for offset, line in enumerate(head.text.split("\n"), 1):
        said = line.strip()
        if said.startswith(("- ", "* ")) and said.endswith("-->"):
            text, _, comment = said[2:-3].rpartition("<!--")
            kind, _, criterion_id = (part.strip() for part in comment.partition(":"))
            if kind in ("entry", "exit") and text.strip() and len(criterion_id.split()) == 1:
                yield kind, Criterion(criterion_id, text.strip(), head.line + offset)


def _tagged(comment: str | None, tag: str) -> str:
    name, _, value = (comment or "").partition(":")
    value = value.strip()
    return value if name.strip() == tag and ID.fullmatch(value) else ""


def _comment_in(line: str) -> str | None:
    """The inside of a line that is one HTML comment."""
    said = line.strip()
    whole = said.startswith("<!--") and said.endswith("-->") and len(said) >= len("<!---->")
    return said[4:-3].strip() if whole and "-->" not in said[4:-3] else None


def _without_mark(line: str) -> str:
    """The line without our mark: a comment alone on its line, or at the end of a list's line."""
    if _comment_in(line) is not None:
        return ""
    said = line.rstrip()
    if said.endswith("-->") and said.lstrip().startswith(("- ", "* ")):
        before, mark, _ = said.rpartition("<!--")
        return before.rstrip() if mark else line
    return line
