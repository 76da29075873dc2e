// What a view shows when there is nothing to show: it reads, there is nothing, or it failed.

import { el } from "./dom.js";

export function loading(what) {
  return el("p", { class: "waits", "aria-busy": "true" }, `${what} …`);
}

export function empty(text, ...more) {
  return el("p", { class: "empty" }, text, ...more);
}

// An error says what can be done: to try again, unless that would not help.
export function problem(error, again) {
  const button = again ? el("button", { type: "button" }, "Try again") : null;
  button?.addEventListener("click", again);
  return el("div", { class: "notice problem", role: "alert" }, el("p", null, error.message ?? String(error)), button);
}
