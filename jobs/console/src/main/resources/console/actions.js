// What a person does to an alert. A token or a log-in opens it.

import { ways } from "./become.js";
import { el } from "./dom.js";
import { open } from "./alertwords.js";
import { dateAndTime } from "./format.js";
import { pending, remember } from "./pending.js";
import { post } from "./session.js";

async function say(note, task) {
  note.textContent = "…";
  try {
    note.textContent = await task();
  } catch (error) {
    note.textContent = error.message;
  }
}

function field(label, input) {
  return el("label", null, el("span", null, label), input);
}

function form(note, children, task) {
  const node = el("form", { class: "action" }, ...children);
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    say(note, () => task(new FormData(node)));
  });
  return node;
}

const WORDS = { acknowledge: "Taken up", claim: "Fix claimed", silence: "Silence", unsilence: "End of the silence", accept: "New level accepted" };
const COMMENT = { maxlength: 1000, name: "comment" };
const LENGTHS = [[4, "4 hours"], [24, "1 day"], [48, "2 days"], [168, "1 week"]];

const comment = (data) => ({ comment: data.get("comment") });

// Each of what can be done now: its kind, what it asks, where it goes and what with.
function choices(alert) {
  const path = `api/alerts/${encodeURIComponent(alert.id)}`;
  const all = [];
  if (open(alert) && !alert.acknowledgedBy) {
    all.push(["acknowledge", [field("Comment", el("input", COMMENT)), el("button", null, "Take it up")], `${path}/acknowledge`, comment]);
  }
  if (open(alert)) {
    all.push(["claim", [field("What you did about it", el("input", { ...COMMENT, required: true })), el("button", null, "Claim a fix")], `${path}/claim`, comment]);
  }
  if (alert.silence) {
    all.push(["unsilence", [el("button", null, "End the silence")], `api/silences/${encodeURIComponent(alert.silence)}/end`, () => ({})]);
  } else {
    all.push(["silence", [
      field("Silence this stage for", el("select", { name: "hours" }, LENGTHS.map(([hours, text]) => el("option", { value: hours }, text)))),
      field("Why", el("input", { ...COMMENT, required: true })), el("button", null, "Silence")],
    "api/silences", (data) => ({ stage: alert.stage, hours: Number(data.get("hours")), ...comment(data) })]);
  }
  if (open(alert)) {
    all.push(["accept", [field("Why this is how it is from now on", el("input", { ...COMMENT, required: true })), el("button", null, "Accept the new level")], `${path}/accept`, comment]);
  }
  return all;
}

function waiting({ kind, by, at }) {
  return el("p", { class: "sent", tabindex: -1, "data-sent": kind }, el("b", null, WORDS[kind]), `: sent by ${by}, ${dateAndTime(at)}, waiting for the detectors. That takes some minutes at most.`);
}

// What is on its way is said in the place of its form.
function withToken(alert, note, app, changed) {
  const sent = pending(alert, app.now());
  const kinds = sent.map((one) => one.kind);
  const forms = choices(alert).filter(([kind]) => !kinds.includes(kind)).map(([kind, parts, to, body]) => form(note, parts, async (data) => {
    await post(to, body(data));
    remember(alert, kind, app.who().by, app.now());
    app.notice(`${WORDS[kind]}: sent, waiting for the detectors.`);
    changed();
    document.querySelector(`[data-sent="${kind}"]`)?.focus({ preventScroll: true });
    return "";
  }));
  return [...sent.map(waiting), ...forms];
}

export function actions(alert, changes, app, changed) {
  const holder = app.who();
  const note = el("p", { class: "note", role: "status", "aria-live": "polite" });
  const command = el("p", { class: "note" }, "On the command line: ", el("code", null, `./throughline alerts acknowledge ${alert.id}`),
    ", ", el("code", null, `silence --stage ${alert.stage} --for 2d`), ", ", el("code", null, "claim"), ", ", el("code", null, "accept"), ".");
  if (!changes) return [el("p", null, "This page is read-only."), command];
  if (!holder) return [el("p", null, "An editor may take it up, claim a fix, silence or accept it here."),
    ...ways("Token of an editor", changed, (error) => { note.textContent = error.message; }), note, command];
  if (holder.role === "viewer") return [el("p", null, `You are ${holder.by} and may read. An editor may take it up, claim a fix, silence or accept it here.`), command];
  return [el("p", { class: "note" }, `You are ${holder.by}.`), ...withToken(alert, note, app, changed), note, command];
}
