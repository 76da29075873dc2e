// Stage by channel. Orange to blue, which colour-blind readers tell apart, and the number in each cell.

import { el, table } from "./dom.js";
import { count, net } from "./format.js";
import { address } from "./routes.js";

const FEW = 8;

// Seven steps: -3 (-100 to -50), -2, -1, 0 (around zero), 1, 2, 3 (50 to 100).
function step(value) {
  const size = Math.abs(value) < 8 ? 0 : Math.abs(value) < 25 ? 1 : Math.abs(value) < 50 ? 2 : 3;
  return value < 0 ? -size : size;
}

function cell(found, stage, channel) {
  if (!found?.n) {
    return el("td", { role: "cell", class: "none" }, el("span", { class: "hidden-title" }, "no feedback"), el("span", { "aria-hidden": "true" }, "·"));
  }
  const colour = found.n < FEW ? "few" : `c${step(found.value) || 0}`;
  return el("td", { role: "cell", class: colour, title: `${stage.name}, ${channel}: ${net(found.value)}, n ${count(found.n)}` },
    el("a", { href: address(["stages", stage.id], { channel }), "aria-label": `${stage.name} on ${channel}: ${net(found.value)}, n ${count(found.n)}` },
      el("b", null, net(found.value)), el("small", null, count(found.n))));
}

export function grid(view) {
  if (!view.cells.length) return el("p", { class: "empty" }, "No feedback with a stage yet.");
  const channels = view.channels.map((channel) => channel.id);
  const cells = new Map(view.cells.map((entry) => [`${entry.stage} ${entry.channel}`, entry]));
  return table("grid", "Net sentiment of each stage on each channel",
    [["Stage", "stage"], ...channels.map((id) => [id, "channel"])],
    view.stages.map((stage) => el("tr", { role: "row" },
      el("th", { scope: "row", role: "rowheader", class: "stage" }, el("a", { href: address(["stages", stage.id]) }, stage.name)),
      channels.map((id) => cell(cells.get(`${stage.id} ${id}`), stage, id)))));
}
