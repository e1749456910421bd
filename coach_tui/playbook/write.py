"""A stage written back as the Markdown document it came from."""

from __future__ import annotations

from coach_tui.playbook.model import Stage, Step


def write_stage(stage: Stage) -> str:
    """A document that parses to the same ids, metadata, titles and prose.

    The opening's criteria keep their ids; anything the parser reported as a problem is gone.
    """
    parts = [f"# {stage.title}\n<!-- stage: {stage.id} -->", _opening(stage)]
    for section in stage.sections:
        if section.id or section.title:
            parts.append(f"## {section.title}\n<!-- section: {section.id} -->")
        parts += [_step(step) for step in section.steps]
    return "\n\n".join(part for part in parts if part) + "\n"


def _opening(stage: Stage) -> str:
    """The opening with its criteria's ids back in place: they come in the order of its lines."""
    left = sorted(
        [
            *(("entry", criterion) for criterion in stage.entry),
            *(("exit", criterion) for criterion in stage.exit),
        ],
        key=lambda each: each[1].line,
    )
    lines = []
    for line in stage.opening.split("\n"):
        said = line.strip()
        found = next((each for each in left if said[2:].strip() == each[1].text), None)
        if found and said[:2] in ("- ", "* "):
            left.remove(found)
            line = f"{line} <!-- {found[0]}: {found[1].id} -->"
        lines.append(line)
    return "\n".join(lines)


def _step(step: Step) -> str:
    return f"### {step.title}\n<!-- {step.metadata} -->\n{step.body}".rstrip("\n")
