"""Reads every format with the tools that it is for, and compares them with the JSON graph.

usage: files.py FOLDER      FOLDER holds what `make_graphs.py` made
"""
import csv
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import igraph
import kuzu
import networkx as nx
import openpyxl
import pyarrow.parquet as parquet
import rdflib
from markdown_it import MarkdownIt

STRUCTURE = {"has_pillar", "has_action"}


class Graph:
    """The JSON graph, and the files beside it."""

    def __init__(self, folder):
        self.folder = folder
        data = json.loads((folder / "graph.json").read_text(encoding="utf-8"))
        self.nodes = {node["id"]: node for node in data["nodes"]}
        self.edges = data["edges"]
        self.labels = {id: node["label"] for id, node in self.nodes.items()}

    def file(self, ending):
        return str(self.folder / f"graph.{ending}")

    def of(self, kind):
        return [node for node in self.nodes.values() if node["type"] == kind]


def in_xml(words):
    """Words as XML can say them."""
    legal = lambda c: c in "\t\n\r" or c >= " " and c not in "\ufffe\uffff"
    return "".join(c if legal(c) else "\ufffd" for c in words)


def graphml(graph):
    for ending, exact in [("graphml", True), ("yed.graphml", False)]:
        loaded = nx.read_graphml(graph.file(ending), force_multigraph=True)
        assert loaded.number_of_nodes() == len(graph.nodes), ending
        assert loaded.number_of_edges() == len(graph.edges), ending
        for id, label in graph.labels.items():
            assert not exact or loaded.nodes[id]["label"] == in_xml(label), (ending, label)
            assert loaded.nodes[id]["type"] == graph.nodes[id]["type"]
    kinds = sorted(kind for _, _, kind in loaded.edges(data="type"))
    assert kinds == sorted(edge["type"] for edge in graph.edges)


def in_igraph(graph):
    loaded = igraph.Graph.Read_GraphML(graph.file("graphml"))
    assert (loaded.vcount(), loaded.ecount()) == (len(graph.nodes), len(graph.edges))
    found = dict(zip(loaded.vs["id"], loaded.vs["label"]))
    assert found == {id: in_xml(label) for id, label in graph.labels.items()}


def gexf(graph):
    loaded = nx.read_gexf(graph.file("gexf"))
    assert loaded.number_of_nodes() == len(graph.nodes)
    # networkx joins edges of different kinds between the same two nodes
    assert set(loaded.edges()) == {(edge["source"], edge["target"]) for edge in graph.edges}
    for id, label in graph.labels.items():
        node = loaded.nodes[id]
        assert node["label"] == in_xml(label) and node["type"] == graph.nodes[id]["type"]
        assert {"color", "size", "position"} <= set(node["viz"])
    dates = [node["date"] for node in graph.of("document") if "date" in node]
    starts = [start for _, start in loaded.nodes(data="start") if start]
    assert bool(dates) == bool(starts) and (not dates or min(starts).startswith(min(dates)))


QUESTION = """
PREFIX gm: <https://github.com/gangmu/gangmu/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?pillar ?name ?start ?words WHERE {
  ?entity a gm:Company ; rdfs:label ?name ; gm:appears_in ?section .
  ?section a gm:Pillar ; rdfs:label ?pillar .
  ?mention oa:hasBody ?entity ; oa:hasTarget ?place .
  ?place oa:hasSelector [ oa:start ?start ], [ oa:exact ?words ] .
}"""


def rdf(graph):
    turtle = rdflib.Graph().parse(graph.file("ttl"))
    json_ld = rdflib.Graph().parse(graph.file("jsonld"), format="json-ld")
    assert set(turtle) == set(json_ld) and len(turtle) > 10 * len(graph.nodes)
    labels = {(str(s)[len("urn:gangmu:"):], str(o)) for s, o in turtle[: rdflib.RDFS.label]}
    assert labels == set(graph.labels.items())
    expected = set()
    for edge in graph.edges:
        if edge["type"] == "appears_in" and graph.nodes[edge["source"]]["type"] == "company":
            company = graph.nodes[edge["source"]]
            for mention in company["mentions"]:
                row = (graph.labels[edge["target"]], company["label"], mention["start"], mention["text"])
                expected.add(row)
    answers = {(str(p), str(n), int(s), str(w)) for p, n, s, w in turtle.query(QUESTION)}
    assert answers == expected, answers ^ expected
    quoted = [o for s, o in turtle.subject_objects(rdflib.RDF.predicate)]
    assert len(quoted) == sum(edge["type"] not in STRUCTURE for edge in graph.edges)


TABLES = ["documents", "pillars", "actions", "entities", "mentions", "relations"]


def counts(graph):
    kinds = [node["type"] for node in graph.nodes.values()]
    part = [kinds.count(kind) for kind in ("document", "pillar", "action")]
    mentions = sum(len(node.get("mentions", [])) for node in graph.nodes.values())
    relations = sum(edge["type"] not in STRUCTURE for edge in graph.edges)
    return [*part, len(kinds) - sum(part), mentions, relations]


def workbook(graph):
    loaded = openpyxl.load_workbook(graph.file("xlsx"))
    assert [sheet.max_row - 1 for sheet in loaded] == counts(graph)
    pillars, actions, entities = (loaded.worksheets[place] for place in (1, 2, 3))
    unescape = lambda words: openpyxl.utils.escape.unescape(words or "")
    for sheet, column, kinds in [(pillars, 1, ["pillar"]), (actions, 2, ["action"])]:
        found = [unescape(row[0]) for row in sheet.iter_rows(2, None, column, column, True)]
        # a line break is a line break, whichever it was
        expected = [node["label"].replace("\r", "\n") for node in graph.of(kinds[0])]
        assert [words.replace("\r", "\n") for words in found] == expected
    for sheet in loaded:
        assert all(cell.data_type in "sn" for row in sheet for cell in row), "a cell is a formula"


def delimited(graph):
    for ending, delimiter in [("csv", ","), ("tsv", "\t")]:
        for table, count in zip(TABLES, counts(graph)):
            path = graph.file(f"{table}.{ending}")
            with open(path, encoding="utf-8-sig", newline="") as file:
                rows = list(csv.reader(file, delimiter=delimiter))
            assert len(rows) - 1 == count, path
            assert len({len(row) for row in rows}) == 1, path
            if ending == "csv":
                assert not any(cell[:1] in "=+@" for row in rows for cell in row if cell), path
            if table == "actions":
                found = [row[1] for row in rows[1:]]
                expected = [node["label"] for node in graph.of("action")]
                assert found == expected or ending == "csv"


def database():
    return kuzu.Connection(kuzu.Database(":memory:"))


def all_of(connection, query):
    answer, rows = connection.execute(query), []
    while answer.has_next():
        rows.append(answer.get_next())
    return rows


def declare(connection, graph, columns, of_edges):
    """Makes the tables that the database wants to be told of."""
    label = lambda id: graph.nodes[id]["type"].capitalize()
    kinds = sorted({label(id) for id in graph.nodes})
    for kind in kinds:
        connection.execute(f"CREATE NODE TABLE {kind} (id STRING PRIMARY KEY, label STRING, {columns})")
    joins = {}
    for edge in graph.edges:
        ends = (label(edge["source"]), label(edge["target"]))
        joins.setdefault(edge["type"].upper(), set()).add(ends)
    for kind, ends in joins.items():
        pairs = ", ".join(f"FROM {a} TO {b}" for a, b in sorted(ends))
        connection.execute(f"CREATE REL TABLE {kind} ({pairs}, key STRING, {of_edges})")
    return kinds, joins


def agree(connection, graph):
    labels = {id: label for id, label in all_of(connection, "MATCH (n) RETURN n.id, n.label")}
    wrong = [(label, labels.get(id)) for id, label in graph.labels.items() if labels.get(id) != label]
    assert not wrong and len(labels) == len(graph.labels), wrong
    edges = all_of(connection, "MATCH (a)-[r]->(b) RETURN a.id, b.id, label(r), r.key")
    expected = [[e["source"], e["target"], e["type"].upper(), e["key"]] for e in graph.edges]
    assert sorted(edges) == sorted(expected)


def neo4j(graph):
    with open(graph.file("nodes.csv"), encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    types = {"int": "INT64", "double": "DOUBLE", "string[]": "STRING[]"}
    split = lambda column: (column.partition(":")[0], types.get(column.partition(":")[2], "STRING"))
    columns = [split(column) for column in head[3:]]
    named = ", ".join(f"`{name}` {kind}" for name, kind in columns)
    with open(graph.file("nodes.csv"), encoding="utf-8", newline="") as file:
        nodes = list(csv.DictReader(file))
    with open(graph.file("relationships.csv"), encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
        of_edges = [split(column) for column in edges[0] if not column.startswith(":") and column != "key"]
    connection = database()
    declare(connection, graph, named, ", ".join(f"`{name}` {kind}" for name, kind in of_edges))

    def value(cell, kind):
        if cell == "":
            return None
        return {"INT64": int, "DOUBLE": float}.get(kind, lambda c: c.split(";") if kind == "STRING[]" else c)(cell)

    for row in nodes:
        cells = {name: value(row[column], kind) for column, (name, kind) in zip(head[3:], columns)}
        cells = {name: cell for name, cell in cells.items() if cell is not None}
        sets = "".join(f", `{name}`: $p_{name}" for name in cells)
        query = f"CREATE (:{row[':LABEL']} {{id: $id, label: $label{sets}}})"
        connection.execute(query, {"id": row["id:ID"], "label": row["label"], **{f"p_{name}": cell for name, cell in cells.items()}})
    for row in edges:
        a, b = (graph.nodes[row[end]]["type"].capitalize() for end in (":START_ID", ":END_ID"))
        query = f"MATCH (a:{a} {{id: $a}}), (b:{b} {{id: $b}}) CREATE (a)-[:{row[':TYPE']} {{key: $key, count: $count}}]->(b)"
        count = int(row["count:int"]) if row["count:int"] else None
        given = {"a": row[":START_ID"], "b": row[":END_ID"], "key": row["key"], "count": count}
        connection.execute(query, given)
    agree(connection, graph)


def cypher(graph):
    text = Path(graph.file("cypher")).read_text(encoding="utf-8")
    whole, lists = ["length", "start", "end", "level", "ordinal", "count"], ["quantities", "aliases", "within", "offices", "places"]
    words = ["source", "sha256", "date", "issuer", "author", "document", "principle", "kind", "verb"]
    words += ["object", "deadline", "deadline_date", "actor", "place"]
    columns = [f"`{name}` STRING" for name in words] + [f"`{name}` INT64" for name in whole]
    columns += [f"`{name}` STRING[]" for name in lists] + ["confidence DOUBLE"]
    connection = database()
    of_edges = "role STRING, count INT64, evidence STRING[], places STRING[], rules STRING[]"
    declare(connection, graph, ", ".join(columns), of_edges)
    statements = text.strip("\n").split("\n")
    assert all(statement.endswith(";") for statement in statements), "a statement is a line"
    # twice: it must change nothing
    for _ in range(2):
        for statement in statements:
            if not statement.startswith("CREATE INDEX"):  # this database has them by itself
                connection.execute(statement.replace("n.end", "n.`end`"))
    agree(connection, graph)


def json_graph_format(graph):
    """The rules of the specification, version 2."""
    file = json.loads(Path(graph.file("jgf.json")).read_text(encoding="utf-8"))
    assert set(file) == {"graph"}
    of = file["graph"]
    assert set(of) <= {"id", "label", "directed", "type", "metadata", "nodes", "edges"}
    assert isinstance(of["nodes"], dict)
    assert all(set(node) <= {"label", "metadata"} for node in of["nodes"].values())
    allowed = {"id", "source", "target", "relation", "directed", "label", "metadata"}
    assert all(set(edge) <= allowed for edge in of["edges"])
    assert {id: node["label"] for id, node in of["nodes"].items()} == graph.labels
    assert len(of["edges"]) == len(graph.edges)


def markdown(graph):
    """The report as a parser of CommonMark sees it: every pillar a heading, no markup from the data."""
    text = Path(graph.file("report.md")).read_text(encoding="utf-8")
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inline = [child for token in tokens for child in token.children or []]
    assert not any(token.type in ("html_block", "fence") for token in tokens), "the data is no markup"
    assert not any(child.type in ("html_inline", "image") for child in inline)
    words = lambda token: "".join(child.content for child in token.children or [] if child.type == "text")
    plain = lambda text: "".join(c for c in text if c.isalnum())
    headings = [plain(words(tokens[at + 1])) for at, token in enumerate(tokens) if token.type == "heading_open"]
    titles = [plain(node["label"]) for node in graph.of("pillar")]
    found = sum(any(title in heading for heading in headings) for title in titles)
    assert found == len(titles), f"{found} of {len(titles)} pillars are headings"
    # a table's rows have as many cells as its head
    rows, width = [], 0
    for token in tokens:
        if token.type == "tr_open":
            rows.append(0)
        elif token.type in ("td_open", "th_open"):
            rows[-1] += 1
        elif token.type == "table_close":
            assert len(set(rows)) == 1, rows
            width, rows = width + 1, []
    assert width > 0, "no tables"


def columns(graph):
    """The tables of Parquet hold what those of TSV hold."""
    if not Path(graph.file("documents.parquet")).exists():
        return  # built without it
    for table, count in zip(TABLES, counts(graph)):
        loaded = parquet.read_table(graph.file(f"{table}.parquet"))
        with open(graph.file(f"{table}.tsv"), encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file, delimiter="\t")
        assert loaded.num_rows == count and loaded.column_names == head, table
        for place, name in enumerate(head):
            same = lambda cell, text: (cell if isinstance(cell, str) else "" if cell is None else f"{cell:g}") == (
                text if isinstance(cell, str) or cell is None else f"{float(text):g}")
            found = loaded.column(name).to_pylist()
            wrong = [(c, row[place]) for c, row in zip(found, rows) if not same(c, row[place])]
            assert not wrong, (table, name, wrong[:3])
    # words come out as they stand in the graph, whatever they are
    column = lambda table, place: parquet.read_table(graph.file(f"{table}.parquet")).column(place).to_pylist()
    entities = [node for node in graph.nodes.values() if "mentions" in node]
    mentions = [(mention["text"], node["label"], node["id"]) for node in entities for mention in node["mentions"]]
    assert sorted(column("pillars", 0)) == sorted(node["label"] for node in graph.of("pillar"))
    assert sorted(column("actions", 1)) == sorted(node["label"] for node in graph.of("action"))
    assert sorted(column("entities", 1)) == sorted(node["label"] for node in entities)
    assert sorted(zip(column("mentions", 2), column("mentions", 0), column("mentions", 8))) == sorted(mentions)


def pages(graph):
    """The words of the PDF are those of the graph, but for those that are cut; it does nothing but lie there."""
    run = lambda *command: subprocess.run(command, check=True, capture_output=True, text=True).stdout
    facts = dict(line.split(":", 1) for line in run("pdfinfo", graph.file("pages.pdf")).splitlines() if ":" in line)
    assert facts["JavaScript"].strip() == "no" and facts["Form"].strip() == "none", facts
    assert int(facts["Pages"]) > 1
    # in the order in which it was written; marks that have no ink, and what XML cannot say, aside
    silent = lambda c: c.isspace() or unicodedata.category(c) in ("Cc", "Cf", "Cn", "Zl", "Zp") or c == "\ufffd"
    bare = lambda words: "".join(c for c in words if not silent(c))
    found = bare(run("pdftotext", "-raw", graph.file("pages.pdf"), "-"))
    turned = lambda words: any(unicodedata.bidirectional(c) in ("RLO", "RLE", "RLI", "R", "AL") for c in words)
    # pictures show places, bodies and people only when they are asked for
    left_out = ("document", "organization", "place", "person")
    labels = [label for id, label in graph.labels.items() if graph.nodes[id]["type"] not in left_out]
    for label in labels:
        words = bare(label)
        if turned(label):
            assert set(words) <= set(found), label
        elif len(words) > 40:
            assert words[:15] in found, label
        else:
            assert words in found, label
    numbers = [f"第{n}页，共{int(facts['Pages'])}页" for n in range(1, int(facts["Pages"]) + 1)]
    assert all(number in found for number in numbers)


CHECKS = [markdown, columns, pages, graphml, in_igraph, gexf, rdf, workbook, delimited, neo4j, cypher, json_graph_format]


def main():
    folders = sorted(path for path in Path(sys.argv[1]).iterdir() if path.is_dir())
    assert folders, "no graphs"
    for folder in folders:
        graph = Graph(folder)
        for check in CHECKS:
            check(graph)
    print(f"{len(folders) * len(CHECKS)} passed, 0 failed")


main()
