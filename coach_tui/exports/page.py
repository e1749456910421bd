"""A Markdown document as one self-contained HTML page that prints well. No script, no link out.

markdown-it turns Markdown into HTML with raw HTML off: people's words can't become tags. Dates stay
whole on their line; a line breaks inside a word only where that is longer than a column.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

from markdown_it import MarkdownIt

from coach_tui.exports.markdown import without_comments
from coach_tui.language.dates import MONTHS, SHORT_MONTHS

_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 Georgia, 'Times New Roman', serif; margin: 2rem auto; max-width: 46rem;
  padding: 0 1rem; overflow-wrap: break-word; }
.whole { white-space: nowrap; }
h1, h2, h3, h4 { font-family: system-ui, sans-serif; line-height: 1.2; }
h2 { border-top: 1px solid; margin-top: 2.5rem; padding-top: 1rem; }
table { border-collapse: collapse; font-size: .9em; width: 100%; }
th, td { border: 1px solid #8888; padding: .3em .5em; text-align: left; vertical-align: top; }
blockquote { border-left: .3em solid #b50; margin: 1em 0; padding: .1em 1em; }
.charts { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0; }
figure { margin: 0; width: 20rem; max-width: 100%; break-inside: avoid; }
figcaption { font-size: .8em; }
li.box { list-style: none; margin-left: -1.2em; }
@media print {
  body { font-size: 10.5pt; line-height: 1.35; margin: 0; max-width: none; padding: 0; }
  h1, h2, h3, h4 { margin-bottom: .3rem; }
  h2 { margin-top: .9rem; padding-top: .35rem; }
  p, ul { margin-top: .3rem; margin-bottom: .4rem; }
  .charts { gap: .4rem 1rem; margin: .5rem 0; }
  figure { width: 30%; }
  h1, h2, h3, h4, p:has(+ table), p:has(+ ul), thead { break-after: avoid; }
  tr, blockquote, li { break-inside: avoid; }
  thead { display: table-header-group; }
  p, li { orphans: 3; widows: 3; }
}
@page { margin: 18mm; }
"""
_BOX: Final = re.compile(r"<li>\s*(<p>)?\[([ xX])\] ")
_MONTHS: Final = "|".join(
    re.escape(name)
    for names in (*MONTHS.values(), *SHORT_MONTHS.values())
    for name in sorted(names.split(), key=len, reverse=True)
)
_DATE: Final = re.compile(
    rf"\b(?:\d{{1,2}}(?:er)? (?:{_MONTHS})(?: \d{{4}})?"
    r"|\d{4}-\d\d-\d\d|\d\d?[/.]\d\d?[/.]\d{4})"
)
_LONG: Final = re.compile(r"(?:&#?\w+;|[^\s&<>]){25,}")  # letters: more than a column of a page
_PIECE: Final = re.compile(r"(?:&#?\w+;|[^\s&<>]){12}")
_TAG: Final = re.compile(r"(<[^>]*>)")


def page(markdown: str, title: str, language: str, drawn: str = "") -> str:
    """The document as HTML. Comments of ours stay out; tick boxes become signs.

    drawn  HTML of ours, put under the first table.
    """
    reader = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parts = _TAG.split(reader.render(without_comments(markdown)))
    body = "".join(part if part.startswith("<") else _unbroken(part) for part in parts)
    if drawn:
        head, table, rest = body.partition("</table>\n")
        body = f"{head}{table}{drawn}{rest}"
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{_BOX.sub(_box, body)}</body>\n</html>\n"
    )


def _box(found: re.Match[str]) -> str:
    sign = "☑" if found[2] in "xX" else "☐"
    return f'<li class="box">{found[1] or ""}{sign} '


def _unbroken(text: str) -> str:
    """Text of the page with its dates kept on one line, and places to break its longest words."""
    parted = _LONG.sub(lambda found: _PIECE.sub(r"\g<0><wbr>", found[0]), text)
    return _DATE.sub(r'<span class="whole">\g<0></span>', parted)
