// A guide as elements: what the server made of Markdown is parsed apart from the page, and only what a guide needs is built anew.

import { el } from "./dom.js";

const TAGS = new Set(["a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"]);
const ATTRIBUTES = { a: ["href", "title"], img: ["src", "alt", "title"], ol: ["start"] };
const SAFE = /^(https?:\/\/|#\/|api\/help-images\/)/;

function attributes(node, name) {
  const kept = {};
  for (const one of ATTRIBUTES[name] ?? []) {
    const value = node.getAttribute(one);
    if (value !== null && ((one !== "href" && one !== "src") || SAFE.test(value))) kept[one] = value;
  }
  if (/^h[1-6]$/.test(name) && node.id) Object.assign(kept, { id: node.id, tabindex: -1 });
  if (name === "pre") kept.tabindex = 0;
  if (name === "a" && kept.href?.startsWith("http")) kept.rel = "noreferrer noopener";
  if (name === "th") kept.scope = "col";
  return kept;
}

function build(node) {
  if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  const name = node.localName;
  const children = [...node.childNodes].map(build).filter(Boolean);
  if (!TAGS.has(name)) return children.length ? el("span", null, ...children) : null;
  const made = el(name, attributes(node, name), ...children);
  return name === "table" ? el("div", { class: "own-scroll", tabindex: 0, role: "region", "aria-label": "Table" }, made) : made;
}

export function guide(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return el("div", { class: "guide" }, ...[...parsed.body.childNodes].map(build).filter(Boolean));
}
