"""What a fuzz target begins with, and what is kept of its runs.

usage: corpus.py fill TARGET          samples and kept inputs into inputs/TARGET, in the shape that the target takes
       corpus.py keep TARGET FOLDER   the inputs of a folder into corpus/TARGET.zip, the same bytes for the same inputs
"""

import hashlib

import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
SAMPLES = HERE / "../tests/data/input"
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
    own = HERE / "seeds" / target
    if own.is_dir():
        return [(path.name, path.read_bytes()) for path in sorted(own.iterdir())]
    return files("*.doc", "*.docx", "*.xlsx", "*.ofd", "*.zip", "*-h.pdf")


def fill(target):
    folder = HERE / "inputs" / target
    for name, content in seeds(target):
        if content and len(content) <= LARGEST:
            (folder / f"seed-{name}").write_bytes(content)
    kept = HERE / "corpus" / f"{target}.zip"
    if kept.is_file():
        with zipfile.ZipFile(kept) as archive:
            for name in archive.namelist():
                (folder / Path(name).name).write_bytes(archive.read(name))


def keep(target, folder):
    (HERE / "corpus").mkdir(exist_ok=True)
    contents = {path.read_bytes() for path in Path(folder).iterdir()}
    named = sorted((hashlib.sha256(content).hexdigest()[:16], content) for content in contents)
    with zipfile.ZipFile(HERE / "corpus" / f"{target}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in named:
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    print(f"{target}: {len(named)} inputs kept")


fill(sys.argv[2]) if sys.argv[1] == "fill" else keep(*sys.argv[2:])
