// The graph: Cytoscape.js draws what the model says is visible, where it says it stands.
const widths = { document: 300, pillar: 300, action: 460 };
const columns = (words) => { let n = 0; for (const c of words) n += c.codePointAt(0) < 0x1100 ? 1 : 2; return n; };
function size(node) {
  const most = widths[node.kind] ?? 188;
  return Math.min(most, Math.max(36, columns(nameOf(node)) * 6.6 + 18));
}
const nameOf = (node) => (node.own && node.own.number ? `${node.own.number} ${node.label}` : node.label);
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const paint = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const cy = cytoscape({
  container: document.getElementById('graph'),
  style: styleSheet(),
  layout: { name: 'preset' },
  minZoom: 0.03, maxZoom: 4,
  boxSelectionEnabled: false, autoungrabify: true, selectionType: 'single',
});

function styleSheet() {
  return [
    { selector: 'node', style: {
      shape: 'round-rectangle', width: 'data(width)', height: 24, label: 'data(label)',
      'background-color': 'data(fill)', 'border-color': 'data(line)', 'border-width': 1.2, color: 'data(ink)',
      'font-size': 12, 'font-family': '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif',
      'text-valign': 'center', 'text-halign': 'center', 'text-wrap': 'ellipsis', 'text-max-width': 'data(room)',
      'min-zoomed-font-size': 5,
    } },
    { selector: 'node.section', style: { 'font-weight': 'bold' } },
    { selector: 'node.review', style: { 'border-style': 'dashed', 'border-width': 2 } },
    { selector: 'edge', style: { width: 1, 'line-color': 'data(line)', 'curve-style': 'straight', opacity: 0.55 } },
    { selector: 'edge.has_action', style: { 'curve-style': 'taxi', 'taxi-direction': 'rightward', 'taxi-turn': -14, opacity: 0.6 } },
    // as in an outline: down from the left of the section, then to the one below it
    { selector: 'edge.has_pillar', style: { 'curve-style': 'segments', 'edge-distances': 'endpoints', 'segment-weights': (edge) => corner(edge).weight, 'segment-distances': (edge) => corner(edge).distance, 'source-endpoint': (edge) => `${14 - edge.source().data('width') / 2}px 12px`, 'target-endpoint': '-50% 0%', width: 1.4, opacity: 0.8 } },
    { selector: 'edge.appears_in, edge.mentions', style: { 'line-style': 'dashed', opacity: 0.5 } },
    { selector: 'edge.relation', style: { width: 1.6, opacity: 0.9, 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', 'target-arrow-color': 'data(line)', label: 'data(label)', 'font-size': 10, color: 'data(line)', 'text-background-color': paint('--ground'), 'text-background-opacity': 0.9 } },
    { selector: '.far', style: { opacity: 0.18 } },
    { selector: '.close', style: { opacity: 1 } },
    { selector: 'node.chosen', style: { 'border-width': 4, 'border-color': paint('--accent') } },
    { selector: 'edge.chosen', style: { width: 4, opacity: 1, 'line-color': paint('--accent') } },
  ];
}

// where an outline's line turns, as Cytoscape.js wants it: along the straight line, and off it
function corner(edge) {
  const a = edge.source().position(), b = edge.target().position();
  const dx = b.x - edge.target().data('width') / 2 - (a.x - edge.source().data('width') / 2 + 14), dy = b.y - a.y - 12;
  const length = Math.hypot(dx, dy) || 1;
  return { weight: (dy * dy) / (length * length), distance: (dx * dy) / length };
}

// all that is to be seen, with its place; of very much, Cytoscape.js gets what is near the window
const MANY = 1500;
let seen = new Map(), around = null;
const middle = (node, [left, top]) => ({ x: left + size(node) / 2, y: top });

function draw() {
  seen = places();
  fill();
  return seen.size;
}

function fill() {
  around = null;
  let shown = [...seen.keys()];
  if (shown.length > MANY) {
    const { x1, y1, w, h } = cy.extent();
    around = { x1: x1 - w, x2: x1 + 2 * w, y1: y1 - h, y2: y1 + 2 * h };
    const inside = (node) => {
      const { x, y } = middle(node, seen.get(node));
      return x > around.x1 && x < around.x2 && y > around.y1 && y < around.y2;
    };
    const near = new Set(shown.filter(inside));
    // lines that leave the window lead somewhere
    for (const node of [...near]) {
      for (const edge of node.edges) for (const end of [edge.from, edge.to]) if (near.size < 2 * MANY && seen.has(nodes[end])) near.add(nodes[end]);
    }
    shown = [...near];
  }
  const drawnNodes = new Set(shown), parts = shown.map(nodePart);
  const few = around ? new Set(shown.flatMap((node) => node.edges)) : edges;
  for (const edge of few) if (drawn(edge, drawnNodes)) parts.push(edgePart(edge));
  cy.batch(() => { cy.elements().remove(); cy.add(parts); });
  mark();
}

function nodePart(node) {
  const kind = kinds.get(node.kind), width = size(node);
  return {
    group: 'nodes', classes: [node.kind, node.own ? 'section' : '', node.review ? 'review' : ''],
    position: middle(node, seen.get(node)),
    data: {
      id: node.id, number: node.number, label: nameOf(node), width, room: width - 10,
      // black on black has no border
      line: node.kind === 'document' && dark.matches ? '#8b98a3' : kind.line,
      fill: node.review ? '#ffffff' : kind.fill, ink: node.review ? '#00466e' : kind.text,
    },
  };
}
function edgePart(edge) {
  const link = links.get(edge.kind);
  return {
    group: 'edges', classes: [edge.kind, link.relation ? 'relation' : ''],
    data: { id: `e${edge.number}`, edge: edge.number, source: nodes[edge.from].id, target: nodes[edge.to].id, line: link.line, label: called(link) },
  };
}

let waiting = false;
cy.on('viewport', () => {
  if (!around || waiting) return;
  const { x1, x2, y1, y2 } = cy.extent();
  if (x1 >= around.x1 && x2 <= around.x2 && y1 >= around.y1 && y2 <= around.y2 && (x2 - x1) * 6 > around.x2 - around.x1) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; fill(); });
});

// what is chosen stands out, and what it is joined to stays
let chosenEdge = null;
function mark() {
  cy.batch(() => {
    cy.elements().removeClass('chosen close far');
    const chosen = chosenEdge !== null ? cy.getElementById(`e${chosenEdge.number}`) : view.chosen ? cy.getElementById(view.chosen.id) : null;
    if (!chosen || chosen.empty()) return;
    const near = chosen.isNode() ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes());
    cy.elements().addClass('far');
    near.removeClass('far').addClass('close');
    chosen.addClass('chosen');
  });
}

// moves so that a node is in the middle, at a size that can be read
function centre(node) {
  if (!seen.has(node)) return;
  const zoom = Math.max(cy.zoom(), 0.8), at = middle(node, seen.get(node));
  cy.viewport({ zoom, pan: { x: cy.width() / 2 - at.x * zoom, y: cy.height() / 2 - at.y * zoom } });
}
function fit() {
  let [x1, x2, y2] = [Infinity, -Infinity, 0];
  for (const [node, [left, top]] of seen) { x1 = Math.min(x1, left); x2 = Math.max(x2, left + size(node)); y2 = Math.max(y2, top); }
  if (x1 > x2) return;
  const wide = (cy.width() - 40) / (x2 - x1), high = (cy.height() - 60) / (y2 + 24), zoom = Math.min(wide, high, 1.4);
  if (zoom >= 0.45) {
    cy.viewport({ zoom, pan: { x: (cy.width() - (x1 + x2) * zoom) / 2, y: (cy.height() - y2 * zoom) / 2 } });
  } else {
    // an outline is long: where it cannot be read as a whole, its beginning can
    const readable = Math.min(1, Math.max(0.45, wide));
    cy.viewport({ zoom: readable, pan: { x: 20 - x1 * readable, y: 32 } });
  }
}

// the view as SVG, text as text
function asSvg() {
  const xml = (words) => words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const box = cy.elements(':visible').boundingBox();
  const [x, y, w, h] = [box.x1 - 20, box.y1 - 20, box.w + 40, box.h + 40].map(Math.round);
  const out = [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${w} ${h}" width="${w}" height="${h}" font-family="Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif" font-size="12">`, `<title>${xml(data.title)}</title>`, `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="#ffffff"/>`];
  cy.edges().forEach((edge) => {
    const a = edge.sourceEndpoint(), b = edge.targetEndpoint(), faint = edge.hasClass('appears_in') || edge.hasClass('mentions');
    const path = edge.hasClass('has_pillar') ? `M${a.x} ${a.y}V${b.y}H${b.x}`
      : edge.hasClass('has_action') ? `M${a.x} ${a.y}H${b.x - 14}V${b.y}H${b.x}` : `M${a.x} ${a.y}L${b.x} ${b.y}`;
    out.push(`<path class="edge" d="${path.replace(/\d+\.\d+/g, (n) => Number(n).toFixed(1))}" fill="none" stroke="${edge.data('line')}"${faint ? ' stroke-dasharray="4 3"' : ''}><title>${xml(edge.data('label'))}</title></path>`);
  });
  cy.nodes().forEach((node) => {
    const at = node.position(), width = node.data('width');
    let words = node.data('label');
    while (columns(words) * 6.6 + 12 > width && words.length > 1) words = Array.from(words).slice(0, -2).join('') + '…';
    out.push(`<g class="node"><title>${xml(node.data('label'))}</title><rect x="${(at.x - width / 2).toFixed(1)}" y="${at.y - 12}" width="${width.toFixed(1)}" height="24" rx="4" fill="${node.data('fill')}" stroke="${node.data('line')}"/><text x="${at.x.toFixed(1)}" y="${at.y + 4}" text-anchor="middle" fill="${node.data('ink')}">${xml(words)}</text></g>`);
  });
  return out.join('\n') + '\n</svg>\n';
}
