"""What to do: Markdown and TOML in, frozen values and problems out. Bad content never raises.

model, parse    a stage, its sections and steps; reading one Markdown document
metadata        the line under a step's title: owner, due day, what shows it done
entry, plain    one line of a catalogue; what was read as plain values, to be kept, and back
catalogue       entries of content/catalogue, checked against `catalogue_specs`
check           the linter's rules, one `check_…` module each: `coach playbook check`
"""
