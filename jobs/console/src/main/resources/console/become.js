// How a stranger becomes somebody: by logging in, or with a token; whichever there is.

import { el } from "./dom.js";
import { access, use } from "./session.js";

// The link to the log-in, which leads back to where somebody is; null where there is none.
export function logIn() {
  if (!access().login) return null;
  const here = () => `login?to=${encodeURIComponent(location.hash || "#/")}`;
  const link = el("a", { href: here() }, "Log in");
  link.addEventListener("click", () => { link.href = here(); });
  return link;
}

// What to do who nobody is yet; `done` is called when a token was taken, `failed` with the reason when it was not.
export function ways(label, done, failed) {
  const link = logIn();
  if (!access().tokens) return [link ? el("p", null, link) : null];
  const form = el("form", { class: "action" },
    el("label", null, el("span", null, label), el("input", { name: "token", type: "password", autocomplete: "off", required: true })), el("button", null, "Use it"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await use(new FormData(form).get("token").trim());
      await done();
    } catch (error) {
      failed(error);
    }
  });
  return [link ? el("p", null, link, ", or use a token:") : null, form];
}
