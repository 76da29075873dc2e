// The journey as customers go along it: one card a stage, in order, each a link to what is behind it.

import { el, svg } from "./dom.js";
import { change, count, date, lately, net } from "./format.js";
import { better, held, lasts, open } from "./alertwords.js";
import { address } from "./routes.js";

const WORD = { FALLING: "Falling", RISING: "Rising", STEADY: "Steady", UNKNOWN: "Too few to tell" };
const ARROW = { FALLING: "▼", RISING: "▲", STEADY: "", UNKNOWN: "" };
const across = (value) => 1 + ((value + 100) / 200) * 158;

export function gauge(stage) {
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

// The same scale for all stages, no wider than what they need, so that cards compare and a drop shows.
export function scale(list) {
  const values = list.flatMap((stage) => [0, stage.goal ?? 0, ...stage.trend.map((entry) => entry.value ?? 0)]);
  return { low: Math.max(-100, Math.min(-25, ...values)), high: Math.min(100, Math.max(25, ...values)) };
}

export function sparkline(stage, { low, high }) {
  const width = 160;
  const height = 40;
  const days = stage.trend;
  const x = (index) => 3 + (index * (width - 8)) / Math.max(1, days.length - 1);
  const y = (value) => 4 + ((high - value) / (high - low)) * (height - 8);
  const known = days.map((entry, index) => [x(index), entry.value]).filter(([, value]) => value !== undefined);
  const line = known.map(([at, value], index) => `${index ? "L" : "M"}${at.toFixed(1)} ${y(value).toFixed(1)}`).join("");
  const last = known.at(-1);
  const label = days.length ? `Net sentiment by day from ${date(days[0].start)}: `
    + days.map((entry) => (entry.value === undefined ? "none" : net(entry.value))).join(", ") : "No days yet";
  return svg("svg", { class: "spark", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", role: "img", "aria-label": label },
    svg("line", { class: "zero", x1: 0, x2: width, y1: y(0), y2: y(0) }),
    stage.goal === undefined ? null : svg("line", { class: "goal-line", x1: 0, x2: width, y1: y(stage.goal), y2: y(stage.goal) }),
    svg("path", { class: "line", d: line }),
    last ? svg("circle", { class: "last", cx: last[0], cy: y(last[1]), r: 3 }) : null);
}

function movement(stage) {
  const badge = el("span", { class: "badge" }, `${ARROW[stage.movement]} ${WORD[stage.movement]}`.trim());
  if (!stage.change) return el("p", { class: "moved" }, badge);
  return el("p", { class: "moved" }, badge, el("span", null,
    ` ${change(stage.change.value)} in ${lately(stage)}`), el("small", null, ` n ${count(stage.recent.n)}`));
}

// What is said more in the newest two days than before.
function said({ terms }) {
  if (!terms.length) return null;
  return el("p", { class: "said-more" }, "Said more: ", terms.slice(0, 3).map(({ term }) => `“${term}”`).join(", "));
}

// Whose score it is, how scores lie, and where stars and words disagree.
export function basis(stage) {
  const lines = [];
  if (stage.capped) lines.push("The loudest channel weighs less than its share, so that it does not own the score.");
  if (stage.scores) lines.push(`Scores: a tenth below ${stage.scores.p10.toFixed(1)}, half below ${stage.scores.p50.toFixed(1)}, nine tenths below ${stage.scores.p90.toFixed(1)} (each ± 0.1).`);
  const { rated, highButNegative, lowButPositive } = stage.mismatch;
  if (highButNegative + lowButPositive) lines.push(`Of ${count(rated)} with a high or low rating, ${count(highButNegative)} rate high in negative words and ${count(lowButPositive)} low in positive ones.`);
  return lines.join("\n");
}

export function level(stage) {
  if (!stage.sentiment) {
    return [el("p", { class: "nothing" }, stage.count ? `${count(stage.count)} records, none with a sentiment` : "No feedback in these days")];
  }
  const { value, low, high, n } = stage.sentiment;
  return [
    el("p", { class: "level", title: basis(stage) }, el("b", null, net(value)), el("small", null, ` ${net(low)} to ${net(high)}`), " ", el("small", null, `n ${count(n)}`)),
    gauge(stage),
    el("p", { class: "aim" }, stage.goal === undefined ? "no goal set" : `${value < stage.goal ? "below" : "at"} its goal of ${net(stage.goal)}`),
  ];
}

// The alert of a card: open, or what holds it back.
function flag(stage, alert) {
  if (!alert) return el("p", { class: "flag none" }, "no open alert");
  const link = (mark, words) => el("a", { href: address(["alerts", alert.id]), "aria-label": `${words} on ${stage.name}` }, `${mark} ${words}`);
  if (open(alert)) return el("p", { class: "flag" }, link("●", "Open alert"));
  return el("p", { class: "flag held" }, alert.silence ? link("○", "Alert silenced") : link("○", "Alert held back by a fault in the data"));
}

// The link is the card's name; it is stretched over the card, but for the alert, which is a link of its own.
function card(stage, range, alert) {
  const kind = [!alert ? "" : open(alert) ? `alerted ${alert.direction}` : "silenced", stage.movement.toLowerCase(), stage.sentiment ? "" : "quiet"].filter(Boolean).join(" ");
  return el("li", { class: `stage-card ${kind}`, "data-stage": stage.id },
    el("h3", null, el("a", { href: address(["stages", stage.id]) }, stage.name)),
    flag(stage, alert),
    ...level(stage),
    stage.sentiment ? sparkline(stage, range) : null,
    stage.sentiment ? movement(stage) : null,
    said(stage),
    el("p", { class: "whose" }, stage.owner || "nobody owns it"));
}

export function journey(stages, alerts) {
  const range = scale(stages);
  // The one to show of several: what is open before what is held back, what got worse before what got better.
  const rank = (alert) => 2 * held(alert) + better(alert);
  const now = alerts.filter(lasts).sort((one, other) => rank(one) - rank(other));
  return el("ol", { class: "journey-map", "aria-label": "Stages of the journey, as customers meet them" },
    stages.map((stage) => card(stage, range, now.find((alert) => alert.stage === stage.id))));
}
