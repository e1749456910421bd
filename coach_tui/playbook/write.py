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
    text = stage.opening
    for kind, criteria in (("entry", stage.entry), ("exit", stage.exit)):
        for criterion in criteria:
            line = f"- {criterion.text}"
            text = text.replace(line, f"{line} <!-- {kind}: {criterion.id} -->", 1)
    return text


def _step(step: Step) -> str:
    return f"### {step.title}\n<!-- {step.metadata} -->\n{step.body}".rstrip("\n")
