"""Documents: `kind`, as the catalogue tells it; `fill`, its blanks, with what fills them
(`fill_figures`, `fill_log`, `fill_mission`, from `facts`); `questions`, those still to answer;
`standing`, its state in words; `printed`, as a page;
`embedded`, `decision_table`, `new_headings`.

May import `coach` and what lies below it: no file, no screen.
"""
