// Records that could not go on: how many, why, from where, what to do, and once more after it was mended. Never what they hold.

import { ways } from "../become.js";
import { el, panel, scrolling, show } from "../dom.js";
import { bars } from "../bars.js";
import { count, dateAndTime } from "../format.js";
import { access } from "../session.js";
import { OUTCOMES, REASONS, settled } from "../reasons.js";
import { empty, loading, problem } from "../states.js";

const PAGE = 30;
const LOOK_AGAIN = 2500;
const LOOKS = 12;
const EVERY = 10000;

const cell = (kind, ...children) => el("td", { role: "cell", class: kind }, ...children);
const figure = (name, value) => el("td", { role: "cell", class: "n", "data-name": name }, count(value));
const row = (...cells) => el("tr", { role: "row" }, ...cells);
const bytes = (size) => (size < 1024 ? `${size} B` : size < 1048576 ? `${Math.round(size / 1024)} KiB` : `${(size / 1048576).toFixed(1)} MiB`);

function place(letter) {
  const from = letter.provenance ?? {};
  const record = letter.record > 0 ? `, record ${letter.record}` : "";
  const kafka = from.topic ? `${from.topic}-${from.partition}@${from.offset}` : null;
  return el("dl", { class: "pairs" },
    el("dt", null, "From"), el("dd", null, `${from.origin ?? "?"} at ${from.position ?? 0}${record}`),
    kafka ? [el("dt", null, "In Kafka"), el("dd", null, kafka)] : [],
    el("dt", null, "Size"), el("dd", null, bytes(letter.size ?? 0)),
    el("dt", null, "sha256"), el("dd", null, el("code", null, from.sha256 ?? "–")),
    el("dt", null, "Letter"), el("dd", null, el("code", null, letter.id)));
}

function fate(letter) {
  if (!letter.outcome) return el("span", { class: "badge" }, "open");
  const words = OUTCOMES[letter.outcome] ?? letter.outcome;
  return el("span", { class: settled(letter) ? "badge" : "badge bad" },
    `${words}, replayed ${dateAndTime(letter.replayedAt)} by ${letter.replayedBy}`);
}

export default {
  title: () => "Dead letters",
  mount(root, route, app) {
    const filter = { channel: route.query.get("channel"), reason: route.query.get("reason"), outcome: route.query.get("outcome"), from: Number(route.query.get("from")) || 0 };
    const said = el("p", { class: "note", role: "status", "aria-live": "polite", id: "letters-said" });
    const parts = {
      who: el("div", { id: "letters-who" }),
      reasons: panel("letters-reasons", "Why"),
      times: panel("letters-times", "When they were seen"),
      channels: panel("letters-channels", "From which channel"),
      list: panel("letters-list", "Newest first"),
    };
    let timer = null;
    let closed = false;
    let asking = null;
    let wrong = false;
    let readAt = 0;
    let counted = null;
    let latest = null;

    const link = (more, words, attributes) => el("a", { href: app.address("dead-letters", { ...filter, from: null, ...more }), ...attributes }, words);

    // The outcome stands where the reader is, too; the sentence on top is the one that is read out.
    const beside = (words) => el("span", { class: "note outcome" }, words);

    // A replay is asked for twice: the button, then the sentence that says what will happen.
    function replay(words, selection, total) {
      const place = el("span", { class: "replay" });
      const button = el("button", { type: "button" }, words);
      button.addEventListener("click", () => {
        const yes = el("button", { type: "button" }, "Yes, replay");
        const no = el("button", { type: "button" }, "Cancel");
        no.addEventListener("click", () => { place.replaceChildren(button); button.focus(); });
        yes.addEventListener("click", async () => {
          yes.disabled = true;
          try {
            const { sent } = await app.post("api/dead-letters/replay", selection);
            said.textContent = `${count(sent)} sent through the pipeline again. What becomes of them shows below in a moment.`;
            place.replaceChildren(beside(`${count(sent)} sent again; what becomes of it shows in a moment.`));
            await read();
            watch(LOOKS);
          } catch (error) {
            said.textContent = error.message;
            place.replaceChildren(button, beside(error.message));
          }
        });
        place.replaceChildren(el("span", null, `Send ${total} through the pipeline once more? `), yes, " ", no);
        yes.focus();
      });
      place.append(button);
      return place;
    }

    const may = (answer) => answer.replays && app.who()?.role === "admin";

    function who(answer) {
      if (!answer.replays) return el("p", { class: "note" }, "Replays are made on the command line: ", el("code", null, "./throughline replay --dry-run"), ".");
      if (may(answer)) return null;
      if (app.who()) return el("p", { class: "note" }, `You are ${app.who().by}; a replay takes the role admin.`);
      return el("div", null, el("p", { class: "note" }, "A replay takes the role admin."), ways("An admin’s token", read, (error) => { said.textContent = error.message; }));
    }

    function reasons(answer) {
      if (!answer.reasons.length) return empty("Every record went on. There is no dead letter.");
      return [
        scrolling("letters", "Dead letters by reason", [["Reason"], ["Letters", "n"], ["Open", "n"], ["What to do"], [""]],
          answer.reasons.map((one) => {
            const [means, todo] = REASONS[one.id] ?? ["", "See the guide."];
            return row(
              el("th", { scope: "row", role: "rowheader" }, link({ reason: filter.reason === one.id ? null : one.id }, one.id, { "aria-current": filter.reason === one.id ? "true" : null })),
              figure("letters", one.count), figure("open", one.open),
              cell("todo", el("span", null, means), " ", el("b", null, todo)),
              cell(null, may(answer) && one.open ? replay("Replay", { reason: one.id, channel: filter.channel }, `${count(one.open)} of ${one.id}`) : ""));
          })),
        el("p", { class: "note" }, "Open: never replayed, or failed again. ", el("a", { href: "#/help/dead-letters" }, "What the reasons mean"), "."),
      ];
    }

    function channels(answer) {
      if (!answer.sources.length) return empty("None.");
      return scrolling("letters", "Dead letters by channel", [["Channel"], ["Letters", "n"], ["Open", "n"], ["Reasons"], [""]],
        answer.sources.map((one) => row(
          el("th", { scope: "row", role: "rowheader" }, link({ channel: filter.channel === one.id ? null : one.id }, one.id, { "aria-current": filter.channel === one.id ? "true" : null })),
          figure("letters", one.count), figure("open", one.open),
          cell(null, Object.entries(one.reasons).map(([reason, n]) => `${reason} ${count(n)}`).join(", ")),
          cell(null, may(answer) && one.open ? replay("Replay", { channel: one.id, reason: filter.reason }, `${count(one.open)} of ${one.id}`) : ""))));
    }

    function list(answer) {
      const chosen = [filter.reason, filter.channel, filter.outcome].filter(Boolean);
      const head = el("p", { class: "note" }, `${count(answer.total)} ${chosen.length ? `of ${chosen.join(", ")}` : "in all"}, ${count(answer.open)} open. `,
        chosen.length ? el("a", { href: "#/dead-letters" }, "Show all") : link({ outcome: "open" }, "Show open ones only"));
      if (!answer.letters.length) return [head, empty(answer.total ? "There are no more." : "No dead letter fits.")];
      const items = el("ol", { class: "letter-list" }, answer.letters.map((letter) => el("li", null,
        el("p", null, el("b", null, letter.reason), ` in ${letter.stage} · `,
          el("a", { href: app.address(["channels", letter.source]) }, letter.source), " · ", el("time", { datetime: letter.observedAt }, dateAndTime(letter.observedAt)), " · ", fate(letter)),
        el("p", null, letter.message),
        letter.feedbackId ? el("p", { class: "note" }, `Feedback ${letter.feedbackId}`) : null,
        el("details", null, el("summary", null, "Where it is"), place(letter)),
        may(answer) && !settled(letter) ? replay("Replay this one", { ids: [letter.id] }, "this one") : null)));
      const older = answer.from + PAGE < answer.total;
      return [head, items, el("p", { class: "pages" },
        answer.from ? link({ from: Math.max(0, answer.from - PAGE) || null }, "Newer") : null, " ", older ? link({ from: answer.from + PAGE }, "Older") : null)];
    }

    async function read() {
      asking ??= app.get(`api/dead-letters?${new URLSearchParams(Object.entries(filter).filter(([, value]) => value))}`);
      try {
        latest = await asking;
      } finally {
        asking = null;
      }
      if (closed) return;
      wrong = false;
      readAt = Date.now();
      draw(latest);
    }

    function draw(answer) {
      if (!parts.list.node.isConnected) root.replaceChildren(said, parts.who, parts.reasons.node, parts.times.node, parts.channels.node, parts.list.node);
      const person = app.who();
      show(parts.who, [answer.replays, person, access().login, access().tokens], () => who(answer) ?? "");
      show(parts.reasons.body, [answer.reasons, filter, person], () => reasons(answer));
      show(parts.times.body, [answer.times, answer.stepSeconds], () => bars(answer.times, answer.stepSeconds * 1000, "Dead letters") ?? empty("None."));
      show(parts.channels.body, [answer.sources, filter, person], () => channels(answer));
      show(parts.list.body, [answer.letters, answer.total, answer.open, person], () => list(answer));
    }

    function watch(left) {
      clearTimeout(timer);
      if (left > 0 && !closed) timer = setTimeout(() => read().then(() => watch(left - 1), () => watch(left - 1)), LOOK_AGAIN);
    }

    function start() {
      root.replaceChildren(loading("Reading the dead letters"));
      read().catch((error) => { wrong = true; if (!closed) root.replaceChildren(problem(error, start)); });
    }

    // Nothing is pulled away from who reads the list, has something open or is about to replay.
    const busy = () => scrollY > 0 || root.contains(document.activeElement) || root.querySelector("details[open], .replay button + button");

    // There are more or fewer than when they were read: they are read again, not too often.
    function live({ deadLetters }) {
      if (latest && !wrong && parts.list.node.isConnected) draw(latest);
      const now = JSON.stringify([deadLetters.count, deadLetters.newest, deadLetters.reasons]);
      counted ??= now;
      if (now === counted || wrong || !parts.list.node.isConnected || busy() || Date.now() - readAt < EVERY) return;
      counted = now;
      read().catch(() => {});
    }

    start();
    return { live, ready() { if (wrong) start(); }, close() { closed = true; clearTimeout(timer); } };
  },
};
