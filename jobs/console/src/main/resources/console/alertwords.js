// An alert in words: the same on the home view and on its own page.

import { count } from "./format.js";

const STATE = {
  firing: "Open", recovering: "Recovering", resolved: "Over", "no-data": "Ended without data", suppressed: "Held back",
};
// Word for word what the messages say.
const HEADLINE = {
  drop: (stage) => `Customers are unhappier with ${stage}`,
  rise: (stage) => `Customers are happier with ${stage}`,
  "volume-surge": (stage) => `Far more feedback than usual on ${stage}`,
  "volume-collapse": (stage) => `Far less feedback than usual on ${stage}`,
};

// A share is an integer number of per cent; a change of it is in points.
const percent = (share) => `${Math.round(100 * share)} %`;
const sign = (value) => (value > 0 ? "+" : value < 0 ? "−" : "");
const points = (share) => `${sign(Math.round(100 * share))}${Math.abs(Math.round(100 * share))}`;
const amount = (value) => count(Math.round(value));

// One that is held back for now lasts, but is not open: it may still fire.
export const open = (alert) => alert.state === "firing" || alert.state === "recovering";
export const lasts = (alert) => !alert.resolvedAt;
export const held = (alert) => lasts(alert) && !open(alert);
export const better = (alert) => alert.direction === "rise";
export const ofVolume = (alert) => alert.direction.startsWith("volume");
export const state = (alert) => STATE[alert.state] ?? alert.state;
export const stageName = (alert) => alert.stageName || alert.stage;
export const headline = (alert) => HEADLINE[alert.direction]?.(`“${stageName(alert)}”`) ?? `${alert.direction}: ${stageName(alert)}`;
export const level = (alert, value) => (ofVolume(alert) ? amount(value) : percent(value));

export function contribution(alert, value) {
  return ofVolume(alert) ? `${sign(value)}${amount(Math.abs(value))}` : `${sign(value)}${Math.abs(100 * value).toFixed(1)}`;
}

// What is known of it now: records that came later correct the figures that it fired with.
export const figures = (alert) => alert.corrected ?? alert;

// What holds alerts back for now: a silence that somebody asked for, or data that is not as usual.
export function heldBack(alerts) {
  const silenced = alerts.filter((alert) => alert.silence).length;
  const faulty = alerts.length - silenced;
  return [silenced ? `${count(silenced)} held back by a silence` : null, faulty ? `${count(faulty)} held back by a fault in the data` : null].filter(Boolean).join(", ");
}

// observed against expected
export function against(alert) {
  const { expected, observed } = figures(alert);
  return ofVolume(alert)
    ? `${amount(observed)} pieces of feedback, ${amount(expected)} expected`
    : `${percent(observed)} negative, ${percent(expected)} expected`;
}

// the change with its interval
export function change(alert) {
  const { expected, observed, low, high } = figures(alert);
  const by = observed - expected;
  if (ofVolume(alert)) return `${contribution(alert, by)} (95 %: ${contribution(alert, low)} to ${contribution(alert, high)})`;
  return `${points(by)} points (95 %: ${points(low)} to ${points(high)})`;
}

// How one that is over ended, word for word what the messages say.
export function ended(alert) {
  if (alert.acceptedBy) return `${alert.acceptedBy} accepted the new level.`;
  if (alert.state === "no-data") return "No feedback to judge by came for as long as noDataAfter sets, 7 days unless you set it.";
  if (alert.state === "suppressed") return "Held back to its end: newer feedback showed the former level before it could fire.";
  return "Newer feedback showed the former level.";
}

const TEST = {
  limit: "limit chart, the fast path for cliffs",
  count: "chance that so different a number comes by itself, as −log₁₀: 6.00 is once in a million times",
  cusum: "cumulative sum of evidence (CUSUM)",
};

// The test that found it.
export const test = (alert) => TEST[alert.path] ?? alert.path;

// seconds as the budget says them: 8 weeks
export function duration(seconds) {
  const days = seconds / 86400;
  if (days >= 14 && days % 7 === 0) return `${days / 7} weeks`;
  if (days >= 2) return `${Math.round(days)} days`;
  return `${Math.round(seconds / 3600)} h`;
}
