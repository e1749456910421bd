"""The team: people, skills, levels, delegation, absences; and why something was not recorded."""

WORDS = {
    "refusal.team.no-name": "The name is empty. Write a name.",
    "refusal.team.long-name": "This name is over {limit} characters. Shorten it.",
    "refusal.team.kind": "“{kind}” is not one of {kinds}.",
    "refusal.team.unknown-person": "Nobody here is called “{name}”. `coach team list` names everyone.",
    "refusal.team.several-people": "“{name}” may be {people}. Write the one you mean.",
    "refusal.team.unknown-skill": "There is no skill “{skill}” on the map. Put it there first.",
    "refusal.team.weight": "A weight is 1, 2 or 3, not {weight}.",
    "refusal.team.level": "A level goes from 0 to 4: {level} is none of them.",
    "refusal.team.side": "“{side}” is neither cmo nor member: say as whom you rate.",
    "refusal.team.future": "{day} has not come yet: write a day already past.",
    "refusal.team.evidence": "Level {level} needs its evidence: say which real case shows it, and who checked it.",
    "refusal.team.no-decision": "The decision is empty. Say what is to be decided.",
    "refusal.team.delegation-level": "A delegation level goes from 1 (I decide) to 7 (you decide).",
    "refusal.team.absence-order": "The absence ends on {end}, before it begins on {start}. Swap the two days.",
    "refusal.team.result": "“{result}” is not one of planned, passed, failed.",
    "refusal.team.not-over": "This absence lasts until {end}: say how it went once it is over.",
}
