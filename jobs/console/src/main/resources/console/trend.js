// The trend of one stage by day, with its goal and the alerts on it.

import { el, svg, table } from "./dom.js";
import { count, date, dateAndTime, net } from "./format.js";

const HEIGHT = 220;
const LEFT = 40;
const RIGHT = 12;
const TOP = 22;
const BOTTOM = 24;
const DAY = 86400000;

const at = (instant) => Date.parse(instant);

function bounds({ trend, goal }) {
  const values = [0, goal ?? 0, ...trend.map((day) => day.value ?? 0)];
  return [Math.max(-100, Math.floor(Math.min(-20, ...values) / 20) * 20), Math.min(100, Math.ceil(Math.max(20, ...values) / 20) * 20)];
}

function alertMark(alert, x, from, until) {
  const onset = at(alert.onset);
  if (onset > until || at(alert.resolvedAt ?? new Date(until).toISOString()) < from) return null;
  const end = Math.min(until, at(alert.resolvedAt ?? new Date(until).toISOString()));
  return svg("g", { class: `alert-span ${alert.direction}` },
    svg("rect", { x: x(Math.max(from, onset)), width: Math.max(2, x(end) - x(Math.max(from, onset))), y: TOP, height: HEIGHT - TOP - BOTTOM }),
    onset < from ? null : svg("line", { x1: x(onset), x2: x(onset), y1: TOP - 6, y2: HEIGHT - BOTTOM }),
    svg("text", x(Math.max(from, onset)) > x(until) - 80 ? { x: x(until), y: TOP - 8, "text-anchor": "end" } : { x: x(Math.max(from, onset)) + 4, y: TOP - 8 },
      alert.resolvedAt ? "alert" : "open alert"));
}

function asTable(stage) {
  return el("details", { class: "as-table" }, el("summary", null, "The picture as a table"),
    table("points", "Net sentiment by day", [["Day from", ""], ["Net sentiment", "n"], ["n", "n"]],
      stage.trend.map((day) => el("tr", { role: "row" },
        el("th", { scope: "row", role: "rowheader" }, dateAndTime(day.start)),
        el("td", { role: "cell", class: "n" }, day.value === undefined ? "–" : net(day.value)),
        el("td", { role: "cell", class: "n" }, count(day.n))))));
}

export function trend(stage, alerts, room) {
  const known = stage.trend.filter((day) => day.value !== undefined);
  if (!known.length) return el("p", { class: "empty" }, "Nobody has said anything with a sentiment in these days.");
  const width = Math.max(280, Math.min(960, room));
  const from = at(stage.trend[0].start);
  const until = at(stage.trend.at(-1).start) + DAY;
  const [low, high] = bounds(stage);
  const x = (time) => LEFT + ((time - from) / (until - from)) * (width - LEFT - RIGHT);
  const y = (value) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const middle = (day) => x(at(day.start) + DAY / 2);
  const most = Math.max(...known.map((day) => day.n));
  const every = Math.max(1, Math.ceil(stage.trend.length / Math.max(2, Math.floor((width - LEFT) / 64))));
  const label = `Net sentiment by day: ${known.map((day) => `${date(day.start)} ${net(day.value)}`).join(", ")}${stage.goal === undefined ? "" : `; goal ${net(stage.goal)}`}.`;
  return [
    svg("svg", { class: "series trend-picture", viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: "img", "aria-label": label },
      alerts.map((alert) => alertMark(alert, x, from, until)),
      [low, 0, high].map((value) => svg("g", { class: value === 0 ? "scale-line zero-line" : "scale-line" },
        svg("line", { x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value) }),
        svg("text", { x: LEFT - 6, y: y(value) + 4, "text-anchor": "end" }, net(value)))),
      stage.goal === undefined ? null : svg("g", { class: "goal-mark" },
        svg("line", { x1: LEFT, x2: width - RIGHT, y1: y(stage.goal), y2: y(stage.goal) }),
        svg("text", { x: width - RIGHT, y: y(stage.goal) - 4, "text-anchor": "end" }, `goal ${net(stage.goal)}`)),
      stage.trend.map((day, index) => (index % every ? null
        : svg("text", { x: middle(day), y: HEIGHT - 6, "text-anchor": "middle" }, date(day.start)))),
      svg("path", { class: "line", d: known.map((day, index) => `${index ? "L" : "M"}${middle(day).toFixed(1)} ${y(day.value).toFixed(1)}`).join("") }),
      known.map((day) => svg("circle", { class: "day", cx: middle(day), cy: y(day.value), r: 2 + 3 * Math.sqrt(day.n / most) }))),
    asTable(stage),
  ];
}
