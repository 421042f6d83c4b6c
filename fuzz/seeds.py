"""Puts the samples into a target's corpus, in the shape that the target takes.

usage: seeds.py TARGET FOLDER
"""

import subprocess
import sys
import zipfile
from pathlib import Path

SAMPLES = Path(__file__).parent / "../tests/data/input"
LARGEST = 65536


def parts(sample, names):
    with zipfile.ZipFile(SAMPLES / sample) as archive:
        present = set(archive.namelist())
        return b"\n=\n".join(archive.read(name) if name in present else b"" for name in names)


def seeds(target):
    def files(*patterns):
        return [(path.name, path.read_bytes()) for pattern in patterns for path in sorted(SAMPLES.glob(pattern))]

    if target == "text":
        return files("*.txt")
    if target == "html":
        return files("*.html")
    if target == "pdf":
        return files("*-h.pdf") + [("tiny.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj 4 0 obj<</Length 40>>stream\nBT /F1 12 Tf 80 700 Td <bda8c9e8d4b0> Tj ET\nendstream endobj 5 0 obj<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[]>>endobj trailer<</Root 1 0 R>>")]
    if target == "docx":
        names = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"]
        return [(name, parts(name, names)) for name in ("numbered.docx", "pandoc.docx", "libreoffice.docx")]
    if target == "ofd":
        pages = [f"Doc_0/Pages/Page_{n}/Content.xml" for n in (0, 1)]
        return [(name, parts(name, pages)) for name in ("standard.ofd", "easyofd.ofd")]
    if target == "bbox":
        try:
            run = subprocess.run(["pdftotext", "-bbox-layout", SAMPLES / "gbk-euc-h.pdf", "-"], capture_output=True)
            return [("gbk.xml", run.stdout[:LARGEST])]
        except FileNotFoundError:
            return []
    own = Path(__file__).parent / "seeds" / target
    if own.is_dir():
        return [(path.name, path.read_bytes()) for path in sorted(own.iterdir())]
    return files("*.doc", "*.docx", "*.xlsx", "*.ofd", "*.zip", "*-h.pdf")


for name, content in seeds(sys.argv[1]):
    if content and len(content) <= LARGEST:
        (Path(sys.argv[2]) / f"seed-{name}").write_bytes(content)
