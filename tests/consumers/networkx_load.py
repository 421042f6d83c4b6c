"""Loads the graphs that gangmu makes with networkx and checks them against the schema.

usage: networkx_load.py GANGMU INPUT...     one graph of each input, and one of all of them
Also takes ../shared/corpus where it is present.
"""
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import networkx as nx


def graph(gangmu, *inputs, edge_key="edges"):
    command = [gangmu, "build", *map(str, inputs), "-f", "json", "--edge-key", edge_key, "-o", "-", "-q"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def check(data, schema, key="edges"):
    if key == "edges":
        jsonschema.validate(data, schema)
    try:
        loaded = nx.node_link_graph(data, edges=key)
    except TypeError:  # networkx before 3.4 knows links only
        loaded = nx.node_link_graph(data, link=key)
    assert loaded.number_of_nodes() == len(data["nodes"]), "nodes were lost"
    assert loaded.number_of_edges() == len(data[key]), "edges were lost"
    ids = {node["id"] for node in data["nodes"]}
    assert all(edge["source"] in ids and edge["target"] in ids for edge in data[key]), "a dangling edge"


def main():
    gangmu, inputs = sys.argv[1], [Path(path) for path in sys.argv[2:]]
    schema = json.loads(subprocess.run([gangmu, "schema"], check=True, capture_output=True).stdout)
    documents = [file for path in inputs for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    corpus = Path("../shared/corpus")
    if corpus.is_dir():
        documents += sorted(corpus.glob("*.txt"))
    else:
        print("skipped: ../shared/corpus is not here")
    for document in documents:
        check(graph(gangmu, document), schema)
    check(graph(gangmu, *inputs), schema)
    check(graph(gangmu, *inputs, edge_key="links"), schema, key="links")
    print(f"{len(documents) + 2} passed, 0 failed")


main()
