"""The page itself: its head, its looks on a screen and on paper. No script, and nothing fetched.

A policy in the head says so to the browser: it loads nothing, sends nothing, and takes no style but
ours. The colours are those of the app, each at 4.5:1 or more on its ground.
"""

from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import Final

_LIGHT: Final = """--ground: #fbfaf7; --panel: #f2efe8; --body: #1b1f26; --quiet: #5a6472;
  --accent: #0b57b0; --watch: #8f4a00; --alarm: #b3261e; --line: #d9d4c9; --band: #dfe8f5;"""
_DARK: Final = """--ground: #12161c; --panel: #1a212b; --body: #e4e8ee; --quiet: #9ba7b8;
  --accent: #74bbff; --watch: #ffb454; --alarm: #ff8a7a; --line: #313c4b; --band: #20344f;"""
_STYLE: Final = (
    f"""
:root {{ color-scheme: light dark; {_LIGHT} }}
@media screen and (prefers-color-scheme: dark) {{ :root {{ {_DARK} }} }}
"""
    + """
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--body);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; }
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.25rem; }
h1 { font: 600 2.1rem/1.15 Charter, "Iowan Old Style", Georgia, serif; margin: 0; }
h2 { font: 600 1.3rem/1.25 Charter, "Iowan Old Style", Georgia, serif; margin: 2.5rem 0 .75rem;
  border-top: 1px solid var(--line); padding-top: 1rem; }
h3 { font-size: 1rem; line-height: 1.3; margin: 0 0 .25rem; }
p { margin: .25rem 0; }
b, span { unicode-bidi: isolate; }
ul { list-style: none; margin: 0; padding: 0; }
.kind, .about, .quiet, footer { color: var(--quiet); }
.kind { margin-top: .4rem; }
.about, .quiet, footer { font-size: .875rem; line-height: 1.45; }
.about { margin: -.5rem 0 .75rem; }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; margin-top: 1rem; }
.facts b { font-weight: 600; }
.when { color: var(--quiet); white-space: nowrap; }
.rows .when { text-align: right; }
.late, .when.late, .alarm { color: var(--alarm); }
.watch { color: var(--watch); }
.good { color: var(--accent); }
.grid { display: grid; gap: 1.5rem 2rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); }
.who { color: var(--accent); margin-bottom: .5rem; }
.now li { margin-bottom: .8rem; }
.now li > b { display: block; font-weight: 600; line-height: 1.35; }
.now .first { border-left: 3px solid var(--accent); margin-left: -.9rem;
  padding-left: calc(.9rem - 3px); }
.rows li { display: grid; gap: 0 1rem; padding: .45rem 0; border-bottom: 1px solid var(--line);
  grid-template-columns: minmax(0, 1fr) auto; align-items: baseline; }
.rows li:last-child { border-bottom: 0; }
.rows p { grid-column: 1 / -1; margin: 0; }
.quiet.watch { color: var(--watch); }
.quiet.alarm { color: var(--alarm); }
.stages .rows li { grid-template-columns: minmax(0, 1fr) auto; gap: .2rem 1rem; }
.stages .bar { grid-column: 1 / -1; }
.stages .when { text-align: right; }
.bar { display: block; width: 100%; height: .5rem; border-radius: .25rem; fill: var(--accent); }
.bar .rail { fill: var(--band); }
.card { border: 1px solid var(--line); border-radius: .5rem; padding: .9rem 1rem; min-width: 0; }
.figure { font: 600 1.6rem/1.2 Charter, "Iowan Old Style", Georgia, serif; margin: .15rem 0; }
.figure .quiet { font: 400 .875rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
  sans-serif; }
.chart { display: block; width: 100%; height: auto; margin-top: .6rem; overflow: visible; }
.chart .limits { fill: var(--band); fill-opacity: 1; }
.chart .target { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 4 3; }
.chart .path { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; }
.chart .last { fill: var(--accent); }
.two { display: grid; gap: 0 3rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); }
.stays { border-left: 3px solid var(--watch); color: var(--watch); margin-top: 1rem;
  padding-left: .75rem; max-width: 46rem; }
.owed h3 { margin-top: 1.1rem; }
.owed .grid { gap: 0 2rem; }
footer { margin-top: 2.5rem; padding-bottom: 2.5rem; }
footer p { border-top: 1px solid var(--line); margin: 0; padding-top: 1rem; }
@media (max-width: 30rem) {
  h1 { font-size: 1.7rem; }
}
@media print {
  @page { size: A4; margin: 12mm 13mm; }
  body { font-size: 8.6pt; line-height: 1.32; background: none; }
  header, main, footer { max-width: none; padding: 0; }
  h1 { font-size: 19pt; }
  h2 { font-size: 11.5pt; margin: 4mm 0 1.5mm; padding-top: 2mm; break-after: avoid; }
  h3 { font-size: 8.8pt; break-after: avoid; }
  .about, .quiet, footer { font-size: 7.6pt; line-height: 1.28; }
  .about { margin: -1mm 0 1.5mm; }
  .facts { margin-top: 2mm; }
  .grid { gap: 3mm 6mm; }
  .now .grid { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .kpis .grid { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 3mm; }
  .now li { margin-bottom: 1.6mm; }
  .now .first { margin-left: 0; padding-left: 2mm; }
  .rows li { padding: .7mm 0; }
  .stages .rows li { gap: .6mm 4mm; padding: 1mm 0; border: 0; }
  .two { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 8mm; }
  .owed .grid { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0 6mm; }
  .owed h3 { margin-top: 1.4mm; }
  .card { padding: 2mm 2.5mm; }
  .figure { font-size: 13pt; }
  .bar { height: 1.6mm; }
  li, .card, .kpis { break-inside: avoid; }
  .figure .quiet { font-size: 7.6pt; }
  footer { margin-top: 4mm; }
  footer p { padding-top: 2mm; }
  .bar, .bar .rail, .chart, .chart .limits { print-color-adjust: exact;
    -webkit-print-color-adjust: exact; }
}
"""
)
_DIGEST: Final = b64encode(sha256(_STYLE.encode()).digest()).decode()
POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'"
)


def framed(title: str, language: str, body: str) -> str:
    """The whole document around its body, all of it HTML of ours but the title."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{body}</body>\n</html>\n"
    )
