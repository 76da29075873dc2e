// Text with some of its words marked. Marks are places, so what customers wrote is never looked at as markup.

import { el } from "./dom.js";

// The text as nodes; `marks` are { start, end } in order, ends exclusive, and may be missing.
export function marked(text, marks) {
  if (!text || !marks?.length) return [text];
  const nodes = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start < at || end > text.length || end <= start) continue;
    nodes.push(text.slice(at, start), el("mark", null, text.slice(start, end)));
    at = end;
  }
  return [...nodes, text.slice(at)];
}
