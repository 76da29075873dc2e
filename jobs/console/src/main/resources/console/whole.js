// Texts that are shown in part: what a list has room for, and all of it for whoever asks.

import { el } from "./dom.js";
import { get } from "./session.js";

export const STILL_CUT = "It goes on: this page shows the first 20,000 characters, the table of a search has all of them.";

// All of a text as far as a page shows it, with the places of the words that were searched for.
export const whole = (id, words) => get(`api/feedback?${new URLSearchParams(words ? { id, q: words } : { id })}`);

// Whether a text fits its lines depends on the width, so it is looked at when that changes.
const fitted = new WeakMap();
const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => fitted.get(target)?.()));

// What goes below `said`: a button that shows all of it, hidden where all is shown. `put` takes the whole text where only a part came.
export function expander(said, { id, cut, words, put }) {
  const note = el("span", { class: "note", role: "status" });
  const button = el("button", { type: "button", class: "quiet", "aria-expanded": "false", hidden: !cut }, "Show all of it");
  const opened = () => said.classList.contains("whole");
  let missing = cut;

  async function toggle() {
    note.textContent = "";
    if (missing && !opened()) {
      button.disabled = true;
      try {
        const found = await whole(id, words);
        put(found);
        missing = false;
        if (found.cut) note.textContent = STILL_CUT;
      } catch (error) {
        note.textContent = error.message;
        return;
      } finally {
        button.disabled = false;
        button.focus();
      }
    }
    const now = said.classList.toggle("whole");
    button.setAttribute("aria-expanded", String(now));
    button.textContent = now ? "Show less" : "Show all of it";
  }

  button.addEventListener("click", toggle);
  fitted.set(said, () => { button.hidden = !missing && !opened() && said.scrollHeight <= said.clientHeight + 1; });
  sizes.observe(said);
  return el("p", { class: "more" }, button, " ", note);
}
