// What got worse, in one glance: the open alerts as sentences, with what a reader needs to act. What got better stands apart.

import { el } from "./dom.js";
import { dateAndTime } from "./format.js";
import { against, better, change, headline, held, heldBack, lasts, open } from "./alertwords.js";
import { address } from "./routes.js";

const time = (instant) => el("time", { datetime: instant }, dateAndTime(instant));

// From when to when it may have begun.
export function onset(alert) {
  if (dateAndTime(alert.onsetEarliest) === dateAndTime(alert.onsetLatest)) return ["began ", time(alert.onset)];
  return ["began between ", time(alert.onsetEarliest), " and ", time(alert.onsetLatest)];
}

// The channel that carries most of the change.
export function leading(alert) {
  const most = [...(alert.drivers ?? [])].sort((one, other) => Math.abs(other.contribution) - Math.abs(one.contribution))[0];
  return most?.channel ?? null;
}

function one(alert) {
  const channel = leading(alert);
  return el("li", { class: `worse ${alert.direction} ${alert.state}`, "data-alert": alert.id },
    el("h3", null, el("a", { href: address(["alerts", alert.id]) }, headline(alert))),
    el("p", { class: "by" }, el("b", null, against(alert)), ` · ${change(alert)}`),
    el("dl", null,
      el("div", { class: "onset" }, el("dt", null, "Since"), el("dd", null, onset(alert))),
      el("div", { class: "leading" }, el("dt", null, "Led by"), el("dd", null, channel ?? "no channel stands out")),
      el("div", { class: "owner" }, el("dt", null, "Owner"), el("dd", null, alert.owner || "nobody")),
      el("div", { class: "taken" }, el("dt", null, "Taken up"), el("dd", null, alert.acknowledgedBy ? `by ${alert.acknowledgedBy}` : "not yet"))));
}

export const worsened = (alert) => open(alert) && !better(alert);
export const improved = (alert) => open(alert) && better(alert);

const sentences = (alerts) => el("ol", { class: "worse-list" }, alerts.map(one));

export function worse(list) {
  const now = list.filter(worsened);
  const back = list.filter(held);
  const rest = back.length ? el("a", { href: "#/alerts" }, heldBack(back)) : null;
  if (now.length) return [sentences(now), rest ? el("p", { class: "note" }, rest) : null];
  const ended = list.some((alert) => !lasts(alert)) ? el("a", { href: "#/alerts" }, "See those that ended") : null;
  return el("p", { class: "calm" }, list.some(open) ? "No alert says that something got worse. " : "No alert is open. ",
    rest, rest ? ". " : null, ended ?? (list.length ? null : "None was needed so far."));
}

export const gotBetter = (list) => sentences(list.filter(improved));
