"""Makes small real files of one sample plan, in every format and encoding that is read, and hostile ones.

usage: make.py PLAN FOLDER
"""

import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import plan as sample

PLAN, FOLDER = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
TEXT = PLAN.read_text(encoding="utf-8")
WORK = Path(tempfile.mkdtemp(prefix="gangmu-samples-"))


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, **options).stdout


def write(name, content):
    (FOLDER / name).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def work(name, content):
    path = WORK / name
    path.write_text(content, encoding="utf-8")
    return path


def iconv(text, encoding):
    return run("iconv", "-f", "UTF-8", "-t", encoding, input=text.encode())


def office(source, target, name, *more):
    run("soffice", f"-env:UserInstallation=file://{WORK}/profile", "--headless", *more, "--convert-to", target, "--outdir", WORK / "out", source, stderr=subprocess.DEVNULL)
    shutil.copy(WORK / "out" / f"{Path(source).stem}.{target.split(':')[0]}", FOLDER / name)


def texts():
    from opencc import OpenCC

    traditional = OpenCC("s2t").convert(TEXT)
    write("gb18030.txt", iconv(TEXT, "GB18030"))
    write("utf8-mark-crlf.txt", b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    write("utf16le-mark.txt", b"\xff\xfe" + iconv(TEXT, "UTF-16LE"))
    write("utf16be.txt", iconv(TEXT, "UTF-16BE"))
    write("traditional.txt", traditional)
    # the forms of Taiwan are those that Big5 has
    taiwan = OpenCC("s2tw").convert(TEXT).replace("“", "「").replace("”", "」")
    write("big5.txt", iconv(taiwan, "BIG5-HKSCS"))


def pages():
    page = work("page.html", sample.as_html(TEXT))
    write("pandoc.html", run("pandoc", "-s", page, "--metadata", "title=" + sample.parts(TEXT)[0][3], "-t", "html", stderr=subprocess.DEVNULL))
    write("site-gb2312.html", iconv(sample.as_site(TEXT), "GB18030"))
    write("breaks.html", sample.as_breaks(TEXT))
    write("pandoc.md", run("pandoc", page, "-t", "gfm", "--wrap=none"))
    run("pandoc", page, "-o", FOLDER / "pandoc.docx")


def documents():
    numbered = work("numbered.fodt", sample.as_fodt(TEXT, True))
    plain = work("plain.fodt", sample.as_fodt(TEXT, False))
    office(numbered, "docx", "numbered.docx")
    office(numbered, "doc", "numbered.doc")
    office(plain, "docx", "libreoffice.docx")
    office(plain, "doc", "libreoffice.doc")
    office(plain, "pdf", "libreoffice.pdf")
    office(work("projects.csv", sample.PROJECTS), "xlsx", "projects.xlsx", "--infilter=CSV:44,34,76,1,,0,false,true")


def portable():
    style = "body{font-family:'Noto Serif CJK SC';font-size:12pt} p{text-indent:2em} @page{margin:2.5cm}"
    page = work("print.html", sample.as_html(TEXT, style))
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={FOLDER / 'chromium.pdf'}", f"file://{page}", stderr=subprocess.DEVNULL)
    run("qpdf", "--encrypt", "", "owner", "256", "--", FOLDER / "libreoffice.pdf", FOLDER / "owner-password.pdf")
    run("qpdf", "--encrypt", "secret", "owner", "256", "--", FOLDER / "libreoffice.pdf", FOLDER / "encrypted.pdf")
    by_cmap("gbk-euc-h.pdf", "GBK-EUC-H", "gb18030")
    by_cmap("unigb-ucs2-h.pdf", "UniGB-UCS2-H", "utf-16-be")
    no_unicode()
    scan()
    ofd()
    by_standard()


def wrapped(width):
    """The plan's lines as they are set on a page, `width` characters wide."""
    for kind, _, number, words in sample.parts(TEXT):
        line = number + words
        line = line if kind in ("title", "front") else "\u3000\u3000" + line
        while line:
            cut = width
            while cut < len(line) and line[cut] in "，。、；：）”":
                cut -= 1
            yield line[:cut]
            line = line[cut:]


def by_cmap(name, cmap, encoding):
    """A PDF as official ones are made: SimSun, not embedded, without ToUnicode."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", None]
    objects.append("<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/%s/DescendantFonts[4 0 R]>>" % cmap)
    objects.append("<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor 5 0 R>>")
    objects.append("<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -141 1000 859]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 683/StemV 95>>")
    lines = list(wrapped(36))
    kids = []
    for number, start in enumerate(range(0, len(lines), 38), 1):
        drawn = [f"BT /F1 10.5 Tf 290 40 Td <{f'— {number} —'.encode(encoding).hex()}> Tj ET"]
        for row, line in enumerate(lines[start:start + 38]):
            indent = len(line) - len(line.lstrip("\u3000"))
            drawn.append(f"BT /F1 12 Tf {80 + 12 * indent} {760 - 18 * row} Td <{line.lstrip(chr(0x3000)).encode(encoding).hex()}> Tj ET")
        stream = "\n".join(drawn)
        objects.append(f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream")
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {len(objects)} 0 R>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1"))
    table = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    out.write(f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n".encode())
    (WORK / name).write_bytes(out.getvalue())
    # qpdf finds what is wrong with it, and packs it
    run("qpdf", "--object-streams=generate", "--compress-streams=y", WORK / name, FOLDER / name)


def no_unicode():
    """A PDF whose fonts bring shapes and no word about what they are."""
    plain = WORK / "plain.pdf"
    run("qpdf", "--qdf", "--object-streams=disable", FOLDER / "libreoffice.pdf", plain)
    plain.write_bytes(plain.read_bytes().replace(b"/ToUnicode", b"/NoUnicode"))
    run("qpdf", "--compress-streams=y", "--object-streams=generate", plain, FOLDER / "no-unicode.pdf")


def scan():
    from reportlab.pdfgen.canvas import Canvas

    run("pdftoppm", "-r", "30", "-gray", "-png", FOLDER / "libreoffice.pdf", WORK / "scan")
    canvas = Canvas(str(FOLDER / "scan.pdf"), invariant=1)
    for picture in sorted(WORK.glob("scan*.png")):
        canvas.drawImage(str(picture), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()


def ofd():
    from easyofd.ofd import OFD

    os.chdir(tempfile.mkdtemp(dir=WORK))  # it leaves its working files behind
    write("easyofd.ofd", OFD().pdf2ofd((FOLDER / "libreoffice.pdf").read_bytes(), optional_text=True))


def by_standard():
    """An OFD as the examples of GB/T 33190 are: places in millimetres, a document in a folder."""
    namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    lines = list(wrapped(38))
    pages = [lines[start:start + 36] for start in range(0, len(lines), 36)]
    with zipfile.ZipFile(FOLDER / "standard.ofd", "w", zipfile.ZIP_DEFLATED) as archive:
        def put(name, content):
            archive.writestr(zipfile.ZipInfo(name), head + content, zipfile.ZIP_DEFLATED)

        put("OFD.xml", f'<ofd:OFD {namespace} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>')
        listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
        put("Doc_0/Document.xml", f'<ofd:Document {namespace}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>')
        for number, rows in enumerate(pages):
            drawn = [(98, 285, f"— {number + 1} —")]
            for row, line in enumerate(rows):
                indent = len(line) - len(line.lstrip("\u3000"))
                drawn.append((25 + 4.2 * indent, 30 + 6.5 * row, line.lstrip("\u3000")))
            objects = "".join(
                f'<ofd:TextObject ID="{number}{index}" Boundary="{x:.2f} {y:.2f} 165 5" Font="1" Size="4.2"><ofd:TextCode X="0" Y="4.2" DeltaX="{" ".join("2.1" if c.isascii() else "4.2" for c in words[:-1])}">{words}</ofd:TextCode></ofd:TextObject>'
                for index, (x, y, words) in enumerate(drawn)
            )
            put(f"Doc_0/Pages/Page_{number}/Content.xml", f'<ofd:Page {namespace}><ofd:Content><ofd:Layer ID="1">{objects}</ofd:Layer></ofd:Content></ofd:Page>')


def archives():
    import msoffcrypto.format.ooxml as ooxml

    encrypted = io.BytesIO()
    ooxml.OOXMLFile(io.BytesIO((FOLDER / "libreoffice.docx").read_bytes())).encrypt("secret", encrypted)
    write("encrypted.docx", encrypted.getvalue())
    # names in GBK without a word about it, as programs in China write them
    class Raw(zipfile.ZipInfo):
        def _encodeFilenameFlags(self):
            return self.filename.encode("gbk"), self.flag_bits

    with zipfile.ZipFile(FOLDER / "archive.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(Raw("2024/工作报告.txt"), iconv(TEXT, "GB18030"))
        archive.writestr("2024/again.txt", iconv(TEXT, "GB18030"))
        archive.writestr("picture.png", b"\x89PNG")
        archive.writestr("empty.txt", b"")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ["LANG"] = "C.UTF-8"
    for step in (texts, pages, documents, portable, archives):
        step()
        print(step.__name__, "made", flush=True)
    shutil.rmtree(WORK)
