// A small picture of counts over time, with its figures in words for those who do not see it.

import { el, svg } from "./dom.js";
import { count, dateAndTime } from "./format.js";

const WIDTH = 600;
const HEIGHT = 90;
// Few columns are no wider than these: one alone would be a block.
const LEAST = 24;

// columns = [{ at, count }] with `step` milliseconds from one to the next; what is not named is 0.
export function bars(columns, step, caption) {
  if (!columns.length) return null;
  const first = columns[0].at;
  const last = columns[columns.length - 1].at;
  const places = Math.round((last - first) / step) + 1;
  const most = Math.max(...columns.map((column) => column.count));
  const width = WIDTH / Math.max(places, LEAST);
  const top = columns.find((column) => column.count === most);
  return el("figure", { class: "bars" },
    svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img",
      "aria-label": `${caption}: from ${dateAndTime(first)} to ${dateAndTime(last)}, most ${count(most)} at ${dateAndTime(top.at)}` },
    columns.map((column) => {
      const height = Math.max(2, (column.count / most) * (HEIGHT - 2));
      return svg("rect", { x: ((column.at - first) / step) * width, y: HEIGHT - height, width: Math.max(1, width * 0.8), height },
        svg("title", null, `${dateAndTime(column.at)}: ${count(column.count)}`));
    })),
    el("figcaption", { class: "note" }, `${caption}. ${dateAndTime(first)} to ${dateAndTime(last + step)}; tallest: ${count(most)}.`));
}
