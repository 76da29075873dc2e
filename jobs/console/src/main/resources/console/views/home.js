// The journey at a glance: what got worse, the stages as customers meet them, and what they said last.

import { el, panel, show } from "../dom.js";
import { date, timeOfDay } from "../format.js";
import { overview, quality } from "../overview.js";
import { stages } from "../stages.js";
import { grid } from "../grid.js";
import { channels } from "../channels.js";
import { verbatims } from "../verbatims.js";
import { alerts } from "../alerts.js";
import { open } from "../alertwords.js";
import { loading } from "../states.js";

function scale() {
  return el("p", { class: "scale", "aria-hidden": "true" }, el("span", null, "negative"),
    [-3, -2, -1, 0, 1, 2, 3].map((step) => el("i", { class: `c${step}` })), el("span", null, "positive"));
}

function build(root) {
  const open = el("p", { class: "note", id: "alerts-count" });
  const span = el("p", { class: "note", id: "span" });
  const parts = {
    alerts: panel("alerts", "Alerts", open),
    stages: panel("stages", "Net sentiment along the journey", span,
      el("p", { class: "note" }, "Net sentiment = share positive − share negative, −100 to 100. Line: 95 % interval; tick ▲: goal. "
        + "“Falling” and “rising”: the last 24 h, or the last 3 days, differ from the days before by 10 points or more, and not by chance (95 %).")),
    grid: panel("grid", "Stage by channel", scale(),
      el("p", { class: "note" }, "Net sentiment, below it the number of records with a sentiment. Pale figures: fewer than 8.")),
    channels: panel("channels", "Channels", null,
      el("p", { class: "note" }, "Delay: from when it was said to when it got here, median and 95th percentile of the newest 100.")),
    quality: panel("quality", "Not tagged, not taken", null),
    verbatims: panel("verbatims", "Newest in customers’ words", null),
  };
  const figures = el("dl", { id: "overview", class: "overview" });
  parts.grid.body.className = "own-scroll";
  parts.verbatims.node.classList.add("column");
  root.replaceChildren(
    el("section", { "aria-label": "Overview" }, figures),
    parts.alerts.node,
    el("div", { class: "columns" },
      el("div", { class: "column wide" }, parts.stages.node, parts.grid.node,
        el("div", { class: "pair" }, parts.channels.node, parts.quality.node)),
      parts.verbatims.node));
  return { open, span, figures, ...Object.fromEntries(Object.entries(parts).map(([name, one]) => [name, one.body])) };
}

export default {
  title: () => "Throughline",
  mount(root) {
    let parts = null;
    root.append(loading("Reading the figures"));
    return {
      live(view) {
        parts ??= build(root);
        parts.span.textContent = view.until ? `${view.days} days to ${date(view.until)}, ${timeOfDay(view.until).replace(/:00(?=\D*$)/, "")}` : "";
        parts.open.textContent = `${view.alerts.list.filter(open).length} open`;
        const names = Object.fromEntries(view.stages.map((stage) => [stage.id, stage.name]));
        show(parts.alerts, [view.alerts, view.watch, view.stages.map((stage) => [stage.id, stage.name])], () => alerts(view));
        show(parts.figures, [view.stages, view.channels, view.coverage, view.deadLetters], () => overview(view));
        show(parts.stages, view.stages, stages);
        show(parts.grid, [view.stages.map((stage) => [stage.id, stage.name]), view.channels.map((channel) => channel.id), view.cells], () => grid(view));
        show(parts.channels, [view.channels, view.health], channels);
        show(parts.quality, [view.coverage, view.blindSpots, view.deadLetters], () => quality(view));
        show(parts.verbatims, view.verbatims, (list) => verbatims(list, names));
      },
    };
  },
};
