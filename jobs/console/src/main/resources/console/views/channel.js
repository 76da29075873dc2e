// One channel: how it is doing now and did over the last week, how fresh it is, what it brings and what could not go on.

import { el, panel, scrolling, show } from "../dom.js";
import { bars } from "../bars.js";
import { count, dateAndTime, span } from "../format.js";
import { ADVICE, stateOf, time, tone } from "../healthwords.js";
import { empty, loading, problem } from "../states.js";

const EVERY = 15000;
const DAY = 86400000;
const SHOWN = 50;

const fact = (name, ...words) => [el("dt", null, name), el("dd", null, ...words)];

function now(story, app) {
  const health = story.health ?? {};
  const state = stateOf(story.health, story.staleSeconds, app.now());
  return [
    el("p", null, el("span", { class: `health ${tone(state)}` }, state), health.cause ? ` ${health.cause}` : ""),
    el("p", { class: "todo" }, el("b", null, "What to do: "), ADVICE[state] ?? "See the guide."),
    el("dl", { class: "pairs" },
      fact("Of kind", story.channel || "–"),
      fact("In this state since", time(health.since)), fact("Last word", time(health.at)),
      fact("Last success", time(health.lastSuccess)), fact("Last record", time(health.lastRecord)),
      fact("Failures in a row", count(health.failuresInARow ?? 0)), fact("Behind by", span(health.lagSeconds))),
  ];
}

function fresh(story) {
  if (!story.sample) return empty("It has brought nothing that is searchable.");
  return [
    el("dl", { class: "pairs" },
      fact("Searchable records", count(story.documents)),
      fact("Newest said", time(story.occurredAt)), fact("Newest received", time(story.observedAt)),
      fact("Delay, median", span(story.delayMedianSeconds)), fact("95th percentile", span(story.delayHighSeconds)),
      fact("99th percentile", span(story.delayHighestSeconds))),
    el("p", { class: "note" }, `From when it was said to when it was received, of the newest ${count(story.sample)}; it is searchable a second or two later. `
      + "A file’s records are received when the file was written."),
    bars(story.days, DAY, "Records by the day they were said"),
  ];
}

function history(story) {
  if (!story.spells.length) return empty("Nothing was said of it within a week. Runs that end by themselves say nothing of channels that are fetched.");
  return [scrolling("spells", "States over the last week, the newest first", [["State"], ["From"], ["To"], ["For", "n"], ["Cause"]],
    story.spells.slice(0, SHOWN).map((spell) => el("tr", { role: "row" },
      el("th", { scope: "row", role: "rowheader" }, el("span", { class: `health ${tone(spell.state)}` }, spell.state)),
      el("td", { role: "cell" }, dateAndTime(spell.from)), el("td", { role: "cell" }, dateAndTime(spell.until)),
      el("td", { role: "cell", class: "n" }, span((Date.parse(spell.until) - Date.parse(spell.from)) / 1000)),
      el("td", { role: "cell" }, spell.cause ?? "")))),
  story.cut || story.spells.length > SHOWN ? el("p", { class: "note" }, "There is more; older states are in cx-signals.") : null];
}

function letters(story, app) {
  const reasons = Object.entries(story.letters);
  if (!reasons.length) return empty("Every record of it went on.");
  return el("ul", { class: "reasons" }, reasons.map(([reason, n]) => el("li", null,
    el("span", null, el("a", { href: app.address("dead-letters", { channel: story.id, reason }) }, reason)), el("b", null, count(n)))));
}

export default {
  title: (route) => route.params.id,
  mount(root, route, app) {
    const parts = {
      now: panel("channel-now", "Now"), fresh: panel("channel-fresh", "Freshness and records"),
      letters: panel("channel-letters", "Dead letters"), history: panel("channel-history", "The last week"),
    };
    let closed = false;
    let timer = null;

    async function read() {
      const story = await app.get(`api/channels/${encodeURIComponent(route.params.id)}`);
      if (closed) return;
      if (!parts.now.node.isConnected) {
        root.replaceChildren(parts.now.node, parts.fresh.node, parts.letters.node, parts.history.node,
          el("p", { class: "note" }, el("a", { href: "#/channels" }, "All channels"), " · ", el("a", { href: "#/help/channel-health" }, "What the states mean")));
      }
      show(parts.now.body, [story.health, Math.floor(app.now() / 60000)], () => now(story, app));
      show(parts.fresh.body, [story.documents, story.days, story.sample, story.observedAt], () => fresh(story));
      show(parts.letters.body, story.letters, () => letters(story, app));
      show(parts.history.body, story.spells, () => history(story));
    }

    function start() {
      root.replaceChildren(loading("Reading how it is doing"));
      again();
    }

    function again() {
      read().catch((error) => { if (!closed && !parts.now.node.isConnected) root.replaceChildren(problem(error, error.status === 404 ? null : start)); })
        .finally(() => { if (!closed) timer = setTimeout(again, EVERY); });
    }

    start();
    return { close() { closed = true; clearTimeout(timer); } };
  },
};
