// What a person does to an alert. A token opens it.

import { el } from "./dom.js";
import { open } from "./alertwords.js";
import { post, use } from "./session.js";

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

const sent = (word) => `${word}. It takes effect when the detectors have come that far, in some minutes at most.`;

function withToken(alert, note) {
  const path = `api/alerts/${encodeURIComponent(alert.id)}`;
  const forms = [];
  if (open(alert) && !alert.acknowledgedBy) {
    forms.push(form(note, [field("Comment", el("input", { name: "comment", maxlength: 1000 })), el("button", null, "Take it up")],
      async (data) => { await post(`${path}/acknowledge`, { comment: data.get("comment") }); return sent("Taken up"); }));
  }
  if (open(alert)) {
    forms.push(form(note, [field("What you did about it", el("input", { name: "comment", maxlength: 1000, required: true })), el("button", null, "Claim a fix")],
      async (data) => { await post(`${path}/claim`, { comment: data.get("comment") }); return sent("Claimed"); }));
  }
  if (alert.silence) {
    forms.push(form(note, [el("button", null, "End the silence")],
      async () => { await post(`api/silences/${encodeURIComponent(alert.silence)}/end`, {}); return sent("The silence ends"); }));
  } else {
    forms.push(form(note, [
      field("Silence this stage for", el("select", { name: "hours" },
        [[4, "4 hours"], [24, "1 day"], [48, "2 days"], [168, "1 week"]].map(([hours, text]) => el("option", { value: hours }, text)))),
      field("Why", el("input", { name: "comment", maxlength: 1000, required: true })),
      el("button", null, "Silence")],
    async (data) => { await post("api/silences", { stage: alert.stage, hours: Number(data.get("hours")), comment: data.get("comment") }); return sent("Silenced"); }));
  }
  if (open(alert)) {
    forms.push(form(note, [
      field("Why this is how it is from now on", el("input", { name: "comment", maxlength: 1000, required: true })),
      el("button", null, "Accept the new level")],
    async (data) => { await post(`${path}/accept`, { comment: data.get("comment") }); return sent("Accepted"); }));
  }
  return forms;
}

function withoutToken(note, changed) {
  return [form(note, [field("Token", el("input", { name: "token", type: "password", autocomplete: "off", required: true })), el("button", null, "Use it")],
    async (data) => {
      await use(data.get("token").trim());
      changed();
      return "";
    })];
}

export function actions(alert, changes, app, changed) {
  const holder = app.who();
  const note = el("p", { class: "note", role: "status", "aria-live": "polite" });
  const command = el("p", { class: "note" }, "On the command line: ", el("code", null, `./throughline alerts acknowledge ${alert.id}`),
    ", ", el("code", null, `silence --stage ${alert.stage} --for 2d`), ", ", el("code", null, "claim"), ", ", el("code", null, "accept"), ".");
  if (!changes) return [el("p", null, "This page is read-only."), command];
  if (!holder) return [el("p", null, "Whoever holds a token of an editor may take it up, claim a fix, silence or accept it here."), ...withoutToken(note, changed), note, command];
  if (holder.role === "viewer") return [el("p", null, `You are ${holder.by} and may read. An editor may take it up, claim a fix, silence or accept it here.`), command];
  return [el("p", { class: "note" }, `You are ${holder.by}.`), ...withToken(alert, note), note, command];
}
