// The newest pieces of feedback with their tags.

import { el } from "./dom.js";
import { dateAndTime, words } from "./format.js";
import { marked } from "./marks.js";
import { wrongTag } from "./correct.js";
import { expander } from "./whole.js";

const MARK = { positive: "+", negative: "−", neutral: "○" };
const explained = new WeakMap();
const data = new WeakMap();
const lists = new WeakMap();
let known = null;

function feeling(sentiment) {
  if (!sentiment) return null;
  if (!sentiment.label) {
    return el("span", { class: "chip abstained", title: "no sentiment" }, `no sentiment: ${words(sentiment.abstention ?? "unknown")}`);
  }
  return el("span", { class: `chip ${sentiment.label}`, title: `score ${sentiment.score.toFixed(2)}` },
    `${MARK[sentiment.label] ?? ""} ${sentiment.label} `, el("small", null, `${Math.round(100 * sentiment.confidence)} %`));
}

function stageChips(tags, names) {
  if (!tags.length) return [el("span", { class: "chip abstained" }, "no stage")];
  return tags.map((tag) => el("span", { class: "chip stage", title: `${tag.id}, confidence ${Math.round(100 * tag.confidence)} %` },
    names[tag.id] ?? tag.id, tags.length > 1 ? el("small", null, ` ${Math.round(100 * tag.weight)} %`) : null));
}

// A text with the words that carried its tag marked; places are in UTF-16 units, as the browser counts.
function withEvidence(text, evidence) {
  const parts = [];
  let at = 0;
  for (const { start, end, contribution } of [...evidence].sort((one, other) => one.start - other.start)) {
    if (start < at || end > text.length || end <= start) continue;
    parts.push(text.slice(at, start), el("mark", { class: contribution < 0 ? "against" : "for",
      title: contribution < 0 ? "speaks for negative" : "speaks for positive" }, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)].filter((part) => part !== "");
}

// Marks the words of a verbatim that is on screen, once they are known; what was searched for stays marked instead.
export function remark(node, evidence) {
  const said = node.querySelector(".said");
  if (evidence) explained.set(node, evidence);
  if (!evidence?.length || !said || said.querySelector("mark")) return;
  said.replaceChildren(...withEvidence(said.textContent, evidence));
}

// One of them; `marks` of it are shown, and those who may can say that its tags are wrong.
// `words` are those that were searched for.
export function item(verbatim, names, { fresh = false, words: sought } = {}) {
  const where = [verbatim.channel, verbatim.touchpoint ?? verbatim.source].filter(Boolean).join(" · ");
  const { rating } = verbatim;
  const byPerson = verbatim.sentiment?.basis === "person";
  const person = byPerson ? el("span", { class: "by-person" }, "said by a person") : null;
  const said = el("p", { class: "said", lang: verbatim.language, dir: "auto" }, ...marked(verbatim.text, verbatim.marks));
  const put = (found) => {
    said.replaceChildren(...marked(found.text, found.marks));
    remark(node, explained.get(node));
  };
  const node = el("li", { class: fresh ? "verbatim fresh" : "verbatim", "data-id": verbatim.id, "data-tagged": Boolean(verbatim.sentiment?.label) && !byPerson },
    said,
    verbatim.text ? expander(said, { id: verbatim.id, cut: verbatim.cut, words: sought, put }) : null,
    el("p", { class: "tags" }, feeling(verbatim.sentiment), stageChips(verbatim.stages, names), person,
      wrongTag(verbatim, names, (document) => node.replaceWith(item(document, names)))),
    el("p", { class: "from" },
      el("time", { datetime: verbatim.occurredAt, "data-ago": true, title: dateAndTime(verbatim.occurredAt) }),
      ` · ${where}`,
      rating ? ` · rated ${rating.value} of ${rating.max}` : null,
      verbatim.language ? ` · ${verbatim.language}` : null));
  data.set(node, JSON.stringify(verbatim));
  return node;
}

// The newest below `root`. What stays is left in place: somebody may be reading all of it, or have the focus in it.
export function verbatims(root, list, names) {
  if (lists.get(root) === JSON.stringify(list)) return;
  lists.set(root, JSON.stringify(list));
  if (!list.length) {
    root.replaceChildren(el("p", { class: "empty" }, "Nobody has said anything yet."));
    return;
  }
  const before = known;
  known = new Set(list.map((verbatim) => verbatim.id));
  const items = root.querySelector("ol") ?? el("ol", { class: "verbatims" });
  if (!items.isConnected) root.replaceChildren(items);
  const there = new Map([...items.children].map((node) => [node.dataset.id, node]));
  there.forEach((node, id) => { if (!known.has(id)) node.remove(); });
  list.forEach((verbatim, index) => {
    const old = there.get(verbatim.id);
    const node = old && data.get(old) === JSON.stringify(verbatim) ? old : item(verbatim, names, { fresh: before !== null && !before.has(verbatim.id) });
    if (old && old !== node) old.replaceWith(node);
    if (items.children[index] !== node) items.insertBefore(node, items.children[index] ?? null);
  });
}
