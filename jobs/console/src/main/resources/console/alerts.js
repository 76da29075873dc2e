// The alerts on the home view, open ones first, and how far the watch over each stage is.

import { el, scrolling } from "./dom.js";
import { count, dateAndTime, share } from "./format.js";
import { against, change, headline, held as isHeld, heldBack, lasts, open, state } from "./alertwords.js";

const time = (instant) => el("time", { datetime: instant }, dateAndTime(instant));
const address = (alert) => `#/alerts/${encodeURIComponent(alert.id)}`;

function handled(alert) {
  if (alert.silence) return "silenced";
  if (alert.acknowledgedBy) return `taken up by ${alert.acknowledgedBy}`;
  return alert.escalatedAt ? `with ${alert.sponsor || "the sponsor"}` : "not taken up yet";
}

function item(alert) {
  const ended = alert.resolvedAt ? [" until ", time(alert.resolvedAt)] : [];
  return el("li", { class: `alert ${alert.state} ${alert.direction}`, "data-alert": alert.id },
    el("span", { class: `state ${alert.state}` }, state(alert)),
    el("div", { class: "what" },
      el("a", { href: address(alert) }, headline(alert)),
      el("p", null, el("b", null, against(alert)), ` · ${change(alert)}`),
      el("small", null, "since ", time(alert.onset), ...ended, ` · ${alert.owner || "nobody owns it"}`,
        open(alert) ? ` · ${handled(alert)}` : null)));
}

function list(name, alerts) {
  return el("ol", { class: "alerts", "aria-label": name }, alerts.map(item));
}

// Learning is said, not hidden: a stage that is not watched yet fires nothing.
function readiness(watch) {
  if (watch.learning) return `learning, ${count(Math.min(watch.n, watch.needed))} of ${count(watch.needed)}`;
  return watch.pendingSince ? "a drop is suspected" : "ready";
}

function watched(stage, watch) {
  const cell = (kind, ...children) => el("td", { role: "cell", class: kind }, ...children);
  const ready = watch && !watch.learning;
  const at = ready && watch.threshold > 0 ? watch.statistic / watch.threshold : null;
  return el("tr", { role: "row", "data-watch": stage.id },
    el("th", { scope: "row", role: "rowheader" }, stage.name),
    cell("", watch ? readiness(watch) : "nothing heard yet"),
    cell("n", watch && watch.n ? share(watch.expected, 1) : "–"),
    cell("n", at === null ? "–" : el("meter", { min: 0, max: 1, low: 0.6, high: 0.999, optimum: 0, value: Math.min(1, at) }, ""),
      at === null ? null : el("small", null, ` ${watch.statistic.toFixed(1)} of ${watch.threshold.toFixed(1)}`)));
}

function watch(view) {
  const known = new Map(view.watch.map((one) => [one.stage, one]));
  const learning = view.stages.filter((stage) => known.get(stage.id)?.learning ?? true).length;
  const summary = learning === 0 ? `All ${view.stages.length} stages are watched`
    : `${view.stages.length - learning} of ${view.stages.length} stages are watched, ${learning === 1 ? "one is" : `${learning} are`} learning`;
  return el("details", { class: "watch" }, el("summary", null, summary),
    scrolling("watched", "How far the watch over each stage is",
      [["Stage", ""], ["Watch", ""], ["Negative, expected", "n"], ["Test for a drop", "n"]],
      view.stages.map((stage) => watched(stage, known.get(stage.id)))));
}

export function alerts(view) {
  const now = view.alerts.list.filter(open);
  const held = view.alerts.list.filter(isHeld);
  const past = view.alerts.list.filter((alert) => !lasts(alert));
  return [
    now.length ? list("Open alerts", now)
      : el("p", { class: "empty" }, view.alerts.total ? "No alert is open." : "No alert yet."),
    held.length ? el("details", { class: "held" },
      el("summary", null, heldBack(held)), list("Alerts that are held back", held)) : null,
    past.length ? el("details", { class: "past" },
      el("summary", null, `${count(view.alerts.total - now.length - held.length)} before`), list("Alerts that ended", past)) : null,
    watch(view),
  ].filter(Boolean);
}
