"""The team, looked at: `overview`, `skills_map`; how the CMO steps back: `taper`, `absence`,
`entrusted`; what somebody who leaves answered for: `left_behind`; who
is there without them: `still_there`.

May import `engagement`, `playbook`, `language` and the rest of `coach`.
"""
