"use strict";
(() => {
const $ = (query, from = document) => from.querySelector(query), $$ = (query, from = document) => [...from.querySelectorAll(query)];
const nav = $("nav"), article = $("article"), items = $$("nav li"), words = document.body.dataset, said = $("#said");
const linkOf = item => item.querySelector("a");

// Folding
for (const item of items) {
  item.depth = (item.parentElement.parentElement.depth ?? 0) + 1;
  if (item.lastElementChild.tagName !== "OL") continue;
  const button = document.createElement("button");
  button.setAttribute("aria-label", words.fold + " " + linkOf(item).textContent);
  button.onclick = () => fold(item, button.getAttribute("aria-expanded") === "true");
  item.prepend(button);
  fold(item, false);
}
function fold(item, folded) { if (item.firstElementChild.tagName === "BUTTON") item.firstElementChild.setAttribute("aria-expanded", !folded); }
function press(group, pressed) { for (const one of group) one.setAttribute("aria-pressed", one === pressed); }
const levels = $$("[data-level]");
for (const button of levels) button.onclick = () => {
  press(levels, button);
  for (const item of items) fold(item, item.depth >= +button.dataset.level);
};

// Arrow keys go through what is to be seen of the outline
nav.onkeydown = event => {
  const seen = items.filter(item => item.offsetParent && !item.hidden), item = event.target.closest("li"), at = seen.indexOf(item);
  if (at < 0) return;
  const key = event.key, button = $(":scope > button", item), open = button?.getAttribute("aria-expanded") === "true";
  let to;
  if (key === "ArrowDown") to = seen[at + 1];
  else if (key === "ArrowUp") to = seen[at - 1];
  else if (key === "Home") to = seen[0];
  else if (key === "End") to = seen.at(-1);
  else if (key === "ArrowRight" && button) open ? to = seen[at + 1] : fold(item, false);
  else if (key === "ArrowLeft") open ? fold(item, true) : to = item.parentElement.closest("li");
  else return;
  event.preventDefault();
  if (to) linkOf(to).focus();
};

// The section that is being read
const linkTo = new Map(items.map(item => [linkOf(item).hash.slice(1), linkOf(item)]));
let current;
const reading = new IntersectionObserver(entries => {
  const entry = entries.find(one => one.isIntersecting && linkTo.has(one.target.id));
  if (!entry) return;
  current?.removeAttribute("aria-current");
  current = linkTo.get(entry.target.id);
  current.setAttribute("aria-current", "location");
}, { rootMargin: "-60px 0px -70%" });
for (const heading of $$("[id^=s]", article)) reading.observe(heading);

// Searching: marks are laid over the text, which stays as it is
const search = $("input[type=search]"), blocks = [];
function collect() {
  let last;
  for (const element of article.children) {
    const headings = element.id ? [element] : $$("b[id]", element);
    blocks.push({ element, headings, before: last, text: element.textContent.toLowerCase() });
    last = headings.at(-1)?.id ?? last;
  }
}
const hit = new Set();
let ranges = [], next = 0;
search.oninput = () => {
  const sought = search.value.trim().toLowerCase();
  if (!blocks.length) collect();
  hit.clear();
  ranges = sought ? blocks.filter(block => block.text.includes(sought)).flatMap(block => rangesIn(block, sought)) : [];
  next = 0;
  globalThis.CSS?.highlights?.set("found", new Highlight(...ranges));
  for (const item of [...items].reverse()) {
    const inside = hit.has(item);
    item.hidden = Boolean(sought) && !inside && !hit.has(linkOf(item).hash.slice(1)) && !linkOf(item).textContent.toLowerCase().includes(sought);
    if (sought && inside) fold(item, false);
    if (!item.hidden) hit.add(item.parentElement.parentElement);
  }
  said.textContent = sought ? words.found.replace("{count}", ranges.length) : "";
};
search.onkeydown = event => {
  if (event.key === "Escape") { search.value = ""; search.oninput(); }
  if (event.key !== "Enter" || !ranges.length) return;
  const range = ranges[next++ % ranges.length];
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
  said.textContent = (next - 1) % ranges.length + 1 + " / " + ranges.length;
};
function rangesIn(block, sought) {
  const found = [], walker = document.createTreeWalker(block.element, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const text = node.data.toLowerCase();
    for (let at = text.indexOf(sought); at >= 0 && text.length === node.data.length; at = text.indexOf(sought, at + sought.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + sought.length);
      found.push(range);
      hit.add(block.headings.filter(heading => heading.contains(node) || heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1)?.id ?? block.before);
    }
  }
  return found;
}
document.addEventListener("keydown", event => {
  if (event.key === "/" && event.target.tagName !== "INPUT") { event.preventDefault(); search.focus(); }
});
const plain = $("#plain");
if (plain) plain.onclick = () => plain.setAttribute("aria-pressed", document.body.classList.toggle("plain"));

// The mind map: every branch has a band of its own, and stands in the middle of it
const map = $("#map"), toggle = $("#to-map"), SVG = "http://www.w3.org/2000/svg", SIZE = 14, LINE = 20, WIDEST = 300;
const pen = document.createElement("canvas").getContext("2d"), FONT = SIZE + "px system-ui, sans-serif";
let svg, view, tree, curves;
toggle.onclick = () => {
  const shown = map.hidden;
  toggle.setAttribute("aria-pressed", shown);
  map.hidden = !shown;
  nav.hidden = $("#text").hidden = shown;
  if (shown && !svg) begin();
};
function begin() {
  svg = $("svg", map);
  pen.font = FONT;
  const branch = (text, id, list) => ({ text, id, below: list ? $$(":scope > li", list).map(item => branch(linkOf(item).textContent, linkOf(item).hash, $(":scope > ol", item))) : [] });
  tree = branch(document.title, "#text", $("nav > ol"));
  if (items.length > 200) for (const one of tree.below) one.folded = true;
  draw();
  fit();
}
function linesOf(text) {
  const width = text.length * SIZE <= WIDEST ? 0 : pen.measureText(text).width;
  if (width <= WIDEST) return [text];
  const wide = wrapped(text, WIDEST), even = wrapped(text, width / wide.length + SIZE);
  return even.length > wide.length ? wide : even;
}
function wrapped(text, widest) {
  const lines = [""];
  for (const unit of text.match(/(?:[\w.,:;-]+\s?|[^])[，。、；：！？）》」』】〕”’…]*/gu) || []) {
    const line = lines.at(-1) + unit;
    pen.measureText(line).width > widest && lines.at(-1) ? lines.push(unit) : lines[lines.length - 1] = line;
  }
  return lines;
}
function measure(one) {
  one.lines ??= linesOf(one.text);
  one.width ??= Math.max(...one.lines.map(line => pen.measureText(line).width)) + 20;
  one.height = one.lines.length * LINE + 10;
  const inner = one.folded ? [] : one.below;
  one.band = Math.max(one.height + 12, inner.reduce((sum, below) => sum + measure(below), 0));
  return one.band;
}
function element(name, attributes, parent) {
  const made = document.createElementNS(SVG, name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  return parent.appendChild(made);
}
function draw(focus) {
  svg.replaceChildren();
  measure(tree);
  curves = [];
  tree.wide = 0;
  const lines = element("path", { fill: "none", stroke: "#8a8a92" }, svg);
  place(tree, 0, 0, 1);
  lines.setAttribute("d", curves.join(""));
  if (focus) $$("g", svg).find(group => group.branch === focus)?.focus();
}
function place(one, x, top, depth) {
  const y = top + one.band / 2, right = x + one.width, group = element("g", { role: "treeitem", tabindex: depth > 1 ? -1 : 0, "aria-level": depth, "aria-label": one.text }, svg);
  group.branch = one;
  tree.wide = Math.max(tree.wide, right + 40);
  element("rect", { x, y: y - one.height / 2, width: one.width, height: one.height, rx: 6, fill: "#f4f4f6", stroke: "#b9b9c0" }, group);
  one.lines.forEach((line, n) => element("text", { x: x + 10, y: y - one.height / 2 + 20 + n * LINE, "font-size": SIZE, "font-family": "system-ui, sans-serif", fill: "#1d1d1f" }, group).textContent = line);
  if (one.below.length) {
    group.setAttribute("aria-expanded", !one.folded);
    element("circle", { cx: right, cy: y, r: 6, fill: one.folded ? "#1d1d1f" : "#ffffff", stroke: "#8a8a92" }, group);
  }
  let at = top;
  if (!one.folded) for (const below of one.below) {
    const to = at + below.band / 2, far = right + 44;
    curves.push(`M${right + 6},${y}C${right + 28},${y} ${right + 20},${to} ${far},${to}`);
    place(below, far, at, depth + 1);
    at += below.band;
  }
}
function look() { svg.setAttribute("viewBox", [view.x, view.y, view.width, view.height].join(" ")); }
function fit(most = 1.4) {
  // All of it, but as it opens no smaller than can be read: of a large map the middle of its left side
  const width = Math.max(tree.wide, svg.clientWidth), height = Math.max(tree.band + 40, svg.clientHeight);
  view = { x: -20, y: -20, width: Math.min(width, most * svg.clientWidth), height: Math.min(height, most * svg.clientHeight) };
  view.y = (tree.band - view.height) / 2;
  look();
}
function zoom(by, x = .5, y = .5) {
  view.x += view.width * x * (1 - by);
  view.y += view.height * y * (1 - by);
  view.width *= by;
  view.height *= by;
  look();
}
function turn(one) {
  if (!one.below.length) return;
  one.folded = !one.folded;
  draw(one);
}
const stage = $("svg", map);
let drag;
stage.onwheel = event => {
  event.preventDefault();
  const box = stage.getBoundingClientRect();
  zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, (event.clientX - box.x) / box.width, (event.clientY - box.y) / box.height);
};
stage.onpointerdown = event => drag = { x: event.clientX, y: event.clientY, moved: false };
stage.onpointermove = event => {
  if (!drag || !event.buttons) return;
  const scale = Math.max(view.width / stage.clientWidth, view.height / stage.clientHeight);
  view.x -= (event.clientX - drag.x) * scale;
  view.y -= (event.clientY - drag.y) * scale;
  drag = { x: event.clientX, y: event.clientY, moved: drag.moved || Math.abs(event.movementX) + Math.abs(event.movementY) > 2 };
  look();
};
stage.onclick = event => {
  const group = event.target.closest("g");
  if (group && !drag?.moved) turn(group.branch);
};
stage.onkeydown = event => {
  const groups = $$("g", stage), at = groups.indexOf(event.target.closest("g")), key = event.key;
  if (key === "+" || key === "=") zoom(1 / 1.25);
  else if (key === "-") zoom(1.25);
  else if (key === "0") fit(Infinity);
  else if (at >= 0 && (key === "Enter" || key === " ")) turn(groups[at].branch);
  else if (at >= 0 && key === "ArrowDown") groups[at + 1]?.focus();
  else if (at >= 0 && key === "ArrowUp") groups[at - 1]?.focus();
  else return;
  event.preventDefault();
};
const acts = { in: () => zoom(1 / 1.25), out: () => zoom(1.25), fit: () => fit(Infinity), all: () => unfold(false), none: () => unfold(true), svg: () => save(new Blob([drawn()], { type: "image/svg+xml" }), ".svg"), png };
for (const button of $$("[data-act]")) button.onclick = acts[button.dataset.act];
function unfold(folded) {
  const waiting = [...tree.below];
  for (const one of waiting) { one.folded = folded && one.below.length > 0; waiting.push(...one.below); }
  draw();
  fit();
}

// The map as a file, as large as it is and on white
function drawn(scale = 1) {
  const copy = svg.cloneNode(true), width = tree.wide, height = tree.band + 40;
  for (const group of $$("g", copy)) for (const name of ["role", "tabindex", "aria-level", "aria-label", "aria-expanded"]) group.removeAttribute(name);
  for (const name of ["role", "aria-label"]) copy.removeAttribute(name);
  for (const [name, value] of Object.entries({ xmlns: SVG, viewBox: `-20 -20 ${width} ${height}`, width: width * scale, height: height * scale })) copy.setAttribute(name, value);
  copy.prepend(element("rect", { x: -20, y: -20, width, height, fill: "#ffffff" }, copy));
  return new XMLSerializer().serializeToString(copy);
}
function save(blob, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = document.title.replace(/[^\p{L}\p{N}]+/gu, "_").slice(0, 60) + ending;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
function png() {
  const width = tree.wide, height = tree.band + 40, scale = Math.min(2, 16000 / width, 16000 / height, Math.sqrt(1.2e8 / (width * height)));
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(blob => save(blob, ".png"));
  };
  image.src = URL.createObjectURL(new Blob([drawn(scale)], { type: "image/svg+xml" }));
}
})();
