// Uses the viewer in Chromium as a reader would, and draws the formats of tools that need a browser.
//
// usage: node browser.mjs FOLDER [PICTURES]      FOLDER holds what `make_graphs.py` made
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { filters, finding, folding, keys, languages, reading } from "./hands.mjs";

const [folder, pictures] = process.argv.slice(2);
const modules = createRequire(import.meta.url).resolve("playwright-core/package.json").replace(/playwright-core.*/, "");
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
assert.ok(executablePath, "the tests need Chromium: apt-get install chromium");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
let passed = 0;

async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1500, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const faults = [], asked = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("dialog", (dialog) => (faults.push("a dialog: something ran"), dialog.dismiss()));
  page.on("request", (request) => /^(file|data|blob|about):/.test(request.url()) || asked.push(request.url()));
  return { context, page, faults, asked };
}

const load = (path) => JSON.parse(readFileSync(join(path, "graph.json"), "utf8"));
const shot = async (page, name) => pictures && page.screenshot({ path: join(pictures, `${name}.png`) });
// places, bodies and people are in the page, and wait in its filters to be asked for
const SETTING = ["organization", "place", "person"];
async function askForAllKinds(page, graph) {
  await page.$eval("#filters", (box) => (box.open = true));
  for (const kind of SETTING.filter((kind) => graph.nodes.some((node) => node.type === kind))) {
    assert.equal(await page.isChecked(`#kinds input[data-kind="${kind}"]`), false);
    assert.equal(await page.evaluate((kind) => gangmu.cy.nodes().some((node) => gangmu.data.nodes.find((of) => of.id === node.id())?.kind === kind), kind), false);
    await page.check(`#kinds input[data-kind="${kind}"]`);
  }
  await page.$eval("#filters", (box) => (box.open = false));
}
const nodesShown = (page) => page.evaluate(() => gangmu.cy.nodes().length);

async function viewer(path, name) {
  const graph = load(path);
  const { context, page, faults, asked } = await open();
  await page.goto(pathToFileURL(resolve(path, "graph.html")).href);
  await page.waitForFunction(() => window.gangmu?.cy.nodes().length > 0);
  const known = await page.evaluate(() => gangmu.data.nodes.map((node) => node.label));
  assert.deepEqual(known, graph.nodes.map((node) => node.label), "labels come out intact");
  assert.equal(await page.evaluate(() => gangmu.data.edges.length), graph.edges.length);
  await shot(page, `${name}-overview`);

  await askForAllKinds(page, graph);

  // overview first, then everything, and nothing stands on anything else
  const actions = graph.nodes.filter((node) => node.type === "action");
  await page.click("#overview");
  assert.equal(await nodesShown(page), graph.nodes.length - actions.length);
  await page.click("#everything");
  assert.equal(await nodesShown(page), graph.nodes.length);
  const overlapping = await page.evaluate(() => {
    const boxes = gangmu.cy.nodes().map((node) => node.boundingBox({ includeLabels: false }));
    let count = 0;
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
      if (a.x1 < b.x2 - 1 && b.x1 < a.x2 - 1 && a.y1 < b.y2 - 1 && b.y1 < a.y2 - 1) count++;
    }));
    return count;
  });
  assert.equal(overlapping, 0, "nodes overlap");
  await shot(page, `${name}-everything`);

  // search, and the words that prove it
  const entity = graph.nodes.find((node) => node.mentions?.length > 1) ?? graph.nodes.find((node) => node.mentions);
  await page.keyboard.press("/");
  await page.keyboard.type(entity.aliases[0] ?? entity.label.slice(0, 40));
  await page.waitForSelector("#found button");
  await page.keyboard.press("Enter");
  const proofs = await page.$$eval("#text .proof", (pieces) => pieces.map((piece) => piece.textContent).join(""));
  const expected = entity.mentions.map((mention) => mention.text).join("");
  const plain = (words) => words.replace(/\r/g, "");
  assert.equal(plain(proofs), plain(expected), "the highlighted words are the mentions");
  assert.ok((await page.textContent("#card h2")).includes(plain(entity.label)));
  assert.equal(await page.evaluate(() => gangmu.cy.$("node.chosen").length), 1);
  await shot(page, `${name}-found`);

  // only what it is joined to
  await page.click("#near");
  const joined = new Set(graph.edges.filter((e) => [e.source, e.target].includes(entity.id)).flatMap((e) => [e.source, e.target]));
  assert.equal(await nodesShown(page), joined.size);
  await page.click("#near");

  // a name in the text, and an edge
  await page.keyboard.press("Escape");
  assert.equal(await page.$$eval("#text .proof", (pieces) => pieces.length), 0);
  const piece = await page.$("#text .name");
  const number = Number(await piece.getAttribute("data-node"));
  await piece.click();
  assert.equal(await page.evaluate(() => gangmu.cy.$("node.chosen").id()), graph.nodes[number].id);
  await page.evaluate(() => void gangmu.cy.edges(".involves, .appears_in").first().emit("tap"));
  assert.ok((await page.$$("#text .proof")).length > 0, "an edge has its proof");

  // what the graph leaves out, grey in the text and counted by pillars
  await page.keyboard.press("Escape");
  await page.click("#coverage");
  const left = await page.evaluate(() => gangmu.data.coverage.map(({ node, left }) => {
    const text = Array.from(gangmu.data.documents.find((of) => of.node === node).text);
    return left.map(([start, end]) => text.slice(start, end).join("")).join("");
  }).join(""));
  const inText = (selector) => page.$$eval(selector, (pieces) => pieces.map((piece) => piece.textContent).join(""));
  assert.equal(await inText("#text .left"), plain(left));
  assert.equal(await inText("#text .proof"), plain(left));
  const pillars = graph.nodes.filter((node) => node.type === "pillar").length;
  assert.equal(await page.$$eval("#card td:first-child", (cells) => cells.length), pillars);
  await shot(page, `${name}-coverage`);

  // filters
  await page.keyboard.press("Escape");
  await page.click("#everything");
  await page.click("#filters summary");
  const kind = entity.type;
  await page.uncheck(`#kinds input[data-kind="${kind}"]`);
  assert.equal(await nodesShown(page), graph.nodes.filter((node) => node.type !== kind).length);
  await page.check(`#kinds input[data-kind="${kind}"]`);
  await page.fill("#sure", "0.95");
  const sure = graph.nodes.filter((node) => node.confidence === undefined || node.confidence >= 0.95);
  assert.equal(await nodesShown(page), sure.length);
  await page.fill("#sure", "0");

  // pictures of the view
  for (const [button, check] of [
    ["#png", (bytes) => bytes.subarray(1, 4).toString() === "PNG" && bytes.length > 5000],
    ["#svg", (bytes) => (bytes.toString().match(/class="node"/g) ?? []).length === graph.nodes.length && !/<script/.test(bytes)],
  ]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
    const file = await download.path();
    assert.ok(check(readFileSync(file)), `${button} gives a picture`);
    if (pictures) await download.saveAs(join(pictures, `${name}-view.${button.slice(1)}`));
  }

  // the other language; the data stays
  const title = await page.textContent("#title");
  await page.click("#language");
  assert.equal(await page.textContent("#overview"), "Overview");
  assert.equal(await page.textContent("#title"), title);

  // keys alone: the outline is a list of buttons
  await page.focus("#outline button:not([disabled])");
  await page.keyboard.press("Enter");
  assert.ok(await page.getAttribute("#outline button", "aria-expanded"));

  assert.deepEqual(faults, [], "no errors, and nothing ran that should not");
  assert.deepEqual(asked, [], "no network");
  await context.close();
  passed++;
}

// what a reader's hands do, each on a fresh page
async function hands(path, name) {
  const graph = load(path);
  for (const does of [filters, folding, finding, reading, keys, languages]) {
    const { context, page, faults, asked } = await open();
    await page.goto(pathToFileURL(resolve(path, "graph.html")).href);
    await page.waitForFunction(() => window.gangmu?.cy.nodes().length > 0);
    await askForAllKinds(page, graph);
    await does(page, graph, (what) => shot(page, `${name}-${what}`));
    assert.deepEqual([faults, asked], [[], []], does.name);
    await context.close();
    passed++;
  }
}

async function inTheDarkAndOnPaper(path, name) {
  const { context, page, faults } = await open({ colorScheme: "dark" });
  await page.goto(pathToFileURL(resolve(path, "graph.html")).href);
  await page.waitForFunction(() => window.gangmu?.cy.nodes().length > 0);
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(colour, "rgb(21, 25, 29)");
  await shot(page, `${name}-dark`);
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  assert.equal(await page.isVisible("#side"), false);
  assert.equal(await page.isVisible("#text"), true);
  assert.equal(await page.isVisible("#card .hint"), false, "paper takes no clicks");
  if (pictures) await page.pdf({ path: join(pictures, `${name}.pdf`), format: "A4" });
  assert.deepEqual(faults, []);
  await context.close();
  passed++;
}

// the picture: words stay in their boxes, boxes apart
async function picture(path, files) {
  const { context, page, faults, asked } = await open();
  let pillars = 0;
  for (const file of files) pillars += await onePicture(page, resolve(path, file));
  assert.equal(pillars, load(path).nodes.filter((node) => node.type === "pillar").length, `all pillars are in ${files}`);
  assert.deepEqual([faults, asked], [[], []]);
  await context.close();
  passed++;
}

async function onePicture(page, file) {
  await page.goto(pathToFileURL(file).href);
  const found = await page.evaluate(() => {
    const groups = [...document.querySelectorAll("g")];
    const boxes = groups.map((group) => group.querySelector("rect").getBBox());
    const out = groups.filter((group, place) => {
      const box = boxes[place];
      return [...group.querySelectorAll("text")].some((text) => {
        const { x, width } = text.getBBox();
        return x < box.x || x + width > box.x + box.width + 0.5;
      });
    }).map((group) => group.textContent);
    let overlapping = 0;
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
      if (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height) overlapping++;
    }));
    const { width, height } = document.documentElement.viewBox.baseVal;
    const outside = boxes.filter((box) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height).length;
    return { out, overlapping, outside, pillars: document.querySelectorAll("g.pillar").length };
  });
  const { pillars } = found;
  assert.deepEqual(found, { out: [], overlapping: 0, outside: 0, pillars }, file);
  return pillars;
}

// tools that need a page of their own
async function drawn(path, script, ending, draw) {
  const { context, page, faults } = await open();
  await page.setContent('<div id="box" style="width:1200px;height:800px"></div>');
  await page.addScriptTag({ path: join(modules, script) });
  const file = readFileSync(join(path, `graph.${ending}`), "utf8");
  const found = await page.evaluate(draw, file);
  assert.deepEqual(faults, [], ending);
  await context.close();
  passed++;
  return found;
}

async function readsVis(path) {
  const graph = load(path);
  const found = await drawn(path, "vis-network/standalone/umd/vis-network.min.js", "vis.json", (text) => {
    const file = JSON.parse(text);
    const network = new vis.Network(document.getElementById("box"), file, file.options);
    const { nodes, edges } = network.body;
    const real = Object.values(nodes).filter((node) => !String(node.id).startsWith("edgeId:"));
    return { labels: real.map((node) => node.options.label), edges: Object.values(edges).filter((e) => e.connected).length };
  });
  assert.deepEqual(found.labels, graph.nodes.map((node) => node.label));
  assert.equal(found.edges, graph.edges.length);
}

async function readsG6(path) {
  const graph = load(path);
  const found = await drawn(path, "@antv/g6/dist/g6.min.js", "g6.json", async (text) => {
    const made = new G6.Graph({ container: "box", width: 1200, height: 800, data: JSON.parse(text), animation: false });
    await made.render();
    return { labels: made.getNodeData().map((node) => node.style.labelText), edges: made.getEdgeData().length };
  });
  assert.deepEqual(found.labels, graph.nodes.map((node) => node.label));
  assert.equal(found.edges, graph.edges.length);
}

async function readsMermaid(path) {
  const graph = load(path);
  const found = await drawn(path, "mermaid/dist/mermaid.min.js", "mmd", async (text) => {
    mermaid.initialize({ startOnLoad: false, securityLevel: "strict", maxTextSize: 5e6, maxEdges: 5000 });
    const { svg } = await mermaid.render("drawing", text);
    document.getElementById("box").innerHTML = svg;
    const labels = [...document.querySelectorAll("#box g.node")].map((node) => node.textContent.trim());
    return { labels, scripts: document.querySelectorAll("#box script").length };
  });
  const actions = text(path, "mmd").includes(":::action");
  const expected = graph.nodes.filter((node) => (actions || node.type !== "action") && !SETTING.includes(node.type));
  assert.equal(found.labels.length, expected.length);
  const simple = expected.map((node) => node.label).filter((label) => /^[\u4e00-\u9fff]{4,20}$/.test(label));
  assert.ok(simple.length > 0 && simple.every((label) => found.labels.includes(label)));
  assert.equal(found.scripts, 0);
}
const text = (path, ending) => readFileSync(join(path, `graph.${ending}`), "utf8");

const graphs = readdirSync(folder).map((name) => [join(folder, name), name]).filter(([path]) => statSync(path).isDirectory());
assert.ok(graphs.length > 0, "no graphs");
for (const [path, name] of graphs) {
  await viewer(path, name);
  await hands(path, name);
  await inTheDarkAndOnPaper(path, name);
  await picture(path, ["graph.svg"]);
  await picture(path, readdirSync(path).filter((file) => /^graph\.pages-\d+\.svg$/.test(file)));
  await readsVis(path);
  await readsG6(path);
  await readsMermaid(path);
}
await browser.close();
console.log(`${passed} passed, 0 failed`);
