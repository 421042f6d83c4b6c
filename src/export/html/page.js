// The page: search, outline, filters, the card of what is chosen, keys.
const $ = (id) => document.getElementById(id);
const kindDot = (kind) => {
  const dot = element('span', 'dot');
  dot.style.background = kind.fill;
  dot.style.borderColor = kind.line;
  return dot;
};
function nodeButton(node) {
  const button = element('button', '', '');
  button.type = 'button';
  button.dataset.node = node.number;
  button.title = node.label;
  button.append(kindDot(kinds.get(node.kind)), nameOf(node));
  button.setAttribute('aria-label', `${called(kinds.get(node.kind))} ${nameOf(node)}`);
  return button;
}

function choose(node, from) {
  chosenEdge = null;
  view.coverage = false;
  view.chosen = node;
  if (node) {
    reveal(node);
    highlight(node.places);
  } else {
    view.near = false;
    highlight([]);
  }
  refresh(view.near);
  if (node && from !== 'graph') centre(node);
  card();
}
function chooseEdge(edge) {
  chosenEdge = edge;
  view.coverage = false;
  highlight(edge.places ?? nodes[edge.to].places);
  mark();
  card();
}
function showCoverage() {
  const on = !view.coverage;
  choose(null);
  view.coverage = on;
  if (on) highlight(data.coverage.flatMap((of) => of.left.map((place) => [documents.findIndex((d) => d.node === of.node), ...place])));
  refresh();
  card();
}
// opens whatever hides a node; filters that hide it are lifted
function reveal(node) {
  if (!passes(node) && !view.near) {
    view.hidden.delete(node.kind);
    Object.assign(view, { document: -1, pillar: -1, sure: 0 });
    writeFilters();
    writeLegend();
  }
  const before = sections.map((section) => section.state).join();
  for (let at = sections[node.section]; at; at = at.parent === null ? null : sections[at.parent]) {
    if (at.node !== node.number || at.state === 0) at.state = Math.max(at.state, node.kind === 'action' && at === sections[node.section] ? 2 : 1);
  }
  if (before !== sections.map((section) => section.state).join()) writeOutline();
}
function turn(section, state) {
  section.state = state;
  refresh();
  writeOutline();
}

function refresh(reframe) {
  const shown = draw();
  $('count').textContent = $('search').value.trim() ? say('found')(search($('search').value).length) : say('shown')(shown, nodes.length);
  $('coverage').setAttribute('aria-pressed', view.coverage);
  $('near').disabled = !view.chosen;
  $('near').setAttribute('aria-pressed', view.near);
  $('overview').setAttribute('aria-pressed', sections.every((section) => section.state < 2));
  $('everything').setAttribute('aria-pressed', sections.every((section) => section.state === 2));
  if (reframe) fit();
}

function card() {
  const box = $('card');
  box.replaceChildren();
  const line = (words) => box.append(element('p', '', words));
  if (chosenEdge) {
    const link = links.get(chosenEdge.kind), role = roles.get(chosenEdge.role);
    box.append(element('h2', '', `${nodes[chosenEdge.from].label} → ${called(link)} → ${nodes[chosenEdge.to].label}`));
    if (role) line(called(role));
  } else if (view.chosen) {
    const node = view.chosen, kind = kinds.get(node.kind);
    const head = element('h2', '', nameOf(node));
    head.prepend(kindDot(kind));
    box.append(head);
    const facts = [called(kind)];
    if (node.review) facts.push(say('review'));
    if (node.aliases.length) facts.push(`${say('also')} ${node.aliases.join('、')}`);
    if (node.confidence !== undefined) facts.push(`${say('confidence')} ${node.confidence}`);
    line(facts.join(' · '));
  } else if (view.coverage) {
    box.append(element('h2', '', say('coverage')));
    data.coverage.forEach((of) => coverageOf(of, box));
  } else {
    box.append(element('p', 'hint', say('hint')));
    return;
  }
  if (proofs.length > 1) {
    const steps = element('p', '', `${say('times')(proofs.length)} `);
    for (const [key, step] of [['previous', -1], ['next', 1]]) {
      const button = element('button', '', say(key));
      button.type = 'button';
      button.addEventListener('click', () => showProof(step));
      steps.append(button, ' ');
    }
    box.append(steps);
  }
  if (!view.chosen || chosenEdge) return;
  const list = element('ul');
  for (const edge of view.chosen.edges.slice(0, 200)) {
    const out = nodes[edge.from] === view.chosen, other = nodes[out ? edge.to : edge.from];
    const item = element('li'), role = roles.get(edge.role);
    item.append(element('span', '', `${out ? '→' : '←'} ${called(links.get(edge.kind))}${role ? ` (${called(role)})` : ''}`));
    const button = nodeButton(other);
    item.append(button);
    list.append(item);
  }
  box.append(list);
}

// how much of a document is in the graph, by pillars
function coverageOf(of, box) {
  const table = element('table'), row = (cells, name) => {
    const line = element('tr');
    for (const cell of cells) {
      const made = element(name);
      made.append(cell);
      line.append(made);
    }
    table.append(line);
  };
  row(say('columns'), 'th');
  for (const { node, share, counts, figures } of of.pillars) row([nodeButton(nodes[node]), share.toFixed(1), ...counts, figures.toFixed(1)], 'td');
  box.append(element('p', '', `${nodes[of.node].label}: ${say('covered')(of.share.toFixed(1), of.sentences)}`), table);
}

function writeOutline() {
  const list = (of) => of.map((section) => {
    const item = element('li', 'fold'), node = nodes[section.node];
    const holds = bySection[section.number_].length > 1 || section.below.length > 0;
    const button = element('button', 'turn', section.state === 0 ? '▸' : section.state === 1 ? '▾' : '▼');
    button.type = 'button';
    button.disabled = !holds;
    button.dataset.section = section.number_;
    button.setAttribute('aria-expanded', section.state > 0);
    button.setAttribute('aria-label', `${say(section.state === 2 ? 'close' : 'open')} ${node.label}`);
    button.addEventListener('click', () => turn(section, (section.state + 1) % 3));
    item.append(button, nodeButton(node));
    if (section.state > 0) {
      const below = element('ul');
      if (section.state === 2) {
        for (const action of bySection[section.number_].filter((other) => other.kind === 'action')) {
          const line = element('li');
          line.append(nodeButton(action));
          below.append(line);
        }
      }
      below.append(...list(section.below));
      if (below.childElementCount) item.append(below);
    }
    return item;
  });
  // who came by keys stays where they were
  const held = $('outline').contains(document.activeElement) ? document.activeElement.dataset : null;
  $('outline').replaceChildren(...list(roots));
  if (held) $('outline').querySelector(held.section ? `[data-section="${held.section}"]` : `[data-node="${held.node}"]`)?.focus();
}

function writeFilters() {
  const box = $('kinds');
  box.replaceChildren(element('legend', '', say('kinds')));
  for (const kind of data.kinds.filter((kind) => nodes.some((node) => node.kind === kind.name))) {
    const label = element('label'), check = element('input');
    check.type = 'checkbox';
    check.checked = !view.hidden.has(kind.name);
    check.dataset.kind = kind.name;
    label.append(check, ' ', kindDot(kind), called(kind));
    box.append(label);
  }
  const options = (id, all, chosen) => {
    const first = element('option', '', say('all'));
    first.value = -1;
    $(id).replaceChildren(first, ...all.map(([value, words]) => {
      const option = element('option', '', words);
      option.value = value;
      return option;
    }));
    $(id).value = chosen;
  };
  options('document', documents.map((of, number) => [number, nodes[of.node].label]), view.document);
  options('pillar', sections.filter((section) => section.parent !== null).map((section) => [section.number_, nameOf(nodes[section.node])]), view.pillar);
  $('sure').value = view.sure;
  $('sure-value').textContent = view.sure;
}

function writeFound() {
  const found = search($('search').value);
  $('found').replaceChildren(...found.slice(0, 60).map((node) => {
    const item = element('li');
    item.append(nodeButton(node));
    return item;
  }));
  $('count').textContent = $('search').value.trim() ? say('found')(found.length) : say('shown')(seen.size, nodes.length);
}

function writeWords() {
  document.documentElement.lang = lang;
  $('title').textContent = data.title;
  for (const id of ['overview', 'everything', 'near', 'coverage', 'fit']) $(id).textContent = say(id);
  for (const id of ['smaller', 'larger', 'png', 'svg']) { $(id).title = say(id); $(id).setAttribute('aria-label', say(id)); }
  $('language').textContent = say('language');
  $('search-label').textContent = say('search');
  $('filters').querySelector('summary').textContent = say('filters');
  $('outline-label').textContent = say('outline');
  $('document-label').textContent = say('document');
  $('pillar-label').textContent = say('pillar');
  $('sure-label').textContent = say('sure');
  $('graph').setAttribute('aria-label', say('graph'));
  $('text').setAttribute('aria-label', say('text'));
  writeLegend();
}
// what colours mean of what can be seen
function writeLegend() {
  const present = data.kinds.filter((kind) => !view.hidden.has(kind.name) && nodes.some((node) => node.kind === kind.name));
  $('legend').replaceChildren(...present.map((kind) => {
    const item = element('span', '', '');
    item.append(kindDot(kind), called(kind));
    return item;
  }), element('span', '', say('dashed')));
}

function save(blob, ending) {
  const link = element('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${data.title.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').slice(0, 80)}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

for (const place of ['side', 'card', 'text']) {
  $(place).addEventListener('click', (event) => {
    const at = event.target.closest('[data-node]');
    if (at) choose(nodes[at.dataset.node]);
  });
}
$('search').addEventListener('input', writeFound);
$('search').addEventListener('keydown', (event) => {
  if (event.key === 'Enter') { const first = search($('search').value)[0]; if (first) choose(first); }
  if (event.key === 'ArrowDown') { $('found').querySelector('button')?.focus(); event.preventDefault(); }
});
$('found').addEventListener('keydown', (event) => {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  if (!step) return;
  const next = event.target.closest('li')[step];
  (next ? next.querySelector('button') : step === 'previousElementSibling' ? $('search') : null)?.focus();
  event.preventDefault();
});
$('kinds').addEventListener('change', (event) => {
  if (event.target.checked) view.hidden.delete(event.target.dataset.kind); else view.hidden.add(event.target.dataset.kind);
  writeLegend();
  refresh();
});
$('document').addEventListener('change', () => { view.document = Number($('document').value); refresh(true); showDocument(view.document); });
$('pillar').addEventListener('change', () => {
  view.pillar = Number($('pillar').value);
  for (let at = sections[view.pillar]; at; at = at.parent === null ? null : sections[at.parent]) at.state = Math.max(at.state, 1);
  refresh(true);
  writeOutline();
});
$('sure').addEventListener('input', () => { view.sure = Number($('sure').value); $('sure-value').textContent = view.sure; refresh(); });
$('overview').addEventListener('click', () => { overview(); view.near = false; refresh(true); writeOutline(); });
$('everything').addEventListener('click', () => { everything(); view.near = false; refresh(true); writeOutline(); });
$('near').addEventListener('click', () => { view.near = !view.near; refresh(true); });
$('coverage').disabled = data.coverage.length === 0;
$('coverage').addEventListener('click', showCoverage);
$('fit').addEventListener('click', fit);
const zoom = (by) => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
$('smaller').addEventListener('click', () => zoom(0.8));
$('larger').addEventListener('click', () => zoom(1.25));
$('png').addEventListener('click', () => {
  const box = cy.elements().boundingBox(), most = 8000;
  const scale = Math.min(2, most / Math.max(box.w, box.h, 1));
  save(cy.png({ output: 'blob', full: !around, scale: around ? 2 : scale, bg: '#ffffff' }), 'png');
});
$('svg').addEventListener('click', () => save(new Blob([asSvg()], { type: 'image/svg+xml' }), 'svg'));
$('language').addEventListener('click', () => { lang = lang === 'zh' ? 'en' : 'zh'; writeWords(); writeFilters(); writeOutline(); refresh(); card(); });
cy.on('tap', 'node', (event) => choose(nodes[event.target.data('number')], 'graph'));
cy.on('tap', 'edge', (event) => chooseEdge(edges[event.target.data('edge')]));
cy.on('tap', (event) => { if (event.target === cy) choose(null); });
cy.on('dbltap', 'node.section', (event) => { const section = nodes[event.target.data('number')].own; turn(section, section.state === 2 ? 1 : 2); });
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') { $('search').value = ''; writeFound(); choose(null); return; }
  if (/^(INPUT|SELECT)$/.test(event.target.tagName)) return;
  const move = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
  if (move && document.activeElement === $('graph')) { cy.panBy({ x: move[0], y: move[1] }); event.preventDefault(); return; }
  const section = view.chosen?.own;
  const does = {
    '/': () => $('search').focus(), n: () => showProof(1), p: () => showProof(-1), 0: fit, '+': () => zoom(1.25), '=': () => zoom(1.25), '-': () => zoom(0.8),
    e: () => section && turn(section, section.state === 2 ? 1 : 2),
  }[event.key.toLowerCase()];
  if (does) { does(); event.preventDefault(); }
});
dark.addEventListener('change', () => cy.style(styleSheet()));
new ResizeObserver(() => cy.resize()).observe($('graph'));

if (nodes.length <= 40) everything();
writeWords();
writeText();
writeFilters();
writeOutline();
refresh(true);
card();
window.gangmu = { cy, data };
