// One alert in full. Whoever reads only this knows what is wrong, how sure it is, whose it is, and what to look at.

import { el, svg, table } from "./dom.js";
import { count, dateAndTime, share } from "./format.js";
import { get } from "./session.js";
import { expander } from "./whole.js";
import { against, change, contribution, duration, ended, figures, lasts, level, ofVolume, state, test } from "./alertwords.js";

const time = (instant) => el("time", { datetime: instant }, dateAndTime(instant));

export function head(alert) {
  return el("p", { class: "states" }, el("span", { class: `state ${alert.state}` }, state(alert)));
}

export function lead(alert) {
  const sure = dateAndTime(alert.onsetEarliest) === dateAndTime(alert.onsetLatest) ? []
    : [" (95 %: ", time(alert.onsetEarliest), " to ", time(alert.onsetLatest), ")"];
  const known = figures(alert);
  const fired = { ...alert, corrected: null };
  return [
    el("p", { class: "lead" }, el("b", null, against(alert)), "."),
    el("p", null, `Changed by ${change(alert)}, from ${count(known.n)} pieces of feedback`,
      known.authors ? ` by ${count(known.authors)} people` : null, ". Began ", time(alert.onset), ...sure, "."),
    alert.corrected ? el("p", { class: "corrected" },
      `Records that came later are in these figures. It fired with ${against(fired)}, ${change(fired)}, n ${count(fired.n)}.`) : null,
    alert.faults?.length ? el("p", { class: "corrected" }, `The data itself is not as usual: ${alert.faults.join(", ")}.`) : null,
  ].filter(Boolean);
}

function fact(name, ...value) {
  return el("div", null, el("dt", null, name), el("dd", null, ...value));
}

export function owners(alert) {
  return el("dl", { class: "facts" },
    fact("Owner", alert.owner || "nobody"),
    fact("Contributes", alert.contributors?.length ? alert.contributors.join(", ") : "nobody"),
    fact("Sponsor", alert.sponsor || "none set"),
    fact("Taken up", alert.acknowledgedBy ? [`by ${alert.acknowledgedBy}, `, time(alert.acknowledgedAt)] : "not yet"),
    alert.silence ? fact("Silence", alert.silence) : null,
    alert.fixClaimedAt ? fact("Fix", claim(alert)) : null);
}

const part = (labels) => {
  const all = labels.negative + labels.neutral + labels.positive;
  return all ? `${share(labels.negative, all)} negative of ${count(all)}` : "nothing yet";
};

// A claim is what somebody says; whether customers feel it is in what they say afterwards.
function claim(alert) {
  const figures = el("span", null, "…");
  get(`api/alerts/${encodeURIComponent(alert.id)}/claim`).then(
    (since) => { figures.textContent = `From the onset to the claim: ${part(since.before)}. Since: ${part(since.since)}.`; },
    (error) => { figures.textContent = error.message; });
  return el("span", { class: "claim" }, "Claimed by ", alert.fixClaimedBy, ", ", time(alert.fixClaimedAt), alert.fixClaimedComment ? `: ${alert.fixClaimedComment}` : "",
    ". Later feedback on this stage shows whether customers feel it. ", figures);
}

function bar(value, most, worse) {
  const width = (Math.abs(value) / most) * 48;
  return svg("svg", { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: (value > 0) === worse ? "minus" : "plus", x: value < 0 ? 50 - width : 50, y: 1, width: Math.max(0.5, width), height: 8 }),
    svg("line", { class: "zero", x1: 50, x2: 50, y1: 0, y2: 10 }));
}

export function drivers(alert) {
  const list = alert.drivers ?? [];
  if (!list.length) return el("p", { class: "empty" }, "No channel stands out.");
  const most = Math.max(...list.map((driver) => Math.abs(driver.contribution)), 1e-9);
  const sum = list.reduce((all, driver) => all + driver.contribution, 0);
  const unit = ofVolume(alert) ? "Part of the change" : "Part of the change, points";
  const cell = (kind, ...children) => el("td", { role: "cell", class: kind }, ...children);
  return table("drivers", "What each channel contributes to the change",
    [["Channel", ""], ["n", "n"], ["Expected → observed", "n"], [unit, "n"], ["", "part"]],
    [...list.map((driver) => el("tr", { role: "row", "data-channel": driver.channel },
      el("th", { scope: "row", role: "rowheader" }, driver.channel),
      cell("n", count(driver.n)),
      cell("n", `${level(alert, driver.expected)} → ${level(alert, driver.observed)}`),
      cell("n", contribution(alert, driver.contribution)),
      cell("part", bar(driver.contribution, most, alert.direction === "drop")))),
    el("tr", { role: "row", class: "sum" }, el("th", { scope: "row", role: "rowheader" }, "Together"),
      cell("n", count(list.reduce((all, driver) => all + driver.n, 0))), cell("n", ""), cell("n", contribution(alert, sum)), cell("part", ""))]);
}

export function terms(alert) {
  const list = alert.terms ?? [];
  if (!list.length) return el("p", { class: "empty" }, "No word stands out.");
  return el("ul", { class: "terms" }, list.map((term) => el("li", { class: "chip", title: `log-odds ${term.logOdds.toFixed(1)} standard errors above the stage's usual` },
    term.term, el("small", null, ` ${count(term.n)}`))));
}

// Only addresses of the web become links: what a source calls its URL is data.
function link(evidence) {
  let address = null;
  try { address = new URL(evidence.url); } catch { return null; }
  if (address.protocol !== "https:" && address.protocol !== "http:") return null;
  return el("a", { href: address.href, rel: "noopener noreferrer nofollow", target: "_blank" }, "original");
}

export function evidence(alert) {
  const list = alert.verbatims ?? [];
  if (!list.length) return el("p", { class: "empty" }, "None is kept from that time.");
  return el("ol", { class: "verbatims" }, list.map((one) => {
    const original = one.url ? link(one) : null;
    const said = el("p", { class: "said", dir: "auto" }, one.text);
    return el("li", { class: "verbatim", "data-id": one.feedback },
      said, expander(said, { id: one.feedback, cut: one.text.endsWith("…"), put: (found) => { said.textContent = found.text; } }),
      el("p", { class: "from" }, time(one.occurredAt), ` · ${one.channel} · ${one.feedback}`, original ? " · " : null, original));
  }));
}

// What happened, in the order of event time. The beginning is a guess, and first whatever its time.
export function history(alert) {
  const steps = [
    [alert.firedAt, "Fired"],
    [alert.acknowledgedAt, `Taken up by ${alert.acknowledgedBy}`],
    [alert.fixClaimedAt, `Said to be mended by ${alert.fixClaimedBy}`],
    [alert.escalatedAt, `Went to ${alert.sponsor || "the sponsor"}: nobody had taken it up`],
    alert.state === "recovering" ? [alert.updatedAt, "Recovering: newer feedback looks like before"] : [null],
    [alert.resolvedAt, alert.acceptedBy ? `New level accepted by ${alert.acceptedBy}` : state(alert)],
  ].filter(([when]) => when).sort(([one], [other]) => Date.parse(one) - Date.parse(other));
  steps.unshift([alert.onset, "It began, as far as one can tell"]);
  return [
    el("ol", { class: "history" }, steps.map(([when, what]) => el("li", null, time(when), el("span", null, what)))),
    alert.flapping ? el("p", { class: "note" }, "It went back and forth and is held open.") : null,
    el("h3", null, lasts(alert) ? "What would end it" : "How it ended"),
    el("p", { class: "resolution" }, lasts(alert) ? alert.resolution : ended(alert)),
  ].filter(Boolean);
}

export function basis({ alert, watch }) {
  return el("dl", { class: "facts" },
    fact("Test", test(alert)),
    fact("Statistic", `${alert.statistic.toFixed(2)}, fires above ${alert.threshold.toFixed(2)}`),
    fact("Budget", `one false alarm in ${duration(alert.budgetSeconds)} and stage`),
    watch && alert.direction === "drop" ? fact("Test now", watch.learning ? `learning, ${count(Math.min(watch.n, watch.needed))} of ${count(watch.needed)}` : `${watch.statistic.toFixed(2)} of ${watch.threshold.toFixed(2)}`) : null,
    fact("Rule", alert.rule),
    fact("Journey map", `${alert.journey}, version ${alert.journeyVersion}`),
    fact("Sentiment model", alert.models?.length ? alert.models.join(", ") : "not said"),
    fact("Id", el("code", null, alert.id)));
}
