"""Prints, as JSON, what NetworkX says of two well-known graphs."""

import itertools
import json

import networkx as nx


def figures(graph):
    graph = nx.relabel_nodes(graph, {node: str(node) for node in graph})
    directed = nx.DiGraph()
    directed.add_nodes_from(graph)
    directed.add_edges_from((a, b, data) for a, b, data in graph.edges(data=True))
    ends = sorted(graph)[:: max(1, len(graph) // 6)]
    pairs = list(itertools.combinations(ends, 2))
    exact = {"tol": 1e-15, "max_iter": 1000}
    best = nx.community.louvain_communities(graph, seed=1)
    return {
        "nodes": list(graph),
        "edges": [[a, b, data.get("weight", 1)] for a, b, data in graph.edges(data=True)],
        "degree": dict(graph.degree()),
        "weighted-degree": dict(graph.degree(weight="weight")),
        "page-rank": nx.pagerank(graph, **exact),
        "betweenness": nx.betweenness_centrality(graph),
        "closeness": nx.closeness_centrality(graph),
        "core": nx.core_number(graph),
        "k-cores": [
            [k, sorted(core), core.number_of_edges()]
            for k in range(1, max(nx.core_number(graph).values()) + 1)
            for core in [nx.k_core(graph, k)]
        ],
        "cut-node": list(nx.articulation_points(graph)),
        "bridges": [sorted(pair) for pair in nx.bridges(graph)],
        "components": nx.number_connected_components(graph),
        "directed": {
            "in-degree": dict(directed.in_degree()),
            "out-degree": dict(directed.out_degree()),
            "page-rank": nx.pagerank(directed, **exact),
            "betweenness": nx.betweenness_centrality(directed),
            "closeness": nx.closeness_centrality(directed),
            "components": nx.number_strongly_connected_components(directed),
        },
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
            for a, b in pairs
        ],
        "louvain": {
            "groups": [list(group) for group in best],
            "modularity": nx.community.modularity(graph, best),
        },
    }


print(
    json.dumps(
        {
            "version": nx.__version__,
            "karate club": figures(nx.karate_club_graph()),
            "Les Misérables": figures(nx.les_miserables_graph()),
        }
    )
)
