"""Checks that DOCX files are read whole: the characters that python-docx finds, in their order.

usage: docx_complete.py GANGMU FILE…

python-docx knows nothing of automatic numbers and text boxes, so that there may be more in our text
than in its; at least 99.9 % of its characters have to be in ours, in order.
"""

import difflib
import subprocess
import sys

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

LEAST = 0.999


def blocks(parent):
    for block in parent.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from blocks(cell)


def lines(texts):
    squeezed = ("".join(text.split()) for text in texts)
    return [text for text in squeezed if text]


def shared(theirs, ours):
    """How many characters of one list of lines stand in the other, in order."""
    matcher = difflib.SequenceMatcher(None, theirs, ours, autojunk=False)
    count = 0
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            count += sum(map(len, theirs[a:b]))
        elif kind == "replace":
            inner = difflib.SequenceMatcher(None, "".join(theirs[a:b]), "".join(ours[c:d]), autojunk=False)
            count += sum(block.size for block in inner.get_matching_blocks())
    return count


def main(gangmu, files):
    worst = 1.0
    total = 0
    for file in files:
        theirs = lines(blocks(docx.Document(file)))
        text = subprocess.run([gangmu, "text", file], check=True, capture_output=True).stdout
        ours = lines(text.decode().split("\n"))
        there = sum(map(len, theirs))
        share = shared(theirs, ours) / there
        total += there
        worst = min(worst, share)
        if share < LEAST:
            sys.exit(f"{file}: only {share:.4%} of {there} characters, in order")
    print(f"{len(files)} DOCX, {total} characters: at least {worst:.4%} of each, in order")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
