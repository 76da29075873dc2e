// “This tag is wrong”: an editor says what the tags of a piece of feedback should be, and sees when they are.
// It is a dialog of the page and not a part of a list, because lists are built anew while somebody fills it in.

import { el } from "./dom.js";
import { get, post } from "./session.js";
import { STILL_CUT, whole } from "./whole.js";

const LABELS = ["negative", "neutral", "positive"];
const PATIENCE = 30_000;
const EVERY = 1500;
const PATIENT_FOR = 90_000;
const pause = (time) => new Promise((done) => { setTimeout(done, time); });
const same = (one, other) => one.length === other.length && one.every((id) => other.includes(id));

function choice(type, name, value, text, chosen) {
  return el("label", { class: "choice" }, el("input", { type, name, value, checked: chosen }), el("span", null, text));
}

function form(verbatim, names, now) {
  return el("form", { class: "correction" },
    el("blockquote", { lang: verbatim.language, dir: "auto", tabindex: 0, "aria-label": "What they said" }, verbatim.text || "(no words)"),
    el("fieldset", null, el("legend", null, "How do they feel?"),
      LABELS.map((label) => choice("radio", "sentiment", label, label, label === now.label))),
    el("fieldset", null, el("legend", null, "Which stages is it about?"),
      el("p", { class: "hint" }, "Several, or none when it fits no stage."),
      Object.entries(names).map(([id, name]) => choice("checkbox", "stages", id, name, now.stages.includes(id)))),
    el("p", { class: "note", role: "status", "aria-live": "polite" }),
    el("div", { class: "buttons" }, el("button", { class: "main" }, "Send"), el("button", { type: "button", value: "close" }, "Close")));
}

// What differs from the tags of now; null when nothing does.
function changes(data, now) {
  const sentiment = data.get("sentiment");
  const stages = data.getAll("stages");
  const change = {};
  if (sentiment && sentiment !== now.label) change.sentiment = sentiment;
  if (!same(stages, now.stages)) change.stages = stages;
  return Object.keys(change).length ? change : null;
}

function took(document, change) {
  return (!change.sentiment || (document.sentiment?.label === change.sentiment && document.sentiment.basis === "person"))
    && (!change.stages || same(document.stages.map((stage) => stage.id), change.stages));
}

// Looks at the document until it has the new tags.
async function awaited(id, change, alive) {
  for (const end = Date.now() + PATIENT_FOR; Date.now() < end && alive(); await pause(EVERY)) {
    const document = await get(`api/feedback?id=${encodeURIComponent(id)}`).catch(() => null);
    if (document && took(document, change)) return document;
  }
  return null;
}

async function send(verbatim, names, now, node, alive, changed) {
  const note = node.querySelector(".note");
  const button = node.querySelector("button.main");
  const change = changes(new FormData(node), now);
  if (!change) {
    note.textContent = "These are the tags that it has. Choose others first.";
    return;
  }
  button.disabled = true;
  note.textContent = "Sending …";
  try {
    await post("api/corrections", { id: verbatim.id, revision: verbatim.revision, ...change }, PATIENCE);
    note.textContent = "Sent. The jobs are taking it in …";
    const document = await awaited(verbatim.id, change, alive);
    if (document) {
      note.textContent = "Done: the feedback has the tags that you said. Figures follow, and the tagger learns from it.";
      changed(document);
    } else if (alive()) {
      note.textContent = "Sent, and kept. The tags have not changed yet: the jobs are behind, or do not run.";
    }
  } catch (error) {
    note.textContent = error.message;
    button.disabled = false;
  }
}

// Who judges a text reads all of it.
async function complete(verbatim, node) {
  const note = node.querySelector(".note");
  let words;
  try {
    const found = await whole(verbatim.id);
    node.querySelector("blockquote").textContent = found.text;
    words = found.cut ? STILL_CUT : "";
  } catch (error) {
    words = `This is its beginning; the rest could not be read. ${error.message}`;
  }
  note.textContent ||= words;
}

// Opens the dialog; `changed(document)` is called when the feedback has its new tags.
export function correct(verbatim, names, changed = () => {}) {
  const now = { label: verbatim.sentiment?.label ?? null, stages: verbatim.stages.map((stage) => stage.id) };
  const node = form(verbatim, names, now);
  const title = `correct-${Math.random().toString(36).slice(2)}`;
  const dialog = el("dialog", { class: "correct", "aria-labelledby": title }, el("h2", { id: title }, "This tag is wrong"), node);
  node.querySelector("button[value=close]").addEventListener("click", () => dialog.close());
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    send(verbatim, names, now, node, () => dialog.open, changed);
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  if (verbatim.cut) complete(verbatim, node);
}

// The button that opens it; CSS shows it to those who may.
export function wrongTag(verbatim, names, changed) {
  const button = el("button", { type: "button", class: "wrong", "aria-haspopup": "dialog" }, "This tag is wrong");
  button.addEventListener("click", () => correct(verbatim, names, changed));
  return button;
}
