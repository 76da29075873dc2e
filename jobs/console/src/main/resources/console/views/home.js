// The journey at a glance: what got worse, the stages as customers meet them, and what they said last.

import { el, panel, show } from "../dom.js";
import { date, timeOfDay } from "../format.js";
import { overview, quality } from "../overview.js";
import { journey } from "../journey.js";
import { gotBetter, improved, worse, worsened } from "../worse.js";
import { grid } from "../grid.js";
import { channels } from "../channels.js";
import { verbatims } from "../verbatims.js";
import { lasts } from "../alertwords.js";
import { markEvidence } from "../evidence.js";
import { loading } from "../states.js";

function scale() {
  return el("p", { class: "scale", "aria-hidden": "true" }, el("span", null, "negative"),
    [-3, -2, -1, 0, 1, 2, 3].map((step) => el("i", { class: `c${step}` })), el("span", null, "positive"));
}

function build(root) {
  const span = el("p", { class: "note", id: "span" });
  const parts = {
    worse: panel("worse", "What got worse"),
    better: panel("better", "What got better"),
    stages: panel("stages", "The journey, stage by stage", span,
      el("p", { class: "note" }, "Net sentiment = share positive − share negative, −100 to 100. Line: 95 % interval; tick ▲ and dotted line: goal. "
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
  parts.grid.body.tabIndex = 0;
  parts.grid.body.setAttribute("role", "group");
  parts.grid.body.setAttribute("aria-label", "Net sentiment of each stage on each channel");
  parts.verbatims.node.classList.add("column");
  root.replaceChildren(
    parts.worse.node,
    parts.better.node,
    parts.stages.node,
    el("section", { "aria-label": "Overview" }, figures),
    el("div", { class: "columns" },
      el("div", { class: "column wide" }, parts.grid.node,
        el("div", { class: "pair" }, parts.channels.node, parts.quality.node)),
      parts.verbatims.node));
  return { span, figures, ...Object.fromEntries(Object.entries(parts).map(([name, one]) => [name, one.body])), worsePanel: parts.worse.node, betterPanel: parts.better.node };
}

export default {
  title: () => "The journey now",
  mount(root, route, app) {
    let parts = null;
    root.append(loading("Reading the figures"));
    return {
      live(view) {
        parts ??= build(root);
        parts.span.textContent = view.until ? `${view.days} days to ${date(view.until)}, ${timeOfDay(view.until).replace(/:00(?=\D*$)/, "")}` : "";
        parts.worsePanel.classList.toggle("alarm", view.alerts.list.some(worsened));
        parts.betterPanel.hidden = !view.alerts.list.some(improved);
        const names = Object.fromEntries(view.stages.map((stage) => [stage.id, stage.name]));
        show(parts.worse, view.alerts.list, worse);
        show(parts.better, view.alerts.list, gotBetter);
        show(parts.stages, [view.stages, view.alerts.list.filter(lasts).map(({ id, stage, direction, state, silence }) => [id, stage, direction, state, silence])], () => journey(view.stages, view.alerts.list));
        show(parts.figures, [view.stages, view.channels, view.coverage, view.deadLetters], () => overview(view));
        show(parts.grid, [view.stages.map((stage) => [stage.id, stage.name]), view.channels.map((channel) => channel.id), view.cells], () => grid(view));
        show(parts.channels, [view.channels, view.health], channels);
        show(parts.quality, [view.coverage, view.blindSpots, view.deadLetters], () => quality(view));
        verbatims(parts.verbatims, view.verbatims, names);
        markEvidence(parts.verbatims, app);
      },
    };
  },
};
