"""What to hand over, and how what comes back is read. Text in, text out: no file, no screen.

handouts        the registry: what can be handed over, what it needs, how it is made
markdown, page  Markdown, and one HTML page of it; `markdown_table`, `csv_writer`: tables
csv_reader      a table from anybody's spreadsheet; `checklist_reading`: an edited checklist
calendar        rituals and due days for a calendar program
history         each change in words (`history/fields`: how every field is told)
documents       a document's blanks, filled with what is recorded
access, kpi, rhythm, team, framing, transition   one folder a subject: what is written of it
                (the access register, CSV columns and all: `access/register`)
"""
