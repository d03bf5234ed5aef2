"""
Writes networkx-figures.json beside this file: what NetworkX says of two well-known graphs, its
version, and the calls that said it. The figures are what these very calls return. Run it with
`python3 tests/graph/networkx-figures.py` where networkx, numpy and scipy are installed.
"""

import itertools
import json
import pathlib

import networkx as nx

# Every node's figure, of the graph as it is, without directions.
CALLS = {
    "degree": "dict(nx.degree(graph))",
    "weighted-degree": "dict(nx.degree(graph, weight='weight'))",
    "page-rank": "nx.pagerank(graph, tol=1e-15, max_iter=1000)",
    "betweenness": "nx.betweenness_centrality(graph)",
    "closeness": "nx.closeness_centrality(graph)",
    "core": "nx.core_number(graph)",
    "cut-node": "sorted(nx.articulation_points(graph))",
    "bridges": "sorted(sorted(pair) for pair in nx.bridges(graph))",
    "components": "nx.number_connected_components(graph)",
}

# The same of the graph with every edge from the end that is named first to the other.
DIRECTED_CALLS = {
    "in-degree": "dict(graph.in_degree())",
    "out-degree": "dict(graph.out_degree())",
    "page-rank": "nx.pagerank(graph, tol=1e-15, max_iter=1000)",
    "betweenness": "nx.betweenness_centrality(graph)",
    "closeness": "nx.closeness_centrality(graph)",
    "components": "nx.number_strongly_connected_components(graph)",
}

# What takes more than one call, as tests/graph/networkx.test.ts compares it.
OTHER_CALLS = {
    "k-cores": "nx.k_core(graph, k) for every k: its nodes, its number of edges",
    "shortest": "len(list(nx.all_shortest_paths(graph, a, b)))",
    "lengths": "of the first ten of nx.shortest_simple_paths(graph, a, b), in edges",
    "louvain": "nx.community.louvain_communities(graph, seed=1), nx.community.modularity of these",
}

GRAPHS = {
    "karate club": "nx.karate_club_graph()",
    "Les Misérables": "nx.les_miserables_graph()",
}


def said(calls, graph):
    return {name: eval(call, {"nx": nx, "graph": graph}) for name, call in calls.items()}


def figures(graph):
    graph = nx.relabel_nodes(graph, {node: str(node) for node in graph})
    edges = [(a, b, data.get("weight", 1)) for a, b, data in graph.edges(data=True)]
    directed = nx.DiGraph()
    directed.add_nodes_from(graph)
    directed.add_weighted_edges_from(edges)
    ends = sorted(graph)[:: max(1, len(graph) // 6)]
    groups = nx.community.louvain_communities(graph, seed=1)
    return {
        "nodes": list(graph),
        "edges": edges,
        **said(CALLS, graph),
        "k-cores": [
            [k, sorted(core), core.number_of_edges()]
            for k in range(1, max(nx.core_number(graph).values()) + 1)
            for core in [nx.k_core(graph, k)]
        ],
        "directed": said(DIRECTED_CALLS, directed),
        "paths": [
            {
                "from": a,
                "to": b,
                "shortest": len(list(nx.all_shortest_paths(graph, a, b))),
                "lengths": [
                    len(path) - 1
                    for path in itertools.islice(nx.shortest_simple_paths(graph, a, b), 10)
                ],
            }
            for a, b in itertools.combinations(ends, 2)
        ],
        "louvain": {
            "groups": sorted(sorted(group) for group in groups),
            "modularity": nx.community.modularity(graph, groups),
        },
    }


def in_lines(value, depth):
    """JSON with a line for each part down to a depth."""
    if depth == 0:
        return json.dumps(value, ensure_ascii=False)
    parts = [
        f"{json.dumps(key, ensure_ascii=False)}: {in_lines(part, depth - 1 if isinstance(part, dict) else 0)}"
        for key, part in value.items()
    ]
    return "{\n" + ",\n".join(parts) + "\n}"


pathlib.Path(__file__).with_suffix(".json").write_text(
    in_lines(
        {
            "networkx": nx.__version__,
            "calls": {"graphs": GRAPHS, "undirected": CALLS, "directed": DIRECTED_CALLS, **OTHER_CALLS},
            "figures": {name: figures(eval(call)) for name, call in GRAPHS.items()},
        },
        3,
    )
    + "\n",
    encoding="utf-8",
)
