// The guides: one of them, or all by their titles.

import { el, panel } from "../dom.js";
import { guide } from "../guide.js";
import { empty, loading, problem } from "../states.js";

function contents(pages, here) {
  const list = (some) => el("ul", { class: "contents" }, some.map((one) => el("li", null, el("a", { href: `#/help/${one.id}`, "aria-current": one.id === here ? "page" : null }, one.title))));
  const folders = [...new Set(pages.filter((one) => one.id.includes(":")).map((one) => one.id.split(":")[0]))];
  return [list(pages.filter((one) => !one.id.includes(":"))), ...folders.map((folder) => {
    const open = here?.startsWith(`${folder}:`);
    return el("details", { open }, el("summary", null, { channels: "Channels, one by one", runbooks: "Runbooks" }[folder] ?? folder), list(pages.filter((one) => one.id.startsWith(`${folder}:`))));
  })];
}

function within(page) {
  const parts = page.headings.filter((heading) => heading.level === 2);
  if (parts.length < 2) return null;
  return el("nav", { class: "within", "aria-label": "On this page" }, el("ul", null, parts.map((heading) => el("li", null, el("a", { href: `#/help/${page.id}?at=${heading.anchor}` }, heading.text)))));
}

export default {
  title: () => "Help",
  mount(root, route, app) {
    let closed = false;
    let wrong = false;
    const id = route.params.page ?? null;

    async function start() {
      wrong = false;
      root.replaceChildren(loading("Opening the guide"));
      try {
        const [all, page] = await Promise.all([app.get("api/help"), id ? app.get(`api/help/${encodeURIComponent(id)}`) : null]);
        if (closed) return;
        if (!page) {
          const list = panel("help-contents", "Guides");
          list.body.append(...(all.pages.length ? contents(all.pages, null) : [empty("No guide was packed into this build.")]));
          // The index of the guides says which one is for whom; the list has them all.
          const index = all.pages.some((one) => one.id === "README") ? await app.get("api/help/README") : null;
          if (closed) return;
          root.replaceChildren(index ? el("article", { class: "panel" }, guide(index.html)) : "", list.node);
          return;
        }
        app.title(page.title);
        root.replaceChildren(el("div", { class: "help-page" },
          el("nav", { class: "panel help-nav", "aria-label": "Guides" }, contents(all.pages, id)),
          el("article", { class: "panel" }, within(page), guide(page.html))));
        const at = route.query.get("at");
        const place = at ? document.getElementById(`at-${at}`) : null;
        if (place) {
          place.scrollIntoView();
          place.focus({ preventScroll: true });
        }
      } catch (error) {
        wrong = error.status !== 404;
        if (!closed) root.replaceChildren(problem(error, error.status === 404 ? null : start), el("p", null, el("a", { href: "#/help" }, "All guides")));
      }
    }

    start();
    return { ready() { if (wrong) start(); }, close() { closed = true; } };
  },
};
