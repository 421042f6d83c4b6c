// The documents' text with all that was found in it. Words are only ever set as text.
const reader = document.getElementById('text');
const pieces = documents.map(() => []); // [start, end, element], in order

function element(name, className, words) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (words !== undefined) made.textContent = words;
  return made;
}

function writeText() {
  reader.replaceChildren();
  documents.forEach((of, number) => writeDocument(of, number));
}

function writeDocument(of, number) {
  const characters = Array.from(of.text);
  const names = new Map(), titles = new Map(), cuts = new Set([0, characters.length]), left = new Map(data.coverage.find((c) => c.node === of.node)?.left);
  for (const [start, end] of left) cuts.add(start).add(end);
  for (const node of nodes) {
    for (const [document_, start, end] of node.places) {
      if (document_ !== number) continue;
      cuts.add(start).add(end);
      if (node.confidence !== undefined) names.set(start, [end, node]);
      else if (node.kind === 'pillar') titles.set(start, end);
    }
  }
  for (const edge of edges) for (const place of edge.places ?? []) if (place[0] === number) cuts.add(place[1]).add(place[2]);
  characters.forEach((c, at) => { if (c === '\n') cuts.add(at).add(at + 1); });
  const borders = [...cuts].sort((a, b) => a - b);
  const own = pieces[number] = [];
  reader.append(element('h3', '', of.source));
  if (of.gaps) reader.append(element('p', 'gap', say('gap')));
  let line = element('p'), titled = 0, gone = 0, named = [0, null];
  reader.append(line);
  for (let place = 0; place + 1 < borders.length; place++) {
    const start = borders[place], end = borders[place + 1];
    const words = characters.slice(start, end).join('');
    if (words === '\n') { line = element('p'); reader.append(line); continue; }
    titled = Math.max(titled, titles.get(start) ?? 0);
    named = names.get(start) ?? (start < named[0] ? named : [0, null]);
    const shown = of.gaps ? words.replace(/\0+/g, ' … ').replace(/\r/g, '') : words.replace(/\r/g, '');
    const piece = element('span', start < titled ? 'title' : '', shown);
    gone = Math.max(gone, left.get(start) ?? 0);
    if (start < gone) piece.classList.add('left');
    const node = start < named[0] ? named[1] : null;
    if (node) {
      piece.classList.add('name');
      piece.style.borderBottomColor = kinds.get(node.kind).line;
      piece.dataset.node = node.number;
    }
    if (of.gaps && /^[\0\r]*$/.test(words)) piece.className = 'gap';
    own.push([start, end, piece]);
    line.append(piece);
  }
}

// evidence that is highlighted, and which of it the reader is at
let proofs = [], proofAt = 0;
function highlight(places) {
  for (const old of reader.querySelectorAll('.proof')) old.classList.remove('proof', 'here');
  proofs = places.map(([number, start, end]) => pieces[number].filter((piece) => piece[0] < end && piece[1] > start).map((piece) => piece[2]));
  proofs = proofs.filter((proof) => proof.length > 0);
  for (const proof of proofs) for (const piece of proof) piece.classList.add('proof');
  proofAt = 0;
  showProof(0);
}
function showDocument(number) {
  const head = reader.querySelectorAll('h3')[Math.max(number, 0)];
  reader.scrollTop += head.getBoundingClientRect().top - reader.getBoundingClientRect().top;
}
function showProof(step) {
  if (proofs.length === 0) return;
  for (const piece of proofs[proofAt]) piece.classList.remove('here');
  proofAt = (proofAt + step + proofs.length) % proofs.length;
  for (const piece of proofs[proofAt]) piece.classList.add('here');
  const box = proofs[proofAt][0].getBoundingClientRect(), pane = reader.getBoundingClientRect();
  reader.scrollTop += box.top - pane.top - pane.height / 3;
}
