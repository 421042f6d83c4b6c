// What a reader does with the viewer: filters, folding, search, the text, keys alone.
import assert from "node:assert/strict";

const shown = (page) => page.evaluate(() => gangmu.cy.nodes().map((node) => node.id()).sort());
const chosen = (page) => page.evaluate(() => gangmu.cy.$("node.chosen").map((node) => node.id()));
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.getAttribute("aria-label"));
const sorted = (set) => [...set].sort();

/// What hangs below some nodes by edges of some kinds, with them.
function below(graph, ids, kinds) {
  const found = new Set(ids);
  for (const id of found) for (const edge of graph.edges) if (edge.source === id && kinds.includes(edge.type)) found.add(edge.target);
  return found;
}
/// What a pillar stands in.
function over(graph, id) {
  const edge = graph.edges.find((edge) => edge.target === id && edge.type === "has_pillar");
  return edge ? [edge.source, ...over(graph, edge.source)] : [];
}
const STRUCTURE = ["has_pillar", "has_action"];

export async function filters(page, graph, shot) {
  await page.click("#everything");
  if (!(await page.getAttribute("#filters", "open"))) await page.$eval("#filters", (box) => (box.open = true));
  // pillars: what stands in them, what they name, and what they stand in
  const pillars = await page.$$eval("#pillar option", (options) => options.map((option) => option.textContent).slice(1));
  assert.equal(pillars.length, graph.nodes.filter((node) => node.type === "pillar").length);
  const byNumber = await page.evaluate(() => gangmu.data.sections.map((section) => gangmu.data.nodes[section.node].id));
  const values = await page.$$eval("#pillar option", (options) => options.map((option) => option.value).slice(1));
  for (const value of values.slice(0, 6)) {
    await page.selectOption("#pillar", value);
    const expected = below(graph, [byNumber[value]], STRUCTURE);
    for (const edge of graph.edges) if (edge.type === "appears_in" && expected.has(edge.target)) expected.add(edge.source);
    for (const above of over(graph, byNumber[value])) expected.add(above);
    assert.deepEqual(await shown(page), sorted(expected), `the pillar ${value}`);
  }
  await shot("pillar");
  await page.selectOption("#pillar", "-1");
  // every document: what is found in it
  const documents = graph.nodes.filter((node) => node.type === "document");
  for (const [number, document] of documents.entries()) {
    await page.selectOption("#document", { label: document.label.replace(/\s+/g, " ").trim() }).catch(() => page.selectOption("#document", String(number)));
    const of = Number(await page.$eval("#document", (box) => box.value));
    const id = await page.evaluate((of) => gangmu.data.nodes[gangmu.data.documents[of].node].id, of);
    const expected = below(graph, [id], STRUCTURE);
    for (const node of graph.nodes) if (node.mentions?.some((mention) => mention.document === id)) expected.add(node.id);
    assert.deepEqual(await shown(page), sorted(expected), `the document ${document.label.slice(0, 40)}`);
    const [top, pane] = await page.evaluate((of) => [document.querySelectorAll("#text h3")[of], document.getElementById("text")].map((box) => box.getBoundingClientRect().top), of);
    assert.ok(top < pane + 200, "its text is shown");
  }
  await shot("document");
  await page.selectOption("#document", "-1");
  assert.equal((await shown(page)).length, graph.nodes.length, "all filters are lifted");
  // how sure: only entities have a confidence
  for (const least of ["0.8", "0.95"]) {
    await page.fill("#sure", least);
    const expected = graph.nodes.filter((node) => node.confidence === undefined || node.confidence >= Number(least));
    assert.equal((await shown(page)).length, expected.length, `as sure as ${least}`);
    assert.equal(await page.textContent("#sure-value"), least);
  }
  // what a filter hides can be found, and the filter is lifted for it
  const unsure = graph.nodes.find((node) => node.confidence < 0.95);
  if (unsure) {
    await page.fill("#search", unsure.label.slice(0, 40));
    await page.press("#search", "Enter");
    assert.ok((await shown(page)).includes((await chosen(page))[0]));
    await page.press("#search", "Escape");
  }
  await page.fill("#sure", "0");
  assert.equal((await shown(page)).length, graph.nodes.length);
}

export async function folding(page, graph) {
  await page.click("#overview");
  const actions = new Set(graph.nodes.filter((node) => node.type === "action").map((node) => node.id));
  const root = graph.nodes.find((node) => node.type === "pillar" && graph.edges.some((edge) => edge.source === node.id && edge.type === "has_action"));
  const own = graph.edges.filter((edge) => edge.source === root.id && edge.type === "has_action").map((edge) => edge.target);
  const number = await page.evaluate((id) => gangmu.data.nodes.findIndex((node) => node.id === id), root.id);
  const turn = `#outline li.fold:has(> button[data-node="${number}"]) > button.turn`;
  const visible = async () => own.filter((id) => all.has(id)).length;
  let all = new Set(await shown(page));
  assert.equal(await visible(), 0, "an overview has no actions");
  // the outline opens it: its actions alone appear, and the keyboard stays where it was
  await page.focus(turn);
  await page.keyboard.press("Enter");
  all = new Set(await shown(page));
  assert.equal(await visible(), own.length);
  assert.equal([...all].filter((id) => actions.has(id)).length, own.length);
  assert.equal(await page.evaluate((turn) => document.activeElement === document.querySelector(turn), turn), true, "the focus is kept");
  assert.equal(await page.getAttribute(turn, "aria-expanded"), "true");
  // then folded: nothing below it is left
  await page.keyboard.press("Enter");
  all = new Set(await shown(page));
  assert.equal(await visible(), 0);
  assert.ok(all.has(root.id));
  assert.equal(await page.getAttribute(turn, "aria-expanded"), "false");
  for (const edge of graph.edges) if (edge.source === root.id && edge.type === "has_pillar") assert.ok(!all.has(edge.target));
  await page.keyboard.press("Enter");
  // the graph opens it: by double click, and by a key
  await page.evaluate((id) => void gangmu.cy.getElementById(id).emit("dbltap"), root.id);
  all = new Set(await shown(page));
  assert.equal(await visible(), own.length, "a double click opens");
  await page.click(`#outline button[data-node="${number}"]`);
  await page.keyboard.press("e");
  all = new Set(await shown(page));
  assert.equal(await visible(), 0, "E closes");
  await page.keyboard.press("Escape");
}

export async function finding(page, graph, shot) {
  const named = graph.nodes.find((node) => node.aliases?.some((alias) => !node.label.includes(alias)));
  if (named) {
    const alias = named.aliases.find((form) => !named.label.includes(form));
    await page.click("#overview");
    await page.fill("#search", alias);
    assert.equal(await page.$eval("#found button", (button) => button.title), named.label, "by its other name");
    // keys alone: down into the list, and chosen there
    await page.press("#search", "ArrowDown");
    await page.keyboard.press("Enter");
    assert.deepEqual(await chosen(page), [named.id]);
    assert.ok((await page.textContent("#card")).includes(alias), "the card has its other name");
    await shot("alias");
  }
  await page.fill("#search", "没有这样的词");
  assert.equal(await page.$$eval("#found button", (all) => all.length), 0);
  await page.press("#search", "Escape");
  assert.equal(await page.$eval("#search", (box) => box.value), "");
}

export async function reading(page, graph) {
  // names all over the text: the graph moves to what is clicked, and can be read there
  await page.click("#overview");
  const count = await page.$$eval("#text .name", (all) => all.length);
  const names = page.locator("#text .name");
  for (const at of [0, Math.floor(count / 2), count - 1]) {
    const name = names.nth(at);
    const number = Number(await name.getAttribute("data-node"));
    await name.click();
    const [id] = await chosen(page);
    assert.equal(id, graph.nodes[number].id);
    const off = await page.evaluate((id) => {
      const { x, y } = gangmu.cy.getElementById(id).renderedPosition();
      return { x: Math.abs(x - gangmu.cy.width() / 2), y: Math.abs(y - gangmu.cy.height() / 2), zoom: gangmu.cy.zoom() };
    }, id);
    assert.ok(off.x < 2 && off.y < 2 && off.zoom >= 0.8, `it is in the middle: ${JSON.stringify(off)}`);
  }
  // N and P go through the evidence
  const often = graph.nodes.find((node) => node.mentions?.length > 1);
  if (often) {
    await page.fill("#search", often.label.slice(0, 40));
    await page.press("#search", "Enter");
    await page.focus("#graph");
    const here = () => page.evaluate(() => [...document.querySelectorAll("#text .name, #text span")].indexOf(document.querySelector("#text .here")));
    const first = await here();
    await page.keyboard.press("n");
    assert.notEqual(await here(), first);
    const inView = await page.evaluate(() => {
      const box = document.querySelector("#text .here").getBoundingClientRect(), pane = document.getElementById("text").getBoundingClientRect();
      return box.top >= pane.top && box.bottom <= pane.bottom;
    });
    assert.ok(inView, "the evidence is in view");
    await page.keyboard.press("p");
    assert.equal(await here(), first);
  }
  await page.keyboard.press("Escape");
}

export async function keys(page) {
  const at = () => page.evaluate(() => ({ ...gangmu.cy.pan(), zoom: gangmu.cy.zoom() }));
  await page.focus("#graph");
  const start = await at();
  await page.keyboard.press("ArrowRight");
  assert.ok((await at()).x < start.x);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  assert.ok((await at()).y < start.y);
  await page.keyboard.press("+");
  assert.ok((await at()).zoom > start.zoom);
  await page.keyboard.press("-");
  assert.ok(Math.abs((await at()).zoom - start.zoom) < 1e-6);
  await page.keyboard.press("0");
  const fitted = await at();
  await page.click("#fit");
  assert.deepEqual(await at(), fitted, "0 fits, as the button does");
  // the tabulator reaches everything in order, and nothing holds it
  await page.focus("#overview");
  const seen = [await focused(page)];
  for (let step = 0; step < 400 && !seen.includes("text"); step++) {
    await page.keyboard.press("Tab");
    seen.push(await focused(page));
  }
  for (const id of ["overview", "everything", "png", "svg", "language", "search", "graph", "text"]) {
    assert.ok(seen.includes(id), `the tabulator does not reach ${id}: ${seen.length}`);
  }
  // what is typed in a field is no command
  await page.focus("#search");
  await page.keyboard.type("n0e+");
  assert.equal(await page.$eval("#search", (box) => box.value), "n0e+");
  await page.keyboard.press("Escape");
}

export async function languages(page, graph) {
  const texts = () => page.evaluate(() => ["#filters summary", "#legend", "#outline-label", "#kinds", "#card"].map((at) => document.querySelector(at).textContent));
  const labels = () => page.evaluate(() => gangmu.cy.nodes().map((node) => node.data("label")).join());
  const [before, data, lang] = [await texts(), await labels(), await page.evaluate(() => document.documentElement.lang)];
  await page.click("#language");
  const after = await texts();
  before.forEach((words, place) => assert.notEqual(words, after[place], `part ${place} speaks the other language`));
  assert.notEqual(await page.evaluate(() => document.documentElement.lang), lang);
  assert.equal(await labels(), data, "the data stays as it is");
  assert.equal((await page.$$eval("#outline button", (all) => all.length)) > 0, graph.nodes.length > 0);
  await page.click("#language");
  assert.deepEqual(await texts(), before);
}
