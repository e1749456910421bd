"""The lines as Markdown or as JSON: what they are, what was masked, what stays."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from coach_tui.coach.advice.situation import Situation
from coach_tui.exports.briefing.lines import BriefingLine, BriefingTold, lines_of
from coach_tui.exports.briefing.mask import Mask, masked
from coach_tui.exports.briefing.names import names_in
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words
from coach_tui.language.dates import plain_date

FORMAT = 1


def briefing(
    situation: Situation, engagement_id: str, words: Words, *,
    shape: str, names: bool, ratings: bool, also: Sequence[str] = (),
) -> str:  # fmt: skip
    """One engagement told to an assistant. Names are masked unless `names` is asked for; `also`,
    those that no record gives as a name."""
    mask = Mask(names_in(situation.engagement, _proposed(situation), also))
    if not names:
        situation = situation._replace(engagement=masked(situation.engagement, mask))
    told = lines_of(situation, words, names=names, ratings=ratings)
    lines = [line if names else _masked(line, mask) for line in told.lines]
    about = list(_about(situation, told, mask, words, names=names, ratings=ratings))
    if shape == "json":
        made = _json(situation, engagement_id, words, lines, about, names=names)
    else:
        made = _markdown(situation, words, lines, about)
    return made if names else mask.say(made, words)


def _masked(line: BriefingLine, mask: Mask) -> BriefingLine:
    """An id made of somebody's name is no more to be read than the name."""
    kind, _, identity = line.id.partition("/")
    return line._replace(id=f"{kind}/{mask.hide(identity, even_small=True)}")


def _about(
    situation: Situation,
    told: BriefingTold,
    mask: Mask,
    words: Words,
    *,
    names: bool,
    ratings: bool,
) -> Iterator[str]:
    yield words("briefing.about", day=plain_date(situation.today, words.language))
    yield words("briefing.named") if names else words("briefing.masked", n=mask.people)
    yield words("briefing.stays", n=told.left_out)
    if not ratings:
        yield words("briefing.no-ratings")


def _markdown(
    situation: Situation, words: Words, lines: Sequence[BriefingLine], about: Sequence[str]
) -> str:
    parts = [f"# {escaped(situation.profile.company)}", "", *about, ""]
    for subject, found in groupby(lines, key=lambda line: line.subject):
        parts += [f"## {words(f'briefing.subject.{subject}')}", ""]
        parts += [f"- `{line.id.replace('`', '')}` {escaped(line.text)}" for line in found]
        parts.append("")
    return "\n".join(parts)


def _json(
    situation: Situation, engagement_id: str, words: Words, lines: Sequence[BriefingLine],
    about: Sequence[str], *, names: bool,
) -> str:  # fmt: skip
    told = {
        "format": FORMAT, "engagement": engagement_id, "company": situation.profile.company,
        "day": situation.today.isoformat(), "language": words.language, "names": names,
        "about": list(about), "lines": [line._asdict() for line in lines],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _proposed(situation: Situation) -> Iterator[str]:
    """Whom our catalogue says could grant an access: an office, never a name."""
    for entry in situation.catalogues["accesses"]:
        yield from (str(said.get("granter", "")) for said in entry.words.values())
