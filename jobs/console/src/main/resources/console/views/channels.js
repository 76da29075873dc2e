// How every channel is doing.

import { el, panel, scrolling, show } from "../dom.js";
import { count, dateAndTime } from "../format.js";
import { stateOf, time, tone } from "../healthwords.js";
import { empty, loading, problem } from "../states.js";

const EVERY = 15000;

export default {
  title: () => "Channels",
  mount(root, route, app) {
    const part = panel("channel-list", "Every channel");
    let closed = false;
    let timer = null;

    function rows(answer) {
      if (!answer.channels.length) return empty("No channel has brought anything yet, and none has said how it is doing.");
      return [scrolling("channel-table", "How every channel is doing",
        [["Channel"], ["State"], ["Records", "n"], ["Newest said", "n"], ["Received", "n"], ["Open dead letters", "n"]],
        answer.channels.map((one) => {
          const state = stateOf(one.health, answer.staleSeconds, app.now());
          const cell = (kind, ...children) => el("td", { role: "cell", class: kind }, ...children);
          return el("tr", { role: "row" },
            el("th", { scope: "row", role: "rowheader" }, el("a", { href: app.address(["channels", one.id]) }, one.id), el("small", null, ` ${one.channel}`)),
            cell(null, el("span", { class: `health ${tone(state)}` }, state), one.health?.cause && state !== "silent for long" ? el("small", null, ` ${one.health.cause}`) : ""),
            cell("n", count(one.documents)), cell("n", time(one.occurredAt)), cell("n", time(one.observedAt)),
            cell("n", one.openLetters ? el("a", { href: app.address("dead-letters", { channel: one.id, outcome: "open" }) }, count(one.openLetters)) : "0"));
        })),
      el("p", { class: "note" }, "A channel says how it is doing once a minute, and at once when that changes. ", el("a", { href: "#/help/channel-health" }, "What the states mean"), ".")];
    }

    async function read() {
      const answer = await app.get("api/channels");
      if (closed) return;
      if (!part.node.isConnected) root.replaceChildren(part.node);
      show(part.body, [answer, Math.floor(app.now() / 60000)], () => rows(answer));
    }

    function start() {
      root.replaceChildren(loading("Reading how the channels are doing"));
      again();
    }

    function again() {
      read().catch((error) => { if (!closed && !part.node.isConnected) root.replaceChildren(problem(error, start)); })
        .finally(() => { if (!closed) timer = setTimeout(again, EVERY); });
    }

    start();
    return { close() { closed = true; clearTimeout(timer); } };
  },
};
