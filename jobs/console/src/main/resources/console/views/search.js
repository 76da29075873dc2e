// Search over what customers said. The address holds all of it: words, filters, order, page.

import { el } from "../dom.js";
import { count, words } from "../format.js";
import { item } from "../verbatims.js";
import { access, file, token } from "../session.js";
import { empty, loading, problem } from "../states.js";

const FACETS = [["stage", "Stage"], ["channel", "Channel"], ["label", "Sentiment"], ["rating", "Rating"], ["language", "Language"], ["source", "Source"], ["touchpoint", "Touchpoint"]];
const NONE = { stage: "no stage", label: "no sentiment", language: "not known", rating: "not rated", touchpoint: "none", source: "none", channel: "none" };
const RATINGS = { low: "low third", middle: "middle third", high: "high third" };
const SHOWN = 8;
const language = new Intl.DisplayNames(undefined, { type: "language", fallback: "code" });

function named(facet, id, names) {
  if (id === "none") return NONE[facet];
  if (facet === "stage") return names[id] ?? id;
  if (facet === "rating") return RATINGS[id] ?? id;
  if (facet === "language") {
    try { return language.of(id); } catch { return id; }
  }
  return facet === "label" ? words(id) : id;
}

// Everything but the page.
function filterOf(query) {
  const filter = new URLSearchParams();
  for (const [name] of FACETS) for (const value of query.getAll(name)) if (value) filter.append(name, value);
  for (const name of ["q", "from", "to", "sort"]) if (query.get(name)) filter.set(name, query.get(name));
  filter.sort();
  return filter;
}

const address = (filter) => `#/search${filter.size ? `?${filter}` : ""}`;

function option(value, text, now) {
  return el("option", { value, selected: value === now }, text);
}

function labelled(text, input) {
  return el("label", null, el("span", null, text), input);
}

function searchForm(filter, go) {
  const form = el("form", { class: "search", role: "search", "aria-label": "Search in customers’ words" },
    el("label", { class: "words" }, el("span", null, "Words"), el("input", { type: "search", name: "q", value: filter.get("q"), maxlength: 1000, autocomplete: "off", "aria-describedby": "search-hint" })),
    labelled("From", el("input", { type: "date", name: "from", value: filter.get("from") })),
    labelled("To", el("input", { type: "date", name: "to", value: filter.get("to") })),
    labelled("Order", el("select", { name: "sort" }, option("", "Newest first", filter.get("sort") ?? ""), option("oldest", "Oldest first", filter.get("sort")), option("best", "Best match first", filter.get("sort")))),
    el("button", { class: "main" }, "Search"),
    el("p", { id: "search-hint", class: "note" }, "All of the words; ", el("code", null, "\"in a row\""), ", ", el("code", null, "one | other"), ", ", el("code", null, "-without"), ", ", el("code", null, "begin*"), ". Times are days in UTC."));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const next = new URLSearchParams(filter);
    for (const [name, value] of new FormData(form)) {
      if (String(value).trim()) next.set(name, String(value).trim());
      else next.delete(name);
    }
    go(next);
  });
  return form;
}

function facet(name, title, counts, filter, names, go) {
  const chosen = filter.getAll(name);
  const known = new Map((counts ?? []).map((one) => [one.id, one.count]));
  for (const value of chosen) if (!known.has(value)) known.set(value, 0);
  if (!known.size || (known.size === 1 && !chosen.length)) return null;
  const boxes = [...known].map(([id, number], index) => {
    const box = el("input", { type: "checkbox", name, value: id, checked: chosen.includes(id) });
    box.addEventListener("change", () => {
      const next = new URLSearchParams(filter);
      next.delete(name);
      for (const value of box.checked ? [...chosen, id] : chosen.filter((one) => one !== id)) next.append(name, value);
      next.sort();
      go(next, `${name}=${id}`);
    });
    return el("li", { class: index >= SHOWN && !chosen.includes(id) ? "more" : null }, el("label", { class: "choice" }, box, el("span", null, named(name, id, names)), el("small", null, count(number))));
  });
  const list = el("ul", null, boxes);
  const rest = boxes.filter((box) => box.className === "more").length;
  const all = rest ? el("button", { type: "button", class: "quiet" }, `${rest} more`) : null;
  all?.addEventListener("click", () => { list.classList.add("all"); all.remove(); });
  return el("fieldset", { class: "facet", "data-facet": name }, el("legend", null, title), list, all);
}

function chips(filter, names) {
  const all = [];
  for (const [name, title] of FACETS) {
    for (const value of filter.getAll(name)) {
      const without = new URLSearchParams(filter);
      without.delete(name);
      for (const other of filter.getAll(name)) if (other !== value) without.append(name, other);
      all.push(el("li", null, el("a", { class: "chip", href: address(without), "aria-label": `Without ${title}: ${named(name, value, names)}` }, `${named(name, value, names)} ×`)));
    }
  }
  return all.length ? el("ul", { class: "chosen", "aria-label": "Filters" }, all, el("li", null, el("a", { href: filter.get("q") ? address(new URLSearchParams({ q: filter.get("q") })) : "#/search" }, "Remove all filters"))) : null;
}

// Where reading takes a token the table is asked for with it.
async function save(link, note) {
  note.textContent = "The table is being written …";
  try {
    const { content, name } = await file(link.getAttribute("href"));
    const address = URL.createObjectURL(content);
    el("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    note.textContent = "The table is saved.";
  } catch (error) {
    note.textContent = error.message;
  }
}

function summary(answer, filter) {
  const table = el("a", { class: "csv", href: `api/search.csv${filter.size ? `?${filter}` : ""}`, download: "" }, "Download as CSV");
  const saved = el("p", { class: "note", role: "status", id: "saved" });
  table.addEventListener("click", (event) => {
    if (!access().closed || !token()) return;
    event.preventDefault();
    save(table, saved);
  });
  return el("div", { class: "found" },
    el("p", { role: "status", id: "found" }, answer.total === 1 ? "1 piece of feedback" : `${count(answer.total)} pieces of feedback`),
    answer.total ? table : null, saved,
    answer.total > 100_000 ? el("p", { class: "note" }, "A table holds at most 100,000 rows; its last line says so.") : null);
}

function pages(answer, filter, after) {
  const next = new URLSearchParams(filter);
  if (answer.next) next.set("after", answer.next);
  return el("nav", { class: "pages", "aria-label": "Pages" },
    after ? el("a", { href: address(filter) }, "← First page") : null,
    answer.next ? el("a", { href: address(next), rel: "next" }, "Next page →") : null);
}

export default {
  title: () => "Search",
  mount(root, route, app) {
    const filter = filterOf(route.query);
    const after = route.query.get("after");
    let closed = false;
    let answer = null;
    let wrong = false;
    let known = null;
    const names = () => Object.fromEntries((app.live()?.stages ?? []).map((stage) => [stage.id, stage.name]));
    const go = (next, focus) => {
      if (focus) sessionStorage.setItem("search-focus", focus);
      app.go(address(next));
    };
    const results = el("div", { class: "results" }, loading("Searching"));
    const facets = el("div", { class: "facets" });
    root.append(searchForm(filter, go), el("div", { class: "searching" }, el("details", { class: "panel narrow", open: innerWidth > 800 }, el("summary", null, "Narrow down"), facets), results));

    function draw() {
      known = JSON.stringify(names());
      const list = answer.hits.map((hit) => item(hit, names(), { words: filter.get("q") }));
      results.replaceChildren(...[summary(answer, filter), chips(filter, names()),
        list.length ? el("ol", { class: "verbatims" }, list) : empty("Nothing fits. ", filter.size ? el("a", { href: "#/search" }, "Show everything") : "There is no feedback yet."),
        pages(answer, filter, after)].filter(Boolean));
      facets.replaceChildren(...FACETS.map(([name, title]) => facet(name, title, answer.facets[name], filter, names(), go)).filter(Boolean));
      const focus = sessionStorage.getItem("search-focus");
      if (focus) {
        sessionStorage.removeItem("search-focus");
        const [name, value] = focus.split(/=(.*)/s);
        [...facets.querySelectorAll("input")].find((box) => box.name === name && box.value === value)?.focus();
      }
    }

    async function ask() {
      results.replaceChildren(loading("Searching"));
      wrong = false;
      try {
        const page = new URLSearchParams(filter);
        if (after) page.set("after", after);
        const [found, first] = await Promise.all([app.get(`api/search?${page}`), after ? app.get(`api/search?${filter}`) : null]);
        if (closed) return;
        answer = { ...found, facets: (first ?? found).facets };
        draw();
        app.notice(`${count(answer.total)} found`);
      } catch (error) {
        wrong = error.status !== 400;
        if (!closed) results.replaceChildren(problem(error, error.status === 400 ? null : ask), error.status === 400 ? el("p", null, el("a", { href: "#/search" }, "Search anew")) : "");
      }
    }

    ask();
    return {
      live() {
        if (answer && known !== JSON.stringify(names())) draw();
      },
      ready() { if (wrong) ask(); },
      close() { closed = true; },
    };
  },
};
