// The frame: which view an address shows, the navigation, what the page is told, and how current it is.

import { el } from "./dom.js";
import { ago, timeOfDay } from "./format.js";
import * as figures from "./live.js";
import { comeBack, keep, kept } from "./place.js";
import { ROUTES, address, routeOf } from "./routes.js";
import { get, known, post, takeToken, who } from "./session.js";
import { problem } from "./states.js";
import home from "./views/home.js";

const NAME = "Throughline";
const part = (id) => document.getElementById(id);
const views = { home };
let shown = null;
let opening = 0;
let before = null;

function text(id, value) {
  const node = part(id);
  if (node.textContent !== value) node.textContent = value;
}

// Says something to those who listen to the page; the same sentence is said once.
function notice(sentence) {
  text("said", sentence ?? "");
}

function heading(words) {
  text("title", words);
  document.title = words === NAME ? NAME : `${words} – ${NAME}`;
}

function go(hash) {
  if (location.hash === hash) open();
  else location.hash = hash;
}

// Keeps the state of a view in its address without opening it again, and without a step back for each letter typed.
function setQuery(query) {
  const [path] = location.hash.split("?");
  const known = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const list = new URLSearchParams(known).toString();
  history.replaceState(history.state, "", `${path || "#/"}${list ? `?${list}` : ""}`);
}

export const app = { get, post, go, setQuery, keep, kept, address, notice, title: heading, live: () => figures.answer()?.view ?? null, now: figures.now, who, state: figures.state };

function navigation(route) {
  const here = route.within ?? route.name;
  part("navigation").replaceChildren(...ROUTES.filter((one) => one.nav && one.view).map((one) =>
    el("li", null, el("a", { href: `#/${one.path}`, "aria-current": one.name === here ? (one.name === route.name ? "page" : "true") : null }, one.nav))));
  showCurrent(part("navigation").closest("nav"));
}

// On a phone the navigation is one line that scrolls: where the reader is must be in sight.
function showCurrent(line) {
  const current = line.querySelector("[aria-current]");
  if (!current) return;
  const place = current.getBoundingClientRect();
  const room = line.getBoundingClientRect();
  line.scrollLeft += place.left + place.width / 2 - room.left - room.width / 2;
}

function close() {
  try {
    shown?.mounted?.close?.();
  } finally {
    shown = null;
  }
}

// A view that comes by a script of its own; the one that is asked for last is shown.
async function viewOf(name) {
  views[name] ??= (await import(`./views/${name}.js`)).default;
  return views[name];
}

async function open() {
  opening += 1;
  const turn = opening;
  if (takeToken()) known().catch((error) => notice(error.message)).then(refresh);
  const route = routeOf(location.hash);
  const first = shown === null && turn === 1;
  let view;
  try {
    view = route.view ? await viewOf(route.view) : null;
  } catch {
    view = { title: () => "This view cannot be opened", mount: (root) => root.append(problem("Throughline does not answer.", () => open())) };
  }
  if (turn !== opening) return;
  close();
  const root = el("div", { class: `view view-${route.name ?? "nowhere"}` });
  part("view").replaceChildren(root);
  navigation(route);
  heading(view ? view.title(route) : "There is nothing at this address");
  if (!view) root.append(el("p", null, el("a", { href: "#/" }, "To the journey")));
  shown = { route, mounted: view?.mount(root, route, app) ?? null };
  comeBack();
  if (!first) part("title").focus({ preventScroll: true });
  refresh();
}

// A view that could not be read while nothing was ready is told once things are.
function becameReady() {
  const current = figures.state();
  const ready = current === "live" && before !== "live";
  before = current;
  if (ready) shown?.mounted?.ready?.();
}

// What is on screen is brought up to date; a view that fails says so in its place and takes nothing else with it.
function refresh() {
  const view = app.live();
  if (view) text("journey", view.journey);
  try {
    becameReady();
    if (view) shown?.mounted?.live?.(view);
    else shown?.mounted?.waiting?.(figures.state());
  } catch (error) {
    console.error(error);
    part("view").replaceChildren(problem("This view could not be shown.", () => open()));
    close();
  }
  status();
}

function sentence(current, latest) {
  const at = latest?.asOf ? ` Figures as of ${timeOfDay(latest.asOf)}.` : "";
  switch (current) {
    case "gone": return `Throughline does not answer: stopped, or the connection is lost. This page tries again by itself.${at}`;
    case "closed": return "This page is for those who log in or hold a token: see at the top.";
    case "unavailable": return latest.message + at;
    case "starting": return `${latest.message || "Starting"} …`;
    default: return "";
  }
}

function pulse(current, latest) {
  if (current === "live") return latest.message || `Live · updated ${timeOfDay(latest.asOf)}`;
  return { gone: "No connection", closed: "Not logged in", unavailable: "Not current", starting: "Starting", loading: "Connecting" }[current];
}

function status() {
  const current = figures.state();
  const latest = figures.answer();
  const message = sentence(current, latest);
  if (document.body.dataset.state !== current && (current === "gone" || current === "unavailable")) notice(message);
  document.body.dataset.state = current;
  text("notice", message);
  part("notice").hidden = message === "";
  text("pulse", pulse(current, latest));
  for (const node of document.querySelectorAll("time[data-ago]")) {
    const words = ago(node.dateTime, figures.now());
    if (node.textContent !== words) node.textContent = words;
  }
}

part("skip").addEventListener("click", (event) => {
  event.preventDefault();
  part("title").focus();
});
addEventListener("hashchange", open);
setInterval(status, 1000);
open();
known().catch((error) => console.info("The token is not taken:", error.message)).then(() => {
  figures.follow(refresh);
  refresh();
});
