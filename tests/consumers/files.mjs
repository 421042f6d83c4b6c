// Reads the formats of JavaScript tools with these tools, and compares them with the JSON graph.
//
// usage: node files.mjs FOLDER      FOLDER holds what `make_graphs.py` made
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import cytoscape from "cytoscape";
import { forceLink, forceManyBody, forceSimulation } from "d3-force";
import * as echarts from "echarts";
import graphology from "graphology";
import gexf from "graphology-gexf";

// graphology-gexf looks for it where browsers have it
globalThis.DOMParser = DOMParser;

function load(folder) {
  const read = (ending) => readFileSync(join(folder, `graph.${ending}`), "utf8");
  const json = (ending) => JSON.parse(read(ending));
  const { nodes, edges } = json("json");
  const labels = new Map(nodes.map((node) => [node.id, node.label]));
  return { read, json, nodes, edges, labels };
}

// words as XML can say them
const inXml = (words) => words.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD");

// graphology takes an edge's ends from where they are; so do the others
function sameEdges(graph, found) {
  const expected = graph.edges.map((edge) => [edge.key, edge.source, edge.target].join(" "));
  assert.deepEqual(found.sort(), expected.sort());
}

function readsSigma(graph) {
  const loaded = graphology.Graph.from(graph.json("graphology.json"));
  assert.equal(loaded.order, graph.nodes.length);
  for (const [id, label] of graph.labels) {
    assert.equal(loaded.getNodeAttribute(id, "label"), label);
    // sigma would look for a program of this name
    assert.ok(!loaded.hasNodeAttribute(id, "type"));
  }
  sameEdges(graph, loaded.mapEdges((key, _, source, target) => [key, source, target].join(" ")));
}

function readsGexf(graph) {
  const options = { allowUndeclaredAttributes: false, addMissingNodes: false };
  const loaded = gexf.parse(graphology.MultiDirectedGraph, graph.read("gexf"), options);
  assert.equal(loaded.order, graph.nodes.length);
  for (const [id, label] of graph.labels) {
    const attributes = loaded.getNodeAttributes(id);
    assert.equal(attributes.label, inXml(label));
    assert.match(attributes.color, /^#|^rgb/);
    assert.ok(Number.isFinite(attributes.x) && Number.isFinite(attributes.size));
  }
  sameEdges(graph, loaded.mapEdges((key, _, source, target) => [key, source, target].join(" ")));
}

function readsCytoscape(graph) {
  const loaded = cytoscape({ headless: true, styleEnabled: true, ...graph.json("cytoscape.json") });
  assert.equal(loaded.nodes().length, graph.nodes.length);
  for (const [id, label] of graph.labels) {
    assert.equal(loaded.getElementById(id).data("label"), label);
  }
  sameEdges(graph, loaded.edges().map((e) => [e.id(), e.data("source"), e.data("target")].join(" ")));
  const places = new Set(loaded.nodes().map((node) => JSON.stringify(node.position())));
  assert.equal(places.size, graph.nodes.length, "two nodes stand on one place");
}

function draw(option) {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 1200, height: 800 });
  chart.setOption({ animation: false, ...option });
  const svg = chart.renderToSVGString();
  const model = chart.getModel().getSeriesByIndex(0);
  return { svg, model };
}

function readsEcharts(graph) {
  const { svg, model } = draw(graph.json("echarts.json"));
  const drawn = model.getGraph();
  assert.equal(drawn.nodes.length, graph.nodes.length);
  assert.equal(drawn.edges.length, graph.edges.length, "ECharts leaves edges out silently");
  const names = graph.nodes.map((_, place) => model.getData().getName(place));
  assert.deepEqual(names, graph.nodes.map((node) => node.label));
  assert.ok(!svg.includes("<script"));
}

/// The edges of a picture, which shows no places, bodies and people unless they are asked for.
function drawnEdges(graph) {
  const setting = graph.nodes.filter((node) => ["organization", "place", "person"].includes(node.type));
  const hidden = new Set(setting.map((node) => node.id));
  return graph.edges.filter((edge) => !hidden.has(edge.source) && !hidden.has(edge.target));
}

function readsSankey(graph) {
  const { model } = draw(graph.json("sankey.json"));
  const involves = drawnEdges(graph).filter((edge) => edge.type === "involves");
  const actions = new Set(involves.map((edge) => edge.source));
  const flows = graph.edges.filter((e) => e.type === "has_action" && actions.has(e.target));
  assert.equal(model.getGraph().edges.length, involves.length + flows.length);
}

function readsTree(graph) {
  const { model } = draw(graph.json("tree.json"));
  const structure = drawnEdges(graph).filter((e) => ["has_pillar", "has_action", "involves"].includes(e.type));
  const documents = graph.nodes.filter((node) => node.type === "document");
  let count = 0;
  model.getData().tree.root.eachNode(() => void count++);
  // ECharts puts a root of its own above, and we another one above several documents
  assert.equal(count, structure.length + documents.length + (documents.length > 1 ? 2 : 1));
}

function readsD3(graph) {
  const { nodes, links } = graph.json("d3.json");
  assert.deepEqual(nodes.map((node) => node.label), graph.nodes.map((node) => node.label));
  // throws on an edge that dangles
  const link = forceLink(links).id((node) => node.id);
  const simulation = forceSimulation(nodes).force("link", link).force("charge", forceManyBody()).stop();
  simulation.tick(3);
  assert.ok(nodes.every((node) => Number.isFinite(node.x)));
  sameEdges(graph, links.map((l) => [l.key, l.source.id, l.target.id].join(" ")));
}

const checks = [readsSigma, readsGexf, readsCytoscape, readsEcharts, readsSankey, readsTree, readsD3];
const folder = process.argv[2];
const graphs = readdirSync(folder).map((name) => join(folder, name)).filter((path) => statSync(path).isDirectory());
assert.ok(graphs.length > 0, "no graphs");
for (const path of graphs) {
  const graph = load(path);
  for (const check of checks) check(graph);
}
console.log(`${graphs.length * checks.length} passed, 0 failed`);
process.exit(0); // some of these tools leave timers behind
