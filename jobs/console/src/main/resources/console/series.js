// The picture of an alert: the negative share of its stage with interval against what was expected.

import { el, svg, table } from "./dom.js";
import { count, date, dateAndTime } from "./format.js";
import { level, ofVolume } from "./alertwords.js";

const HEIGHT = 240;
const LEFT = 44;
const RIGHT = 12;
const TOP = 30;
const BOTTOM = 24;
const HOUR = 3600000;
const DAY = 24 * HOUR;

const at = (instant) => Date.parse(instant);

// What is drawn of a point: the share, or how many of them.
function shape(alert, series) {
  if (!ofVolume(alert)) {
    return series.points.map((point) => ({ ...point, value: point.negative.value, low: point.negative.low, high: point.negative.high }));
  }
  return series.points.map((point) => ({ ...point, value: point.n, low: point.n, high: point.n }));
}

function top(alert, points, expected) {
  const most = Math.max(expected, ...points.map((point) => point.value), ofVolume(alert) ? 1 : 0.25);
  return ofVolume(alert) ? Math.ceil(most * 1.1) : Math.min(1, Math.ceil(most * 5 + 0.5) / 5);
}

function days(from, until, room) {
  const every = Math.max(1, Math.ceil(((until - from) / DAY) / Math.max(2, Math.floor(room / 64))));
  const marks = [];
  const first = new Date(from);
  first.setHours(24, 0, 0, 0);
  for (let day = first.getTime(); day < until; day = new Date(day).setHours(24 * every, 0, 0, 0)) marks.push(day);
  return marks;
}

// What was due hour by hour, as steps; where nobody has said, the level the alert was decided on.
function expectation(alert, series, x, y) {
  const since = { from: at(alert.onset), until: at(series.until) };
  if (ofVolume(alert)) return null;
  const due = series.due.map((entry) => [at(entry.start), entry.expected]);
  const path = due.length > 1
    ? due.map(([time, value], index) => `${index ? "L" : "M"}${x(time).toFixed(1)} ${y(value).toFixed(1)}`).join("")
    : `M${x(at(series.from)).toFixed(1)} ${y(alert.expected).toFixed(1)}H${x(since.until).toFixed(1)}`;
  return svg("path", { class: "due", d: path });
}

function mark(kind, label, time, x, side) {
  return svg("g", { class: `mark ${kind}` },
    svg("line", { x1: x(time), x2: x(time), y1: TOP - 6, y2: HEIGHT - BOTTOM }),
    svg("text", { x: x(time) + (side === "end" ? -4 : 4), y: kind === "fired" ? TOP - 9 : TOP - 20, "text-anchor": side }, label));
}

function words(alert, series, points) {
  const last = points.at(-1);
  const what = ofVolume(alert) ? "Pieces of feedback" : "Negative share";
  return `${what} by ${series.hours === 1 ? "hour" : `${series.hours} h`} from ${dateAndTime(series.from)} to ${dateAndTime(series.until)}. `
    + `Expected ${level(alert, alert.expected)}; since the onset ${level(alert, alert.observed)}`
    + (last ? `; last point ${level(alert, last.value)} of ${count(last.n)}.` : ".");
}

function asTable(alert, series, points) {
  return el("details", { class: "as-table" }, el("summary", null, "The picture as a table"),
    table("points", words(alert, series, points), [["From", ""], [ofVolume(alert) ? "Feedback" : "Negative", "n"], ["95 % interval", "n"], ["n", "n"]],
      points.map((point) => el("tr", { role: "row" },
        el("th", { scope: "row", role: "rowheader" }, dateAndTime(point.start)),
        el("td", { role: "cell", class: "n" }, level(alert, point.value)),
        el("td", { role: "cell", class: "n" }, ofVolume(alert) ? "–" : `${level(alert, point.low)} to ${level(alert, point.high)}`),
        el("td", { role: "cell", class: "n" }, count(point.n))))));
}

export function picture(alert, series, room) {
  const points = shape(alert, series);
  if (!points.length) return el("p", { class: "empty" }, "No feedback with a sentiment is kept from that time.");
  const width = Math.max(280, Math.min(960, room));
  const [from, until] = [at(series.from), Math.max(at(series.until), at(series.from) + HOUR)];
  const x = (time) => LEFT + ((Math.min(until, Math.max(from, time)) - from) / (until - from)) * (width - LEFT - RIGHT);
  const high = top(alert, points, ofVolume(alert) ? 0 : alert.expected);
  const y = (value) => HEIGHT - BOTTOM - (Math.min(value, high) / high) * (HEIGHT - TOP - BOTTOM);
  const half = (series.hours * HOUR) / 2;
  const label = words(alert, series, points);
  const onset = at(alert.onset);
  const fired = at(alert.firedAt);
  const side = (time) => (x(time) > width - 110 ? "end" : "start");
  return [
    svg("svg", { class: "series", viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: "img", "aria-label": label },
      svg("title", null, label),
      svg("rect", { class: "onset-interval", x: x(at(alert.onsetEarliest)), y: TOP, height: HEIGHT - TOP - BOTTOM,
        width: Math.max(1, x(at(alert.onsetLatest)) - x(at(alert.onsetEarliest))) }),
      [0, 0.25, 0.5, 0.75, 1].map((part) => svg("g", { class: "scale-line" },
        svg("line", { x1: LEFT, x2: width - RIGHT, y1: y(part * high), y2: y(part * high) }),
        part % 0.5 ? null : svg("text", { x: LEFT - 6, y: y(part * high) + 4, "text-anchor": "end" }, level(alert, part * high)))),
      days(from, until, width - LEFT).map((day) => svg("g", { class: "scale-line" },
        svg("line", { x1: x(day), x2: x(day), y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM + 4 }),
        x(day) > width - 40 ? null : svg("text", { x: x(day), y: HEIGHT - 6, "text-anchor": "middle" }, date(day)))),
      points.map((point) => svg("g", { class: at(point.start) + half < onset ? "point" : "point since" },
        svg("line", { x1: x(at(point.start) + half), x2: x(at(point.start) + half), y1: y(point.low), y2: y(point.high) }),
        svg("circle", { cx: x(at(point.start) + half), cy: y(point.value), r: Math.min(5, 1.5 + Math.sqrt(point.n) / 4) }))),
      expectation(alert, series, x, y),
      mark("onset", "onset", onset, x, side(onset)),
      mark("fired", "fired", fired, x, side(fired)),
      alert.resolvedAt ? mark("ended", "ended", at(alert.resolvedAt), x, side(at(alert.resolvedAt))) : null),
    asTable(alert, series, points),
  ];
}
