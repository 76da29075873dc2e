// Asks for the figures, shows them, and says how current they are.

import { show } from "./dom.js";
import { ago, date, timeOfDay } from "./format.js";
import { overview, quality } from "./overview.js";
import { stages } from "./stages.js";
import { grid } from "./grid.js";
import { channels } from "./channels.js";
import { verbatims } from "./verbatims.js";
import { alerts } from "./alerts.js";
import { open } from "./alertwords.js";
import { known, takeToken } from "./actions.js";
import { alertOf, allow, openAlert, redraw, updateAlert } from "./alertpage.js";

const EVERY = 2500;
const HIDDEN = 20000;
const GIVE_UP = 8000;
const STALE = 15000;

let latest = null;
let answered = 0;
let failures = 0;
let skew = 0;
let timer = 0;
let shownAlert = null;

const now = () => Date.now() + skew;
const part = (id) => document.getElementById(id);

function text(id, value) {
  const node = part(id);
  if (node.textContent !== value) node.textContent = value;
}

function state() {
  if (failures > 1 || (latest && now() - answered > STALE)) return "gone";
  return latest ? latest.state.toLowerCase() : "loading";
}

function notice(current) {
  const at = latest?.asOf ? ` Figures as of ${timeOfDay(latest.asOf)}.` : "";
  switch (current) {
    case "gone": return `Throughline does not answer: stopped, or the connection is lost. This page tries again by itself.${at}`;
    case "unavailable": return latest.message + at;
    case "starting": return `${latest.message || "Starting"} …`;
    default: return "";
  }
}

function pulse(current) {
  if (current === "live") return latest.message || `Live · updated ${timeOfDay(latest.asOf)}`;
  return { gone: "No connection", unavailable: "Not current", starting: "Starting", loading: "Connecting" }[current];
}

function status() {
  const current = state();
  document.body.dataset.state = current;
  const message = notice(current);
  text("notice", message);
  part("notice").hidden = message === "";
  text("pulse", pulse(current));
  for (const node of document.querySelectorAll("time[data-ago]")) {
    const words = ago(node.dateTime, now());
    if (node.textContent !== words) node.textContent = words;
  }
}

function figures(view) {
  part("figures").hidden = shownAlert !== null;
  text("journey", view.journey);
  text("span", view.until ? `${view.days} days to ${date(view.until)}, ${timeOfDay(view.until).replace(/:00(?=\D*$)/, "")}` : "");
  allow(view.alerts.changes);
  text("alerts-count", `${view.alerts.list.filter(open).length} open`);
  show("alerts", [view.alerts, view.watch, view.stages.map((stage) => [stage.id, stage.name])], () => alerts(view));
  const names = Object.fromEntries(view.stages.map((stage) => [stage.id, stage.name]));
  show("overview", [view.stages, view.channels, view.coverage, view.deadLetters], () => overview(view));
  show("stages", view.stages, stages);
  show("grid", [view.stages.map((stage) => [stage.id, stage.name]), view.channels.map((channel) => channel.id), view.cells], () => grid(view));
  show("channels", [view.channels, view.health], channels);
  show("quality", [view.coverage, view.blindSpots, view.deadLetters], () => quality(view));
  show("verbatims", view.verbatims, (list) => verbatims(list, names));
}

async function ask() {
  const answer = await fetch("api/live", { cache: "no-store", signal: AbortSignal.timeout(GIVE_UP) });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}

async function update() {
  clearTimeout(timer);
  try {
    latest = await ask();
    skew = Date.parse(latest.now) - Date.now();
    answered = now();
    failures = 0;
    if (latest.view) figures(latest.view);
    if (shownAlert !== null) await updateAlert(shownAlert);
  } catch (error) {
    failures += 1;
    console.warn("No figures:", error.message);
  }
  status();
  timer = setTimeout(update, document.hidden ? HIDDEN : EVERY);
}

// #/ is the home view, #/alerts/ID the page of one alert; both stay in the browser's history.
function route() {
  if (takeToken()) known().catch((error) => console.warn("The token of the link is not taken:", error.message)).then(redraw);
  const before = shownAlert;
  shownAlert = alertOf(location.hash);
  part("alert").hidden = shownAlert === null;
  part("figures").hidden = shownAlert !== null || !latest?.view;
  document.title = "Throughline";
  if (shownAlert !== null && shownAlert !== before) {
    openAlert(shownAlert);
    scrollTo(0, 0);
  }
  if (before !== null && shownAlert === null) part("alerts-title").scrollIntoView();
}

addEventListener("hashchange", () => {
  route();
  update();
});
addEventListener("resize", redraw);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) update();
});
setInterval(status, 1000);
route();
known().catch(() => {}).then(redraw);
update();
