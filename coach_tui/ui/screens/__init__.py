"""The screens, one module a place (`now`, `stage`, `accesses`, `kpis`, `rhythm`, `team`,
`transition`, `framing`, `history`, `engagements`, `portfolio`, `welcome`, `help`, `document`),
over what they share: `coach_screen`, all; `steps` and `moves`; `ledger_screen`, `parts`;
`judging`, `holding`, `stepping_back`, gestures of one place. Which key does what: `ui/commands`;
where they fold: `widths`.

May import every room but `cli`, and Textual.
"""
