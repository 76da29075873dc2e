// The states of a channel in words, and what to do about each.

import { el } from "./dom.js";
import { dateAndTime } from "./format.js";

export const ADVICE = {
  ok: "Nothing.",
  failing: "Read the cause. 401 or 403: the credentials were refused, renew the secret. 404 or 410: the address is wrong. Time-outs and 5xx: the provider has trouble; it is tried again by itself.",
  behind: "It brings old feedback, or what waits to be passed on is old: it catches up by itself when the source allows. If it does not, look at the provider’s budget and at Kafka.",
  silent: "It answers but brings nothing, for longer than usual: look whether the source has anything new, and whether its filter or permission changed.",
  "silent for long": "Nothing was said of it for ten minutes: it is switched off, or its job does not run.",
  unknown: "Nothing was said of it within a week. Runs that end by themselves say nothing of channels that are fetched.",
};

export function stateOf(health, staleSeconds, now) {
  if (!health?.state) return "unknown";
  return now - Date.parse(health.at) > staleSeconds * 1000 ? "silent for long" : health.state;
}

export const tone = (state) => ({ ok: "good", failing: "bad", behind: "warn", silent: "warn" })[state] ?? "none";

export function time(instant) {
  return instant ? el("time", { datetime: instant, "data-ago": true, title: dateAndTime(instant) }, dateAndTime(instant)) : "–";
}
