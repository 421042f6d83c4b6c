"""Makes the graphs that the consumers read, each in every format.

usage: make_graphs.py GANGMU FOLDER DOCUMENTS      FOLDER/sample and FOLDER/hostile are made
"""
import subprocess
import sys
from pathlib import Path

# what careless writers break on, in places where the genre has its headings, clauses and names
HOSTILE = [
    '引"号"\'单\'“弯”',
    "反\\斜\\n\\\\杠\\",
    "<script>alert(1)</script>&amp;&lt;&#0;&nbsp;",
    "制\tt\x01\x08\x1b[31m\x7f\x85符",
    "\u202e右到左\u200f\u2066",
    "😀👨‍👩‍👧‍👦🇨🇳",
    "node -> edge [label=x] // /* {a:b} */",
    "]]> --> -- ${HOME} %s %n `rm` $(id) ';DROP",
    "非\ufffe\uffff字\u2028\u2029",
    "=1+1|@SUM(A1)|+1|-1",
    "') /JavaScript (x) endstream endobj 1 0 obj << /OpenAction",
    "长" * 3000,
]
DIGITS = "一二三四五六七八九十"


def hostile():
    lines = ["北县2026年重点工作方案", ""]
    for place, words in enumerate(HOSTILE):
        number = DIGITS[place] if place < 10 else "十" + DIGITS[place - 10]
        lines.append(f"{number}、推进{words}发展")
        lines.append(f"支持“{words}”工程建设，与华翔{words}有限公司合作，完成投资{place + 2}亿元。")
        lines.append(f"建设“{words}”示范园区，实施“{words}”行动计划，推进{words}改革试点，新增就业{place + 3}万人。")
    return "\n".join(lines) + "\n"


def main():
    gangmu, folder, documents = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    folder.mkdir(parents=True, exist_ok=True)
    bad = folder / "hostile.txt"
    bad.write_text(hostile(), encoding="utf-8", newline="")
    listing = subprocess.run([gangmu, "formats"], check=True, capture_output=True, text=True).stdout
    rows = listing.split("Writes (-f):\n")[1].splitlines()
    formats = ",".join(row.split()[0] for row in rows if row.strip())
    for name, source in [("sample", documents), ("hostile", bad)]:
        out = folder / name
        command = [gangmu, "build", str(source), "-q", "--name", "graph", "-f", formats, "-o", str(out)]
        subprocess.run(command, check=True)
        # pictures on paper, as files beside the others
        paper = ["-f", "pdf,svg", "--name", "graph.pages", "--view", "full", "--size", "a4"]
        subprocess.run([gangmu, "build", str(source), "-q", *paper, "-o", str(out)], check=True)


main()
