"""Reads the graphs with networkx 2, which knows `links` only, and their GraphML (its reader of GEXF ends at 1.2).

usage: networkx_old.py GANGMU DOCUMENTS FOLDER      FOLDER holds what `make_graphs.py` made
"""
import json
import subprocess
import sys
from pathlib import Path

import networkx as nx


def main():
    gangmu, documents, folder = sys.argv[1:]
    assert nx.__version__ < "3", nx.__version__
    command = [gangmu, "build", documents, "-f", "json", "--edge-key", "links", "-o", "-", "-q"]
    data = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    graphs = [(data, nx.node_link_graph(data))]
    for path in sorted(Path(folder).iterdir()):
        if path.is_dir():
            data = json.loads((path / "graph.json").read_text(encoding="utf-8"))
            data["links"] = data.pop("edges")
            graphs.append((data, nx.read_graphml(path / "graph.graphml", force_multigraph=True)))
    for data, loaded in graphs:
        assert loaded.number_of_nodes() == len(data["nodes"]), "nodes were lost"
        assert loaded.number_of_edges() == len(data["links"]), "edges were lost"
    print(f"{len(graphs)} passed, 0 failed (networkx {nx.__version__})")


main()
