"""What screens are made of: lists and panes (`panel`, `lines`, `row`, `columns`, `framed`,
`step_list`, `step_pane`, `detail_pane`, `matrix`, `empty_place`), edges (`top_bar`, `key_bar`,
`stage_strip`, `frame_title`), drawings and text (`plot`, `advice`, `weights`).

Widgets are handed what they show: no session, no store, no screen of their own. Of the
app they read its size, its theme and how it calls its keys.
"""
