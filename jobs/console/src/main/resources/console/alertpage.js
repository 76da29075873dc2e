// The page of one alert: asks for it, and shows each part when its data changed.

import { el, show } from "./dom.js";
import { basis, drivers, evidence, head, history, lead, owners, terms } from "./alert.js";
import { actions, who } from "./actions.js";
import { picture } from "./series.js";
import { stageName } from "./alertwords.js";

const GIVE_UP = 8000;
const part = (id) => document.getElementById(id);
let latest = null;
let changes = false;
let focused = null;

// The id in #/alerts/ID; null for every other address.
export function alertOf(hash) {
  const found = /^#\/alerts\/([^/]+)$/.exec(hash);
  try {
    return found ? decodeURIComponent(found[1]) : null;
  } catch {
    return null;
  }
}

function notice(message) {
  part("alert-notice").textContent = message ?? "";
  part("alert-notice").hidden = !message;
}

export function openAlert(id) {
  latest = null;
  focused = null;
  part("alert-body").hidden = true;
  part("alert-head").hidden = true;
  notice(`Looking for alert ${id} …`);
}

function draw({ alert, series, watch }) {
  part("alert-body").hidden = false;
  part("alert-head").hidden = false;
  show("alert-head", [alert.id, alert.state, alert.stageName, alert.direction], () => head(alert));
  show("alert-lead", alert, lead);
  show("alert-picture", [alert, series, part("alert-picture").clientWidth], () => picture(alert, series, part("alert-picture").clientWidth));
  show("alert-drivers", [alert.id, alert.drivers], () => drivers(alert));
  show("alert-terms", [alert.id, alert.terms], () => terms(alert));
  show("alert-evidence", [alert.id, alert.verbatims], () => evidence(alert));
  show("alert-owners", alert, owners);
  show("alert-actions", [alert.id, alert.state, alert.acknowledgedBy, alert.silence, changes, who()], () => actions(alert, changes, redraw));
  show("alert-history", alert, history);
  show("alert-basis", [alert, watch], () => basis({ alert, watch }));
  document.title = `${stageName(alert)} – Throughline`;
  if (focused !== alert.id) {
    focused = alert.id;
    part("alert-title").focus({ preventScroll: true });
  }
}

// Whether the page takes changes at all, which the home view's figures tell.
export function allow(allowed) {
  changes = allowed;
}

export function redraw() {
  if (latest) draw(latest);
}

export async function updateAlert(id) {
  const answer = await fetch(`api/alerts/${encodeURIComponent(id)}`, { cache: "no-store", signal: AbortSignal.timeout(GIVE_UP) });
  const said = await answer.json();
  if (id !== alertOf(location.hash)) return;
  if (said.view) {
    latest = said.view;
    draw(latest);
    notice(said.message);
    return;
  }
  part("alert-body").hidden = true;
  part("alert-head").hidden = false;
  show("alert-head", [id, "none"], () => el("p", { class: "way" }, el("a", { href: "#/" }, "← All stages")));
  notice(answer.status === 404 ? `There is no alert ${id}. It may be of another journey, or its index was removed.` : `${said.message} …`);
}
