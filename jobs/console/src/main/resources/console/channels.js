// How much came from each channel, and how fresh it is.

import { el, table } from "./dom.js";
import { count, dateAndTime, span } from "./format.js";

function since(instant) {
  return instant ? el("time", { datetime: instant, "data-ago": true, title: dateAndTime(instant) }) : "–";
}

export function channels(list) {
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
