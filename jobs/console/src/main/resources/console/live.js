// The figures of now: told by the server when they changed, asked for every few seconds where that does not work, and how current they are.

import { access, get, proof, who } from "./session.js";
import { stream } from "./stream.js";

const EVERY = 2500;
const HIDDEN = 20000;
const STALE = 15000;
const LISTEN_AGAIN = 60000;

let latest = null;
let answered = 0;
let failures = 0;
let closed = false;
let skew = 0;
let timer = 0;
let source = null;
let listenAt = 0;
let told = () => {};

// The server's clock: the browser's may be wrong.
export const now = () => Date.now() + skew;
export const answer = () => latest;

export function state() {
  if (closed) return "closed";
  if (failures > 1 || (latest && now() - answered > STALE)) return "gone";
  return latest ? latest.state.toLowerCase() : "loading";
}

// What says that nothing changed brings no view: the last one stands.
function take(said, same) {
  latest = same && latest ? { ...latest, ...said, view: latest.view } : said;
  skew = Date.parse(said.now) - Date.now();
  answered = now();
  failures = 0;
  closed = false;
  told();
}

// Who may not read any more is shown nothing of before.
function failed(error) {
  failures += 1;
  closed = error.status === 401 || error.status === 403;
  if (closed) latest = null;
  console.info("No figures:", error.message);
  told();
}

const listening = () => Boolean(source?.open);

function silence() {
  source?.close();
  source = null;
}

// A tab that nobody looks at does not listen: a browser has few lines to one server, and all tabs share them.
function listen() {
  if (source || document.hidden || Date.now() < listenAt) return;
  const line = stream("api/events", proof(), (name, said) => take(said, name === "still"), (refused) => {
    if (source === line) ended(refused);
  });
  source = line;
}

// A line that broke is asked for anew; one that was refused, later.
function ended(refused) {
  listenAt = Date.now() + (refused ? LISTEN_AGAIN : EVERY);
  silence();
  again(0);
}

function again(after) {
  clearTimeout(timer);
  timer = setTimeout(update, after);
}

// Asks only while nothing is told: before the line stands, when it broke, and where there are too many.
async function update() {
  if (access().closed && !who()) {
    failed(Object.assign(new Error("Nobody is logged in."), { status: 401 }));
    return;
  }
  listen();
  const quiet = Date.now() + skew - answered > STALE;
  if (listening() && quiet) silence();
  if (!listening() && (!source || quiet || failures)) {
    try {
      take(await get("api/live"), false);
    } catch (error) {
      failed(error);
    }
  }
  again(document.hidden ? HIDDEN : EVERY);
}

// Calls back after everything that was told, and every failure to be.
export function follow(callback) {
  told = callback;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) silence();
    else again(0);
  });
  addEventListener("pagehide", silence);
  document.addEventListener("who", () => {
    if (!access().closed) return;
    silence();
    listenAt = 0;
    again(0);
  });
  update();
}
