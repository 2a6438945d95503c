#!/usr/bin/env python3
"""draw_screen.py TITLE <TEXT >SVG: draws what a terminal shows, with its colours, as a picture for README.md.

The text has the colours that `--color always` writes. The picture is text, too: it can be searched and read aloud.
docs/first-screen.svg has as many lines as the report in README.md, which tests/check_manual.sh compares with the program:

    build/marsift --color always samples/bundle.zip | head -n 34 |
        python3 tools/draw_screen.py 'marsift samples/bundle.zip' >docs/first-screen.svg
"""
import re
import sys
import unicodedata
from xml.sax.saxutils import escape

COLUMN, LINE, MARGIN, BAR = 8.4, 19, 18, 34  # in pixels
STYLES = {"1": 'class="bold"', "31": 'class="red"', "33": 'class="yellow"'}
HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{title}">
<title>{title}</title>
<style>
text {{ font: 14px ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", "MS Gothic", monospace; fill: #d6d9de; white-space: pre }}
.bold {{ font-weight: bold; fill: #ffffff }}
.red {{ fill: #ff8f85 }}
.yellow {{ fill: #f0c94f }}
.bar {{ fill: #9aa2ad }}
</style>
<rect width="100%" height="100%" rx="8" fill="#15181d"/>
<text class="bar" x="{margin}" y="22">{title}</text>
"""


def columns_of(text):
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def spans_of(lines):
    """Yields (line, column, style, text) for each run of one style."""
    style = ""
    for number, line in enumerate(lines):
        column = 0
        for part in re.split(r"(\x1b\[\d+m)", line):
            if part.startswith("\x1b"):
                style = STYLES.get(part[2:-1], "")
            elif part:
                yield number, column, style, part
                column += columns_of(part)


def main():
    lines = sys.stdin.read().rstrip("\n").split("\n")
    width = max(columns_of(re.sub(r"\x1b\[\d+m", "", line)) for line in lines)
    print(HEAD.format(title=escape(sys.argv[1]), margin=MARGIN, width=width * COLUMN + 2 * MARGIN,
                      height=BAR + (len(lines) + 1) * LINE), end="")
    for number, column, style, text in spans_of(lines):
        length = columns_of(text) * COLUMN
        print(f'<text {style} x="{MARGIN + column * COLUMN:g}" y="{BAR + (number + 1) * LINE:g}" '
              f'textLength="{length:g}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">{escape(text)}</text>')
    print("</svg>")


if __name__ == "__main__":
    main()
