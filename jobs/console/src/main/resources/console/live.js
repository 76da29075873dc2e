// The figures of now: asked for every few seconds, and how current they are.

const EVERY = 2500;
const HIDDEN = 20000;
const GIVE_UP = 8000;
const STALE = 15000;

let latest = null;
let answered = 0;
let failures = 0;
let skew = 0;
let timer = 0;
let told = () => {};

// The server's clock: the browser's may be wrong.
export const now = () => Date.now() + skew;
export const answer = () => latest;

export function state() {
  if (failures > 1 || (latest && now() - answered > STALE)) return "gone";
  return latest ? latest.state.toLowerCase() : "loading";
}

async function ask() {
  const response = await fetch("api/live", { cache: "no-store", signal: AbortSignal.timeout(GIVE_UP) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

async function update() {
  clearTimeout(timer);
  try {
    latest = await ask();
    skew = Date.parse(latest.now) - Date.now();
    answered = now();
    failures = 0;
  } catch (error) {
    failures += 1;
    console.info("No figures:", error.message);
  }
  told();
  timer = setTimeout(update, document.hidden ? HIDDEN : EVERY);
}

// Calls back after every answer and every failure to get one.
export function follow(callback) {
  told = callback;
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) update();
  });
  return update();
}
