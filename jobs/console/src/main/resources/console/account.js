// Who reads, in the header: logs in and out, and takes a token.

import { logIn } from "./become.js";
import { el } from "./dom.js";
import { access, leave, use, who } from "./session.js";

const part = document.getElementById("account");

function tokenDialog() {
  const note = el("p", { class: "note", role: "status", "aria-live": "polite" });
  const input = el("input", { name: "token", type: "password", autocomplete: "off", required: true });
  const form = el("form", null,
    el("label", null, el("span", null, "Token"), input), note,
    el("div", { class: "buttons" }, el("button", { class: "main" }, "Use it"), el("button", { type: "button", value: "close" }, "Close")));
  const dialog = el("dialog", { class: "correct", "aria-labelledby": "token-title" }, el("h2", { id: "token-title" }, "Your token"), form);
  form.querySelector("button[value=close]").addEventListener("click", () => dialog.close());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await use(input.value.trim());
      dialog.close();
    } catch (error) {
      note.textContent = error.message;
    }
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function button(text, act) {
  const node = el("button", { type: "button", class: "quiet" }, text);
  node.addEventListener("click", act);
  return node;
}

async function out() {
  try {
    const to = await leave();
    if (to && to !== "/") location.assign(to);
  } catch (error) {
    part.append(el("span", { role: "alert" }, error.message));
  }
}

// A stranger may log in, or has a token; where neither is, the page is read-only and there is nothing to say.
function draw() {
  const reader = who();
  const ways = access();
  if (reader) {
    part.replaceChildren(el("span", { title: `You are ${reader.by}, ${reader.role}` }, reader.by, " ", el("small", null, reader.role)), button("Leave", out));
    return;
  }
  part.replaceChildren(...[logIn(), ways.tokens ? button("Use a token", tokenDialog) : null].filter(Boolean));
}

document.addEventListener("who", draw);
draw();
