// What the page knows, and what is to be seen of it.
const data = JSON.parse(document.getElementById('data').textContent);
const kinds = new Map(data.kinds.map((kind) => [kind.name, kind]));
const links = new Map(data.links.map((link) => [link.name, link]));
const roles = new Map(data.roles.map((role) => [role.name, role]));
const nodes = data.nodes, edges = data.edges, sections = data.sections, documents = data.documents;
let lang = data.lang;
const say = (key) => WORDS[lang][key];
const called = (kind) => kind[lang];
for (const node of nodes) node.edges = [];
edges.forEach((edge, number) => {
  edge.number = number;
  nodes[edge.from].edges.push(edge);
  nodes[edge.to].edges.push(edge);
});
nodes.forEach((node, number) => { node.number = number; node.places ??= []; node.aliases ??= []; });
for (const section of sections) section.below = [];
const roots = [];
sections.forEach((section, number) => {
  section.number_ = number;
  nodes[section.node].own = section;
  (section.parent === null ? roots : sections[section.parent].below).push(section);
});

// a section is folded (0), in overview (1), or open (2); large graphs begin with less
const SMALL = 300, LARGE = 3000;
const view = { near: false, coverage: false, hidden: new Set(data.kinds.filter((kind) => !kind.first).map((kind) => kind.name)), document: -1, pillar: -1, sure: 0, chosen: null };
function overview() {
  for (const section of sections) {
    section.state = nodes.length > LARGE && section.parent !== null ? 0 : 1;
  }
}
function everything() { for (const section of sections) section.state = 2; }
overview();

const within = (section, outer) => {
  for (let at = section; at; at = at.parent === null ? null : sections[at.parent]) if (at === outer) return true;
  return false;
};
// whether a section's contents can be seen at all: nothing above it is folded
const reachable = (section) => section.parent === null || (sections[section.parent].state > 0 && reachable(sections[section.parent]));

function passes(node) {
  if (view.hidden.has(node.kind)) return false;
  if (node.confidence !== undefined && node.confidence < view.sure) return false;
  if (view.document >= 0 && !node.places.some((place) => place[0] === view.document)) return false;
  if (view.pillar >= 0) {
    const outer = sections[view.pillar];
    // what stands above it says where it belongs
    const inside = within(sections[node.section], outer) || (node.own && within(outer, node.own));
    const named = node.edges.some((edge) => edge.kind === 'appears_in' && edge.from === node.number && within(sections[nodes[edge.to].section], outer));
    if (!inside && !named) return false;
  }
  if (view.near && view.chosen !== null) {
    const chosen = view.chosen;
    if (node !== chosen && !chosen.edges.some((edge) => nodes[edge.from] === node || nodes[edge.to] === node)) return false;
  }
  return true;
}
function visible(node) {
  if (!passes(node)) return false;
  if (view.near && view.chosen !== null) return true;
  const section = sections[node.section];
  if (node.own) return reachable(section);
  if (!reachable(section) || section.state === 0) return false;
  return node.kind !== 'action' || section.state === 2;
}

// where visible nodes stand: places within sections come with the data, sections are stacked
const LINE = 32, GAP = 14;
function places() {
  const found = new Map();
  let top = 0;
  for (const section of sections) {
    const here = bySection[section.number_].filter(visible);
    if (here.length === 0) continue;
    // filtered lines are closed up
    const at = (node) => (section.state === 2 ? node.open : node.overview ?? node.open);
    const used = [...new Set(here.map((node) => at(node)[1]))].sort((a, b) => a - b);
    const line = new Map(used.map((number, place) => [number, place]));
    for (const node of here) found.set(node, [at(node)[0], top + line.get(at(node)[1]) * LINE]);
    top += used.length * LINE + GAP;
  }
  return found;
}
const bySection = sections.map(() => []);
for (const node of nodes) bySection[node.section]?.push(node);

function drawn(edge, seen) {
  const from = nodes[edge.from], to = nodes[edge.to];
  if (!seen.has(from) || !seen.has(to)) return false;
  if (edge.kind !== 'appears_in') return true;
  if (view.near) return true;
  // an action that involves an entity says already that its pillar names it
  return sections[to.section].state !== 2;
}

// what a search finds: names first, then what begins so, then what holds it
function search(words) {
  const key = words.trim().toLowerCase();
  if (!key) return [];
  const ranked = [];
  for (const node of nodes) {
    const forms = [node.label, ...node.aliases].map((form) => form.toLowerCase());
    const rank = forms.some((f) => f === key) ? 0 : forms.some((f) => f.startsWith(key)) ? 1 : forms.some((f) => f.includes(key)) ? 2 : 9;
    if (rank < 9) ranked.push([rank, node]);
  }
  ranked.sort((a, b) => a[0] - b[0] || b[1].edges.length - a[1].edges.length || a[1].number - b[1].number);
  return ranked.map((found) => found[1]);
}
