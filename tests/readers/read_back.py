"""Reads every export in a folder back with Python's libraries and command-line tools.

Our own JSON says what must be found: so many nodes and edges, their names and attributes.
"""

import csv
import json
import re
import sqlite3
import subprocess
import sys
import warnings
from html.parser import HTMLParser
from pathlib import Path

import igraph
import networkx
import rdflib

warnings.filterwarnings("ignore", message="Ignoring <key")  # yEd's own, by igraph
folder = Path(sys.argv[1])


def load(name):
    return json.loads((folder / name).read_text())


graph = load("json")
merged = load("json-merged")
names = {actor["id"]: actor["name"] for actor in graph["actors"]}
kinds = {actor["id"]: actor["kind"] for actor in graph["actors"]}
lemmas = sorted(relation["relation"] for relation in graph["relations"])
count = len(graph["relations"])


def spaced(text):
    """What a format without control characters makes of a text."""
    return re.sub("[\x00-\x1f\x7f\ufffe\uffff]", " ", text)


def guarded(text):
    """The same for a cell of a table, which must not be a formula either."""
    plain = re.sub("[\x00-\x1f\x7f]", " ", text)
    return "'" + plain if text[:1] in ("=", "+", "-", "@", "\t", "\r") else plain


def check(what, found, wanted):
    if found != wanted:
        print(f"{folder}/{what}: found {found!r}, wanted {wanted!r}")
        sys.exit(1)


def check_graph(what, found, wanted_edges=count, attribute="label", clean=spaced):
    check(what, found.number_of_nodes(), len(names))
    check(what, found.number_of_edges(), wanted_edges)
    check(what, {n: d[attribute] for n, d in found.nodes(data=True)},
          {clean(i): clean(n) for i, n in names.items()})
    check(what, {n: d["kind"] for n, d in found.nodes(data=True)},
          {clean(i): k for i, k in kinds.items()})
    if wanted_edges == count:
        check(what, sorted(d["label"] for _, _, d in found.edges(data=True)),
              sorted(map(clean, lemmas)))


def same(text):
    return text


# NetworkX
check_graph("graphml", networkx.read_graphml(folder / "graphml", force_multigraph=True))
check_graph("graphml-merged", networkx.read_graphml(folder / "graphml-merged", force_multigraph=True),
            len(merged["relations"]))
check_graph("yed", networkx.read_graphml(folder / "yed", force_multigraph=True))
check_graph("gexf-1.2", networkx.read_gexf(folder / "gexf-1.2"))
check_graph("node-link", networkx.node_link_graph(load("node-link")), clean=same)
check_graph("node-link-edges",
            networkx.node_link_graph(load("node-link-edges"), link="edges"), clean=same)
check_graph("cytoscape", networkx.cytoscape_graph(load("cytoscape")), clean=same)
one = next(d for _, _, d in networkx.read_graphml(folder / "graphml", force_multigraph=True)
           .edges(data=True))
check("graphml weight", one["weight"], 1.0)
check("graphml symmetric", type(one["symmetric"]), bool)

# igraph
for name in ("graphml", "yed"):
    read = igraph.Graph.Read_GraphML(str(folder / name))
    check(name, (read.vcount(), read.ecount()), (len(names), count))
    check(name, sorted(read.vs["label"]), sorted(map(spaced, names.values())))

# D3's links, JSON Graph Format
d3 = load("d3")
check("d3", (len(d3["nodes"]), len(d3["links"])), (len(names), count))
check("d3", {link["source"] for link in d3["links"]} <= set(names), True)
jgf = load("jgf")["graph"]
check("jgf", {i: n["label"] for i, n in jgf["nodes"].items()}, names)
check("jgf", len(jgf["edges"]), count)

# rdflib and rapper
counts = set()
for name, syntax in (("ntriples", "nt"), ("turtle", "turtle"), ("jsonld", "json-ld")):
    rdf = rdflib.Graph().parse(str(folder / name), format=syntax)
    counts.add(len(rdf))
    statements = set(rdf.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    check(name, len(statements), count)
    labels = sorted(str(label) for label in rdf.objects(None, rdflib.RDFS.label))
    check(name, labels, sorted(names.values()))
    quotes = rdf.query("""PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?r ?words WHERE { ?r prov:wasDerivedFrom ?p . ?p prov:value ?words }""")
    check(name, len({row[0] for row in quotes}), count)
check("RDF's three forms", len(counts), 1)
for name, syntax in (("ntriples", "ntriples"), ("turtle", "turtle")):
    told = subprocess.run(["rapper", "-q", "-i", syntax, "-o", "ntriples", folder / name],
                          capture_output=True, text=True, check=True).stdout
    check(f"{name} by rapper", len(set(told.splitlines())), counts.copy().pop())

# Tables, by Python's reader and by SQLite's
with open(folder / "csv" / "nodes.csv", newline="") as file:
    rows = list(csv.DictReader(file))
check("csv", {row["Id"]: row["Label"] for row in rows},
      {guarded(i): guarded(n) for i, n in names.items()})
with open(folder / "csv" / "edges.csv", newline="") as file:
    rows = list(csv.DictReader(file))
check("csv", sorted(row["Label"] for row in rows), sorted(map(guarded, lemmas)))
for table, wanted in (("csv/nodes.csv", len(names)), ("csv/edges.csv", count),
                      ("neo4j/actors.csv", len(names)), ("neo4j/relations.csv", count)):
    told = subprocess.run(["sqlite3", ":memory:", "-cmd", ".mode csv",
                           "-cmd", f".import {folder / table} t", "SELECT count(*) FROM t"],
                          capture_output=True, text=True, check=True)
    check(table + " by sqlite3", (told.stdout.strip(), told.stderr), (str(wanted), ""))
with open(folder / "neo4j" / "relations.csv", newline="") as file:
    rows = list(csv.DictReader(file))
check("neo4j", {len(row) for row in rows}, {24})
check("neo4j", {row[":START_ID(Actor)"] for row in rows} <= {guarded(i) for i in names}, True)

# Tables of events
events = [relation for relation in graph["relations"]
          if relation["quad"] != "none" and relation["polarity"] == "affirmed"
          and relation["modality"] == "actual"]
lines = (folder / "gdelt").read_text().splitlines()
check("gdelt", {len(line.split("\t")) for line in lines}, {61})
check("gdelt", len(lines), len([e for e in events if e["date"] or e["evidence"]["published"]]))
lines = (folder / "polecat").read_text().splitlines()
check("polecat", {len(line.split("\t")) for line in lines}, {40})
check("polecat", len(lines) - 1, len(events))

# Well-formed XML; DOT by Graphviz
for name in ("graphml", "yed", "gexf", "gexf-1.2", "svg", "plot-activity", "plot-classes",
             "plot-tone"):
    subprocess.run(["xmllint", "--noout", folder / name], check=True)
dot = subprocess.run(["dot", "-Tjson0", folder / "dot"], capture_output=True, text=True, check=True)
check("dot", "warning" in dot.stderr.lower(), False)
drawn = [node for node in json.loads(dot.stdout)["objects"] if node["name"] in names]
linked = {relation[end] for relation in graph["relations"] for end in ("subject", "object")
          if relation["class"] != "HOLDS_POSITION" and relation["class"] != "STATEMENT"}
check("dot", len(drawn), len(linked))



class Page(HTMLParser):
    """What a browser would make of a report."""

    def __init__(self):
        super().__init__()
        self.tags, self.links, self.words = set(), [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "xlink:href", "src")]
        check("report.html", [name for name, _ in attrs if name.startswith("on")], [])

    def handle_data(self, data):
        self.words += data


page = Page()
page.feed((folder / "report.html").read_text())
check("report.html", page.tags & {"script", "img", "iframe", "object", "form", "link"}, set())
check("report.html", [link for link in page.links if not re.match("https?://", link)], [])
told = {actor for relation in graph["relations"] if relation["class"] == "CONSULT"
        for actor in (relation["subject"], relation["object"])}
check("report.html", {names[a] for a in told if spaced(names[a]) not in page.words}, set())

print(f"{folder}: NetworkX, igraph, rdflib, rapper, csv, sqlite3, xmllint and dot found"
      f" {len(names)} actors and {count} relations")
