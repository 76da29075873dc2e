// Builds elements. Text goes in as text nodes only, so nothing that customers wrote is ever markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

export function el(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

// Puts new content in place only when its data changed: a selection or a focus stays otherwise.
const shown = new WeakMap();

export function show(node, data, build) {
  const key = JSON.stringify(data);
  if (shown.get(node) !== key) {
    shown.set(node, key);
    node.replaceChildren(...[build(data)].flat().filter((child) => child !== null && child !== undefined));
  }
}

// A part of a view with its heading; `id` names what is in it.
export function panel(id, title, note, ...more) {
  const body = el("div", { id });
  const node = el("section", { class: "panel", "aria-labelledby": `${id}-title` },
    el("div", { class: "panel-head" }, el("h2", { id: `${id}-title` }, title), note), body, ...more);
  return { node, body };
}

// A table keeps its roles on narrow screens, where its boxes are laid out as a grid.
export function table(name, caption, heads, rows) {
  return el("table", { class: name, role: "table" },
    el("caption", { class: "hidden-title" }, caption),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" },
      heads.map(([text, kind]) => el("th", { scope: "col", role: "columnheader", class: kind }, text)))),
    el("tbody", { role: "rowgroup" }, rows));
}

// A table that may be wider than a phone: it scrolls by itself, by keys too.
export function scrolling(name, caption, heads, rows) {
  return el("div", { class: "own-scroll", tabindex: 0, role: "region", "aria-label": caption }, table(name, caption, heads, rows));
}
