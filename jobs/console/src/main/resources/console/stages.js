// One row a stage, in journey order: level with interval and goal, trend, and the last day's change.

import { el, svg, table } from "./dom.js";
import { change, count, date, lately, net } from "./format.js";

const WORD = { FALLING: "Falling", RISING: "Rising", STEADY: "Steady", UNKNOWN: "Too few" };
const ARROW = { FALLING: "▼", RISING: "▲", STEADY: "", UNKNOWN: "" };

const across = (value) => 1 + ((value + 100) / 200) * 158;

function gauge(stage) {
  const { value, low, high } = stage.sentiment;
  const from = Math.min(across(0), across(value));
  return svg("svg", { class: "gauge", viewBox: "0 0 160 18", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "track", x: 1, y: 5, width: 158, height: 8, rx: 2 }),
    svg("rect", { class: value < 0 ? "minus" : "plus", x: from, y: 5, width: Math.max(1, Math.abs(across(value) - across(0))), height: 8 }),
    svg("line", { class: "zero", x1: across(0), x2: across(0), y1: 3, y2: 15 }),
    svg("line", { class: "interval", x1: across(low), x2: across(high), y1: 9, y2: 9 }),
    stage.goal === undefined ? null
      : svg("path", { class: "goal", d: `M${across(stage.goal)} 12 l4 6 h-8 z` }));
}

// The same scale for all stages, no wider than what they need, so that rows compare and a drop shows.
function scale(list) {
  const values = list.flatMap((stage) => [0, stage.goal ?? 0, ...stage.trend.map((entry) => entry.value ?? 0)]);
  return { low: Math.max(-100, Math.min(-25, ...values)), high: Math.min(100, Math.max(25, ...values)) };
}

function sparkline(stage, { low, high }) {
  const width = 132;
  const height = 38;
  const days = stage.trend;
  const x = (index) => 3 + (index * (width - 8)) / Math.max(1, days.length - 1);
  const y = (value) => 4 + ((high - value) / (high - low)) * (height - 8);
  const known = days.map((entry, index) => [x(index), entry.value, entry]).filter(([, value]) => value !== undefined);
  const line = known.map(([at, value], index) => `${index ? "L" : "M"}${at.toFixed(1)} ${y(value).toFixed(1)}`).join("");
  const last = known.at(-1);
  const label = `Net sentiment by day from ${date(days[0].start)}: `
    + days.map((entry) => (entry.value === undefined ? "none" : net(entry.value))).join(", ");
  return svg("svg", { class: "spark", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label },
    svg("title", null, label),
    svg("line", { class: "zero", x1: 0, x2: width, y1: y(0), y2: y(0) }),
    stage.goal === undefined ? null : svg("line", { class: "goal-line", x1: 0, x2: width, y1: y(stage.goal), y2: y(stage.goal) }),
    svg("path", { class: "line", d: line }),
    last ? svg("circle", { class: "last", cx: last[0], cy: y(last[1]), r: 3 }) : null);
}

function cell(name, ...children) {
  return el("td", { role: "cell", class: name }, ...children);
}

function movement(stage) {
  const badge = el("span", { class: "badge" }, `${ARROW[stage.movement]} ${WORD[stage.movement]}`.trim());
  if (!stage.change) return [badge];
  return [
    el("b", { class: "change" }, change(stage.change.value)), badge,
    el("small", null, `${lately(stage)}: ${net(stage.before.value)} → ${net(stage.recent.value)}, n ${count(stage.recent.n)}`),
  ];
}

// What is said more in the newest two days than before.
function said({ terms }) {
  if (!terms.length) return null;
  const title = terms.map(({ term, count: n, logOdds }) => `${term}: ${count(n)} of late, ${logOdds.toFixed(1)} standard errors above before`).join("\n");
  return el("small", { class: "said-more", title }, `Said more: ${terms.slice(0, 3).map(({ term }) => `“${term}”`).join(", ")}`);
}

// Whose score it is, how scores lie, and where stars and words disagree.
function basis(stage) {
  const lines = [];
  if (stage.capped) lines.push("The loudest channel weighs less than its share, so that it does not own the score.");
  if (stage.scores) lines.push(`Scores: a tenth below ${stage.scores.p10.toFixed(1)}, half below ${stage.scores.p50.toFixed(1)}, nine tenths below ${stage.scores.p90.toFixed(1)} (each ± 0.1).`);
  const { rated, highButNegative, lowButPositive } = stage.mismatch;
  if (highButNegative + lowButPositive) lines.push(`Of ${count(rated)} with a high or low rating, ${count(highButNegative)} rate high in negative words and ${count(lowButPositive)} low in positive ones.`);
  return lines.join("\n");
}

function row(stage, range) {
  const head = el("th", { scope: "row", role: "rowheader", class: "stage" },
    el("span", { class: "name" }, stage.name), el("small", null, `${stage.id} · ${stage.owner}`), said(stage));
  if (!stage.sentiment) {
    return el("tr", { role: "row", class: "quiet", "data-stage": stage.id }, head,
      el("td", { role: "cell", class: "nothing", colspan: 4 }, stage.count ? `${count(stage.count)} records, none with a sentiment` : "No feedback in these days"));
  }
  const { value, low, high, n } = stage.sentiment;
  return el("tr", { role: "row", class: stage.movement.toLowerCase(), "data-stage": stage.id }, head,
    el("td", { role: "cell", class: "level", title: basis(stage) }, el("b", null, net(value)), gauge(stage),
      el("small", null, `${net(low)} to ${net(high)}`, stage.goal === undefined ? null : ` · goal ${net(stage.goal)}`)),
    cell("n", count(n)),
    cell("trend", sparkline(stage, range)),
    cell("moved", ...movement(stage)));
}

export function stages(list) {
  const range = scale(list);
  return table("stages", "Net sentiment of each stage of the journey",
    [["Stage", "stage"], ["Net sentiment", "level"], ["n", "n"], ["14 days", "trend"], ["Lately", "moved"]],
    list.map((stage) => row(stage, range)));
}
