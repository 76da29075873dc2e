// One stage: how it is, how it went, which channels carry it, what customers say, and whose it is.

import { el, panel, show, table } from "../dom.js";
import { change, count, lately, net, words } from "../format.js";
import { against, headline, state } from "../alertwords.js";
import { markEvidence } from "../evidence.js";
import { gauge, level } from "../journey.js";
import { empty, loading, problem } from "../states.js";
import { trend } from "../trend.js";
import { item } from "../verbatims.js";
import { onset } from "../worse.js";

const DAYS = [3, 14, 30, 90];
const MARKED = "marked: the words that carried the sentiment";
const UNMARKED = "the words that carried the sentiment are not marked yet: asking for them failed, and is tried again";

function choices(route, app, page) {
  const { id } = route.params;
  const days = el("p", { class: "choice" }, el("span", null, "Days "), DAYS.map((length) =>
    el("a", { href: app.address(["stages", id], { channel: page.channel, days: length === 14 ? null : length }), "aria-current": length === page.days ? "true" : null }, String(length))));
  const channel = page.channel
    ? el("p", { class: "choice" }, el("span", null, `On ${page.channel} only `), el("a", { href: app.address(["stages", id], { days: page.days === 14 ? null : page.days }) }, "All channels"))
    : null;
  return [days, channel].filter(Boolean);
}

function figures(page) {
  const { stage } = page;
  const moved = stage.change
    ? `${change(stage.change.value)} in the last ${lately(stage)} (${net(stage.before.value)} → ${net(stage.recent.value)}, n ${count(stage.recent.n)})`
    : "Too little feedback to compare the last days with those before";
  return [...level(stage), el("p", { class: "moved" }, moved, stage.movement === "FALLING" ? el("span", { class: "badge" }, "▼ Falling") : null)];
}

function alerts(page) {
  if (!page.alerts.length) return empty("No alert on this stage yet.");
  return el("ol", { class: "alerts" }, page.alerts.map((alert) => el("li", { class: `alert ${alert.state} ${alert.direction}`, "data-alert": alert.id },
    el("span", { class: `state ${alert.state}` }, state(alert)),
    el("div", { class: "what" },
      el("a", { href: `#/alerts/${encodeURIComponent(alert.id)}` }, headline(alert)),
      el("p", null, against(alert)),
      el("small", null, onset(alert))))));
}

function channels(page, route, app) {
  if (!page.channels.length) return empty("No channel has said anything on this stage in these days.");
  return table("stage-channels", "Net sentiment of this stage on each channel",
    [["Channel", ""], ["Net sentiment", ""], ["95 % interval", "n"], ["n", "n"]],
    page.channels.map((one) => el("tr", { role: "row", "data-channel": one.id, "aria-current": one.id === page.channel ? "true" : null },
      el("th", { scope: "row", role: "rowheader" }, el("a", { href: app.address(["stages", route.params.id], { channel: one.id, days: page.days === 14 ? null : page.days }) }, one.id)),
      el("td", { role: "cell", class: "with-gauge" }, one.sentiment ? [el("b", null, net(one.sentiment.value)), gauge({ sentiment: one.sentiment })] : "–"),
      el("td", { role: "cell", class: "n" }, one.sentiment ? `${net(one.sentiment.low)} to ${net(one.sentiment.high)}` : "–"),
      el("td", { role: "cell", class: "n" }, count(one.sentiment?.n ?? 0)))));
}

function terms(stage) {
  if (!stage.terms.length) return empty("No word stands out in the newest two days.");
  return el("ul", { class: "terms" }, stage.terms.map(({ term, count: n, logOdds }) =>
    el("li", { class: "chip", title: `${logOdds.toFixed(1)} standard errors above the days before` }, term, el("small", null, ` ${count(n)}`))));
}

const CONDITIONS = { touchpoint: "at", role: "said by", within: "within", reaches: "once there are", channel: "on" };

function moment({ id, kind, conditions }) {
  const list = Object.entries(conditions).map(([name, value]) => `${CONDITIONS[name] ?? name} ${value}`).join(", ");
  return el("li", null, el("span", null, words(id)), el("small", null, `${kind === "first" ? "the first time" : "counted"} ${list}`));
}

function map(page) {
  return [
    el("h3", null, "Touchpoints"),
    page.touchpoints.length ? el("ul", { class: "reasons" }, page.touchpoints.map((one) => el("li", null, el("span", null, words(one.id)), el("b", null, one.count ? count(one.count) : "not heard"))))
      : empty("The map names none."),
    el("h3", null, "Moments of truth"),
    page.moments.length ? el("ul", { class: "reasons" }, page.moments.map(moment)) : empty("The map names none."),
  ];
}

function owners(page) {
  const fact = (name, value) => el("div", null, el("dt", null, name), el("dd", null, value));
  return el("dl", { class: "facts" },
    fact("Owner", page.stage.owner || "nobody"),
    fact("Contributes", page.contributors.length ? page.contributors.join(", ") : "nobody"),
    fact("Sponsor", page.sponsor || "none set"));
}

function build(root) {
  const parts = {
    alerts: panel("stage-alerts", "Alerts"),
    trend: panel("stage-trend", "How it went", el("p", { class: "note" }, "Net sentiment by day; larger dots: more feedback")),
    channels: panel("stage-channels", "On which channels"),
    terms: panel("stage-terms", "Said more of late", el("p", { class: "note" }, "newest two days, all channels")),
    verbatims: panel("stage-verbatims", "In customers’ words", el("p", { class: "note", id: "stage-marked" }, MARKED)),
    owners: panel("stage-owners", "Whose it is"),
    map: panel("stage-map", "Where customers meet it"),
  };
  const choice = el("nav", { class: "choices", "aria-label": "Days and channel" });
  const now = el("section", { class: "panel", id: "stage-now", "aria-label": "How it is" });
  parts.channels.body.className = "own-scroll";
  root.replaceChildren(el("p", { class: "way" }, el("a", { href: "#/" }, "← The journey")), choice,
    el("div", { class: "columns" },
      el("div", { class: "column wide" }, now, parts.alerts.node, parts.trend.node, parts.channels.node, parts.verbatims.node),
      el("div", { class: "wide" }, parts.owners.node, parts.terms.node, parts.map.node)));
  return { choice, now, ...Object.fromEntries(Object.entries(parts).map(([name, one]) => [name, one.body])) };
}

// The list grows by pages; it is not pulled away under a reader, so new feedback waits for a button.
function feed(root, route, app, names) {
  let next = null;
  const before = app.kept().shown ?? 0;
  const list = el("ol", { class: "verbatims" });
  const more = el("button", { type: "button", hidden: true }, "Show more");
  const note = el("div", null, loading("Reading what customers said"));
  const days = Number(route.query.get("days") ?? 14);

  function query(after) {
    const until = app.live()?.until ?? new Date(app.now()).toISOString();
    const from = new Date(Date.parse(until) - days * 86400000).toISOString();
    const wanted = { stage: route.params.id, channel: route.query.get("channel"), from, after };
    return new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  }

  async function mark() {
    const failed = await markEvidence(list, app);
    const told = document.getElementById("stage-marked");
    if (list.isConnected) told.textContent = failed ? UNMARKED : MARKED;
  }

  async function read(after) {
    more.disabled = true;
    try {
      const found = await app.get(`api/search?${query(after)}`);
      list.append(...found.hits.map((hit) => item(hit, names())));
      next = found.next ?? null;
      more.hidden = !next;
      if (!list.isConnected) return;
      if (next && list.childElementCount < before) return await read(next);
      app.keep({ shown: list.childElementCount });
      note.replaceChildren(list.childElementCount ? "" : empty("Nobody has said anything on this in these days."));
      mark();
    } catch (error) {
      note.replaceChildren(problem(error, () => read(after)));
    } finally {
      more.disabled = false;
    }
  }

  more.addEventListener("click", () => read(next));
  root.replaceChildren(list, note, more);
  read(null);
  return mark;
}

export default {
  title: (route) => `Stage ${route.params.id}`,
  mount(root, route, app) {
    const { id } = route.params;
    const query = new URLSearchParams([...route.query].filter(([name]) => name === "channel" || name === "days")).toString();
    let parts = null;
    let latest = null;
    let left = false;
    let asking = false;
    let mark = () => {};
    root.append(loading("Reading the stage"));

    function draw() {
      if (!latest || left) return;
      const first = parts === null;
      parts ??= build(root);
      app.title(latest.channel ? `${latest.stage.name}, on ${latest.channel}` : latest.stage.name);
      show(parts.choice, [latest.days, latest.channel], () => choices(route, app, latest));
      show(parts.now, latest.stage, () => figures(latest));
      show(parts.alerts, latest.alerts, () => alerts(latest));
      const room = parts.trend.clientWidth;
      show(parts.trend, [latest.stage.trend, latest.alerts, room], () => trend(latest.stage, latest.alerts, room));
      show(parts.channels, latest.channels, () => channels(latest, route, app));
      show(parts.terms, latest.stage.terms, () => terms(latest.stage));
      show(parts.owners, [latest.stage.owner, latest.contributors], () => owners(latest));
      show(parts.map, [latest.touchpoints, latest.moments], () => map(latest));
      if (first) mark = feed(parts.verbatims, route, app, () => Object.fromEntries((app.live()?.stages ?? []).map((stage) => [stage.id, stage.name])));
    }

    function failed(error) {
      if (latest) return;
      root.replaceChildren(el("p", { class: "way" }, el("a", { href: "#/" }, "← The journey")),
        error.status === 404 ? problem(`The journey map has no stage “${id}”.`) : problem(error, ask));
    }

    async function ask() {
      if (asking || left) return;
      asking = true;
      try {
        const said = await app.get(`api/stages/${encodeURIComponent(id)}${query ? `?${query}` : ""}`);
        if (left) return;
        if (said.view) {
          latest = said.view;
          draw();
        } else if (said.message === "Reading") {
          setTimeout(ask, 300);
        } else {
          failed(new Error(said.message));
        }
      } catch (error) {
        if (!left) failed(error);
      } finally {
        asking = false;
      }
    }

    addEventListener("resize", draw);
    ask();
    return {
      live() {
        ask();
        mark();
      },
      close() {
        left = true;
        removeEventListener("resize", draw);
      },
    };
  },
};
