// How much came from each channel, and how fresh it is.

import { el, table } from "./dom.js";
import { count, dateAndTime, span } from "./format.js";

function since(instant) {
  return instant ? el("time", { datetime: instant, "data-ago": true, title: dateAndTime(instant) }) : "–";
}

// What is not well, the worst first, with its cause.
function health(list) {
  const order = ["failing", "behind", "silent"];
  const unwell = list.filter((one) => one.state !== "ok").sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  if (!list.length) return [];
  if (!unwell.length) return [el("p", { class: "note", id: "health" }, list.length === 1 ? "The channel that is switched on is well." : `All ${list.length} channels that are switched on are well.`)];
  return [
    el("h3", null, "Not well ", el("b", null, `${unwell.length} of ${list.length}`)),
    el("ul", { class: "reasons", id: "health" }, unwell.map((one) => el("li", null,
      el("span", null, `${one.source} is ${one.state}${one.cause ? `: ${one.cause}` : ""}`),
      el("b", null, el("time", { datetime: one.since, "data-ago": true, title: dateAndTime(one.since) }))))),
  ];
}

export function channels([list, healths]) {
  return [freshness(list), ...health(healths)];
}

function freshness(list) {
  if (!list.length) return el("p", { class: "empty" }, "No channel has brought anything yet.");
  return table("channels", "Freshness of each channel",
    [["Channel", "name"], ["Records", "n"], ["Newest said", "n"], ["Received", "n"], ["Delay", "n"]],
    list.map((channel) => el("tr", { role: "row" },
      el("th", { scope: "row", role: "rowheader" }, channel.id),
      el("td", { role: "cell", class: "n" }, count(channel.documents)),
      el("td", { role: "cell", class: "n" }, since(channel.occurredAt)),
      el("td", { role: "cell", class: "n" }, since(channel.observedAt)),
      el("td", { role: "cell", class: "n" }, span(channel.delayMedianSeconds), el("small", null, ` / ${span(channel.delayHighSeconds)}`)))));
}
